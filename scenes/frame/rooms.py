"""Rooms of the frame: where a scene puts its main object and what stands beside it.

In a wide or square frame the panel is the right third; in a tall one it is below.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Mobject, VGroup, VMobject

from scenes.frame import shapes
from scenes.frame.safe_area import safe_area

TITLE_LINE = 0.84  # from the top of the safe area to what stands below the title
TITLE_LINES = 0.55  # more for each further line at the head
CHAPTER_LINE = 0.42  # from a chapter's name to the title below it
PANEL_WIDTH = 4.48
FOOT_LINES = 0.36  # more for each further line of a question at the foot
CLEAR = 0.2  # between a plot and a question at the foot
GAP = 0.5  # between main object and panel
PROPORTION = 0.9  # width of a picture in a grid to its height with words
AXES = 1.0, 1.58  # width and height that a plot's ticks and labels take
ORIGIN = 0.75, 0.95  # of these, what is to the left of the axes and below them


class Room(NamedTuple):
    """A rectangle in which things are put, in units."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is."""
        return self.top - self.bottom

    @property
    def middle(self) -> np.ndarray:
        """The point in its middle, (3,)."""
        return self.at(0.5, 0.5)

    def at(self, right: float, up: float) -> np.ndarray:
        """Return the point at these shares of its width and height, (3,)."""
        x = self.left + right * self.width
        return np.array([x, self.bottom + up * self.height, 0.0])

    def edge(self, direction: np.ndarray) -> np.ndarray:
        """Return the point of its edge or corner in a direction such as ``UL``."""
        return self.at((1 + np.sign(direction[0])) / 2, (1 + np.sign(direction[1])) / 2)

    def columns(self, *shares: float, gap: float = GAP) -> list["Room"]:
        """Return rooms side by side, from the left, of widths in these proportions."""
        free = self.width - gap * (len(shares) - 1)
        ends = self.left + np.cumsum([0, *shares]) / sum(shares) * free
        return [
            self._replace(left=float(a + gap * k), right=float(b + gap * k))
            for k, (a, b) in enumerate(pairwise(ends))
        ]

    def rows(self, *shares: float, gap: float = GAP) -> list["Room"]:
        """Return rooms one below the other, from the top, in these proportions."""
        free = self.height - gap * (len(shares) - 1)
        ends = self.top - np.cumsum([0, *shares]) / sum(shares) * free
        return [
            self._replace(top=float(a - gap * k), bottom=float(b - gap * k))
            for k, (a, b) in enumerate(pairwise(ends))
        ]

    def parts(self, *shares: float, gap: float = GAP) -> list["Room"]:
        """Return columns, or rows in a tall frame."""
        cut = self.rows if shapes.current().is_tall else self.columns
        return cut(*shares, gap=gap)

    def along(self, *shares: float, gap: float = GAP) -> list["Room"]:
        """Return parts along its longer side: rows of a high one, columns of a wide."""
        cut = self.rows if self.height > self.width else self.columns
        return cut(*shares, gap=gap)

    def grid(
        self, n: int, gap: float = GAP, proportion: float = PROPORTION
    ) -> list["Room"]:
        """Return n rooms in rows, so many a row that pictures in them are largest.

        The last row may have fewer; it stands in the middle.
        """
        n_columns = max(
            range(1, n + 1),
            key=lambda k: min(self.width / k, proportion * self.height / -(-n // k)),
        )
        rows = self.rows(*(1,) * -(-n // n_columns), gap=gap)
        cells = [c for row in rows for c in row.columns(*(1,) * n_columns, gap=gap)]
        n_last = n - n_columns * (len(rows) - 1)
        inset = (n_columns - n_last) * (cells[0].width + gap) / 2
        last = [c.inside(left=inset, right=-inset) for c in cells[n - n_last : n]]
        return [*cells[: n - n_last], *last]

    def across(self, *shares: float, gap: float = GAP) -> list["Room"]:
        """Return rows, or columns in a tall frame: for what :meth:`parts` are of."""
        cut = self.columns if shapes.current().is_tall else self.rows
        return cut(*shares, gap=gap)

    def inside(
        self, left: float = 0, bottom: float = 0, right: float = 0, top: float = 0
    ) -> "Room":
        """Return what is left of it when so much is cut from each side."""
        return Room(
            self.left + left, self.bottom + bottom, self.right - right, self.top - top
        )


def whole() -> Room:
    """Return all of the frame between the title and the captions."""
    left, bottom, right, top = safe_area(captions=True)
    head = TITLE_LINE + TITLE_LINES * extra_lines()
    foot = FOOT_LINES * foot_lines()
    return Room(left, bottom + foot, right, top - head)


def main() -> Room:
    """Return the room of the main object: the left two thirds, or the upper part."""
    room = whole()
    if shapes.current().is_tall:
        return room._replace(bottom=room.bottom + 0.48 * room.height)
    return room._replace(right=room.right - PANEL_WIDTH - GAP)


def asked() -> Room:
    """Return the room of a main object that keeps clear of a question at the foot.

    In a tall frame the panel is between the two.
    """
    return main().inside(bottom=0 if shapes.current().is_tall else CLEAR)


def panel() -> Room:
    """Return the room of numbers and notes: the right third, or the lower part."""
    room = whole()
    if shapes.current().is_tall:
        return room._replace(top=room.bottom + 0.48 * room.height - GAP)
    return room._replace(left=room.right - PANEL_WIDTH)


def pair(upper: float) -> tuple[Room, Room]:
    """Return the rooms of main object and panel.

    In a tall frame the first is so many times as high as the second.
    """
    if not shapes.current().is_tall:
        return main(), panel()
    high, low = whole().rows(upper, 1)
    return high, low


def above(foot: Mobject, gap: float = GAP) -> Room:
    """Return all of the frame between the title and what stands at the foot."""
    return whole()._replace(bottom=float(foot.get_top()[1]) + gap)


def plot_size(room: Room) -> dict[str, Any]:
    """Return width and height of the plane of a plot that fills a room."""
    return {"width": room.width - AXES[0], "height": room.height - AXES[1]}


def origin(room: Room) -> np.ndarray:
    """Return where the axes of a plot that fills a room meet, (3,).

    Plots put there have their axes at one height, whatever their labels are.
    """
    return np.array([room.left + ORIGIN[0], room.bottom + ORIGIN[1], 0.0])


def true_room(room: Room, ratio: float) -> Room:
    """Return the part of a room whose plot has this height over its width."""
    size = plot_size(room)
    width = min(size["width"], size["height"] / ratio)
    x, y = (size["width"] - width) / 2, (size["height"] - ratio * width) / 2
    return room.inside(x, y, x, y)


def extra_lines() -> int:
    """Return how many lines the head of the frame has besides one of the title."""
    return {"1:1": 1, "9:16": 2}.get(shapes.current().name, 0)


def foot_lines() -> int:
    """Return how many lines a question may have besides one."""
    return {"16:9": 0, "9:16": 2}.get(shapes.current().name, 1)


def flow(
    groups: Sequence[VMobject], room: Room, buff: float = 0.5, gap: float = GAP
) -> VGroup:
    """Put mobjects one below the other into the middle of a room.

    Where they are higher than the room, they stand in two columns, all from the left.
    """
    column = VGroup(*groups).arrange(DOWN, buff=buff, aligned_edge=LEFT)
    if column.height > room.height and len(groups) > 1:
        heights = np.cumsum([group.height for group in groups])
        cut = 1 + int(np.argmin(np.abs(heights[:-1] - heights[-1] / 2)))
        for half in (groups[:cut], groups[cut:]):
            VGroup(*half).arrange(DOWN, buff=buff, aligned_edge=LEFT)
        VGroup(*groups[cut:]).next_to(
            VGroup(*groups[:cut]), RIGHT, gap, aligned_edge=UP
        )
    return column.move_to(room.middle)


def fit(mobject: Mobject, room: Room) -> Mobject:
    """Make a drawing without type as large as its room allows, and put it there."""
    factor = min(room.width / mobject.width, room.height / mobject.height)
    return mobject.scale(factor).move_to(room.middle)
