"""Bars over the values that they count."""

import numpy as np
from manim import VGroup

from scenes.components.histogram import Histogram
from scenes.components.plot import Plot
from scenes.frame import theme


def example() -> VGroup:
    """Count values around zero."""
    plot = Plot((-4, 4), (0, 40), x_label="W", y_label="number", width=5, height=2.2)
    edges = np.arange(-3.5, 4)
    counts = np.array([1, 8, 24, 38, 22, 9, 2])
    return VGroup(plot, Histogram(plot, edges, counts, theme.role("muted")))
