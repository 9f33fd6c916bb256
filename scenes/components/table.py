"""Words and numbers in rows and columns, aligned on their right edges."""

from collections.abc import Sequence

from manim import DOWN, RIGHT, VGroup

from scenes.components.text import Written


class Table(VGroup):
    """Rows of things to read; every column ends at one line.

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
        right = 0.0
        for column in zip(*rows, strict=True):
            right += max(part.width for part in column)
            for k, part in enumerate(column):
                down = k * pitch + head * (k > 0)
                part.move_to(right * RIGHT + down * DOWN, aligned_edge=RIGHT)
            right += gap
