"""What things are made from."""
