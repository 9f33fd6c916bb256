"""Four stations in a ring, each leading to the next, round and round."""

from collections.abc import Sequence

import numpy as np
from manim import UP, Arrow, RoundedRectangle, VGroup

from scenes.components.text import Written
from scenes.frame import theme

BOX = 2.9, 1.15  # width of a station at most, and its height, in units
SHARE = 0.36  # of the ring's width that a station takes at most
LINES = 0.09, -0.36  # where both lines of words stand, from a station's middle
TIP = 0.22  # length of an arrow's tip


class Cycle(VGroup):
    """Stations in the corners of a rectangle, clockwise from the upper left.

    Parameters
    ----------
    contents
        Of each of four stations its name and what happens there.
    width, height
        Of the whole ring, in units.
    """

    def __init__(
        self,
        contents: Sequence[tuple[Written, Written]],
        *,
        width: float,
        height: float,
    ) -> None:
        super().__init__()
        size = min(BOX[0], SHARE * width), BOX[1]
        x, y = (width - size[0]) / 2, (height - size[1]) / 2
        corners = np.array([[-x, y, 0], [x, y, 0], [x, -y, 0], [-x, -y, 0]])
        self.stations, boxes = VGroup(), []
        for words, corner in zip(contents, corners, strict=True):
            box = RoundedRectangle(width=size[0], height=size[1], corner_radius=0.12)
            box.set_fill(theme.current().panel, 1)
            box.set_stroke(theme.current().muted, theme.EDGE)
            for line, y in zip(words, LINES, strict=True):
                line.move_to(box).shift((y - line.baseline) * UP)
            self.stations.add(VGroup(box, *words).shift(corner))
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
