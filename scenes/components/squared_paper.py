"""Squared paper over a plane, straight or bent by a layer."""

import numpy as np

from scenes.components._pieces import straight
from scenes.components.plot import Curve, Plot
from scenes.frame import theme

STROKE = 1.6  # in Manim's points


class SquaredPaper(Curve):
    """Lines through given points, all one mobject.

    Parameters
    ----------
    plot
        The plane in which they lie.
    lines
        (n_lines, n_points, 2) in the plot's values.
    """

    def __init__(self, plot: Plot, lines: np.ndarray) -> None:
        super().__init__(plot)
        self.plot = plot
        self.set_stroke(theme.current().muted, STROKE, opacity=0.75)
        self.trace(lines)

    def trace(self, lines: np.ndarray) -> None:
        """Show other lines."""
        corners = self.plot.places(lines.reshape(-1, 2)).reshape(*lines.shape[:2], 3)
        self.set_points(straight(corners[:, :-1], corners[:, 1:]))
