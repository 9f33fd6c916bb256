"""Five boxes in two rows."""

from scenes.components.box_map import BoxMap


def example() -> BoxMap:
    """Draw a map whose boxes are still empty."""
    names = (("first", "second", "third"), ("fourth", "fifth"))
    return BoxMap(names, size=(2.2, 1.5), pitch=(2.6, 1.9))
