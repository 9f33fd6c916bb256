"""What a network answers over a plane: colours of a field, and its border."""

import numpy as np
from manim import CapStyleType, ManimColor

from scenes.components._pieces import straight
from scenes.components._pixels import PlanePicture, rgba, shade
from scenes.components.plot import DataMark, Plot
from scenes.frame import theme


class Field(PlanePicture):
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
        super().__init__(plot, self._colors(values))

    def _colors(self, values: np.ndarray) -> np.ndarray:
        """Turn values into colours, the last row on top."""
        low, high = (end.to_rgb() for end in self.ends)
        value = np.clip(values, 0, 1)[::-1]
        end = np.where(value[..., None] < 0.5, low, high)
        return shade(np.abs(2 * value - 1), end)

    def paint(self, values: np.ndarray) -> None:
        """Show other values."""
        self.pixel_array = rgba(self._colors(values))


class Border(DataMark):
    """The line between two answers, in straight pieces.

    Parameters
    ----------
    plot
        The plane in which it lies.
    pieces
        (n_pieces, 2, 2), both ends of each piece in the plot's values.
    """

    def __init__(self, plot: Plot, pieces: np.ndarray) -> None:
        super().__init__(plot)
        self.plot = plot
        self.set_stroke(theme.current().ink, theme.CURVE).set_z_index(2)
        self.set_cap_style(CapStyleType.ROUND)  # pieces meet without gaps
        self.trace(pieces)

    def trace(self, pieces: np.ndarray) -> None:
        """Show another border."""
        ends = self.plot.places(pieces.reshape(-1, 2)).reshape(-1, 2, 3)
        self.set_points(straight(ends[:, 0], ends[:, 1]))
