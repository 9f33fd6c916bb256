"""Three rings, AI around machine learning around deep learning: each opened and run."""
