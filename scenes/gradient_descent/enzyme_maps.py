"""The enzyme's loss over Km and Vmax, three rules on it, and Adam's averages."""

from typing import NamedTuple

import numpy as np
from manim import DOWN, LEFT, UP, Group, LineJointType, ManimColor, VGroup, VMobject

from scenes.components.contours import Contours
from scenes.components.dashes import dashed_along_x
from scenes.components.growing_curve import GrowingCurve
from scenes.components.plot import Plot, draw_marker
from scenes.components.replay import Draw, Replay
from scenes.components.text import InLine
from scenes.components.trail import Trail
from scenes.frame import rooms, shapes, theme
from scenes.frame.rooms import Room
from scenes.gradient_descent.line_maps import lowest_point
from scenes.lesson.lines import Lines

# Name on screen, colour and mark of the three rules.
RULES = (
    ("plain descent", "ink", "circle"),
    ("momentum", "positive", "square"),
    ("Adam", "class_c", "triangle"),
)
LEGEND = 1.35  # height of what is written under the map, in units
NARROW = 6.5  # a legend that is no wider needs smaller type
DASH = 0.12  # length of a dash, and of a gap, along x, in units
NOTE = 0.5  # height of a line of a note


class Valley(NamedTuple):
    """The rooms of the map and of what tells of it."""

    map: Room
    legend: Room  # below the map
    beside: Room  # of one plot, which stands on one line with the map where it can
    note: Room  # of a line of words
    panel: Room  # all but map and legend


def valley_rooms(ratio: float) -> Valley:
    """Return the rooms for a map of this height over its width."""
    tall = shapes.current().is_tall
    room = rooms.whole() if tall else rooms.main()
    high = rooms.AXES[1] + ratio * (room.width - rooms.AXES[0])
    free = 0 if tall else (room.height - high - LEGEND) / 2
    here = room._replace(top=room.top - free, bottom=room.top - free - high)
    legend = here._replace(top=here.bottom, bottom=here.bottom - LEGEND)
    if tall:
        note = legend._replace(top=legend.bottom, bottom=legend.bottom - NOTE)
        panel = room._replace(top=note.bottom)
        return Valley(here, legend, panel, note, panel)
    panel = rooms.panel()
    beside = panel._replace(top=here.top, bottom=here.bottom)
    note = panel._replace(top=legend.top, bottom=legend.bottom)
    return Valley(here, legend, beside, note, panel)


def rule_color(k: int) -> ManimColor:
    """Return the colour of one of the rules."""
    return theme.role(RULES[k][1])


def value_curve(
    plot: Plot, values: np.ndarray, *, color: ManimColor, first: int = 0
) -> VMobject:
    """Return the line through the values of all steps from the first on."""
    steps = np.arange(first, first + len(values))
    line = plot.curve(steps, values, color=color)
    line.joint_type = LineJointType.ROUND
    return line


