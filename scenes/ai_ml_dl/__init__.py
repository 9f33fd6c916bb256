"""Three rings, AI around machine learning around deep learning: each opened and run."""

from scenes.ai_ml_dl.scene import AiMlDl as AiMlDl
