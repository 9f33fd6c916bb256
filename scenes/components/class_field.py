"""What a model of several classes answers over a plane, as colours."""

from collections.abc import Sequence

import numpy as np
from manim import ImageMobject, ManimColor
from manim.constants import RESAMPLING_ALGORITHMS

from scenes import theme
from scenes.components.field import STRENGTH
from scenes.components.plot import Plot


class ClassField(ImageMobject):
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
        super().__init__(self._pixels(values))
        self.set_resampling_algorithm(RESAMPLING_ALGORITHMS["linear"])
        self.stretch_to_fit_width(plot.x_axis.get_length())
        self.stretch_to_fit_height(plot.y_axis.get_length())
        self.move_to(plot.at(*(sum(r) / 2 for r in (plot.x_range, plot.y_range))))
        self.set_z_index(-1)

    def _pixels(self, values: np.ndarray) -> np.ndarray:
        """Turn probabilities into RGBA pixels, the first row at the foot."""
        paper = theme.current().paper.to_rgb()
        values = values[::-1]
        second, first = np.moveaxis(np.sort(values, axis=-1)[..., -2:], -1, 0)
        end = self.class_colors[values.argmax(axis=-1)]
        rgb = paper + STRENGTH * (first - second)[..., None] * (end - paper)
        rgba = np.concatenate([rgb, np.ones((*rgb.shape[:2], 1))], axis=2)
        return np.round(255 * rgba).astype(np.uint8)

    def paint(self, values: np.ndarray) -> None:
        """Show other probabilities."""
        self.pixel_array = self._pixels(values)
