"""Three places on one line: half precision, full precision, training."""

from manim import RIGHT

from scenes.components.key import Key
from scenes.components.span import span_marks
from scenes.components.text import Label


def example() -> Key:
    """Draw the marks, with what they stand for."""
    words = ("half precision", "full precision", "training")
    return Key(span_marks(), [Label(word) for word in words]).shift(RIGHT)
