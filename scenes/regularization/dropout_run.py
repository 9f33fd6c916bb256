"""Dropout on screen: for one bird, which neurons are on in each step of training."""

from manim import DOWN, LEFT, RIGHT, VGroup

from scenes.components.text import InLine
from scenes.components.wide_network import WideNetwork
from scenes.drawings.question_plane import QuestionPlane
from scenes.drawings.run_panel import Counter, RunPanel, View
from scenes.frame import rooms, theme
from scenes.lesson.lesson import Lesson

LONGEST = 11.6  # of the hidden layer, in units


class DropoutRun(RunPanel):
    """The wide network, its ends' names and a line of counters.

    Parameters
    ----------
    lesson
        The scene; its result has ``dropped``, see
        :mod:`nnsim.experiments.regularization`.
    """

    def __init__(self, lesson: Lesson) -> None:
        on, muted = lesson.values("dropped.on"), theme.role("muted")
        of_all = "of {config.hidden_width}"
        counters = (
            Counter(lesson, "one bird, step", "dropped.steps[{k}]"),
            Counter(lesson, "on:", "dropped.n_on[{k}]", after=of_all),
        )
        self.count = InLine(*counters, buff=0.8)
        self.count.move_to(rooms.whole().edge(DOWN), aligned_edge=DOWN)
        room = rooms.above(self.count)
        self.net = WideNetwork(
            lesson.values("dropped.W"), width=min(LONGEST, room.width - 0.2),
            height=room.height - 1.0,
        ).move_to(room.middle)  # fmt: skip
        (length, mass), (output,) = self.net.units[0], self.net.units[2]
        question = QuestionPlane(lesson)
        self.names = VGroup(
            question.feature(0, color=muted).next_to(length, LEFT, buff=0.2),
            question.feature(1, color=muted).next_to(mass, RIGHT, buff=0.2),
            question.ask().next_to(output, RIGHT, buff=0.2),
        )
        super().__init__(on, [View.of(self.net.show_on, on, self.net)], counters)
