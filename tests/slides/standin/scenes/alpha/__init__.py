"""Chapter alpha of the miniature project, drawn."""
