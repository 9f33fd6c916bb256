"""What a model of several classes answers over a plane, as colours."""

from collections.abc import Sequence

import numpy as np
from manim import ManimColor

from scenes.components._pixels import PlanePicture, rgba, shade
from scenes.components.plot import Plot


class ClassField(PlanePicture):
    """The most probable class of each cell: the surer, the stronger its colour.

    With two classes this is :class:`~scenes.components.field.Field`.

    Parameters
    ----------
    plot
        The plane that the field fills.
    values
        (n_y, n_x, n_classes) probabilities, the first row lowest.
    colors
        One colour a class; a tie between the two most probable is the paper's.
    """

    def __init__(
        self, plot: Plot, values: np.ndarray, colors: Sequence[ManimColor]
    ) -> None:
        self.class_colors = np.array([color.to_rgb() for color in colors])
        super().__init__(plot, self._colors(values))

    def _colors(self, values: np.ndarray) -> np.ndarray:
        """Turn probabilities into colours, the last row on top."""
        values = values[::-1]
        second, first = np.moveaxis(np.sort(values, axis=-1)[..., -2:], -1, 0)
        return shade(first - second, self.class_colors[values.argmax(axis=-1)])

    def paint(self, values: np.ndarray) -> None:
        """Show other probabilities."""
        self.pixel_array = rgba(self._colors(values))
