"""Piles of dots over an axis from 0 to 1."""

import numpy as np
from manim import VGroup

from scenes.components.dot_pile import DotPile
from scenes.components.plot import Plot
from scenes.frame import theme


def example() -> VGroup:
    """Draw a hundred values, most of them near 1."""
    plot = Plot(
        (0, 1), (0, 1), x_label="probability", y_label="dots", width=6, height=2,
        y_ticks=(),
    )  # fmt: skip
    plot.remove(plot.y_label)
    plot.y_axis.set_stroke(opacity=0)
    values = np.random.default_rng(0).beta(3, 1, 100)
    return VGroup(plot, DotPile(plot, values, theme.role("ink")))
