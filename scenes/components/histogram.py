"""How many values fall into each bin: bars in one mobject, which can change."""

import numpy as np
from manim import ManimColor

from scenes.components.plot import DataMark, Plot


class Histogram(DataMark):
    """Bars that stand on the x axis of a plot.

    Parameters
    ----------
    plot
        Values along x, their number along y.
    edges
        (n_bins + 1,) of the bins, in the plot's values.
    counts
        (n_bins,).
    color
        Of the bars.
    """

    def __init__(
        self, plot: Plot, edges: np.ndarray, counts: np.ndarray, color: ManimColor
    ) -> None:
        super().__init__(plot)
        self.plot, self.edges = plot, edges
        self.set_fill(color, 1).set_stroke(width=0)
        self.show_counts(counts)

    def show_counts(self, counts: np.ndarray) -> None:
        """Show other counts."""
        self.clear_points()
        bins = zip(self.edges[:-1], self.edges[1:], counts, strict=True)
        for left, right, count in bins:
            if count:
                inset = 0.06 * (right - left)
                x = left + inset, right - inset
                corners = [(x[0], 0), (x[1], 0), (x[1], count), (x[0], count)]
                points = self.plot.places(np.array([*corners, corners[0]]))
                self.start_new_path(points[0]).add_points_as_corners(points[1:])
