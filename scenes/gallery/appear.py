"""A number half-way in, in place and half-way out, on a line."""

from manim import LEFT, RIGHT, Line, VGroup

from scenes.components.appear import Appear, Vanish
from scenes.components.number import Number
from scenes.frame import theme
from scenes.gallery import under_words


def example() -> VGroup:
    """Show three moments."""
    coming, there, going = _on_line(), _on_line(), _on_line()
    for animation in (Appear(coming[1]), Vanish(going[1])):
        animation.begin()
        animation.interpolate(0.5)
    return under_words(("Appear", coming), ("in place", there), ("Vanish", going))


def _on_line() -> VGroup:
    """Return a number on a patch in the middle of a line."""
    line = Line(1.2 * LEFT, 1.2 * RIGHT, color=theme.role("signal"))
    number = Number(0.73, "+.2f", pixels=theme.BODY, patch=True)
    return VGroup(line, number)
