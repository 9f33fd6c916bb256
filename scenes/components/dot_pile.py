"""How many values fall into each bin, one dot a value: piles that can change."""

import numpy as np
from manim import UP, ManimColor

from scenes.components.plot import Cloud, Plot


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


class DotPile(Cloud):
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
        self.plot, self.n_bins, self.abreast = plot, n_bins, abreast
        self.pitch = plot.x_axis.get_length() / (n_bins * abreast)
        super().__init__(plot, "circle", 0.42 * self.pitch)
        self.set_fill(color, 1).set_stroke(width=0)
        self.show_values(values)

    def show_values(self, values: np.ndarray) -> None:
        """Show other values."""
        x, row = piled(values, self.n_bins, self.abreast).T
        feet = np.stack([x, np.full(len(x), self.plot.y_range[0])], axis=1)
        rise = (row + 0.7) * self.pitch
        self.put(self.plot.places(feet) + rise[:, None] * UP)
