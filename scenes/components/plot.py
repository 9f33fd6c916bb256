"""A plane with labelled axes: points, curves and fields stand where values say."""

from collections.abc import Sequence

import numpy as np
from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Circle,
    Line,
    ManimColor,
    Square,
    Triangle,
    VGroup,
    VMobject,
)

from scenes.components.number import Number
from scenes.components.text import Label
from scenes.frame import theme

TICK = 0.09  # length of a tick, in units


class Tick(Number):
    """A mark of a scale: its value in full, where it stands; no result."""


def round_ticks(low: float, high: float, about: int = 4) -> list[float]:
    """Return round values between ``low`` and ``high``, about so many.

    Steps are 1, 2 or 5 times a power of ten.
    """
    rough = (high - low) / about
    power = 10.0 ** np.floor(np.log10(rough))
    step = power * min((1, 2, 5, 10), key=lambda m: abs(np.log(m * power / rough)))
    first = np.ceil(low / step - 1e-9)
    last = np.floor(high / step + 1e-9)
    return [float(round(k * step, 12)) for k in np.arange(first, last + 1)]


def tick_spec(values: Sequence[float]) -> str:
    """Return the format that shows all of these values in full."""
    full = (np.format_float_positional(value, 12, trim="-") for value in values)
    decimals = max(len(words.partition(".")[2]) for words in full)
    return f".{decimals}f"


class Plot(VGroup):
    """Two axes with few round ticks.

    Parameters
    ----------
    x_range, y_range
        Lowest and highest value of each axis.
    x_label, y_label
        Words with unit, ``"bill length (mm)"``.
    width, height
        Size of the plane between the axes, in units.
    x_ticks, y_ticks
        Values of the ticks; round ones if None.
    """

    def __init__(
        self,
        x_range: tuple[float, float],
        y_range: tuple[float, float],
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
        self.x_range, self.y_range = x_range, y_range
        corner, along, up = np.zeros(3), width * RIGHT, height * UP
        self.x_axis = Line(corner, along, stroke_width=theme.AXIS, color=ink)
        self.y_axis = Line(corner, up, stroke_width=theme.AXIS, color=ink)
        self.add(self.x_axis, self.y_axis)
        xs = round_ticks(*x_range) if x_ticks is None else x_ticks
        ys = round_ticks(*y_range) if y_ticks is None else y_ticks
        self.ticks = VGroup(
            *self._ticks(xs, DOWN, x_range, self.x_axis),
            *self._ticks(ys, LEFT, y_range, self.y_axis),
        )
        self.x_label = Label(x_label, color=ink).next_to(self.x_axis, DOWN, buff=0.52)
        self.y_label = Label(y_label, color=ink).next_to(self.y_axis, UP, buff=0.16)
        self.y_label.align_to(self.ticks, LEFT)
        self.add(self.ticks, self.x_label, self.y_label)

    def _ticks(
        self,
        values: Sequence[float],
        side: np.ndarray,
        within: tuple[float, float],
        axis: Line,
    ) -> list[VGroup]:
        """Draw a mark and its value at each of the values."""
        marks = []
        for value in values:
            at = axis.point_from_proportion(
                (value - within[0]) / (within[1] - within[0])
            )
            color = theme.current().muted
            mark = Line(at, at + TICK * side, stroke_width=theme.AXIS, color=color)
            figure = Tick(value, tick_spec(values), pixels=theme.SMALLEST, color=color)
            marks.append(VGroup(mark, figure.next_to(mark, side, buff=0.08)))
        return marks

    def stand(self, crossing: np.ndarray) -> "Plot":
        """Move the plot so that its axes cross at a place on screen, (3,)."""
        self.shift(crossing - self.x_axis.get_start())
        return self

    def at(self, x: float, y: float) -> np.ndarray:
        """Return the place of a pair of values on screen."""
        right = (x - self.x_range[0]) / (self.x_range[1] - self.x_range[0])
        up = (y - self.y_range[0]) / (self.y_range[1] - self.y_range[0])
        corner = self.x_axis.get_start()
        along = self.x_axis.get_end() - corner
        rise = self.y_axis.get_end() - corner
        return np.asarray(corner + right * along + up * rise)

    def corner(self, direction: np.ndarray, buff: float = 0.15) -> np.ndarray:
        """Return the point inside the plane's corner that lies in ``direction``."""
        ends = (self.x_range, self.y_range)
        x, y = (r[int(d > 0)] for r, d in zip(ends, direction, strict=False))
        return self.at(x, y) - buff * direction

    def scatter(
        self, xy: np.ndarray, *, color: ManimColor, marker: str, size: float = 0.065
    ) -> VMobject:
        """Return a circle, square or triangle at each row of ``xy`` (n, 2).

        All are one mobject: hundreds would slow every frame down.
        """
        shape = draw_marker(marker, size).points
        places = np.array([self.at(x, y) for x, y in xy])
        cloud = VMobject().set_points((shape + places[:, None]).reshape(-1, 3))
        return cloud.set_fill(color, 0.85).set_stroke(theme.current().paper, 0.6)

    def curve(
        self,
        x: np.ndarray,
        y: np.ndarray,
        *,
        color: ManimColor,
    ) -> VMobject:
        """Return the line through points (x, y), each of shape (n,)."""
        points = [self.at(*pair) for pair in zip(x, y, strict=True)]
        line = VMobject().set_points_as_corners(points)
        return line.set_stroke(color, theme.CURVE)


def draw_marker(marker: str, size: float) -> VMobject:
    """Return a circle, square or triangle of about the same area."""
    shapes = {
        "circle": lambda: Circle(radius=size),
        "square": lambda: Square(side_length=1.77 * size),
        "triangle": lambda: Triangle(radius=1.45 * size),
    }
    return shapes[marker]()
