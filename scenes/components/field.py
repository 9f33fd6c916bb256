"""What a network answers over a plane: colours of a field, and its border."""

import numpy as np
from manim import CapStyleType, ImageMobject, ManimColor, VMobject
from manim.constants import RESAMPLING_ALGORITHMS

from scenes import theme
from scenes.components.plot import Plot

STRENGTH = 0.32  # how far a field goes from paper to full colour


class Field(ImageMobject):
    """Values from 0 to 1 on a grid, as colours behind a plot.

    Parameters
    ----------
    plot
        The plane that the field fills.
    values
        (n_y, n_x), the first row lowest.
    low, high
        Colours of 0 and 1; one half is the paper's colour.
    """

    def __init__(
        self, plot: Plot, values: np.ndarray, low: ManimColor, high: ManimColor
    ) -> None:
        self.ends = low, high
        super().__init__(self._pixels(values))
        self.set_resampling_algorithm(RESAMPLING_ALGORITHMS["linear"])
        self.stretch_to_fit_width(plot.x_axis.get_length())
        self.stretch_to_fit_height(plot.y_axis.get_length())
        self.move_to(plot.at(*(sum(r) / 2 for r in (plot.x_range, plot.y_range))))
        self.set_z_index(-1)

    def _pixels(self, values: np.ndarray) -> np.ndarray:
        """Turn values into RGBA pixels, the first row at the foot."""
        low, high = (end.to_rgb() for end in self.ends)
        paper = theme.current().paper.to_rgb()
        value = np.clip(values, 0, 1)[::-1, :, None]
        end = np.where(value < 0.5, low, high)
        rgb = paper + STRENGTH * np.abs(2 * value - 1) * (end - paper)
        rgba = np.concatenate([rgb, np.ones((*values.shape, 1))], axis=2)
        return np.round(255 * rgba).astype(np.uint8)

    def paint(self, values: np.ndarray) -> None:
        """Show other values."""
        self.pixel_array = self._pixels(values)


class Border(VMobject):
    """The line between two answers, in straight pieces.

    Parameters
    ----------
    plot
        The plane in which it lies.
    pieces
        (n_pieces, 2, 2), both ends of each piece in the plot's values.
    """

    def __init__(self, plot: Plot, pieces: np.ndarray) -> None:
        super().__init__()
        self.plot = plot
        self.set_stroke(theme.current().ink, theme.CURVE).set_z_index(2)
        self.set_cap_style(CapStyleType.ROUND)  # pieces meet without gaps
        self.trace(pieces)

    def trace(self, pieces: np.ndarray) -> None:
        """Show another border."""
        self.clear_points()
        for start, end in pieces:
            self.start_new_path(self.plot.at(*start)).add_line_to(self.plot.at(*end))
