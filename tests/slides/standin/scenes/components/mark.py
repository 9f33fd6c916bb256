"""A mark, which stands for all components."""
