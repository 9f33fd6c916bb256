"""A band around a curve: from one spread below a mean to one above."""

import numpy as np
from manim import ManimColor

from scenes.components.plot import DataMark, Plot

STRENGTH = 0.25  # opacity; the curve in it stays the first thing seen


class Band(DataMark):
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
        super().__init__(plot)
        low, high = (np.clip(edge, *plot.y_range) for edge in (low, high))
        there = plot.places(np.stack([x, high], axis=1))
        back = plot.places(np.stack([x, low], axis=1))[::-1]
        self.set_points_as_corners([*there, *back, there[0]])
        self.set_fill(color, STRENGTH).set_stroke(width=0)
