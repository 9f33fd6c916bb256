"""The base of the miniature project's scenes."""
