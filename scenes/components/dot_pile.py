"""How many values fall into each bin, one dot a value: piles that can change."""

import numpy as np
from manim import ManimColor, VMobject

from scenes.components.plot import Plot, draw_marker


def piled(values: np.ndarray, n_bins: int, abreast: int) -> np.ndarray:
    """Return where each dot stands, (n, 2): place along x, and row from 0.

    Parameters
    ----------
    values
        (n,) from 0 to 1. In a pile the lowest rows are filled first.
    n_bins
        Piles between 0 and 1.
    abreast
        Dots in a full row.
    """
    bins = np.minimum((values * n_bins).astype(int), n_bins - 1)
    places = np.empty((len(values), 2))
    for k in range(n_bins):
        members = np.flatnonzero(bins == k)
        row, column = np.divmod(np.arange(len(members)), abreast)
        places[members, 0] = (k + (column + 0.5) / abreast) / n_bins
        places[members, 1] = row
    return places


class DotPile(VMobject):
    """Dots in piles over an x axis from 0 to 1, all of them one mobject.

    Parameters
    ----------
    plot
        Its x axis carries the piles.
    values
        (n,) from 0 to 1.
    color
        Of the dots.
    n_bins, abreast
        See :func:`piled`.
    """

    def __init__(
        self,
        plot: Plot,
        values: np.ndarray,
        color: ManimColor,
        *,
        n_bins: int = 20,
        abreast: int = 4,
    ) -> None:
        super().__init__()
        self.plot, self.n_bins, self.abreast = plot, n_bins, abreast
        self.pitch = plot.x_axis.get_length() / (n_bins * abreast)
        self.set_fill(color, 1).set_stroke(width=0)
        self.show_values(values)

    def show_values(self, values: np.ndarray) -> None:
        """Show other values."""
        if len(values) == 0:
            self.clear_points()
            return
        foot = self.plot.y_range[0]
        places = [
            self.plot.at(x, foot) + (row + 0.7) * self.pitch * np.array([0, 1, 0])
            for x, row in piled(values, self.n_bins, self.abreast)
        ]
        dot = draw_marker("circle", 0.42 * self.pitch).points
        self.set_points((dot + np.array(places)[:, None]).reshape(-1, 3))
