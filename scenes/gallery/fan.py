"""Many thin arrows and their mean, from one point."""

import numpy as np
from manim import VGroup

from scenes.components.fan import Fan
from scenes.components.plot import Plot
from scenes.frame import theme


def example() -> VGroup:
    """Draw twenty arrows and their mean."""
    plot = Plot((-1, 3), (-1, 2), x_label="w", y_label="b", width=4.0, height=3.0)
    start = np.array([0.0, 1.0])
    steps = np.random.default_rng(1).normal([1.0, -0.6], 0.6, (20, 2))
    muted, pink = theme.role("muted"), theme.role("gradient")
    return VGroup(
        plot,
        Fan(plot, start, steps, color=muted, stroke=1.5),
        Fan(plot, start, steps.mean(axis=0)[None], color=pink, stroke=8, tip=0.3),
    )
