"""Counts as areas: blocks of little squares, one for each multiply-add."""

from collections.abc import Sequence

from manim import DOWN, RIGHT, UP, ManimColor, Rectangle, VGroup

GAP = 0.07  # between blocks, in units


class BlockRows(VGroup):
    """The same rectangles, stacked, at each of many places, in reading order.

    Parameters
    ----------
    n
        Number of places.
    per_row
        Places side by side.
    shapes
        (wide, high) of each rectangle of a place, in multiply-adds, the lowest first.
    colors
        One a rectangle.
    cell
        Side of one multiply-add's square, in units.
    """

    def __init__(
        self,
        n: int,
        per_row: int,
        shapes: Sequence[tuple[int, int]],
        colors: Sequence[ManimColor],
        *,
        cell: float,
    ) -> None:
        super().__init__()
        wide = cell * max(shape[0] for shape in shapes)
        high = cell * sum(shape[1] for shape in shapes)
        self.places = VGroup()
        self.layers = [VGroup() for _ in shapes]  # rectangle j of every place
        for k in range(n):
            corner = (k % per_row) * (wide + GAP) * RIGHT
            corner = corner + (k // per_row) * (high + 2 * GAP) * DOWN
            place, up = VGroup(), 0.0
            for (columns, rows), color, layer in zip(
                shapes, colors, self.layers, strict=True
            ):
                block = Rectangle(width=cell * columns, height=cell * rows)
                block.set_stroke(width=0).set_fill(color, 1)
                middle = cell * columns / 2 * RIGHT + (up + cell * rows / 2) * UP
                place.add(block.move_to(corner + middle))
                layer.add(block)
                up += cell * rows
            self.places.add(place)
        self.add(self.places)
        self.center()
