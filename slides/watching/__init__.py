"""A chapter seen while it is written: drawn anew, from where it changed, at a save."""
