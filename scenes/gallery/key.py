"""Samples with their words."""

from manim import Circle, Square

from scenes.components.key import Key
from scenes.components.text import Label
from scenes.frame import theme


def example() -> Key:
    """Explain a ring and a square."""
    ring = Circle(0.12).set_stroke(theme.role("ink"), theme.EDGE)
    square = Square(0.24).set_fill(theme.role("signal"), 1).set_stroke(width=0)
    return Key([ring, square], [Label("neurons"), Label("weights")])
