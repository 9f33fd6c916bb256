"""The enzyme's rates, a curve through them, and its errors drawn as squares."""

from collections.abc import Callable

import numpy as np
from manim import LEFT, RIGHT, UP, DashedLine, Line, VGroup, VMobject

from scenes.components.number import Number
from scenes.components.plot import Curve, Plot
from scenes.frame import rooms, shapes, theme
from scenes.frame.rooms import Room
from scenes.lesson.true_numbers import TrueNumbers

RATES, SUBSTRATE = "reaction rate (counts/min²)", "substrate concentration (ppm)"
DASH = 0.12
SQUARES = 0.1  # of the height of a room, for squares that reach out of their plane


def two_rooms() -> list[Room]:
    """Return the rooms of a curve and of what is told of it, beside or below it."""
    pair = list(rooms.pair(1))
    if shapes.current().is_tall:
        return pair
    # Higher than elsewhere: the axes keep clear of the question at the foot.
    return [room.inside(top=-0.15, bottom=0.35) for room in pair]


class RatePlot:
    """What is drawn of a lesson whose result has ``enzyme``.

    Parameters
    ----------
    lesson
        The scene; see :class:`nnsim.experiments.loss.experiment.Enzyme`.
    """

    def __init__(self, lesson: TrueNumbers) -> None:
        self.lesson = lesson
        self.concentration = lesson.values("enzyme.runs.concentration")
        self.rate = lesson.values("enzyme.runs.rate")
        self.at = lesson.values("enzyme.at")
        self.plot = Plot(
            (0, self.at[-1]), (0, 320), x_label=SUBSTRATE, y_label=RATES,
            **rooms.plot_size(room := self._room()),
        ).stand(rooms.origin(room))  # fmt: skip
        self.points = self.plot.scatter(
            np.stack([self.concentration, self.rate], axis=1),
            color=theme.role("ink"), marker="circle", size=0.085,
        ).set_z_index(3)  # fmt: skip
        self.curve = Curve(self.plot).set_stroke(theme.role("signal"), theme.CURVE)
        self.curve.set_z_index(2)
        self.errors = VGroup(*(Curve(self.plot) for _ in self.rate))
        self.errors.set_stroke(theme.role("loss"), theme.EDGE)
        self.squares = VGroup(*(VMobject() for _ in self.rate))
        self.squares.set_stroke(theme.role("loss"), theme.AXIS)
        self.squares.set_fill(theme.role("loss"), 0.25)
        self.follow("enzyme.slide")(0)

    def _room(self) -> Room:
        """Return the room of the plot, without that of the squares at its right."""
        room = two_rooms()[0]
        return room.inside(right=SQUARES * room.height)

    def follow(self, path: str) -> Callable[[int], None]:
        """Return a function that shows curve k of those in a row at ``path``."""
        curves = self.lesson.values(f"{path}.curves")
        predicted = self.lesson.values(f"{path}.predicted")

        def show(k: int) -> None:
            self._trace(curves[k])
            self._measure(predicted[k])

        return show

    def _trace(self, rates: np.ndarray) -> None:
        """Draw a curve."""
        points = np.stack([self.at, rates], axis=1)
        self.curve.set_points_as_corners(self.plot.places(points))

    def _measure(self, predicted: np.ndarray) -> None:
        """Draw the errors, and a square on each; the second of a pair to the left."""
        axis = self.plot.x_axis.get_start()
        for k, rate in enumerate(self.rate):
            start, end = (
                self.plot.at(self.concentration[k], value)
                for value in (rate, predicted[k])
            )
            side = np.abs(end - start)[1]
            self.errors[k].set_points_as_corners([start, end])
            room = (start - axis)[0] > 1.0  # no square hides the axis
            across = side * (LEFT if k % 2 and room else RIGHT)
            self.squares[k].set_points_as_corners(
                [start, end, end + across, start + across, start]
            )

    def parameters(self) -> tuple[VGroup, VGroup]:
        """Mark Vmax and Km of the first curve on the axes."""
        lesson, muted = self.lesson, theme.role("muted")
        v_max = lesson.values("enzyme.slide.v_max")[0]
        k_m = lesson.values("enzyme.slide.k_m")[0]
        left, right = (self.plot.at(x, v_max) for x in self.plot.x_range)
        top = DashedLine(left, right, dash_length=DASH).set_stroke(muted, theme.EDGE)
        name = lesson.formula('V_"max"').next_to(top, UP, buff=0.06)
        name.align_to(right, RIGHT)
        half = self.plot.at(k_m, lesson.values("enzyme.half"))
        foot, side = self.plot.at(k_m, 0), self.plot.at(0, self.plot.y_range[0])
        side = np.array([side[0], half[1], 0])
        legs = VGroup(
            DashedLine(foot, half, dash_length=DASH),
            DashedLine(side, half, dash_length=DASH),
        ).set_stroke(muted, theme.EDGE)
        k_name = lesson.formula('K_"m"').move_to(foot + 0.3 * UP + 0.35 * RIGHT)
        return VGroup(top, name), VGroup(legs, k_name)

    def error_numbers(self) -> VGroup:
        """Write some errors where there is room: of the first run and the last four."""
        numbers = VGroup()
        for k in (0, *range(len(self.rate) - 4, len(self.rate))):
            number: Number = self.lesson.number(
                f"enzyme.slide.errors[0, {k}]", "+.0f", color=theme.role("loss"),
                patch=True,
            )  # fmt: skip
            start, end = self.errors[k].get_start(), self.errors[k].get_end()
            side = LEFT if k % 2 else RIGHT
            at = start + (0.15 if k else 0.8) * (end - start)
            numbers.add(number.next_to(at, side, buff=0.15))
        return numbers.set_z_index(4)

    def zoom(self) -> tuple[Plot, VGroup, VMobject, VGroup]:
        """Draw how far replicates and the best curve lie from the pairs' averages."""
        off = self.lesson.values("enzyme.replicates.off")
        most = 1.25 * float(np.abs(off).max())
        plot = Plot(
            (0, self.at[-1]), (-most, most), x_label=SUBSTRATE,
            y_label="rate less the average of its pair (counts/min²)",
            **rooms.plot_size(room := self._room()),
        ).stand(rooms.origin(room))  # fmt: skip
        middle = [plot.at(x, 0) for x in plot.x_range]
        ways = VGroup(DashedLine(*middle, dash_length=DASH))
        ways.set_stroke(theme.role("muted"), theme.EDGE)
        for concentration, far in zip(self.concentration, off, strict=True):
            way = Line(plot.at(concentration, 0), plot.at(concentration, far))
            ways.add(way.set_stroke(theme.role("loss"), theme.CURVE))
        points = plot.scatter(
            np.stack([self.concentration, off], axis=1), color=theme.role("ink"),
            marker="circle", size=0.1,
        )  # fmt: skip
        return plot, ways, points.set_z_index(3), self._best(plot)

    def _best(self, plot: Plot) -> VGroup:
        """Mark where the best curve passes each pair, and name the mark."""
        best = self.lesson.values("enzyme.best_off")
        where = self.lesson.values("enzyme.replicates.concentration")
        color = theme.role("signal")
        marks = VGroup()
        for place in zip(where, best, strict=True):
            at = plot.at(*place)
            marks.add(Line(at + 0.16 * LEFT, at + 0.16 * RIGHT))
        marks.set_stroke(color, 1.4 * theme.CURVE).set_z_index(4)
        name = self.lesson.text("best curve", color=color, patch=True)
        return VGroup(marks, name.next_to(marks[0], RIGHT, buff=0.15).set_z_index(4))
