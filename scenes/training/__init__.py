"""Training: mini-batches, epochs, and what the hidden neurons become."""

from scenes.training.scene import Training as Training
