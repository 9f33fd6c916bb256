"""Chapter beta of the miniature project, drawn."""
