"""A network's shape, without its weights."""

from scenes.components.shape_sketch import ShapeSketch


def example() -> ShapeSketch:
    """Draw two inputs, two hidden layers and one output."""
    return ShapeSketch((2, 8, 4, 1), width=3)
