"""Shares from 0 to 1 as bars in rows: name, bar, value, spread."""

from collections.abc import Sequence

import numpy as np
from manim import DL, LEFT, RIGHT, UP, Line, Rectangle, VGroup

from scenes.components.number import Number
from scenes.components.text import Label
from scenes.frame import theme

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
        Standard deviation of each, drawn as a line at the bar's end; none if NaN, as
        of a single repeat.
    width
        Length of the whole scale, in units.
    best
        Row that is set off by colour.
    pitch
        Distance between rows, in units.
    thickness
        Height of a bar, in units.
    names_above
        Let the names stand above their bars, for a narrow frame.
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
        thickness: float = BAR,
        names_above: bool = False,
    ) -> None:
        super().__init__()
        self.width_of_scale = width
        self.rows, self.bars = VGroup(), VGroup()
        for k, (name, number, spread) in enumerate(
            zip(names, numbers, spreads, strict=True)
        ):
            y = -k * pitch * UP
            if names_above:
                above = (thickness / 2 + 0.1) * UP
                name.move_to(0.12 * RIGHT + y + above, aligned_edge=DL)
            else:
                name.move_to(0.2 * LEFT + y, aligned_edge=RIGHT)
            bar = Rectangle(width=width * number.value, height=thickness)
            bar.set_fill(theme.role("train" if k == best else "muted"), 1)
            bar.set_stroke(width=0).move_to(y, aligned_edge=LEFT)
            end = width * number.value * RIGHT + y
            parts, reach = VGroup(bar), 0.0
            if not np.isnan(spread):
                reach = width * spread
                whisker = Line(end + reach * LEFT, end + reach * RIGHT)
                parts.add(whisker.set_stroke(theme.role("ink"), theme.AXIS))
            number.move_to(end + (reach + 0.2) * RIGHT, aligned_edge=LEFT)
            if not names_above:
                number.shift((name.baseline - number.baseline) * UP)
            self.bars.add(parts)
            self.rows.add(VGroup(name, number))
        over = thickness / 2 + (0.5 if names_above else 0.23)
        foot = (len(names) - 1) * pitch + thickness / 2 + 0.23
        self.start = Line(over * UP, -foot * UP)
        self.start.set_stroke(theme.role("muted"), theme.AXIS)
        self.add(self.start, self.bars, self.rows)
