"""Words and numbers in rows and columns."""

from collections.abc import Sequence

from manim import RIGHT, UP, VGroup

from scenes.components.text import Written


class Table(VGroup):
    """Rows of things to read, each on one line; columns are centred.

    Parameters
    ----------
    rows
        The same number of parts in each.
    pitch
        Distance from row to row, in units.
    head
        What is added to the distance under the first row.
    gap
        Distance between columns, in units.
    """

    def __init__(
        self,
        rows: Sequence[Sequence[Written]],
        *,
        pitch: float,
        gap: float = 0.35,
        head: float = 0.0,
    ) -> None:
        super().__init__(*(VGroup(*row) for row in rows))
        left = 0.0
        for column in zip(*rows, strict=True):
            width = max(part.width for part in column)
            for k, part in enumerate(column):
                part.move_to((left + width / 2) * RIGHT)
                down = k * pitch + head * (k > 0)
                part.shift((-down - part.baseline) * UP)
            left += width + gap
