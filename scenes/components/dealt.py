"""Many things dealt into rows, such as samples into batches; two orders of them."""

from collections.abc import Sequence

import numpy as np
from manim import DOWN, RIGHT, ManimColor, Rectangle, VGroup, VMobject

from scenes.components.plot import draw_marker, rim
from scenes.frame import theme


class DealtRows(VGroup):
    """A mark for each thing, row after row; all of a class are one mobject.

    Parameters
    ----------
    classes
        (n,) class of each thing, 0, 1, 2, …
    per_row
        Things in a row; the last row may be shorter.
    colors, markers
        One of each a class.
    pitch
        From mark to mark and from row to row, in units.
    size
        Radius of a mark, in units.
    """

    def __init__(
        self,
        classes: np.ndarray,
        per_row: int,
        colors: Sequence[ManimColor],
        markers: Sequence[str],
        *,
        pitch: tuple[float, float],
        size: float,
    ) -> None:
        super().__init__()
        self.classes, self.per_row, self.pitch, self.size = (
            classes, per_row, pitch, size,
        )  # fmt: skip
        self.shapes = [draw_marker(marker, size).points for marker in markers]
        self.n_rows = -(-len(classes) // per_row)
        across, down = (n - 1 for n in (per_row, self.n_rows))
        area = Rectangle(width=across * pitch[0], height=down * pitch[1])
        self.area = area.set_stroke(width=0).set_fill(opacity=0)
        self.clouds = VGroup(
            *(
                VMobject()
                .set_fill(color, 1)
                .set_stroke(theme.current().paper, rim(marker, size))
                for color, marker in zip(colors, markers, strict=True)
            )
        )
        self.add(self.area, self.clouds)
        order = np.arange(len(classes))
        for cloud, points in zip(self.clouds, self.dealt(order), strict=True):
            cloud.set_points(points)

    def place(self, k: int) -> np.ndarray:
        """Return the place of the k-th mark."""
        row, column = divmod(k, self.per_row)
        corner = self.area.get_corner((-1, 1, 0))
        step = column * self.pitch[0] * RIGHT + row * self.pitch[1] * DOWN
        return np.asarray(corner + step)

    def dealt(self, order: np.ndarray) -> list[np.ndarray]:
        """Return the outlines of each class if things lie in this order.

        Parameters
        ----------
        order
            (n,) the thing at each place. Within a class the outlines come in the
            order of the things, so that each mark moves from its place to its place.
        """
        at = np.empty(len(order), dtype=int)
        at[order] = np.arange(len(order))
        places = np.array([self.place(int(k)) for k in at])
        return [
            (shape + places[self.classes == k][:, None]).reshape(-1, 3)
            for k, shape in enumerate(self.shapes)
        ]

    def frame(self, row: int, n: int) -> Rectangle:
        """Return a frame around the first n marks of a row."""
        buff = 2.2 * self.size
        frame = Rectangle(
            width=(n - 1) * self.pitch[0] + 2 * buff, height=0.84 * self.pitch[1]
        )
        first, last = (self.place(row * self.per_row + column) for column in (0, n - 1))
        frame.set_stroke(theme.current().muted, theme.AXIS)
        return frame.move_to((first + last) / 2)
