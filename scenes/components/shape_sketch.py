"""A network's shape alone, small: which units, in which layers, joined to which."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from scenes.components.network import NetworkDrawing
from scenes.frame import theme

PITCH = 0.095  # from unit to unit in a layer, in units
RADIUS = 0.045
STROKE = 1.2  # of every edge, in Manim's points: no weights are shown


class ShapeSketch(NetworkDrawing):
    """A small network without weights: all edges alike.

    Parameters
    ----------
    widths
        Number of inputs, then of neurons in each layer.
    width
        From the centres of the first layer to those of the last, in units.
    """

    def __init__(self, widths: Sequence[int], *, width: float) -> None:
        none = [np.zeros((n_out, n_in)) for n_in, n_out in pairwise(widths)]
        tall = PITCH * (max(widths) - 1)
        super().__init__(none, width=width, height=tall, radius=RADIUS)
        self.edge_group.set_stroke(theme.role("muted"), STROKE)
        for column in self.units:
            column.set_stroke(width=0).set_fill(theme.role("ink"), 1)
