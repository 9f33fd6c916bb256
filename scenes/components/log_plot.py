"""A plane whose axes are logarithmic: equal distances are equal ratios."""

from collections.abc import Sequence

import numpy as np
from manim import DOWN, LEFT, Line, VGroup

from scenes.components.plot import TICK, Plot, Tick, tick_spec
from scenes.frame import theme


class LogPlot(Plot):
    """Two axes over the logarithms of their values, with the ticks given.

    Parameters
    ----------
    x_range, y_range, x_label, y_label, width, height
        See :class:`~scenes.components.plot.Plot`; the ranges are positive.
    x_ticks, y_ticks
        Values of the ticks, as they are, not their logarithms.
    """

    def __init__(
        self,
        x_range: tuple[float, float],
        y_range: tuple[float, float],
        *,
        x_label: str,
        y_label: str,
        width: float,
        height: float,
        x_ticks: Sequence[float],
        y_ticks: Sequence[float],
    ) -> None:
        super().__init__(
            x_range, y_range, x_label=x_label, y_label=y_label, width=width,
            height=height, x_ticks=(), y_ticks=(),
        )  # fmt: skip
        corner = self.x_axis.get_start()
        for values, side in ((x_ticks, DOWN), (y_ticks, LEFT)):
            for value in values:
                end = (value, y_range[0]) if side is DOWN else (x_range[0], value)
                self.ticks.add(self._tick(value, tick_spec(values), end, side))
        self.y_label.align_to(self.ticks if len(y_ticks) else corner, LEFT)

    def _tick(
        self, value: float, spec: str, end: tuple[float, float], side: np.ndarray
    ) -> VGroup:
        """Draw a mark and its value."""
        muted = theme.current().muted
        at = self.at(*end)
        mark = Line(at, at + TICK * side, stroke_width=theme.AXIS, color=muted)
        figure = Tick(value, spec, pixels=theme.SMALLEST, color=muted)
        return VGroup(mark, figure.next_to(mark, side, buff=0.08))

    def at(self, x: float, y: float) -> np.ndarray:
        """Return the place of a pair of values on screen."""
        corner = self.x_axis.get_start()
        along = self.x_axis.get_end() - corner
        rise = self.y_axis.get_end() - corner
        right, up = (
            np.log(value / low) / np.log(high / low)
            for value, (low, high) in ((x, self.x_range), (y, self.y_range))
        )
        return np.asarray(corner + right * along + up * rise)
