"""Rates of an enzyme: a law and networks within the data and beyond."""

import numpy as np
from manim import LEFT, RIGHT, UP, DashedLine, DashedVMobject, VGroup

from scenes import theme
from scenes.components.plot import Plot
from scenes.lesson import Lesson

PANEL = 2.0  # left edge of the numbers


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
            y_label="rate (counts/min\u00b2)", width=7.0, height=4.1,
        )  # fmt: skip
        self.plot.shift(np.array([-5.6, -1.6, 0]) - self.plot.x_axis.get_start())
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
        dashed = DashedVMobject(rest, num_dashes=24)
        return VGroup(solid, dashed).set_stroke(width=width)

    def misses(self) -> VGroup:
        """Write how far law and networks are off, beyond the data and between."""
        muted = theme.role("muted")
        text, rows = self.lesson.text, VGroup()
        parts = (("held-out concentration", "error"), ("concentrations between",
                                                       "between"))  # fmt: skip
        who = (("law", "signal", "law"), ("networks, mean", "train", "network"))
        for k, (words, path) in enumerate(parts):
            y = 1.9 - 2.0 * k
            head = text(f"error, {words}", color=muted)
            rows.add(head.move_to((PANEL, y, 0), aligned_edge=LEFT))
            for j, (name, role, which) in enumerate(who):
                label = text(name, color=theme.role(role), weight="SEMIBOLD")
                at = (PANEL, y - 0.6 - 0.55 * j, 0)
                label.move_to(at, aligned_edge=LEFT)
                number = self.lesson.number(
                    f"enzyme.{which}_{path}", ".1f", pixels=theme.BODY
                ).move_to((6.3, 0, 0), aligned_edge=RIGHT)
                number.shift((label.baseline - number.baseline) * UP)
                rows.add(label, number)
        note = text("root mean squares, counts/min\u00b2", color=muted)
        rows.add(note.move_to((PANEL, -2.15, 0), aligned_edge=LEFT))
        return rows

    def names(self) -> VGroup:
        """Name the curves and the runs held out where they stand."""
        text, at = self.lesson.text, self.plot.at
        return VGroup(
            text("{enzyme.n_starts} networks", color=theme.role("train"),
                 weight="SEMIBOLD").move_to(at(0.86, 241)),
            text("Michaelis\u2013Menten law", color=theme.role("signal"),
                 weight="SEMIBOLD").move_to(at(0.8, 172)),
            text("held out", color=theme.role("validation"),
                 weight="SEMIBOLD").move_to(at(1.13, 172)),
            text("beyond the data", color=theme.role("muted")).move_to(at(0.8, 18)),
        )  # fmt: skip
