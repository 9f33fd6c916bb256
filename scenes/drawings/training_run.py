"""A training run on screen: the border bends while the loss curve grows."""

import numpy as np
from manim import DOWN, LEFT, UP, ManimColor, VGroup

from scenes.components.field import Border, Field
from scenes.components.growing_curve import GrowingCurve
from scenes.components.plot import Plot
from scenes.components.text import InLine
from scenes.drawings.run_panel import WRONG, Counter, RunPanel, View, loss_counters
from scenes.frame import theme
from scenes.lesson.lesson import Lesson


class TrainingRun(RunPanel):
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
        losses = lesson.values("history.train_loss")
        fields, borders = lesson.values("fields"), lesson.values("borders")
        self.plot = Plot(
            (0, len(losses) - 1), (0, losses.max()), x_label="step",
            y_label="mean loss", width=width, height=height,
        ).move_to(at + 0.2 * UP)  # fmt: skip
        epochs = lesson.values("epochs")
        curve = self.plot.curve(epochs, losses, color=theme.role("loss"))
        self.curve = GrowingCurve(curve, self.plot, epochs).show_step(0)
        self.field = Field(plane, fields[0], low, high)
        self.border = Border(plane, borders[0])
        head = loss_counters(lesson, "step", "epochs[{k}]", "history.train_loss[{k}]")
        head.next_to(self.plot, UP, buff=0.3, aligned_edge=LEFT)
        self.wrong_line = Counter(lesson, WRONG, "wrong[{k}]")
        self.wrong_line.next_to(self.plot, DOWN, buff=0.35)
        self.panel = VGroup(self.plot, head, self.wrong_line)
        views = [
            View.of(self.field.paint, fields, self.field),
            View.of(self.border.trace, borders, self.border),
            View(self.curve.show_step, self.curve),
        ]
        super().__init__(losses, views, [*head, self.wrong_line])

    def wrong_of(self, at: np.ndarray) -> InLine:
        """Write how many birds are on the wrong side at the end."""
        return self.lesson.line(*WRONG, "{wrong[-1]:d}").move_to(at)
