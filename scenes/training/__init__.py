"""Training: mini-batches, epochs, and what the hidden neurons become."""
