"""Theme and shapes of the miniature project."""
