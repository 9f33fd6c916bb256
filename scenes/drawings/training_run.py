"""A training run on screen: the border bends while the loss curve grows."""

from collections.abc import Callable

import numpy as np
from manim import DOWN, LEFT, UP, ManimColor, VGroup

from scenes.components.field import Border, Field
from scenes.components.number import Number
from scenes.components.plot import Plot
from scenes.components.replay import Replay
from scenes.components.text import InLine
from scenes.frame import theme
from scenes.lesson.lesson import Lesson


class TrainingRun:
    """What is drawn of a history, step by step.

    Parameters
    ----------
    lesson
        The scene; its result has ``history``, ``epochs``, ``wrong`` (n_steps,),
        ``borders`` (one array (n_pieces, 2, 2) a step) and ``fields`` (n_steps, n, n).
    plane
        Plot of the two inputs, in which border and field are drawn.
    low, high
        Colours of the two answers.
    at
        Middle of the loss curve.
    width, height
        Size of its plane, in units.
    """

    def __init__(
        self,
        lesson: Lesson,
        plane: Plot,
        low: ManimColor,
        high: ManimColor,
        at: np.ndarray,
        *,
        width: float = 3.4,
        height: float = 2.3,
    ) -> None:
        self.lesson = lesson
        self.losses = lesson.values("history.train_loss")
        self.fields = lesson.values("fields")
        self.borders = lesson.values("borders")
        color = theme.role("loss")
        self.plot = Plot(
            (0, len(self.losses) - 1), (0, self.losses.max()),
            x_label="step", y_label="mean loss", width=width, height=height,
        ).move_to(at + 0.2 * UP)  # fmt: skip
        epochs = lesson.values("epochs")
        self.whole = self.plot.curve(epochs, self.losses, color=color)
        self.curve = self.whole.copy().pointwise_become_partial(self.whole, 0, 0)
        self.field = Field(plane, self.fields[0], low, high)
        self.border = Border(plane, self.borders[0])
        style = {"pixels": theme.BODY}
        self.step = lesson.number("epochs[0]", "d", **style)
        self.loss = lesson.number("history.train_loss[0]", ".3f", color=color, **style)
        self.counters = InLine(
            lesson.line("step", self.step),
            lesson.line("loss", self.loss, color=color),
            buff=0.75,
        )
        self.counters.next_to(self.plot, UP, buff=0.3, aligned_edge=LEFT)
        self.wrong = lesson.number("wrong[0]", "d", **style)
        self.wrong_line = self._wrong_line(self.wrong)
        self.wrong_line.next_to(self.plot, DOWN, buff=0.35)
        self.panel = VGroup(self.plot, self.counters, self.wrong_line)

    def _wrong_line(self, number: Number) -> InLine:
        """Write how many of all birds are on the wrong side."""
        return self.lesson.line("of", "{n_birds:d}", "birds, wrong:", number)

    def wrong_of(self, at: np.ndarray) -> InLine:
        """Write how many birds are on the wrong side at the end."""
        number = self.lesson.number("wrong[-1]", "d", pixels=theme.BODY)
        return self._wrong_line(number).move_to(at)

    def replay(
        self, run_time: float, *, early: bool, span: tuple[int, int] | None = None
    ) -> Replay:
        """Return the animation of the run, the whole or from step to step."""
        first, last = span or (0, len(self.losses) - 1)
        follow = self.lesson.follow
        draw: list[Callable[[int], object]] = [
            lambda k: self.field.paint(self.fields[k]),
            lambda k: self.border.trace(self.borders[k]),
            lambda k: self.curve.pointwise_become_partial(self.whole, 0, self.share(k)),
            follow(self.step, "epochs[{k}]"),
            follow(self.loss, "history.train_loss[{k}]"),
            follow(self.wrong, "wrong[{k}]"),
        ]
        numbers = [self.step, self.loss, self.wrong]
        moving = [self.field, self.border, self.curve, *numbers]

        def show(k: int) -> None:
            for part in draw:
                part(first + k)

        return Replay(moving, [show], last - first, early=early, run_time=run_time)

    def share(self, k: int) -> float:
        """Return how much of the curve belongs to the first k steps."""
        return k / (len(self.losses) - 1)
