"""Pictures of results that several chapters share, composed of components."""
