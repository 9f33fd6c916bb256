"""Components of the miniature project."""
