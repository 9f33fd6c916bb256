"""Features made by hand, and features that a network finds in raw DNA."""

from scenes.features.scene import Features as Features
