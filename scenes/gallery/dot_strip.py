"""Scores of one kind a row: a dot each, and their mean."""

import numpy as np
from manim import VGroup

from scenes.components.dot_strip import DotStrip
from scenes.components.plot import Plot
from scenes.frame import theme


def example() -> VGroup:
    """Draw two rows of ten scores."""
    plot = Plot((0, 1), (0, 3), x_label="score", y_label="row", width=5, height=2)
    rng = np.random.default_rng(0)
    rows = [(1, 0.4, "muted"), (2, 0.7, "signal")]
    strips = [
        DotStrip(plot, rng.normal(mean, 0.05, 10).round(2), y, theme.role(role))
        for y, mean, role in rows
    ]
    return VGroup(plot, *strips)
