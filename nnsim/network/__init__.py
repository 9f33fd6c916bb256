"""What networks are made of: layers, activations, losses, passes, derivatives."""