class EnzymeMap:
    """The map, in which the steps in both parameters have the same scale.

    Parameters
    ----------
    lesson
        The scene; its result is that of :mod:`nnsim.experiments.gradient_descent`.
    """

    def __init__(self, lesson: Lines) -> None:
        self.lesson = lesson
        values = lesson.values
        across, up = values("enzyme.shapes")[0]
        self.rooms = valley_rooms(up / across)
        self.plot = Plot(
            *values("enzyme.plane"), x_label="Km (ppm)",
            y_label="Vmax (counts/min²)", **rooms.plot_size(self.rooms.map),
        ).stand(rooms.origin(self.rooms.map))  # fmt: skip
        k_m, v_max = (r[1] for r in values("enzyme.plane"))
        contours = Contours(
            self.plot, values("enzyme.heights"), values("enzyme.levels"),
            guide=((0.96 * k_m, 0.02 * v_max), (0.96 * k_m, 0.98 * v_max)),
        )  # fmt: skip
        lowest = lowest_point(self.plot, values("enzyme.lowest"))
        self.all = Group(self.plot, contours, lowest)
        self.trails = [self._trail(k) for k in range(3)]
        self.counts = [
            lesson.number(f"race.counts[0, {k}]", "d", pixels=theme.BODY)
            for k in range(3)
        ]
        cells = self.rooms.legend.columns(1.3, 1.05, 0.8, gap=0.1)
        self.rows = [self._row(k, cell) for k, cell in enumerate(cells)]

    def _trail(self, k: int) -> Trail:
        """Draw the way of one of the rules, at its start."""
        path = self.lesson.values(f"race.paths[{k}]")
        trail = Trail(self.plot, path, color=rule_color(k), marker=RULES[k][2])
        return trail.show_step(0)

    def _row(self, k: int, cell: Room) -> VGroup:
        """Write a rule's name and how many steps it has taken."""
        color, marker = rule_color(k), RULES[k][2]
        pixels = theme.BODY if self.rooms.legend.width > NARROW else theme.LABEL
        name = self.lesson.text(RULES[k][0], color=color, pixels=pixels)
        count = InLine(self.lesson.text("steps"), self.counts[k], buff=0.18)
        sample = draw_marker(marker, 0.13).set_fill(color, 1).set_stroke(width=0)
        row = self.lesson.column(name, count, buff=0.2)
        row.add(sample.next_to(name, LEFT, buff=0.2)).set_x(cell.middle[0])
        name.shift((cell.top - 0.5 - name.baseline) * UP)
        sample.set_y(name.get_y())
        count.shift((cell.top - 1.05 - count.baseline) * UP)
        return row

    def descend(
        self, k: int, more: list[VMobject], draw: list[Draw], run_time: float
    ) -> Replay:
        """Return the animation in which one of the rules walks to the goal."""
        follow = self.lesson.follow(self.counts[k], f"race.counts[{{k}}, {k}]")
        draw = [self.trails[k].show_step, follow, *draw]
        n = self.lesson.values(f"race.n_steps[{k}]")
        moving = [self.trails[k], self.counts[k], *more]
        return Replay(moving, draw, n, early=True, run_time=run_time)


class EnzymeCurve:
    """Measured rates, and the curve that the parameters of a step draw."""

    def __init__(self, lesson: Lines, room: Room) -> None:
        values = lesson.values
        self.substrate = values("enzyme.substrate")
        self.curves = values("enzyme.curves")
        measured = values("enzyme.measured")
        self.plot = Plot(
            (0, float(self.substrate[-1])), (0, 1.1 * float(measured[:, 1].max())),
            x_label="substrate (ppm)", y_label="rate (counts/min²)",
            **rooms.plot_size(room),
        ).stand(rooms.origin(room))  # fmt: skip
        runs = self.plot.scatter(
            measured, color=theme.role("muted"), marker="circle", size=0.09
        )
        color = theme.role("signal")
        self.curve = self.plot.curve(self.substrate, self.curves[0], color=color)
        self.all = VGroup(self.plot, runs, self.curve.set_z_index(1))

    def show_step(self, k: int) -> None:
        """Show the curve after a step."""
        points = np.stack([self.substrate, self.curves[k]], axis=1)
        self.curve.set_points_as_corners(self.plot.places(points))


class SlopeAverages:
    """Adam's running mean and size of one parameter's slope, step by step."""

    def __init__(self, lesson: Lines, column: int, name: str, room: Room) -> None:
        mean = lesson.values("race.means")[:, column]
        size = lesson.values("race.sizes")[:, column]
        low, high = min(mean.min(), 0.0), size.max()
        margin = 0.08 * (high - low)
        self.plot = Plot(
            (0, len(mean)), (low - margin, high + margin), x_label="step",
            y_label=f"slope along {name}", **rooms.plot_size(room),
        ).stand(rooms.origin(room))  # fmt: skip
        pink, ink = theme.role("gradient"), theme.role("ink")
        lines = [
            value_curve(self.plot, mean, first=1, color=pink),
            dashed_along_x(value_curve(self.plot, size, first=1, color=ink), DASH),
        ]
        steps = np.arange(len(mean) + 1)
        curves = [GrowingCurve(line, self.plot, steps) for line in lines]
        self.curves: list[VMobject] = [*curves]
        self.draw: list[Draw] = [curve.show_step for curve in curves]
        names = lesson.text("mean", color=pink), lesson.text("size", color=ink)
        at = int(0.54 * len(mean))
        names[0].next_to(self.plot.at(at, mean[at]), DOWN, buff=0.18)
        names[1].next_to(self.plot.at(at, size[at]), UP, buff=0.12)
        self.names = VGroup(*names)
