"""A sum as bars: each term starts where the one before it ended."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from manim import DOWN, RIGHT, UP, Line, ManimColor, Rectangle, VGroup

from scenes import theme
from scenes.components.network import signed_color
from scenes.components.plot import Tick, round_ticks, tick_spec

BAR = 0.36  # height of a bar, in units


class Waterfall(VGroup):
    """Bars in rows over one scale: the terms, then their total.

    Parameters
    ----------
    terms
        The values that are added, in order.
    width
        Length of the scale, in units.
    pitch
        Distance between rows, in units.
    """

    def __init__(
        self, terms: Sequence[float], *, width: float, pitch: float = 0.65
    ) -> None:
        super().__init__()
        stops = np.concatenate([[0.0], np.cumsum(terms)])
        room = 0.06 * (stops.max() - stops.min())
        self.low, self.high = stops.min() - room, stops.max() + room
        self.width_of_scale, self.pitch = width, pitch
        colours = theme.current()
        n_rows = len(terms) + 1
        self.foot = -n_rows * pitch
        self.scale_line = Line(self.foot * UP, width * RIGHT + self.foot * UP)
        self.zero = Line(self.at(0) * RIGHT, self.at(0) * RIGHT + self.foot * UP)
        self.frame = VGroup(self.scale_line, self.zero)
        self.frame.set_stroke(colours.muted, theme.AXIS)
        values = round_ticks(self.low, self.high)
        for value in values:
            tick = Tick(
                value, tick_spec(values), pixels=theme.SMALLEST, color=colours.muted
            )
            place = self.at(value) * RIGHT + self.foot * UP
            self.frame.add(tick.next_to(place, DOWN, buff=0.1))
        self.bars = VGroup(
            *(self._bar(row, start, end, signed_color(end - start))
              for row, (start, end) in enumerate(pairwise(stops)))
        )  # fmt: skip
        self.total = self._bar(len(terms), 0.0, float(stops[-1]), colours.signal)
        self.add(self.frame, self.bars, self.total)

    def at(self, value: float) -> float:
        """Return how far along the scale a value stands, before any move."""
        share = (value - self.low) / (self.high - self.low)
        return float(self.width_of_scale * share)

    def _bar(self, row: int, start: float, end: float, color: ManimColor) -> Rectangle:
        """Draw one bar from value to value."""
        left, right = sorted((self.at(start), self.at(end)))
        bar = Rectangle(width=max(right - left, 0.02), height=BAR)
        bar.set_fill(color, 1).set_stroke(width=0)
        middle = (left + right) / 2 * RIGHT
        return bar.move_to(middle - (row + 0.5) * self.pitch * UP)
