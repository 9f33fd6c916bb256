"""Squared paper over a plane, straight or bent by a layer."""

import numpy as np

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
        self.clear_points()
        for line in lines:
            corners = self.plot.places(line)
            self.start_new_path(corners[0])
            self.add_points_as_corners(corners[1:])
