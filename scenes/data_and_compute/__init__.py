"""What deep learning asks for: data, multiplications, and care with scores."""
