"""A plane with labelled axes: points, curves and fields stand where values say."""

from collections.abc import Sequence
from itertools import count
from typing import Any

import numpy as np
from manim import (
    DOWN,
    DR,
    LEFT,
    RIGHT,
    UL,
    UP,
    Circle,
    Line,
    ManimColor,
    Square,
    Triangle,
    VGroup,
    VMobject,
)

from scenes.components._ticks import Factor
from scenes.components._ticks import Tick as Tick
from scenes.components.scale import Linear, Scale, tick_spec
from scenes.components.text import Label
from scenes.frame import theme
from scenes.frame.rooms import Room

TICK = 0.09  # length of a tick, in units
RIM = 0.6  # of a marker, in Manim's points
RIMMED = {"circle": 0.04, "square": 0.065, "triangle": 0.04}  # size of which it has one
CROWD = 5000  # markers that lie on each other: rims would hide them, and take minutes
Range = tuple[float, float]
_keys = count()


class DataMark(VMobject):
    """A mark whose points stand at values of a plot.

    It knows the plot by its key alone: a copy copies no axes, and a plot that moves
    or grows with its marks still says what these show (:meth:`Plot.values_at`).
    """

    def __init__(self, plot: "Plot", **style: Any) -> None:
        super().__init__(**style)
        self.plot_key = plot.key


class Curve(DataMark):
    """A line through points of a plot."""


class Cloud(DataMark):
    """Equal markers at points of a plot, all of them one mobject.

    Parameters
    ----------
    plot
        Where they stand.
    marker, size
        See :func:`draw_marker`.
    """

    def __init__(self, plot: "Plot", marker: str, size: float) -> None:
        super().__init__(plot)
        self.marker = draw_marker(marker, size).points

    def put(self, places: np.ndarray) -> "Cloud":
        """Stand at these places on screen, (n, 3), and no others."""
        self.set_points((self.marker + places[:, None]).reshape(-1, 3))
        return self

    @property
    def places(self) -> np.ndarray:
        """The middles of the markers on screen, (n, 3)."""
        markers = self.points.reshape(-1, len(self.marker), 3)
        return np.asarray(markers.mean(axis=1))


