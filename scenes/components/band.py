"""A band around a curve: from one spread below a mean to one above."""

import numpy as np
from manim import ManimColor, VMobject

from scenes.components.plot import Plot

STRENGTH = 0.25  # opacity; the curve in it stays the first thing seen


class Band(VMobject):
    """The area between two curves.

    Parameters
    ----------
    plot
        Where it stands; what reaches out of the plane is cut off.
    x, low, high
        (n,) each, in the plot's values.
    color
        That of the curve.
    """

    def __init__(
        self,
        plot: Plot,
        x: np.ndarray,
        low: np.ndarray,
        high: np.ndarray,
        color: ManimColor,
    ) -> None:
        super().__init__()
        low, high = (np.clip(edge, *plot.y_range) for edge in (low, high))
        there = [plot.at(*pair) for pair in zip(x, high, strict=True)]
        back = [plot.at(*pair) for pair in zip(x[::-1], low[::-1], strict=True)]
        self.set_points_as_corners([*there, *back, there[0]])
        self.set_fill(color, STRENGTH).set_stroke(width=0)
