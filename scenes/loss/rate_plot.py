"""What was measured, a curve through it, and its errors drawn as squares."""

from collections.abc import Callable
from typing import Any

import numpy as np
from manim import DL, LEFT, RIGHT, UP, UR, DashedLine, Line, VGroup, VMobject

from scenes.components.number import Number
from scenes.components.plot import Curve, Plot
from scenes.frame import rooms, shapes, theme
from scenes.frame.rooms import Room
from scenes.lesson.true_numbers import TrueNumbers

# The curve, and its parameters: of the enzyme, and of data of one's own.
OF_ENZYME = 'v = (V_"max" c) / (K_"m" + c)', 'V_"max"', 'K_"m"'
OF_OWN = "y = (h x) / (k + x)", "h", "k"
DASH = 0.12
APART = 1.6  # units between runs whose errors are written
LEGIBLE = 0.1  # of the axis: an error beside which its number has room
SQUARES = 0.1  # of the height of a room, for squares that reach out of their plane


def two_rooms() -> list[Room]:
    """Return the rooms of a curve and of what is told of it, beside or below it."""
    pair = list(rooms.pair(1))
    if shapes.current().is_tall:
        return pair
    # Higher than elsewhere: the axes keep clear of the question at the foot.
    return [room.inside(top=-0.15, bottom=0.35) for room in pair]


