"""Pages to look through: the index of a build, the gallery, the stills."""
