"""Held-out scores with their spread."""

import numpy as np
from manim import VGroup

from scenes.components.plot import Plot
from scenes.components.spread_curve import SpreadCurve
from scenes.frame import theme


def example() -> VGroup:
    """Draw an error that falls."""
    plot = Plot((0, 4), (0, 1), x_label="data", y_label="error", width=5, height=2.8)
    x = range(5)
    mean = 0.8 / (1 + np.arange(5.0))
    curve = SpreadCurve(plot, x, mean, 0.8 * mean, 1.2 * mean,
                        color=theme.role("train"), marker="circle")  # fmt: skip
    return VGroup(plot, curve)
