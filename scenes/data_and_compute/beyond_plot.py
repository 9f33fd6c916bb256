"""Rates of an enzyme: a law and networks within the data and beyond."""

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, DashedLine, VGroup

from scenes.components.dashes import dashes
from scenes.components.plot import Plot
from scenes.frame import rooms, theme
from scenes.lesson.lesson import Lesson

WIDTH, PITCH = 3.6, 0.55  # of the rows of numbers, and between them, in units


class BeyondPlot:
    """What is drawn of the runs, the law and the networks.

    Parameters
    ----------
    lesson
        The scene; its result has ``enzyme``.
    """

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        c, rate, out = (
            lesson.values(f"enzyme.{path}")
            for path in ("concentration", "rate", "held_out")
        )
        self.plot = Plot(
            (0, 1.25), (0, 250), x_label="concentration (ppm)",
            y_label="rate (counts/min\u00b2)", **rooms.plot_size(rooms.main()),
        ).move_to(rooms.main().middle)  # fmt: skip
        runs = np.stack([c, rate], axis=1)
        ink, test = theme.role("ink"), theme.role("validation")
        scatter = self.plot.scatter
        self.seen = scatter(runs[~out], color=ink, marker="circle", size=0.09)
        self.unseen = scatter(runs[out], color=test, marker="square", size=0.085)
        for points in (self.seen, self.unseen):
            points.set_z_index(2).set_fill(opacity=1)
        self.last = float(c[~out].max())
        self.end = DashedLine(self.plot.at(self.last, 0), self.plot.at(self.last, 250))
        self.end.set_stroke(theme.role("muted"), theme.AXIS)
        self.law = self._curve("enzyme.law", "signal", theme.CURVE)
        self.networks = [
            self._curve(f"enzyme.networks[{k}]", "train", 2.5)
            for k in range(int(lesson.values("enzyme.n_starts")))
        ]

    def _curve(self, path: str, role: str, width: float) -> VGroup:
        """Draw a curve, solid where there were data and dashed beyond."""
        x, y = self.lesson.values("enzyme.grid"), self.lesson.values(path)
        within = x <= self.last
        color = theme.role(role)
        solid = self.plot.curve(x[within], y[within], color=color)
        rest = self.plot.curve(x[~within], y[~within], color=color)
        return VGroup(solid, dashes(rest, 24)).set_stroke(width=width)

    def misses(self) -> VGroup:
        """Write how far law and networks are off, beyond the data and between."""
        note = self.lesson.text(
            "root mean squares, counts/min\u00b2", color=theme.role("muted")
        )
        parts = [
            self._errors("held-out concentration", "law_error", "network_error.mean"),
            self._errors("concentrations between", "law_between", "network_between"),
        ]
        return rooms.flow([*parts, note], rooms.panel(), buff=0.7)

    def _errors(self, words: str, law: str, networks: str) -> VGroup:
        """Write the errors of law and networks, one below the other."""
        text = self.lesson.text
        rows = VGroup(text(f"error, {words}", color=theme.role("muted")))
        rows.move_to(0.6 * UP, aligned_edge=LEFT)
        who = (("law", "signal", law), ("networks, mean", "train", networks))
        for k, (name, role, path) in enumerate(who):
            label = text(name, color=theme.role(role), weight="SEMIBOLD")
            label.move_to(PITCH * k * DOWN, aligned_edge=LEFT)
            number = self.lesson.number(
                f"enzyme.{path}", ".1f", pixels=theme.BODY
            ).move_to(WIDTH * RIGHT, aligned_edge=RIGHT)
            number.shift((label.baseline - number.baseline) * UP)
            rows.add(label, number)
        return rows

    def names(self) -> VGroup:
        """Name the curves and the runs held out where they stand."""
        text, at = self.lesson.text, self.plot.at
        middle = (self.last + self.plot.x_range[1]) / 2  # beyond the data
        return VGroup(
            text("{enzyme.n_starts} {enzyme.n_starts:plural(network)}",
                 color=theme.role("train"), weight="SEMIBOLD").move_to(at(0.86, 241)),
            text("Michaelis\u2013Menten law", color=theme.role("signal"),
                 weight="SEMIBOLD").move_to(at(middle, 150)),
            text("held out", color=theme.role("validation"),
                 weight="SEMIBOLD").move_to(at(1.13, 176)),
            text("beyond the data", color=theme.role("muted")).move_to(at(middle, 18)),
        )  # fmt: skip
