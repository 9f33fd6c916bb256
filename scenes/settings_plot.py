"""A plot whose x axis is a list of settings, each doubled or tenfold and so on."""

from typing import Any

import numpy as np
from manim import DOWN, RIGHT, UP

from scenes import theme
from scenes.components.plot import Plot
from scenes.true_numbers import TrueNumbers

BEFORE, AFTER = 0.16, 0.06  # room beside the first and the last, share of the range


class SettingsPlot(Plot):
    """Axes for means over splits against settings, on a scale of powers.

    Parameters
    ----------
    lesson
        The scene.
    path, spec
        Place of the (n,) settings in the result, and how they are written.
    top
        Largest value along y; the least is 0.
    style
        See :class:`~scenes.components.plot.Plot`.
    """

    def __init__(
        self, lesson: TrueNumbers, path: str, spec: str, top: float, **style: Any
    ) -> None:
        self.x = np.log10(lesson.values(path))
        first, last = float(self.x[0]), float(self.x[-1])
        reach = last - first
        x_range = first - BEFORE * reach, last + AFTER * reach
        super().__init__(x_range, (0, top), x_ticks=(), **style)
        color = theme.role("muted")
        for k, x in enumerate(self.x):
            tick = lesson.number(
                f"{path}[{k}]", spec, pixels=theme.SMALLEST, color=color
            )
            self.add(tick.next_to(self.at(float(x), 0), DOWN, buff=0.15))
        note = lesson.text("mean ± s.d. of {config.n_splits} splits", color=color)
        note.align_to(self.x_axis, RIGHT)
        self.add(note.shift((self.y_label.baseline - note.baseline) * UP))
