"""A sum as bars: each term starts where the one before it ended."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from manim import DOWN, RIGHT, UP, Line, ManimColor, Rectangle, VGroup

from scenes.components.network import signed_color
from scenes.components.plot import Tick
from scenes.components.scale import Linear, tick_spec
from scenes.frame import theme

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
        room = 0.06 * float(np.ptp(stops) or 1.0)  # all terms may be zero
        self.range = Linear(stops.min() - room, stops.max() + room)
        self.width_of_scale, self.pitch = width, pitch
        self.foot = -(len(terms) + 1) * pitch
        self.frame = self._frame()
        self.bars = VGroup(
            *(
                self._bar(row, start, end, signed_color(end - start))
                for row, (start, end) in enumerate(pairwise(stops))
            )
        )
        # A thin line leads from the end of each bar to the start of the next.
        self.leads = VGroup(
            *(self._lead(row, stop) for row, stop in enumerate(stops[1:]))
        )
        ink = theme.current().ink
        self.total = self._bar(len(terms), 0.0, float(stops[-1]), ink)
        self.add(self.frame, self.leads, self.bars, self.total)

    def _frame(self) -> VGroup:
        """Draw the scale with its ticks, and a line at zero."""
        muted = theme.current().muted
        scale = Line(self.foot * UP, self.width_of_scale * RIGHT + self.foot * UP)
        zero = Line(self.at(0) * RIGHT, self.at(0) * RIGHT + self.foot * UP)
        frame = VGroup(scale, zero).set_stroke(muted, theme.AXIS)
        values = self.range.ticks()
        for value in values:
            tick = Tick(value, tick_spec(values), pixels=theme.SMALLEST, color=muted)
            place = self.at(value) * RIGHT + self.foot * UP
            frame.add(tick.next_to(place, DOWN, buff=0.1))
        return frame

    def at(self, value: float) -> float:
        """Return how far along the scale a value stands, before any move."""
        return float(self.width_of_scale * self.range.portion(value))

    def _row(self, row: int) -> float:
        """Return the height of the middle of a row."""
        return -(row + 0.5) * self.pitch

    def _bar(self, row: int, start: float, end: float, color: ManimColor) -> Rectangle:
        """Draw one bar from value to value."""
        left, right = sorted((self.at(start), self.at(end)))
        bar = Rectangle(width=max(right - left, 0.02), height=BAR)
        bar.set_fill(color, 1).set_stroke(width=0)
        return bar.move_to((left + right) / 2 * RIGHT + self._row(row) * UP)

    def _lead(self, row: int, value: float) -> Line:
        """Draw a line at a value from the foot of a row's bar to the next one's top."""
        x = self.at(value) * RIGHT
        top, foot = self._row(row) - BAR / 2, self._row(row + 1) + BAR / 2
        lead = Line(x + top * UP, x + foot * UP)
        return lead.set_stroke(theme.current().muted, 1.5)
