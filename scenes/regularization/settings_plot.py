"""A plot whose x axis is a list of settings, each doubled or tenfold and so on."""

from typing import Any

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP

from scenes.components.plot import Plot
from scenes.frame import theme
from scenes.lesson.true_numbers import TrueNumbers

AFTER = 0.3  # room beside the last setting, in units
APART = 0.4  # least distance between the words over the plane


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
    width
        Of the plane, in units.
    before
        Room beside the first setting.
    style
        See :class:`~scenes.components.plot.Plot`.
    """

    def __init__(
        self,
        lesson: TrueNumbers,
        path: str,
        spec: str,
        top: float,
        *,
        width: float,
        before: float = 0.9,
        **style: Any,
    ) -> None:
        self.x = np.log10(lesson.values(path))
        first, last = float(self.x[0]), float(self.x[-1])
        unit = (last - first) / (width - before - AFTER)
        x_range = first - before * unit, last + AFTER * unit
        super().__init__(x_range, (0, top), x_ticks=(), width=width, **style)
        color = theme.role("muted")
        for k, x in enumerate(self.x):
            tick = lesson.number(
                f"{path}[{k}]", spec, pixels=theme.SMALLEST, color=color
            )
            self.add(tick.next_to(self.at(float(x), 0), DOWN, buff=0.15))
        note = lesson.text("mean ± s.d. of {config.n_splits} splits", color=color)
        note.align_to(self.x_axis, RIGHT)
        note.shift((self.y_label.baseline - note.baseline) * UP)
        if note.get_left()[0] < self.y_label.get_right()[0] + APART:
            note.next_to(self.y_label, UP, buff=0.12, aligned_edge=LEFT)
        self.add(note)