class Plot(VGroup):
    """Two axes with few round ticks.

    Parameters
    ----------
    x, y
        The scale of each axis; a pair of values stands for a linear one.
    x_label, y_label
        Words with unit, ``"bill length (mm)"``.
    width, height
        Size of the plane between the axes, in units.
    x_ticks, y_ticks
        Values of the ticks; round ones if None.
    """

    def __init__(
        self,
        x: Scale | Range,
        y: Scale | Range,
        *,
        x_label: str,
        y_label: str,
        width: float,
        height: float,
        x_ticks: Sequence[float] | None = None,
        y_ticks: Sequence[float] | None = None,
    ) -> None:
        super().__init__()
        ink = theme.current().muted
        self.key = next(_keys)  # shared with its marks, and with copies of it
        self.x_scale = x if isinstance(x, Scale) else Linear(*x)
        self.y_scale = y if isinstance(y, Scale) else Linear(*y)
        corner, along, up = np.zeros(3), width * RIGHT, height * UP
        self.x_axis = Line(corner, along, stroke_width=theme.AXIS, color=ink)
        self.y_axis = Line(corner, up, stroke_width=theme.AXIS, color=ink)
        self.add(self.x_axis, self.y_axis)
        self.ticks = VGroup(
            *self._ticks(self.x_scale, x_ticks, DOWN, self.x_axis),
            *self._ticks(self.y_scale, y_ticks, LEFT, self.y_axis),
        )
        self.x_label = Label(x_label, color=ink).next_to(self.x_axis, DOWN, buff=0.52)
        self.y_label = Label(y_label, color=ink).next_to(self.y_axis, UP, buff=0.16)
        self.y_label.align_to(self.ticks, LEFT)
        self.add(self.ticks, self.x_label, self.y_label)
        self._share_powers(x_ticks, y_ticks)

    def _ticks(
        self, scale: Scale, values: Sequence[float] | None, side: np.ndarray, axis: Line
    ) -> list[VGroup]:
        """Draw a mark and its value at each of the values, or of the scale's."""
        values = scale.ticks() if values is None else values
        color, tenfold = theme.current().muted, scale.tenfold(values)
        style = {"pixels": theme.SMALLEST, "color": color}
        spec = tick_spec([value / 10.0**tenfold for value in values])
        marks = []
        for value in values:
            at = axis.point_from_proportion(float(scale.portion(value)))
            mark = Line(at, at + TICK * side, stroke_width=theme.AXIS, color=color)
            figure = Tick(value, spec, tenfold, **style)
            marks.append(VGroup(mark, figure.next_to(mark, side, buff=0.08)))
        return marks

    def _share_powers(
        self, x_ticks: Sequence[float] | None, y_ticks: Sequence[float] | None
    ) -> None:
        """Write the powers of ten with which figures would be too long.

        They stand in the corners of the plane, at the ends of the axes.
        """
        for scale, values, axis, side in (
            (self.x_scale, x_ticks, self.x_axis, UL),
            (self.y_scale, y_ticks, self.y_axis, DR),
        ):
            if tenfold := scale.tenfold(scale.ticks() if values is None else values):
                factor = Factor(tenfold, color=theme.current().muted)
                self.add(factor.next_to(axis.get_end(), side, buff=0.1))

    @property
    def x_range(self) -> Range:
        """The values at both ends of the x axis."""
        return self.x_scale.low, self.x_scale.high

    @property
    def y_range(self) -> Range:
        """The values at both ends of the y axis."""
        return self.y_scale.low, self.y_scale.high

    def stand(self, crossing: np.ndarray) -> "Plot":
        """Move the plot so that its axes cross at a place on screen, (3,)."""
        self.shift(crossing - self.x_axis.get_start())
        return self

    def at(self, x: float, y: float) -> np.ndarray:
        """Return the place of a pair of values on screen, (3,)."""
        return np.asarray(self.places(np.array([[x, y]]))[0])

    def places(self, xy: np.ndarray) -> np.ndarray:
        """Return the places on screen, (n, 3), of pairs of values, (n, 2)."""
        corner, along, rise = self._frame()
        right, up = self.x_scale.portion(xy[:, 0]), self.y_scale.portion(xy[:, 1])
        return np.asarray(corner + right[:, None] * along + up[:, None] * rise)

    def values_at(self, places: np.ndarray) -> np.ndarray:
        """Return the pairs of values, (n, 2), that stand at places on screen, (n, 3).

        The inverse of :meth:`places`, wherever the axes have come to stand.
        """
        corner, along, rise = self._frame()
        axes = np.stack([along, rise], axis=1)[:2]
        right, up = np.linalg.solve(axes, (places - corner)[:, :2].T)
        return np.stack([self.x_scale.value(right), self.y_scale.value(up)], axis=1)

    def _frame(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return where the axes cross, and how far each of them goes, (3,) each."""
        corner = self.x_axis.get_start()
        return corner, self.x_axis.get_end() - corner, self.y_axis.get_end() - corner

    @property
    def plane(self) -> Room:
        """The room between the axes on screen."""
        corner, along, rise = self._frame()
        left, bottom, _ = corner
        right, top, _ = corner + along + rise
        return Room(float(left), float(bottom), float(right), float(top))

    def corner(self, direction: np.ndarray, buff: float = 0.15) -> np.ndarray:
        """Return the point inside the plane's corner that lies in ``direction``."""
        ends = (self.x_range, self.y_range)
        x, y = (r[int(d > 0)] for r, d in zip(ends, direction, strict=False))
        return self.at(x, y) - buff * direction

    def scatter(
        self, xy: np.ndarray, *, color: ManimColor, marker: str, size: float = 0.065
    ) -> Cloud:
        """Return a circle, square or triangle at each row of ``xy`` (n, 2).

        All are one mobject: hundreds would slow every frame down.
        """
        cloud = Cloud(self, marker, size).put(self.places(xy))
        width = rim(marker, size) if len(xy) <= CROWD else 0
        cloud.set_fill(color, 0.85).set_stroke(theme.current().paper, width)
        return cloud

    def curve(self, x: np.ndarray, y: np.ndarray, *, color: ManimColor) -> Curve:
        """Return the line through points (x, y), each of shape (n,)."""
        line = Curve(self)
        line.set_points_as_corners(self.places(np.stack([x, y], axis=1)))
        line.set_stroke(color, theme.CURVE)
        return line


def rim(marker: str, size: float) -> float:
    """Return the stroke that parts a marker from those below, in Manim's points.

    Small ones have none: it would hide them where many lie on each other, and viewers
    of PDF files draw upright and level strokes, as of squares, at least a pixel wide.
    """
    return RIM if size >= RIMMED[marker] else 0


def draw_marker(marker: str, size: float) -> VMobject:
    """Return a circle, square or triangle of about the same area."""
    shapes = {
        "circle": lambda: Circle(radius=size),
        "square": lambda: Square(side_length=1.77 * size),
        "triangle": lambda: Triangle(radius=1.45 * size),
    }
    return shapes[marker]()
