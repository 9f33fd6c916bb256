"""Logarithmic axes: a power law is a straight line."""

import numpy as np
from manim import VGroup

from scenes.components.log_plot import LogPlot
from scenes.frame import theme


def example() -> VGroup:
    """Draw a square root."""
    plot = LogPlot((1, 1000), (1, 50), x_label="x", y_label="y", width=5, height=2.8,
                   x_ticks=(1, 10, 100, 1000), y_ticks=(1, 5, 20))  # fmt: skip
    x = np.array([1.0, 1000.0])
    return VGroup(plot, plot.curve(x, np.sqrt(x), color=theme.role("train")))
