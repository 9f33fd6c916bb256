"""Checks of the miniature project's scenes."""
