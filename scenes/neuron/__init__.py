"""What one neuron does, what line it draws, and how it finds that line."""
