"""A run of three species on screen: the regions change while the loss curve grows."""

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Mobject, VGroup

from scenes.components.class_field import ClassField
from scenes.components.field import Border
from scenes.components.number import Number
from scenes.components.plot import Plot
from scenes.components.replay import Draw, Replay
from scenes.components.text import InLine
from scenes.drawings.bird_plane import BirdPlane
from scenes.frame import theme
from scenes.frame.rooms import AXES, Room
from scenes.lesson.true_numbers import TrueNumbers


class EpochRun:
    """What is drawn of a run, picture by picture.

    Parameters
    ----------
    lesson
        The scene.
    plane
        Plot of the two inputs.
    path
        Place of a run with ``losses``, ``wrong``, ``fields`` and ``borders``.
    count
        Name in the run of what is counted along x, and how it is called.
    losses
        Range of the loss axis.
    room
        Where loss curve and counters stand.
    """

    def __init__(
        self,
        lesson: TrueNumbers,
        plane: Plot,
        path: str,
        count: tuple[str, str],
        losses: tuple[float, float],
        room: Room,
    ) -> None:
        self.lesson, self.path = lesson, path
        self.counted = f"{path}.{count[0]}"
        self.times = lesson.values(self.counted)
        self.fields = lesson.values(f"{path}.fields")
        self.borders = lesson.values(f"{path}.borders")
        self.plot = Plot(
            (self.times[0], self.times[-1]), losses, x_label=count[1],
            y_label="mean loss, all birds", width=room.width - AXES[0],
            height=0.39 * room.height,
        )  # fmt: skip
        self._write(count[1])
        self.panel = VGroup(self.plot, self.counters, self.wrong_line)
        self.panel.move_to(room.at(0.5, 0.54))
        y = lesson.values(f"{path}.losses")
        self.corners = self.plot.places(np.stack([self.times, y], axis=1))
        self.curve = self.plot.curve(self.times, y, color=theme.role("loss"))
        self.draw_up_to(0)
        colours = BirdPlane(lesson).colours()
        self.field = ClassField(plane, self.fields[0], colours)
        self.border = Border(plane, self.borders[0])

    def _write(self, counted: str) -> None:
        """Write the counters over the curve and under it."""
        style, color = {"pixels": theme.BODY}, theme.role("loss")
        number, text = self.lesson.number, self.lesson.text
        self.count: Number = number(f"{self.counted}[0]", "d", **style)
        self.loss = number(f"{self.path}.losses[0]", ".3f", color=color, **style)
        self.wrong = number(f"{self.path}.wrong[0]", "d", **style)
        self.counters = InLine(
            InLine(text(counted, **style), self.count),
            InLine(text("loss", color=color, **style), self.loss),
            buff=0.75,
        )
        left = self.plot.y_label.get_left()[0]
        self.counters.next_to(self.plot, UP, buff=0.3).align_to(left * RIGHT, LEFT)
        words = text("of {n_birds} birds, misnamed:", **style)
        self.wrong_line = InLine(words, self.wrong)
        self.wrong_line.next_to(self.plot, DOWN, buff=0.35).align_to(left * RIGHT, LEFT)

    def draw_up_to(self, k: int) -> None:
        """Show the curve up to picture k."""
        corners = self.corners[: k + 1]
        if k == 0:  # a curve of no length, where it starts
            corners = np.repeat(corners, 2, axis=0)
        self.curve.set_points_as_corners(corners)

    def draw(self) -> list[Draw]:
        """Return the functions that show picture k."""
        follow, path = self.lesson.follow, self.path
        return [
            lambda k: self.field.paint(self.fields[k]),
            lambda k: self.border.trace(self.borders[k]),
            self.draw_up_to,
            follow(self.count, f"{self.counted}[{{k}}]"),
            follow(self.loss, f"{path}.losses[{{k}}]"),
            follow(self.wrong, f"{path}.wrong[{{k}}]"),
        ]

    def replay(
        self, run_time: float, *, early: bool, also: tuple[Mobject, Draw] | None = None
    ) -> Replay:
        """Return the animation of the whole run, and of something else beside it."""
        moving: list[Mobject] = [
            self.field, self.border, self.curve, self.count, self.loss, self.wrong,
        ]  # fmt: skip
        draw = self.draw()
        if also is not None:
            moving.append(also[0])
            draw.append(also[1])
        last = len(self.times) - 1
        return Replay(moving, draw, last, early=early, run_time=run_time)
