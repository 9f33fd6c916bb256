"""Held-out birds in piles: how likely their true sex was called, early and late."""

import numpy as np
from manim import DOWN, LEFT, UP, Line, VGroup

from scenes import theme
from scenes.components.dot_pile import DotPile
from scenes.components.number import Number
from scenes.components.plot import Plot
from scenes.components.replay import Replay
from scenes.components.text import InLine
from scenes.lesson import Lesson

FEET = (0.8, -1.95)  # heights of the two axes: at the turn, and after it
LEFT_END, WIDTH, HEIGHT = -6.3, 7.3, 2.0


class BirdPiles:
    """One pile at the turn, one that goes on to the end; numbers beside each.

    Parameters
    ----------
    lesson
        The scene; its result has ``steps`` and ``watched``, see
        :class:`nnsim.experiments.overfitting.Watched`.
    """

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.truth = lesson.values("watched.truth")
        self.turn = int(lesson.values("watched.turn"))
        self.colors = theme.role("loss"), theme.role("muted")
        self.plots = [self._axis(foot) for foot in FEET]
        self.piles = [self._piles(plot) for plot in self.plots]
        self.names = [self._name_sides(plot) for plot in self.plots]
        body = {"pixels": theme.BODY}
        at = f"[{self.turn}]"
        self.step = lesson.number(f"steps{at}", "d", **body)
        self.loss = lesson.number(f"watched.test_loss{at}", ".2f", **body)
        start = lesson.number("watched.turn_step", "d", **body)
        least = lesson.number("watched.turn_loss", ".2f", **body)
        self.panels = VGroup(
            self._panel(0, start, least), self._panel(1, self.step, self.loss)
        )

    def _axis(self, foot: float) -> Plot:
        plot = Plot(
            (0, 1), (0, 1), width=WIDTH, height=HEIGHT, y_label="birds",
            x_label="probability given to the true sex (each dot a bird)",
        )  # fmt: skip
        plot.ticks.remove(*(m for m in plot.ticks if m.get_center()[1] > -0.05))
        plot.remove(plot.y_label)  # a dot is a bird, whoever wants to count
        plot.y_axis.set_stroke(opacity=0)
        if foot > 0:  # the words stand once, under the lower axis
            plot.remove(plot.x_label)
        return plot.shift((LEFT_END, foot, 0) - plot.x_axis.get_start())

    def _piles(self, plot: Plot) -> VGroup:
        """Draw the birds at the turn, wrong and right."""
        none = np.empty(0)
        piles = VGroup(*(DotPile(plot, none, c, abreast=5) for c in self.colors))
        self._show(piles, self.turn)
        return piles

    def _name_sides(self, plot: Plot) -> VGroup:
        """Part the plane at one half and say what each side is."""
        half = Line(plot.at(0.5, 0), plot.at(0.5, 1))
        half.set_stroke(theme.role("muted"), theme.AXIS)
        group = VGroup(half)
        for words, color, x in (
            ("taken for the other sex", self.colors[0], 0.27),
            ("right", self.colors[1], 0.75),
        ):
            name = self.lesson.text(words, color=color).move_to(plot.at(x, 0))
            group.add(name.shift((plot.at(0, 0.93)[1] - name.baseline) * UP))
        return group

    def _panel(self, k: int, step: Number, loss: Number) -> VGroup:
        """Write step and loss, and how many birds are surely wrong."""
        body, text = {"pixels": theme.BODY}, self.lesson.text
        when = ("at_turn", "at_end")[k]
        counters = VGroup(
            InLine(text("step", **body), step),
            InLine(text("held-out loss", **body), loss),
        ).arrange(DOWN, buff=0.25, aligned_edge=LEFT)
        sure = InLine(
            self.lesson.number(f"watched.n_sure_wrong[{k}]", "d", **body),
            text("wrong, and at least {config.sure:.0%} sure"),
        )
        splits = text(
            "wrong answers of {config.n_splits} splits: "
            f"{{sureness.{when}.mean:.0%}} ± {{sureness.{when}.sd:.0%}} sure",
            color=theme.role("muted"), pixels=theme.SMALLEST,
        )  # fmt: skip
        wrong = VGroup(sure, splits).arrange(DOWN, buff=0.2, aligned_edge=LEFT)
        panel = VGroup(counters, wrong).arrange(DOWN, buff=0.35, aligned_edge=LEFT)
        return panel.move_to((2.0, FEET[k] + 1.0, 0), aligned_edge=LEFT)

    def _show(self, piles: VGroup, k: int) -> None:
        """Show the probabilities after the k-th step looked at."""
        truth = self.truth[k]
        piles[0].show_values(truth[truth < 0.5])
        piles[1].show_values(truth[truth >= 0.5])

    def replay(self, run_time: float) -> Replay:
        """Return the animation of the lower pile, from the turn to the end."""
        numbers = (
            self.lesson.follow(self.step, "steps[{k}]"),
            self.lesson.follow(self.loss, "watched.test_loss[{k}]"),
        )

        def show(k: int) -> None:
            self._show(self.piles[1], self.turn + k)
            for number in numbers:
                number(self.turn + k)

        moving = [*self.piles[1], self.step, self.loss]
        last = len(self.truth) - 1 - self.turn
        return Replay(moving, [show], last, early=False, run_time=run_time)
