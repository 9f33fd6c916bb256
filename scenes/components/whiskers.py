"""Means of several repeats, and how far these spread: dots with whiskers."""

import numpy as np
from manim import ManimColor, VGroup

from scenes.components.plot import Plot
from scenes.frame import theme

DOT = 0.09  # radius, in units


class Whiskers(VGroup):
    """A dot at each mean, a line from mean − spread to mean + spread.

    Parameters
    ----------
    plot
        Where they stand.
    x, mean, spread
        (n,) each, in the plot's values.
    color
        Of all marks.
    """

    def __init__(
        self,
        plot: Plot,
        x: np.ndarray,
        mean: np.ndarray,
        spread: np.ndarray,
        color: ManimColor,
    ) -> None:
        super().__init__()
        for at, middle, reach in zip(x, mean, spread, strict=True):
            ends = middle + reach * np.array([-1, 1])
            ends = np.maximum(ends, plot.y_range[0])  # none reaches out of the plane
            line = plot.curve(np.full(2, at), ends, color=color)
            dot = plot.scatter(
                np.array([[at, middle]]), color=color, marker="circle", size=DOT
            )
            dot.set_stroke(width=0).set_fill(color, 1)
            self.add(VGroup(line.set_stroke(width=theme.EDGE), dot))
