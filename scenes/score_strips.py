"""Scores with and without relatives in training, split by split, on one axis."""

import numpy as np
from manim import LEFT, RIGHT, VGroup

from scenes import theme
from scenes.components.plot import Plot, draw_marker
from scenes.components.score_shifts import ScoreShifts
from scenes.learning_plot import COUNTS, LOOKS, NETWORK, RULES, VECTORS
from scenes.lesson import Lesson

ORDER = (COUNTS, VECTORS, NETWORK, RULES)  # from top to foot


class ScoreStrips:
    """A block of rows for each model, a row for each split.

    Parameters
    ----------
    lesson
        The scene; its result has ``leaks`` and ``n_splits``.
    """

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.plot = Plot(
            (0.58, 1.0), (0, 4), x_label="share right of the held-out sequences",
            y_label="split", width=6.6, height=3.9, y_ticks=(),
        )  # fmt: skip
        self.plot.remove(self.plot.y_label)
        self.plot.shift(np.array([-2.4, -1.35, 0]) - self.plot.x_axis.get_start())
        n = lesson.values("n_splits")
        self.rows = {
            model: 3.82 - place - 0.64 * np.arange(n) / (n - 1)
            for place, model in enumerate(ORDER)
        }

    def _middle(self, model: int) -> float:
        """Return the height of a model's block on screen."""
        return float(self.plot.at(1, float(self.rows[model].mean()))[1])

    def honest(self) -> VGroup:
        """Draw the scores without relatives, and say whose they are."""
        drawn = VGroup()
        for model, rows in self.rows.items():
            name, role, _ = LOOKS[model]
            label = self.lesson.text(name, color=theme.role(role), weight="SEMIBOLD")
            label.move_to((-2.7, self._middle(model), 0), aligned_edge=RIGHT)
            scores = self.lesson.values(f"leaks[{model}].honest")
            points = np.stack([scores, rows], axis=1)
            ink = theme.role("ink")
            dots = self.plot.scatter(points, color=ink, marker="circle", size=0.075)
            drawn.add(label, dots.set_fill(ink, 1))
        return drawn

    def shifts(self, after: str, marker: str) -> list[ScoreShifts]:
        """Draw how each model's scores move from no relatives to some."""
        found = []
        for model, rows in self.rows.items():
            shift = ScoreShifts(
                self.plot,
                self.lesson.values(f"leaks[{model}].honest"),
                self.lesson.values(f"leaks[{model}].{after}"),
                rows,
                color=theme.role(LOOKS[model][1]),
                marker=marker,
            )
            shift.lines.set_z_index(-1)
            found.append(shift)
        return found

    def gains(self, path: str) -> VGroup:
        """Write at the right what each model gains on average."""
        head = self.lesson.text("points gained, mean", color=theme.role("muted"))
        column = VGroup(head.move_to((6.4, 2.75, 0), aligned_edge=RIGHT))
        for model in self.rows:
            number = self.lesson.number(
                f"leaks[{model}].{path}", "+.1f", pixels=theme.BODY
            )
            at = (6.0, self._middle(model), 0)
            column.add(number.move_to(at, aligned_edge=RIGHT))
        return column

    def said(self, marker: str, words: str, x: float) -> VGroup:
        """Say at the foot what a mark is."""
        mark = draw_marker(marker, 0.1).set_stroke(width=0)
        mark.set_fill(theme.role("ink"), 1)
        pair = VGroup(mark, self.lesson.text(words)).arrange(buff=0.18)
        return pair.move_to((x, -2.75, 0), aligned_edge=LEFT)