class RatePlot:
    """What is drawn of a lesson whose result has ``curve``.

    Parameters
    ----------
    lesson
        The scene; see :class:`nnsim.experiments.loss.fitted_curve.FittedCurve`.
    """

    def __init__(self, lesson: TrueNumbers) -> None:
        self.lesson = lesson
        self.concentration = lesson.values("curve.measured.x")
        self.rate = lesson.values("curve.measured.y")
        # Which of those measured at the same x each one is, from 0.
        first = np.searchsorted(self.concentration, self.concentration)
        self.rank = np.arange(len(self.rate)) - first
        self.at = lesson.values("curve.at")
        self.plot = Plot(
            (0, self.at[-1]), lesson.values("curve.given.y_range"),
            x_label=lesson.wording("{names.x_axis}"),
            y_label=lesson.wording("{names.y_axis}"),
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
        self.follow("curve.slide")(0)

    @property
    def formulas(self) -> tuple[str, str, str]:
        """The curve, its height, and the x at half of it, as formulas."""
        return OF_OWN if self.lesson.values("curve.measured.is_own") else OF_ENZYME

    def number(self, path: str, digits: str, **style: Any) -> Number:
        """Write a value of the curve with the decimals that such values have."""
        decimals = self.lesson.values(f"curve.digits.{digits}")
        sign = "+" if digits == "error" else ""
        return self.lesson.number(f"curve.{path}", f"{sign}.{decimals}f", **style)

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
        edge = self.plot.x_axis.get_end()[0] + SQUARES * self._room().height
        for k, rate in enumerate(self.rate):
            start, end = (
                self.plot.at(self.concentration[k], value)
                for value in (rate, predicted[k])
            )
            side = np.abs(end - start)[1]
            self.errors[k].set_points_as_corners([start, end])
            # No square hides the axis, or what stands beside the plot.
            has_room = (start - axis)[0] > max(1.0, side)
            is_last = start[0] + side > edge
            is_left = (self.rank[k] % 2 or is_last) and has_room
            across = side * (LEFT if is_left else RIGHT)
            self.squares[k].set_points_as_corners(
                [start, end, end + across, start + across, start]
            )

    def parameters(self) -> tuple[VGroup, VGroup]:
        """Mark the height and k of the first curve on the axes."""
        lesson, muted = self.lesson, theme.role("muted")
        v_max, k_m = (lesson.values(f"curve.given.{n}") for n in ("v_max", "k_m"))
        _, height, half_at = self.formulas
        left, right = (self.plot.at(x, v_max) for x in self.plot.x_range)
        top = DashedLine(left, right, dash_length=DASH).set_stroke(muted, theme.EDGE)
        name = lesson.formula(height).next_to(top, UP, buff=0.06)
        name.align_to(right, RIGHT)
        low = self.plot.y_range[0]
        half = self.plot.at(k_m, lesson.values("curve.half"))
        foot, side = self.plot.at(k_m, low), self.plot.at(0, low)
        side = np.array([side[0], half[1], 0])
        legs = VGroup(
            DashedLine(foot, half, dash_length=DASH),
            DashedLine(side, half, dash_length=DASH),
        ).set_stroke(muted, theme.EDGE)
        k_name = lesson.formula(half_at).move_to(foot + 0.3 * UP + 0.35 * RIGHT)
        return VGroup(top, name), VGroup(legs, k_name)

    def error_numbers(self) -> VGroup:
        """Write some errors where there is room: the lowest, and of the last runs."""
        numbers = VGroup()
        errors = self.lesson.values("curve.slide.errors")[0]
        lowest = int(errors.argmin())
        for k in self._numbered(errors, lowest):
            number: Number = self.number(
                f"slide.errors[0, {k}]", "error", color=theme.role("loss"), patch=True
            )
            start, end = self.errors[k].get_start(), self.errors[k].get_end()
            side = LEFT if self.rank[k] % 2 else RIGHT
            at = start + (0.8 if k == lowest else 0.15) * (end - start)
            numbers.add(number.next_to(at, side, buff=0.15))
        return numbers.set_z_index(4)

    def _numbered(self, errors: np.ndarray, lowest: int) -> list[int]:
        """Return the lowest run and those at the last two places, as they have room."""
        long = np.abs(errors) > LEGIBLE * np.ptp(self.plot.y_range)
        places = [self.plot.at(x, 0)[0] for x in self.concentration]
        found = [lowest] if long[lowest] else []
        taken = [places[k] for k in found]
        for k in np.flatnonzero(self.rank == 0)[::-1]:
            if len(taken) < 3 and all(abs(places[k] - x) > APART for x in taken):
                pair = np.flatnonzero(self.concentration == self.concentration[k])[:2]
                found += [int(j) for j in pair if long[j]]
                taken.append(places[k])
        return sorted(found)

    def zoom(self, best: str) -> tuple[Plot, VGroup, VMobject, VGroup]:
        """Draw how far replicates and the best curve lie from the averages at each x.

        Parameters
        ----------
        best
            Name of the best curve.
        """
        lesson = self.lesson
        off, passes = (
            lesson.values(f"curve.{n}") for n in ("replicates.off", "best_off")
        )
        most = 1.25 * max(float(np.abs(one).max()) for one in (off, passes))
        plot = Plot(
            (0, self.at[-1]), (-most, most),
            x_label=lesson.wording("{names.x_axis}"),
            y_label=lesson.wording("{names.off_axis}"),
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
        return plot, ways, points.set_z_index(3), self._best(plot, best)

    def _best(self, plot: Plot, words: str) -> VGroup:
        """Mark where the best curve passes each average, and name a mark."""
        best, where, off = (
            self.lesson.values(f"curve.{path}")
            for path in ("best_off", "replicates.x", "replicates.off")
        )
        color = theme.role("signal")
        marks = VGroup()
        for place in zip(where, best, strict=True):
            at = plot.at(*place)
            marks.add(Line(at + 0.16 * LEFT, at + 0.16 * RIGHT))
        marks.set_stroke(color, 1.4 * theme.CURVE).set_z_index(4)
        name = self.lesson.text(words, color=color, patch=True)
        drawn = np.concatenate([
            plot.places(np.stack([where, best], axis=1)),
            plot.places(np.stack([self.concentration, off], axis=1)),
            plot.places(np.stack([self.at, 0 * self.at], axis=1)),
        ])  # fmt: skip

        def n_hidden(mark: VMobject) -> int:
            """Count what is drawn where the name would stand beside a mark."""
            low, high = (name.next_to(mark, RIGHT, buff=0.15).get_corner(c)[:2]
                         for c in (DL, UR))  # fmt: skip
            inside = (drawn[:, :2] > low - 0.1) & (drawn[:, :2] < high + 0.1)
            return int(inside.all(axis=1).sum())

        free = min(marks, key=n_hidden)  # of equals the first
        return VGroup(marks, name.next_to(free, RIGHT, buff=0.15).set_z_index(4))
