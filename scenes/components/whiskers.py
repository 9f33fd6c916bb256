"""Means of several repeats, and how far these spread: dots with whiskers."""

import numpy as np
from manim import Circle, Line, ManimColor, VGroup

from scenes.components.plot import Plot
from scenes.frame import theme


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
            line = Line(plot.at(at, middle - reach), plot.at(at, middle + reach))
            dot = Circle(radius=0.09).move_to(plot.at(at, middle))
            dot.set_stroke(width=0).set_fill(color, 1)
            self.add(VGroup(line.set_stroke(color, theme.EDGE), dot))
