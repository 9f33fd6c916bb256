"""Four stations in a ring, each leading to the next, round and round."""

from collections.abc import Sequence

import numpy as np
from manim import Arrow, RoundedRectangle, VGroup

from scenes import theme
from scenes.components.text import Written

BOX = 2.9, 1.15  # width and height of a station, in units
TIP = 0.22  # length of an arrow's tip


class Cycle(VGroup):
    """Stations at the corners of a rectangle, clockwise from the upper left.

    Parameters
    ----------
    contents
        Four groups of words, one a station.
    width, height
        Of the rectangle of the stations' centres, in units.
    """

    def __init__(
        self, contents: Sequence[Written | VGroup], *, width: float, height: float
    ) -> None:
        super().__init__()
        x, y = width / 2, height / 2
        corners = [(-x, y, 0), (x, y, 0), (x, -y, 0), (-x, -y, 0)]
        self.stations, boxes = VGroup(), []
        for content, corner in zip(contents, corners, strict=True):
            box = RoundedRectangle(width=BOX[0], height=BOX[1], corner_radius=0.12)
            box.set_fill(theme.current().panel, 1)
            box.set_stroke(theme.current().muted, theme.EDGE)
            self.stations.add(VGroup(box, content.move_to(box)).move_to(corner))
            boxes.append(box)
        around = zip(boxes, [*boxes[1:], boxes[0]], strict=True)
        self.arrows = VGroup(*(self._arrow(box, after) for box, after in around))
        self.add(self.arrows, self.stations)

    def _arrow(self, box: RoundedRectangle, after: RoundedRectangle) -> Arrow:
        """Draw an arrow from a box to the next."""
        way = np.sign(np.round(after.get_center() - box.get_center(), 6))
        start = box.get_edge_center(way) + 0.1 * way
        end = after.get_edge_center(-way) - 0.1 * way
        return Arrow(
            start, end, buff=0, color=theme.current().ink, stroke_width=theme.CURVE,
            tip_length=TIP, max_stroke_width_to_length_ratio=99,
        )  # fmt: skip
