"""A map of named boxes in rows; an arrow leads from each to the next, as in a text."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Arrow, Line, RoundedRectangle, VGroup

from scenes.components.text import Label
from scenes.frame import theme
from scenes.frame.rooms import Room

NAME = 0.28  # from the top of a box to the middle of its name, in units
MARGIN = 0.1  # between the picture in a box and its frame
TIP = 0.16  # length of an arrow's tip
GAP = 0.03  # between an arrow and a box


class BoxMap(VGroup):
    """Boxes in rows, each with its name and room for a picture.

    Parameters
    ----------
    names
        One row of the map each.
    size
        Width and height of a box, in units.
    pitch
        From box to box along a line, and from line to line.
    per_line
        Boxes in each line at most; a longer row takes several.
    """

    def __init__(
        self,
        names: Sequence[Sequence[str]],
        *,
        size: tuple[float, float],
        pitch: tuple[float, float],
        per_line: int | None = None,
    ) -> None:
        super().__init__()
        self.size = size
        self.boxes, self.names = VGroup(), VGroup()
        self.row_of: list[int] = []
        self.line_of: list[int] = []
        for row, words in enumerate(names):
            first = self.line_of[-1] + 1 if self.line_of else 0
            for k, name in enumerate(words):
                line, column = divmod(k, per_line or len(words))
                at = np.array([column * pitch[0], -(first + line) * pitch[1], 0.0])
                box = RoundedRectangle(
                    width=size[0], height=size[1], corner_radius=0.1
                ).move_to(at)
                box.set_stroke(theme.current().muted, theme.AXIS)
                label = Label(name, pixels=theme.SMALLEST)
                label.move_to(at + (size[1] / 2 - NAME) * UP)
                label.shift((at[1] + size[1] / 2 - NAME - 0.1 - label.baseline) * UP)
                self.boxes.add(box)
                self.names.add(label)
                self.row_of.append(row)
                self.line_of.append(first + line)
        pairs = range(len(self.boxes) - 1)
        self.arrows = VGroup(*(self._arrow(k) for k in pairs))
        self.add(self.boxes, self.names, self.arrows)
        self.center()

    def _arrow(self, k: int) -> VGroup:
        """Lead from a box to the next, which may begin a new line."""
        box, after = self.boxes[k], self.boxes[k + 1]
        if self.line_of[k] == self.line_of[k + 1]:
            start, end = box.get_right(), after.get_left()
            return VGroup(_arrow(start + GAP * RIGHT, end + GAP * LEFT))
        start, end = box.get_bottom() + GAP * DOWN, after.get_top() + GAP * UP
        middle = (start[1] + end[1]) / 2 + 2 * GAP
        turns = [np.array([at[0], middle, 0.0]) for at in (start, end)]
        color = theme.current().muted
        lines = (
            Line(*ends, color=color, stroke_width=theme.EDGE)
            for ends in pairwise([start, *turns])
        )
        return VGroup(*lines, _arrow(turns[-1], end))

    def row(self, row: int) -> list[int]:
        """Return the numbers of the boxes in a row."""
        return [k for k, r in enumerate(self.row_of) if r == row]

    def room(self, k: int) -> Room:
        """Return the room for a picture in a box."""
        box = self.boxes[k]
        left, right = (box.get_edge_center(side)[0] for side in (LEFT, RIGHT))
        frame = Room(left, box.get_bottom()[1], right, box.get_top()[1])
        return frame.inside(MARGIN, MARGIN, MARGIN, MARGIN + 1.55 * NAME)


def _arrow(start: np.ndarray, end: np.ndarray) -> Arrow:
    """Draw a short arrow with a small tip."""
    return Arrow(
        start, end, buff=0, color=theme.current().muted, stroke_width=theme.EDGE,
        tip_length=TIP, max_tip_length_to_length_ratio=1,
    )  # fmt: skip
