"""A sequence logo: at each position letters as tall as their value."""

import numpy as np
from manim import RIGHT, Line, VGroup

from scenes.components.sequence import BASES, base_letters, unit_letter
from scenes.frame import theme

FAINT = 0.3  # opacity of letters below the axis
SMALLEST = 0.01  # height of a letter that is shown, in units


class Logo(VGroup):
    """Letters stacked over an axis, the tallest on top; below it what is negative.

    Parameters
    ----------
    values
        (n_positions, 4), a column for each letter.
    pitch
        Width of a position, in units.
    unit
        Height of a letter of value 1, in units.
    below
        Draw negative values too.
    letters
        Of the columns, if not A, C, G, T.
    """

    def __init__(
        self,
        values: np.ndarray,
        *,
        pitch: float,
        unit: float,
        below: bool = False,
        letters: str = BASES,
    ) -> None:
        super().__init__()
        self.pitch, self.unit, self.below = pitch, unit, below
        self.written = letters
        self.axis = Line(np.zeros(3), len(values) * pitch * RIGHT)
        self.axis.set_stroke(theme.role("muted"), theme.AXIS)
        self.above, self.under = base_letters(), base_letters()
        for one in self.under:
            one.set_fill(opacity=FAINT)
        self.add(self.axis, *self.above, *self.under)
        self.trace(values)

    def trace(self, values: np.ndarray) -> None:
        """Show other values."""
        up = np.asarray(values) * self.unit
        for heights, group in ((up, self.above), (-up, self.under)):
            heights = np.where(heights > SMALLEST, heights, 0)
            if group is self.under and not self.below:
                heights[:] = 0
            order = heights.argsort(axis=1, kind="stable")
            below = np.take_along_axis(heights, order, axis=1)[:, :-1].cumsum(axis=1)
            feet = np.zeros_like(heights)
            np.put_along_axis(feet, order[:, 1:], below, axis=1)
            low = feet if group is self.above else -feet - heights
            for letters, base, high, y in zip(
                group, self.written, heights.T, low.T, strict=True
            ):
                letters.set_points(self._letters(base, high, y))

    def _letters(self, base: str, heights: np.ndarray, low: np.ndarray) -> np.ndarray:
        """Return the outlines, (n, 3), of a letter at all positions that have it.

        Parameters
        ----------
        base
            Which.
        heights, low
            (n_positions,) how high it is, and where it begins; above the axis.
        """
        shown = np.flatnonzero(heights)
        size, at = np.zeros((2, len(shown), 1, 3))
        size[..., 0], size[..., 1] = 0.9 * self.pitch, heights[shown, None]
        at[..., 0], at[..., 1] = self.pitch * shown[:, None], low[shown, None]
        points = unit_letter(base) * size + (at + self.axis.get_start())
        return np.asarray(points.reshape(-1, 3))

    def at(self, position: float) -> np.ndarray:
        """Return the place on the axis where a position begins."""
        return np.asarray(self.axis.get_start() + position * self.pitch * RIGHT)
