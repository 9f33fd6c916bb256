"""A plane with round ticks, points of three markers and a curve."""

import numpy as np
from manim import VGroup

from scenes.components.plot import Plot
from scenes.frame import theme


def example() -> VGroup:
    """Draw three clouds around a curve."""
    plot = Plot(
        (0, 10), (0, 5), x_label="x (mm)", y_label="y (mm)", width=5, height=2.8
    )
    rng = np.random.default_rng(0)
    kinds = {"circle": "class_a", "square": "class_b", "triangle": "class_c"}
    clouds = [
        plot.scatter(
            rng.normal((2 + 3 * k, 1 + k), 0.4, (9, 2)),
            color=theme.role(role),
            marker=marker,
        )
        for k, (marker, role) in enumerate(kinds.items())
    ]
    x = np.linspace(0, 10, 80)
    curve = plot.curve(x, 4.5 * np.exp(-x / 4), color=theme.role("loss"))
    return VGroup(plot, curve, *clouds)
