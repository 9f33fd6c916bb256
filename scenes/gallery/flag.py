"""A flag at the lowest point of a curve."""

import numpy as np
from manim import VGroup

from scenes.components.flag import Flag
from scenes.components.plot import Plot
from scenes.components.text import Label
from scenes.frame import theme


def example() -> VGroup:
    """Plant a flag where a curve is lowest."""
    plot = Plot((0, 10), (0, 3), x_label="step", y_label="loss", width=5, height=2.5)
    x = np.linspace(0, 10, 80)
    curve = plot.curve(x, 0.5 + 0.05 * (x - 4) ** 2, color=theme.role("validation"))
    return VGroup(plot, curve, Flag(plot.at(4, 0.5), Label("lowest")))
