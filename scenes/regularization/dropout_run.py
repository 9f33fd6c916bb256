"""Dropout on screen: for one bird, which neurons are on in each step of training."""

from manim import DOWN, LEFT, RIGHT, VGroup

from scenes.components.replay import Replay
from scenes.components.text import InLine
from scenes.components.wide_network import WideNetwork
from scenes.frame import rooms, theme
from scenes.lesson.lesson import Lesson

LONGEST = 11.6  # of the hidden layer, in units


class DropoutRun:
    """The wide network, its ends' names and a line of counters.

    Parameters
    ----------
    lesson
        The scene; its result has ``dropped``, see
        :mod:`nnsim.experiments.regularization`.
    """

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.on = lesson.values("dropped.on")
        style = {"pixels": theme.BODY}
        muted = theme.role("muted")
        self.step = lesson.number("dropped.steps[0]", "d", **style)
        self.n_on = lesson.number("dropped.n_on[0]", "d", **style)
        self.count = InLine(
            lesson.line("one bird, step", self.step),
            lesson.line("on:", self.n_on, "of {config.hidden_width}"),
            buff=0.8,
        ).move_to(rooms.whole().edge(DOWN), aligned_edge=DOWN)  # fmt: skip
        room = rooms.above(self.count)
        self.net = WideNetwork(
            lesson.values("dropped.W"), width=min(LONGEST, room.width - 0.2),
            height=room.height - 1.0,
        ).move_to(room.middle)  # fmt: skip
        (length, mass), (output,) = self.net.units[0], self.net.units[2]
        self.names = VGroup(
            lesson.text("bill length", color=muted).next_to(length, LEFT, buff=0.2),
            lesson.text("body mass", color=muted).next_to(mass, RIGHT, buff=0.2),
            lesson.text("male?", color=theme.role("class_b")).next_to(
                output, RIGHT, buff=0.2
            ),
        )

    def replay(self, run_time: float) -> Replay:
        """Return the animation of the first steps."""
        follow = self.lesson.follow
        draw = [
            lambda k: self.net.show_on(self.on[k]),
            follow(self.step, "dropped.steps[{k}]"),
            follow(self.n_on, "dropped.n_on[{k}]"),
        ]
        moving = [self.net, self.step, self.n_on]
        return Replay(moving, draw, len(self.on) - 1, early=False, run_time=run_time)
