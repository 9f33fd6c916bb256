"""What a build makes, one room for each family of outputs."""
