"""A weighted sum written out: letters, values and bars, one row for each term."""

from collections.abc import Iterator, Sequence

from manim import LEFT, RIGHT, UP, Rectangle, VGroup

from scenes.components.formula import Formula
from scenes.components.number import Number
from scenes.components.waterfall import Waterfall


class WeightedSum(VGroup):
    """Rows of letter, value and bar; the last row is the total.

    Parameters
    ----------
    letters
        One formula a row.
    numbers
        The value of each row; the last is the sum of the others.
    width
        Length of the scale under the bars, in units.
    pitch
        Distance between rows, in units.
    """

    def __init__(
        self,
        letters: Sequence[Formula],
        numbers: Sequence[Number],
        *,
        width: float,
        pitch: float = 0.65,
    ) -> None:
        super().__init__()
        terms = [number.value for number in numbers[:-1]]
        self.chart = Waterfall(terms, width=width, pitch=pitch)
        ends = max(n.width for n in numbers) + 0.25
        self.numbers = tuple(numbers)
        self.rows = VGroup()
        for k, (letter, number) in enumerate(zip(letters, numbers, strict=True)):
            y = -(k + 0.5) * self.chart.pitch * UP
            number.move_to(0.25 * LEFT + y, aligned_edge=RIGHT)
            letter.move_to((ends + 0.3) * LEFT + y, aligned_edge=RIGHT)
            letter.shift((number.baseline - letter.baseline) * UP)
            self.rows.add(VGroup(letter, number))
        self.add(self.rows, self.chart)

    def steps(self) -> Iterator[tuple[VGroup, VGroup, Rectangle, Number]]:
        """Yield what each row is made of: words, line that leads to it, bar, value."""
        leads = [VGroup(), *(VGroup(lead) for lead in self.chart.leads)]
        bars = [*self.chart.bars, self.chart.total]
        yield from zip(self.rows, leads, bars, self.numbers, strict=True)
