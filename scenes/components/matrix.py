"""A matrix of true numbers: rows and columns between square brackets."""

from collections.abc import Sequence

from manim import DOWN, RIGHT, UP, FadeIn, Succession, VGroup, VMobject

from scenes.components.number import Number
from scenes.frame import theme

LIP = 0.1  # length of the short strokes of a bracket, in units
DROP = 0.4  # s for each number of a product


class Matrix(VGroup):
    """Numbers in rows and columns; a column's numbers end at the same place.

    Parameters
    ----------
    rows
        The numbers, row by row, all rows equally long.
    pitch
        Distance from row to row, in units.
    gap
        Space between columns, in units.
    """

    def __init__(
        self, rows: Sequence[Sequence[Number]], *, pitch: float = 0.46, gap: float = 0.3
    ) -> None:
        super().__init__()
        self.numbers = [number for row in rows for number in row]  # row by row
        self.rows = VGroup(*(VGroup(*row) for row in rows))
        right = 0.0
        for column in zip(*rows, strict=True):
            right += max(number.width for number in column)
            for k, number in enumerate(column):
                number.move_to(right * RIGHT, aligned_edge=RIGHT)
                number.shift((-k * pitch - number.baseline) * UP)
            right += gap
        middle = self.rows.get_center()
        tall = len(rows) * pitch / 2 + 0.04
        ends = self.rows.width / 2 + 0.14
        self.brackets = VGroup(
            *(self._bracket(side * ends, tall, -side) for side in (-1, 1))
        ).shift(middle)
        self.add(self.rows, self.brackets)

    def _bracket(self, x: float, tall: float, inward: int) -> VMobject:
        """Draw one bracket at x, its lips pointing inward."""
        corners = [x * RIGHT + y for y in (tall * UP, tall * DOWN)]
        lip = inward * LIP * RIGHT
        bracket = VMobject().set_points_as_corners(
            [corners[0] + lip, *corners, corners[1] + lip]
        )
        return bracket.set_stroke(theme.current().ink, theme.AXIS)

    def multiply(self, product: "Matrix") -> Succession:
        """Let the numbers of a product of one row fall, each from under its column.

        Parameters
        ----------
        product
            What a row times this matrix is; it has as many columns.
        """
        lowest, foot = self.rows[-1], self.brackets.get_bottom()
        return Succession(
            *(
                FadeIn(number, target_position=[over.get_x(), foot[1], 0])
                for number, over in zip(product.numbers, lowest, strict=True)
            ),
            run_time=DROP * len(product.numbers),
        )
