"""A sum of three terms as bars."""

from scenes.components.waterfall import Waterfall


def example() -> Waterfall:
    """Add up 39.1, -18.7 and -27."""
    return Waterfall([39.1, -18.7, -27.0], width=5)
