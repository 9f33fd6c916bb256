"""A matrix of weights as a heat map: colour, sign mark and size say each value."""

import numpy as np
from manim import DOWN, RIGHT, UP, Square, VGroup, VMobject

from scenes.components.network import signed_color
from scenes.frame import theme

STRENGTH = 0.75  # how far the largest weight's cell goes to its full colour
RIM = 7.0  # strokes of small cells, in Manim's points for a unit of their side
MARK = 0.62  # length of the largest weight's mark, as a share of the cell


def sign_mark(value: float, length: float) -> VMobject:
    """Return a plus or a minus of this length, for those who see no colour."""
    arms = [RIGHT] if value < 0 else [RIGHT, UP]
    mark = VMobject()
    for arm in arms:
        mark.start_new_path(-length / 2 * arm)
        mark.add_line_to(length / 2 * arm)
    return mark.set_stroke(theme.current().ink, theme.EDGE)


class WeightMatrix(VGroup):
    """One row a neuron, one column an input, as in ``W``; or one column, as ``b``.

    Parameters
    ----------
    values
        (n_out, n_in).
    cell
        Side of a cell, in units.
    largest
        Size that gets full colour; the largest of the values if None.
    """

    def __init__(
        self, values: np.ndarray, *, cell: float, largest: float | None = None
    ) -> None:
        super().__init__()
        top = float(np.abs(values).max()) if largest is None else largest
        self.rows = VGroup()
        for j, row in enumerate(values):
            drawn = VGroup()
            for i, value in enumerate(row):
                at = cell * (i * RIGHT + j * DOWN)
                drawn.add(self._cell(float(value), cell, top).shift(at))
            self.rows.add(drawn)
        self.add(self.rows)
        self.center()

    def _cell(self, value: float, cell: float, largest: float) -> VGroup:
        """Draw one weight."""
        colours = theme.current()
        share = min(abs(value) / largest, 1.0) if largest else 0.0
        color = colours.panel.interpolate(signed_color(value), STRENGTH * share)
        square = Square(side_length=cell).set_fill(color, 1)
        square.set_stroke(colours.paper, min(theme.AXIS, RIM * cell))
        length = cell * MARK * (0.25 + 0.75 * share)
        mark = sign_mark(value, length)
        return VGroup(square, mark.set_stroke(width=min(theme.EDGE, RIM * cell)))

    def frame_row(self, j: int) -> Square:
        """Return a frame around the row of neuron j."""
        row = self.rows[j]
        frame = Square(side_length=1).stretch_to_fit_width(row.width)
        frame.stretch_to_fit_height(row.height).move_to(row)
        return frame.set_stroke(theme.current().ink, theme.CURVE).set_z_index(2)
