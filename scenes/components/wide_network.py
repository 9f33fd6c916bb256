"""A network with one wide hidden layer, and what is left when neurons are off."""

from collections.abc import Sequence

import numpy as np
from manim import PI

from scenes.components.network import NetworkDrawing
from scenes.frame import theme

RADIUS = 0.16  # of inputs and output, in units; hidden neurons are no larger
THIN = 0.4  # of the usual thickness: there are many edges


class WideNetwork(NetworkDrawing):
    """The usual drawing, turned: inputs at the foot, the hidden layer across.

    Parameters
    ----------
    weights
        One array (n_out, n_in) for each of the two layers.
    width
        Length of the hidden layer, in units.
    height
        From inputs to output, in units.
    """

    def __init__(
        self, weights: Sequence[np.ndarray], *, width: float, height: float
    ) -> None:
        n_hidden = len(weights[0])
        radius = min(0.38 * width / n_hidden, RADIUS)
        spans = (0.45 * width, width, 0.0)
        super().__init__(
            weights, width=height, height=width, radius=radius, spans=spans
        )
        self.rotate(PI / 2)
        for edge in self.edge_group:
            edge.set_stroke(width=THIN * edge.get_stroke_width())
        for unit in (*self.units[0], *self.units[2]):
            unit.scale(RADIUS / radius)
        self.units[1].set_fill(theme.role("ink")).set_stroke(theme.role("ink"))

    def show_on(self, is_on: np.ndarray) -> "WideNetwork":
        """Leave those hidden neurons, (n_hidden,), and their edges that are on."""
        for j, on in enumerate(is_on):
            self.units[1][j].set_fill(opacity=1.0 if on else 0.0)
            self.units[1][j].set_stroke(opacity=1.0 if on else theme.DIMMED)
            for edge in (*self.edges[0][j], self.edges[1][0][j]):
                edge.set_stroke(opacity=1.0 if on else 0.0)
        return self
