"""Numbers in several formats: figures of one width stand under each other."""

from manim import DOWN, RIGHT, VGroup

from scenes.components.number import Number
from scenes.frame import theme


def example() -> VGroup:
    """Write a column of numbers and one that was changed."""
    column = VGroup(
        Number(39.1, ".1f"),
        Number(-1.25, "+.2f", color=theme.role("negative")),
        Number(0.874, ".1%", color=theme.role("signal")),
        Number(1, ".2f").show_value(-111.11, ""),
    )
    return column.arrange(DOWN, aligned_edge=RIGHT)
