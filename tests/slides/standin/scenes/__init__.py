"""Scenes of the miniature project."""
