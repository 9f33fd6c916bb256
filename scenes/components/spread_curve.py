"""Held-out scores along an axis: a dashed line through means, a band of spread."""

from collections.abc import Sequence

import numpy as np
from manim import ManimColor, VGroup

from scenes.components.band import Band
from scenes.components.dashes import dashes
from scenes.components.plot import Plot
from scenes.frame import theme

DASHES = 5.5  # dashes in a unit of the line
SHADE = 0.18  # opacity of the band


class SpreadCurve(VGroup):
    """One model's scores: ``band``, ``line`` and ``points``.

    Parameters
    ----------
    plot
        Where it stands.
    x, mean, low, high
        Each of shape (n,): places, middles, and both ends of the spread.
    color, marker
        Of the points; a model keeps both.
    """

    def __init__(
        self,
        plot: Plot,
        x: Sequence[float],
        mean: np.ndarray,
        low: np.ndarray,
        high: np.ndarray,
        *,
        color: ManimColor,
        marker: str,
    ) -> None:
        at = np.asarray(x, float)
        self.band = Band(plot, at, low, high, color)
        self.band.set_fill(color, SHADE).set_z_index(-1)
        whole = plot.curve(at, mean, color=color)
        length = float(whole.get_arc_length())
        self.line = dashes(whole, max(2, round(DASHES * length)))
        places = np.stack([at, mean], axis=1)
        self.points_shown = plot.scatter(places, color=color, marker=marker, size=0.09)
        self.points_shown.set_fill(color, 1).set_stroke(theme.role("paper"), 1)
        self.points_shown.set_z_index(1)
        super().__init__(self.band, self.line, self.points_shown)
