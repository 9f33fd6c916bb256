"""Bars over a logarithmic axis: each gridline is ten times the one below."""

import math
from collections.abc import Sequence
from typing import Any

from manim import LEFT, RIGHT, UP, Line, ManimColor, Rectangle, VGroup, VMobject

from scenes import theme
from scenes.components.plot import TICK, Plot, Tick
from scenes.lookup import MINUS

BAR = 0.62  # of the distance between bars, how much is bar
RAISED = 0.72  # size of an exponent against its base


class Power(Tick):
    """A mark of a logarithmic scale: ten with its exponent raised."""

    def __init__(self, exponent: int, **style: Any) -> None:
        super().__init__(10.0**exponent, ".0e", **style)

    def _set(self, words: str) -> list[VMobject]:
        """Set 1e-06 as ten to the power of minus six."""
        exponent = str(int(words.partition("e")[2].replace(MINUS, "-")))
        base = super()._set("10")
        raised = VGroup(*super()._set(exponent.replace("-", MINUS))).scale(RAISED)
        raised.next_to(base[-1], RIGHT, buff=0.25 * base[-1].width)
        raised.align_to(base[-1], UP).shift(0.3 * base[-1].height * UP)
        return [*base, *raised]


class LogBars(VGroup):
    """One bar a value, from the foot of the axis up to the value's logarithm.

    Parameters
    ----------
    values
        Positive, (n,).
    exponents
        Lowest and highest power of ten on the axis.
    x_label, y_label
        Words under the bars, which are numbered from 1, and over the axis.
    width, height
        Size of the plane, in units.
    color
        Fill of the bars.
    every
        Powers of ten from gridline to gridline.
    """

    def __init__(
        self,
        values: Sequence[float],
        exponents: tuple[int, int],
        *,
        x_label: str,
        y_label: str,
        width: float,
        height: float,
        color: ManimColor,
        every: int = 2,
    ) -> None:
        super().__init__()
        low, high = exponents
        n = len(values)
        self.plane = Plot(
            (0.4, n + 0.6), exponents, x_label=x_label, y_label=y_label,
            width=width, height=height, x_ticks=range(1, n + 1), y_ticks=(),
        )  # fmt: skip
        self.marks, self.lines = VGroup(), VGroup()
        for exponent in range(low, high + 1, every):
            self._mark(exponent)
        self.plane.y_label.align_to(self.marks, LEFT)
        pitch = width / (n + 0.2)
        self.bars = VGroup()
        for k, value in enumerate(values, start=1):
            foot, top = self.plane.at(k, low), self.plane.at(k, math.log10(value))
            bar = Rectangle(width=BAR * pitch, height=top[1] - foot[1])
            bar.set_fill(color, 1).set_stroke(width=0)
            self.bars.add(bar.move_to((foot + top) / 2))
        self.add(self.lines, self.plane, self.marks, self.bars)

    def _mark(self, exponent: int) -> None:
        """Draw a gridline and its power of ten."""
        muted = theme.current().muted
        start, end = (self.plane.at(x, exponent) for x in self.plane.x_range)
        tick = Power(exponent, pixels=theme.LABEL, color=muted)
        self.marks.add(tick.next_to(start, LEFT, buff=TICK + 0.06))
        self.lines.add(Line(start, end).set_stroke(muted, 1, 0.4))
