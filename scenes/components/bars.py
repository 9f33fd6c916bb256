"""Shares from 0 to 1 as bars in rows: name, bar, value, spread."""

from collections.abc import Sequence

from manim import LEFT, RIGHT, UP, Line, Rectangle, VGroup

from scenes import theme
from scenes.components.number import Number
from scenes.components.text import Label

BAR = 0.34  # height of a bar, in units


class Bars(VGroup):
    """Rows of bars over one scale from 0 to 1.

    Parameters
    ----------
    names
        Stand at the start of the rows, right-aligned.
    numbers
        The values; stand at the end of the bars.
    spreads
        Standard deviation of each, drawn as a line at the bar's end.
    width
        Length of the whole scale, in units.
    best
        Row that is set off by colour.
    pitch
        Distance between rows, in units.
    names_over
        Let the names stand over their bars, from the left.
    """

    def __init__(
        self,
        names: Sequence[Label],
        numbers: Sequence[Number],
        spreads: Sequence[float],
        *,
        width: float,
        best: int | None = None,
        pitch: float = 0.66,
        names_over: bool = False,
    ) -> None:
        super().__init__()
        self.width_of_scale = width
        self.rows, self.bars = VGroup(), VGroup()
        for k, (name, number, spread) in enumerate(
            zip(names, numbers, spreads, strict=True)
        ):
            y = -k * pitch * UP
            if names_over:
                name.move_to(y + 0.05 * RIGHT, aligned_edge=LEFT)
                name.shift((y[1] + 0.28 - name.baseline) * UP)
            else:
                name.move_to(0.2 * LEFT + y, aligned_edge=RIGHT)
            bar = Rectangle(width=width * number.value, height=BAR)
            bar.set_fill(theme.role("train" if k == best else "muted"), 1)
            bar.set_stroke(width=0).move_to(y, aligned_edge=LEFT)
            end = width * number.value * RIGHT + y
            whisker = Line(end + width * spread * LEFT, end + width * spread * RIGHT)
            whisker.set_stroke(theme.role("ink"), theme.AXIS)
            number.move_to(end + (width * spread + 0.2) * RIGHT, aligned_edge=LEFT)
            line = y[1] - 0.1 if names_over else name.baseline
            number.shift((line - number.baseline) * UP)
            self.bars.add(VGroup(bar, whisker))
            self.rows.add(VGroup(name, number))
        self.start = Line(
            (0.6 if names_over else 0.4) * UP, ((len(names) - 1) * pitch + 0.4) * -UP
        )
        self.start.set_stroke(theme.role("muted"), theme.AXIS)
        self.add(self.start, self.bars, self.rows)
