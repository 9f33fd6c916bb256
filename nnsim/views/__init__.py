"""What a network makes of a plane: its values on a grid, its borders, its regions."""
