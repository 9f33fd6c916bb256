"""Counts that grow as bars side by side, as in a race: name, bar, count."""

from collections.abc import Sequence

from manim import LEFT, RIGHT, UP, ManimColor, Rectangle, VGroup

from scenes.components.number import Number
from scenes.components.text import Label

BAR = 0.26  # height of a bar, in units
MIDDLE = 0.1  # of a bar above the line on which name and count stand, in units


class Lanes(VGroup):
    """Rows of a name, a bar and the count at its end, on one scale from 0.

    Parameters
    ----------
    names
        Stand before the bars, right-aligned.
    numbers
        The counts; they go along with the ends of the bars.
    colours
        Of the bars.
    unit
        Length of one count, in units.
    pitch
        Distance from row to row, in units.
    """

    def __init__(
        self,
        names: Sequence[Label],
        numbers: Sequence[Number],
        colours: Sequence[ManimColor],
        *,
        unit: float,
        pitch: float = 0.5,
    ) -> None:
        super().__init__()
        self.unit, self.counts = unit, list(numbers)
        self.names = VGroup(*names)
        self.bars = VGroup()
        for k, (name, number, color) in enumerate(
            zip(names, numbers, colours, strict=True)
        ):
            y = -k * pitch * UP
            bar = Rectangle(width=0.01, height=BAR).set_stroke(width=0)
            bar.set_fill(color, 1).move_to(y, aligned_edge=LEFT)
            name.move_to(y + 0.2 * LEFT, aligned_edge=RIGHT)
            name.shift((y[1] - MIDDLE - name.baseline) * UP)
            self.bars.add(bar)
            self._set_length(k, number.value)
            number.next_to(bar, RIGHT, buff=0.15)
            number.shift((name.baseline - number.baseline) * UP)
        self.add(self.bars, self.names, *self.counts)

    def _set_length(self, k: int, count: float) -> None:
        """Draw a bar as long as a count; the count at its end goes along."""
        bar = self.bars[k]
        left = bar.get_left()
        bar.stretch_to_fit_width(max(self.unit * count, 0.01))
        bar.move_to(left, aligned_edge=LEFT)

    def show_counts(self, counts: Sequence[float]) -> None:
        """Let the bars be as long as other counts; the numbers are shown apart."""
        for k, count in enumerate(counts):
            right = self.bars[k].get_right()
            self._set_length(k, count)
            self.counts[k].shift(self.bars[k].get_right() - right)
