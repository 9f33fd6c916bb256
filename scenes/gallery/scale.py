"""Logarithmic axes: a power law is a straight line."""

import numpy as np
from manim import VGroup

from scenes.components.plot import Plot
from scenes.components.scale import Log
from scenes.frame import theme


def example() -> VGroup:
    """Draw a square root."""
    plot = Plot(Log(1, 1000), Log(1, 50), x_label="x", y_label="y", width=5, height=2.8,
                y_ticks=(1, 5, 20))  # fmt: skip
    x = np.array([1.0, 1000.0])
    return VGroup(plot, plot.curve(x, np.sqrt(x), color=theme.role("train")))
