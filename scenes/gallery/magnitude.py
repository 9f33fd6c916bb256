"""Numbers in digits and a power of ten."""

from manim import VGroup

from scenes.components.magnitude import Magnitude, PowerTick
from scenes.gallery import under_words


def example() -> VGroup:
    """Write a number and a tick."""
    return under_words(("a value", Magnitude(3.15e23)), ("a tick", PowerTick(6)))
