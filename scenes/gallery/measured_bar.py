"""A measurement with a short name, and one whose name needs a line of its own."""

from manim import VGroup

from scenes.components.measured_bar import MeasuredBar, stacked
from scenes.components.number import Number
from scenes.components.text import InLine, Label
from scenes.frame import theme


def example() -> VGroup:
    """Draw the width and the depth of a carapace."""
    color = theme.role("class_a")
    ends = Number(16.7, ".1f"), Number(54.6, ".1f")
    width = MeasuredBar(
        Label("width"), InLine(Number(34.0, ".1f"), Label("mm")), 0.45, width=4,
        color=color, ends=ends,
    )  # fmt: skip
    name, value = Label("depth of the carapace behind"), InLine(Number(12.5, ".1f"))
    depth = MeasuredBar(name, value, 0.4, width=4, color=color)
    return stacked([width, depth])
