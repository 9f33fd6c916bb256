"""Axes as they stand on screen: where their lines are, and what is written at them.

Nothing here asks a plot where a value stands: places are told from the two lines on
screen and the values that the ticks show, so that a plot that errs is found out.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from manim import Mobject

from scenes.components.log_axis import LogAxis
from scenes.components.magnitude import PowerTick
from scenes.components.plot import Plot
from scenes.components.scale import Log

Range = tuple[float, float]
HIGH = 8.0  # units; as far as labels stand from a long axis
NEAR = 0.03  # units; what stands no farther outside the plane is still in it


@dataclass(frozen=True, eq=False)
class Axes:
    """The plane between two axes.

    Shares of both axes, 0 where they cross and 1 at their ends, are what places are
    compared in.
    """

    key: int  # shared by a plot and its marks
    words: tuple[str, str]  # what is written at x and y; "" where nothing is
    nth: int  # of all planes with these words, as one reads: row by row
    corner: np.ndarray  # (2,) on screen
    sides: np.ndarray  # (2, 2) from the corner along x, and along y
    ranges: tuple[Range, Range]
    is_log: tuple[bool, bool]
    reach: tuple[float, float] = (1.0, 1.0)  # shares of the sides; all that is in it

    def shares(self, places: np.ndarray) -> np.ndarray:
        """Return how far along both axes places on screen lie, (…, 2)."""
        return (np.asarray(places)[..., :2] - self.corner) @ np.linalg.inv(self.sides)

    def shares_of(self, values: np.ndarray) -> np.ndarray:
        """Return how far along both axes pairs of values belong, (…, 2)."""
        values = np.asarray(values, float)
        columns = [
            np.log(v / low) / np.log(high / low) if log else (v - low) / (high - low)
            for v, (low, high), log in zip(
                np.moveaxis(values, -1, 0), self.ranges, self.is_log, strict=True
            )
        ]
        return np.stack(columns, axis=-1)

    def values(self, shares: np.ndarray) -> np.ndarray:
        """Return the pairs of values at shares of both axes, (…, 2)."""
        columns = [
            low * (high / low) ** s if log else low + s * (high - low)
            for s, (low, high), log in zip(
                np.moveaxis(np.asarray(shares), -1, 0),
                self.ranges,
                self.is_log,
                strict=True,
            )
        ]
        return np.stack(columns, axis=-1)

    def holds(self, place: np.ndarray) -> bool:
        """Tell whether a place on screen lies in the plane."""
        near = NEAR / np.linalg.norm(self.sides, axis=1)
        share = self.shares(place)
        return bool(np.all((-near <= share) & (share <= self.reach + near)))

    @property
    def box(self) -> np.ndarray:
        """Its lower left and upper right corner on screen, (2, 2)."""
        ends = np.array([self.corner, self.corner + self.sides.sum(axis=0)])
        return np.array([ends.min(axis=0), ends.max(axis=0)])

    @property
    def area(self) -> float:
        """Size on screen."""
        return float(abs(np.linalg.det(self.sides)))


# Where a shape of a plane stands whose axes are not on screen: places are in units.
NOWHERE = Axes(
    -1, ("no", "axes"), 0, np.zeros(2), np.eye(2), ((0, 1), (0, 1)), (False, False)
)


def read_axes(mobjects: Iterable[Mobject]) -> list[Axes]:
    """Find all planes, row by row; their ticks must stand where their values are."""
    family = [part for mobject in mobjects for part in mobject.get_family()]
    plots = [part for part in family if isinstance(part, Plot)]
    plots.sort(key=_in_reading_order)
    found: list[Axes] = []
    for plot in dict.fromkeys(plots):
        words = _words_at(plot)
        nth = sum(one.words == words for one in found)
        start = plot.x_axis.get_start()
        ends = plot.x_axis.get_end(), plot.y_axis.get_end()
        axes = Axes(
            plot.key,
            words,
            nth,
            start[:2],
            np.array([(end - start)[:2] for end in ends]),
            (plot.x_range, plot.y_range),
            (isinstance(plot.x_scale, Log), isinstance(plot.y_scale, Log)),
        )
        _check_ticks(plot, axes)
        found.append(axes)
    long = dict.fromkeys(part for part in family if isinstance(part, LogAxis))
    return [*found, *(read_long_axis(axis) for axis in long)]


def read_long_axis(axis: LogAxis) -> Axes:
    """Return the plane beside a long axis: powers of ten along it, units aside.

    It is read from the ticks that are seen; others wait anywhere.
    """
    start, end = (np.array(at[:2]) for at in axis.line.get_start_and_end())
    way = end - start
    across = np.array([-way[1], way[0]]) / np.linalg.norm(way)
    ticks = [(line, mark) for _, (line, *marks) in axis.ticks for mark in marks
             if isinstance(mark, PowerTick) and line.get_stroke_opacity()]  # fmt: skip
    powers = np.array([np.log10(mark.value) for _, mark in ticks])
    at = np.array([line.get_start()[:2] - start for line, _ in ticks]) @ way
    at /= way @ way
    for line, mark in ticks:
        off = abs((mark.get_center() - line.get_start())[:2] @ way)
        assert off < 1e-3, f"{mark.words} is not at its tick"
    unit, zero = np.polyfit(powers, at, 1)
    assert np.abs(zero + unit * powers - at).max() < 1e-6, "ticks stand unevenly"
    return Axes(
        -2, ("powers of ten", ""), 0, start, np.array([way, across]),
        ((10 ** (-zero / unit), 10 ** ((1 - zero) / unit)), (0.0, 1.0)),
        (True, False), reach=(1.0, HIGH),
    )  # fmt: skip


def _in_reading_order(plot: Plot) -> tuple[float, float]:
    x, y, _ = plot.x_axis.get_start()
    return round(-y, 1), round(x, 1)


def _words_at(plot: Plot) -> tuple[str, str]:
    family = plot.get_family()
    x, y = (
        str(label.words) if label in family else ""
        for label in (plot.x_label, plot.y_label)
    )
    return x, y


def _check_ticks(plot: Plot, axes: Axes) -> None:
    """See that each tick shows the value at which its mark stands."""
    family = plot.get_family()
    for tick in plot.ticks:
        if tick not in family or len(tick.submobjects) != 2:
            continue
        mark, figure = tick
        share = axes.shares(mark.get_start())
        on_axis = np.abs(share) < 1e-9  # 0 along one of both: the tick is the other's
        column = 0 if on_axis[1] and abs(mark.get_vector()[0]) < 1e-9 else 1
        at = axes.values(share)[column]
        spread = abs(axes.ranges[column][1] - axes.ranges[column][0])
        near = 1e-6 * (abs(figure.value) if axes.is_log[column] else spread)
        assert abs(at - figure.value) <= near, (
            f"the tick {figure.words} of {axes.words} stands at {at:g}"
        )
