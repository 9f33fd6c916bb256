"""Films a scene: draws only what changed, and encodes it beat by beat."""
