"""Experiments of the miniature project."""
