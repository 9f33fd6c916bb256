"""Data of the miniature project."""
