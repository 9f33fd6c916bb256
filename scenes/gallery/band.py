"""A band around a curve."""

import numpy as np
from manim import VGroup

from scenes.components.band import Band
from scenes.components.plot import Plot
from scenes.frame import theme


def example() -> VGroup:
    """Draw a mean and its spread, which grows."""
    plot = Plot((0, 10), (0, 5), x_label="x", y_label="y", width=5, height=2.5)
    x, color = np.linspace(0, 10, 50), theme.role("validation")
    mean, sd = 1 + 0.2 * x, 0.2 + 0.1 * x
    band = Band(plot, x, mean - sd, mean + sd, color)
    return VGroup(plot, band, plot.curve(x, mean, color=color))
