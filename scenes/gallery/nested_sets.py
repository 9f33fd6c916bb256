"""Rings, one inside another."""

from scenes.components.nested_sets import NestedSets


def example() -> NestedSets:
    """Draw three."""
    return NestedSets(["life", "animals", "birds"], [2.2, 1.5, 0.85])
