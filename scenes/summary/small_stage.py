"""What all small pictures share: a room to stand in, a plane, a replay, a curve."""

from collections.abc import Sequence
from typing import Any

from manim import Animation, Create, Mobject, VGroup, linear

from scenes.components.contours import Contours
from scenes.components.dashes import dashes
from scenes.components.map_network import small_plane
from scenes.components.plot import Plot, Range
from scenes.components.replay import Replay
from scenes.components.scale import Scale
from scenes.components.text import Label
from scenes.frame import theme
from scenes.frame.apart import stand_apart
from scenes.frame.rooms import Room
from scenes.lesson.lesson import Lesson

Picture = tuple[Mobject, list[Animation]]  # what is there at once, how it replays
Place = tuple[float, float]
LEVELS = (0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0)
RUN = 5.0  # s
TOP_LOSS = 2.6


class SmallStage:
    """Draws for a lesson whose result is that of the summary.

    Parameters
    ----------
    lesson
        The scene.
    """

    def __init__(self, lesson: Lesson) -> None:
        self.lesson, self.values = lesson, lesson.values

    def replay(
        self, moving: Sequence[Mobject], draw: Any, n: int, *, early: bool = True
    ) -> Replay:
        """Replay n pictures."""
        return Replay(moving, [draw], n - 1, early=early, run_time=RUN)

    def last(self, picture: Picture) -> Mobject:
        """Return a picture as its replay leaves it."""
        there, moves = picture
        for move in moves:
            move.interpolate(1)
        return there

    def plane(self, room: Room, path: str) -> Plot:
        """Draw a framed plane that fills the room."""
        return self.framed(room, *self.values(path))

    def framed(self, room: Room, x: Scale | Range, y: Scale | Range) -> Plot:
        """Draw a framed plane of these ranges."""
        return small_plane(x, y, (room.width, room.height)).move_to(room.middle)

    def small(self, words: str, role: str, *, patch: bool = False) -> Label:
        """Write words in the smallest type."""
        style = {"pixels": theme.SMALLEST, "color": theme.role(role)}
        return self.lesson.text(words, patch=patch, **style)

    def slope(self, room: Room) -> tuple[Plot, Contours]:
        """Draw the level lines of the enzyme's loss."""
        plot = self.plane(room, "hill.plane")
        low, high = zip(plot.x_range, plot.y_range, strict=True)
        guide, heights = (low, high), self.values("hill.heights")
        return plot, Contours(plot, heights, LEVELS, guide=guide)

    def losses(self, room: Room, *curves: tuple[str, str, bool, str, Place]) -> Picture:
        """Draw losses of the wide network.

        Parameters
        ----------
        curves
            Of each: its place in the result, role, whether it is dashed, its name
            and where that stands: a step, and the share of the height.
        """
        steps = self.values("memory.steps")
        highest = max(float(self.values(path).max()) for path, *_ in curves)
        top = max(TOP_LOSS, highest)
        plot = self.framed(room, (0, steps[-1]), (0, top))
        names, growing = VGroup(), list[Animation]()
        for path, role, dashed, words, at in curves:
            curve = plot.curve(steps, self.values(path), color=theme.role(role))
            curve.set_stroke(width=theme.EDGE)
            drawn = dashes(curve, 22) if dashed else curve
            growing.append(Create(drawn, run_time=RUN, rate_func=linear))
            name = self.small(words, role, patch=True)
            names.add(name.move_to(plot.at(at[0], at[1] * top)))
        stand_apart(names)
        return VGroup(plot, names.set_z_index(2)), growing
