"""Maps of a loss over two parameters, and walks across them."""

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Circle, ManimColor, VGroup

from scenes import theme
from scenes.components.contours import Contours
from scenes.components.plot import Plot
from scenes.components.trail import Trail
from scenes.true_numbers import TrueNumbers

# Name on screen, colour and mark of the three rules.
RULES = (
    ("plain descent", "ink", "circle"),
    ("momentum", "positive", "square"),
    ("Adam", "class_c", "triangle"),
)
MAP_LEFT, MAP_FOOT, MAP_WIDTH = -5.6, -0.85, 7.2  # of the enzyme's map, in units


def rule_color(k: int) -> ManimColor:
    """Return the colour of one of the rules."""
    return theme.role(RULES[k][1])


def true_plot(
    plane: tuple[tuple[float, float], tuple[float, float]],
    width: float,
    *,
    x_label: str = "weight w",
    y_label: str = "bias b",
) -> Plot:
    """Draw axes on which both parameters have the same scale."""
    (left, right), (low, high) = plane
    height = width * (high - low) / (right - left)
    return Plot(*plane, x_label=x_label, y_label=y_label, width=width, height=height)


def lowest_point(plot: Plot, at: np.ndarray) -> Circle:
    """Draw a ring where the loss is least."""
    ring = Circle(radius=0.13).set_stroke(theme.role("loss"), theme.CURVE)
    return ring.move_to(plot.at(*at)).set_z_index(2)


class EnzymeMap:
    """The loss of the enzyme's curve over Km and Vmax, in units of equal scale.

    Parameters
    ----------
    lesson
        The scene; its result is that of :mod:`nnsim.experiments.gradient_descent`.
    """

    def __init__(self, lesson: TrueNumbers) -> None:
        self.lesson = lesson
        values = lesson.values
        shape = values("enzyme.shape")  # (width, height) in the units of the steps
        self.plot = Plot(
            *values("enzyme.plane"), x_label="Km (ppm)",
            y_label="Vmax (counts/min²)", width=MAP_WIDTH,
            height=MAP_WIDTH * shape[1] / shape[0],
        )  # fmt: skip
        corner = np.array([MAP_LEFT, MAP_FOOT, 0])
        self.plot.shift(corner - self.plot.x_axis.get_start())
        k_m, v_max = (r[1] for r in values("enzyme.plane"))
        self.contours = Contours(
            self.plot, values("enzyme.heights"), values("enzyme.levels"),
            guide=((0.86 * k_m, 0.02 * v_max), (0.86 * k_m, 0.98 * v_max)),
        )  # fmt: skip
        self.lowest = lowest_point(self.plot, values("enzyme.lowest"))

    def trail(self, k: int) -> Trail:
        """Draw the way of one of the rules."""
        _, role, marker = RULES[k]
        path = self.lesson.values(f"enzyme.paths[{k}]")
        return Trail(self.plot, path, color=theme.role(role), marker=marker)


class EnzymeCurve:
    """Measured rates and the curve that the parameters of a step draw."""

    def __init__(self, lesson: TrueNumbers, at: np.ndarray) -> None:
        self.lesson = lesson
        values = lesson.values
        self.c, self.curves = values("enzyme.grid"), values("enzyme.curves")
        measured = values("enzyme.measured")
        self.plot = Plot(
            (0, float(self.c[-1])), (0, 1.1 * float(measured[:, 1].max())),
            x_label="substrate (ppm)", y_label="rate (counts/min²)",
            width=3.3, height=2.9,
        )  # fmt: skip
        self.plot.move_to(at)
        self.runs = self.plot.scatter(
            measured, color=theme.role("muted"), marker="circle", size=0.09
        )
        self.curve = self.plot.curve(
            self.c, self.curves[0], color=theme.role("positive")
        ).set_z_index(1)

    def show_step(self, k: int) -> None:
        """Show the curve after a step."""
        points = zip(self.c, self.curves[k], strict=True)
        self.curve.set_points_as_corners([self.plot.at(*pair) for pair in points])
