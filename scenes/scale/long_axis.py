"""The long axis of the scale chapter, laid out for the frame: across it, or upright."""

from collections.abc import Mapping
from typing import Any

from manim import DOWN, LEFT, RIGHT, UL, VGroup

from scenes.components.log_axis import Heights, LogAxis, Window
from scenes.components.travel import Travel
from scenes.frame import rooms, shapes

BELOW, LEFT_OF = 1.5, 2.0  # units that ticks and their names take of the frame
FULL = 4.4  # units that labels have above the axis in the widest frame


class LongAxis(LogAxis):
    """An axis as long as the frame is wide or, upright, as high as a tall one.

    Heights of labels are given for the widest frame.

    Parameters
    ----------
    window, powers, words, every
        See :class:`~scenes.components.log_axis.LogAxis`.
    """

    def __init__(
        self,
        window: Window,
        *,
        powers: tuple[int, int],
        words: Mapping[int, str],
        every: int = 1,
    ) -> None:
        room, is_tall = rooms.whole(), shapes.current().is_tall
        if is_tall:
            self.room = room.inside(left=LEFT_OF, bottom=0.4, top=0.1)
        else:
            self.room = room.inside(left=0.24, right=0.24, bottom=BELOW)
        super().__init__(
            window,
            powers=powers,
            words=words,
            every=every,
            width=self.room.height if is_tall else self.room.width,
            reach=self.room.width if is_tall else None,
        )
        self.shift(self.room.edge(LEFT if is_tall else DOWN))

    def rise(self, height: float) -> float:
        """Return how far from the axis something stands, by its height.

        On an upright axis labels hardly meet, so that they can start near it.
        """
        if self.reach is not None:
            return max(0.3, 1.5 * (height - 0.6))
        return height * self.room.height / FULL

    def travel(
        self, window: Window | None = None, *, heights: Heights, **style: Any
    ) -> Travel:
        """Travel along the axis, telling of marks at these heights."""
        rises = {name: self.rise(height) for name, height in heights.items()}
        return Travel(self, window, heights=rises, **style)

    def beside(self, words: VGroup) -> VGroup:
        """Put words where no label stands: top left, or right of an upright axis."""
        if self.reach is not None:
            return words.move_to(self.room.at(0.05, 0.4), aligned_edge=LEFT)
        corner = self.room.edge(UL) + 0.2 * RIGHT + 0.2 * DOWN
        return words.move_to(corner, aligned_edge=UL)
