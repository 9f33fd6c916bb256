"""A sequence logo: at each position letters as tall as their value."""

import numpy as np
from manim import RIGHT, UP, Line, VGroup

from scenes.components.sequence import BASES, base_letters, base_points
from scenes.frame import theme

FAINT = 0.3  # opacity of letters below the axis


class Logo(VGroup):
    """Letters stacked over an axis, the tallest on top; below it what is negative.

    Parameters
    ----------
    values
        (n_positions, 4), the columns A, C, G, T.
    pitch
        Width of a position, in units.
    unit
        Height of a letter of value 1, in units.
    below
        Draw negative values too.
    """

    def __init__(
        self, values: np.ndarray, *, pitch: float, unit: float, below: bool = False
    ) -> None:
        super().__init__()
        self.pitch, self.unit, self.below = pitch, unit, below
        self.axis = Line(np.zeros(3), len(values) * pitch * RIGHT)
        self.axis.set_stroke(theme.role("muted"), theme.AXIS)
        self.above, self.under = base_letters(), base_letters()
        for letters in self.under:
            letters.set_fill(opacity=FAINT)
        self.add(self.axis, *self.above, *self.under)
        self.trace(values)

    def trace(self, values: np.ndarray) -> None:
        """Show other values."""
        pieces: dict[tuple[int, bool], list[np.ndarray]] = {}
        for position, row in enumerate(values):
            for side in (1, -1):
                foot = 0.0
                for base in np.argsort(side * row):
                    height = side * row[base] * self.unit
                    if height <= 0.01 or (side < 0 and not self.below):
                        continue
                    y = foot if side > 0 else -foot - height
                    points = base_points(BASES[base], 0.9 * self.pitch, height)
                    at = self.at(position) + y * UP
                    pieces.setdefault((int(base), side > 0), []).append(points + at)
                    foot += height
        for over, group in ((True, self.above), (False, self.under)):
            for base, letters in enumerate(group):
                shown = pieces.get((base, over), [np.zeros((0, 3))])
                letters.set_points(np.concatenate(shown))

    def at(self, position: float) -> np.ndarray:
        """Return the place on the axis where a position begins."""
        return np.asarray(self.axis.get_start() + position * self.pitch * RIGHT)
