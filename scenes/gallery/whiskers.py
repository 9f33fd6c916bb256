"""Means with their spread."""

import numpy as np
from manim import VGroup

from scenes.components.plot import Plot
from scenes.components.whiskers import Whiskers
from scenes.frame import theme


def example() -> VGroup:
    """Show four means."""
    plot = Plot((0, 5), (0, 4), x_label="setting", y_label="loss", width=5, height=2.5)
    mean, spread = np.array([3, 1.6, 1.1, 1.4]), np.array([0.7, 0.4, 0.3, 0.2])
    color = theme.role("loss")
    return VGroup(plot, Whiskers(plot, np.arange(1, 5), mean, spread, color))
