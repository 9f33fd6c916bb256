"""Bars over a logarithmic axis: each gridline is ten times the one below."""

from collections.abc import Sequence

from manim import LEFT, Line, ManimColor, Rectangle, VGroup

from scenes.components.magnitude import PowerTick
from scenes.components.plot import TICK, Plot
from scenes.components.scale import Log
from scenes.frame import theme

BAR = 0.62  # of the distance between bars, how much is bar


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
            (0.4, n + 0.6), Log(10.0**low, 10.0**high), x_label=x_label,
            y_label=y_label, width=width, height=height, x_ticks=range(1, n + 1),
            y_ticks=(),
        )  # fmt: skip
        self.marks, self.lines = VGroup(), VGroup()
        for exponent in range(low, high + 1, every):
            self._mark(exponent)
        self.plane.y_label.align_to(self.marks, LEFT)
        pitch = width / (n + 0.2)
        self.bars = VGroup()
        for k, value in enumerate(values, start=1):
            foot, top = self.plane.at(k, 10.0**low), self.plane.at(k, value)
            bar = Rectangle(width=BAR * pitch, height=top[1] - foot[1])
            bar.set_fill(color, 1).set_stroke(width=0)
            self.bars.add(bar.move_to((foot + top) / 2))
        self.add(self.lines, self.plane, self.marks, self.bars)

    def _mark(self, exponent: int) -> None:
        """Draw a gridline and its power of ten."""
        muted = theme.current().muted
        start, end = (self.plane.at(x, 10.0**exponent) for x in self.plane.x_range)
        tick = PowerTick(exponent, color=muted)
        self.marks.add(tick.next_to(start, LEFT, buff=TICK + 0.06))
        self.lines.add(Line(start, end).set_stroke(muted, 1, 0.4))
