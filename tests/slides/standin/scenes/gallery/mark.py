"""A mark, grey."""
