"""Scores with and without relatives in training, split by split, on one axis."""

import numpy as np
from manim import DL, LEFT, RIGHT, UR, VGroup

from scenes.components.plot import Plot, draw_marker
from scenes.components.score_shifts import ScoreShifts
from scenes.data_and_compute.learning_plot import COUNTS, LOOKS, NETWORK, RULES, VECTORS
from scenes.frame import rooms, shapes, theme
from scenes.lesson.lesson import Lesson

NAMES, GAINS = 3.7, 1.8  # width of the names and of the gains beside the blocks
ORDER = (COUNTS, VECTORS, NETWORK, RULES)  # from top to foot


class ScoreStrips:
    """A block of rows for each model, a row for each split.

    Parameters
    ----------
    lesson
        The scene; its result has ``leaks`` and ``n_splits``.

    In a tall frame a model's name and gain stand over its block, else beside it.
    """

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.over = shapes.current().is_tall
        room = self.room = rooms.whole().inside(bottom=0.45)  # a key stands below
        if not self.over:
            room = room.inside(left=NAMES, right=GAINS)
        self.plot = Plot(
            (0.58, 1.0), (0, 4), x_label="share right of the held-out sequences",
            y_label="split", y_ticks=(), **rooms.plot_size(room),
        )  # fmt: skip
        self.plot.remove(self.plot.y_label)
        self.plot.shift(room.at(0, 0) + np.array([0.5, 1.15, 0])
                        - self.plot.x_axis.get_start())  # fmt: skip
        n = lesson.values("n_splits")
        top, deep = (3.6, 0.48) if self.over else (3.82, 0.64)
        self.rows = {
            model: top - place - deep * np.arange(n) / (n - 1)
            for place, model in enumerate(ORDER)
        }

    def _height(self, model: int) -> float:
        """Return the height on screen at which a model's name and gain stand."""
        rows = self.rows[model]
        y = rows[0] + 0.2 if self.over else rows.mean()
        return float(self.plot.at(1, float(y))[1])

    def honest(self) -> VGroup:
        """Draw the scores without relatives, and say whose they are."""
        drawn = VGroup()
        for model, rows in self.rows.items():
            name, role, _ = LOOKS[model]
            label = self.lesson.text(name, color=theme.role(role), weight="SEMIBOLD")
            corner, side = self.plot.x_axis.get_start(), LEFT if self.over else RIGHT
            label.move_to(corner, aligned_edge=side).shift(0.2 * side * -1)
            label.set_y(self._height(model))
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
        corner = self.room.edge(UR)
        column = VGroup(head.move_to(corner, aligned_edge=UR))
        for model in self.rows:
            number = self.lesson.number(
                f"leaks[{model}].{path}", "+.1f", pixels=theme.BODY
            )
            number.move_to(corner + 0.3 * LEFT, aligned_edge=RIGHT)
            column.add(number.set_y(self._height(model)))
        return column

    def said(self, marker: str, words: str, place: int) -> VGroup:
        """Say at the foot what a mark is, at the left or in the middle."""
        mark = draw_marker(marker, 0.1).set_stroke(width=0)
        mark.set_fill(theme.role("ink"), 1)
        pair = VGroup(mark, self.lesson.text(words)).arrange(buff=0.18)
        low = self.room.inside(bottom=-0.45)
        return pair.move_to(low.at(0.5 * place, 0), aligned_edge=DL)
