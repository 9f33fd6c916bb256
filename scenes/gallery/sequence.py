"""A row of bases with a window around some of them."""

from manim import VGroup

from scenes.components.sequence import DnaRow


def example() -> VGroup:
    """Write twelve bases and frame two."""
    row = DnaRow("CAGGTAAGTATC", pitch=0.4)
    return VGroup(row, row.window(3, 2))
