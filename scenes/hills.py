"""Maps of a loss over two parameters, and walks across them."""

import numpy as np
from manim import DOWN, LEFT, UP, Circle, Group, ManimColor, VGroup

from scenes import theme
from scenes.components.contours import Contours
from scenes.components.growing_curve import GrowingCurve
from scenes.components.lanes import Lanes
from scenes.components.plot import Plot
from scenes.components.text import InLine, Written
from scenes.components.trail import Trail
from scenes.true_numbers import TrueNumbers

# Name on screen, colour and mark of the three rules.
RULES = (
    ("plain descent", "ink", "circle"),
    ("momentum", "positive", "square"),
    ("Adam", "class_c", "triangle"),
)
NO_GUIDE = ((-1e6, -1e6), (-1e6, -2e6))  # leads past all lines: none is named
FOOT = -1.0  # height of the lower edge of these maps
HEADS = 2.95  # height of the words over maps side by side, in units
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


class UnitPanel:
    """The loss of a line over weight and bias in one unit of length, and the walk.

    Parameters
    ----------
    lesson
        The scene.
    field
        Of the result: ``"as_measured"`` or ``"standardised"``.
    words
        The unit, over the map.
    left
        Left end of the axis along the weight.
    """

    def __init__(
        self, lesson: TrueNumbers, field: str, words: str, left: float
    ) -> None:
        values = lesson.values
        self.plot = Plot(
            *values(f"{field}.plane"), x_label="weight w", y_label="bias b",
            width=5.3, height=3.23,
        )  # fmt: skip
        self.plot.shift(np.array([left, -0.85, 0]) - self.plot.x_axis.get_start())
        self.contours = Contours(
            self.plot, values(f"{field}.heights"), values(f"{field}.levels"),
            guide=NO_GUIDE,
        )  # fmt: skip
        self.lowest = lowest_point(self.plot, values(f"{field}.minimum"))
        self.points = values(f"{field}.points")
        self.trail = Trail(self.plot, self.points, color=theme.role("ink"))
        head = lesson.text(words, weight="SEMIBOLD")
        head.next_to(self.plot.y_axis, UP, buff=0.3).set_x(self.plot.x_axis.get_x())
        self.frame = Group(self.plot, self.contours, self.lowest, head)
        shape = InLine(
            lesson.text("condition number"),
            lesson.number(f"{field}.condition_number", ",.0f", pixels=theme.BODY),
        )
        steps = InLine(
            lesson.text("steps to the bottom"),
            lesson.number(f"{field}.n_steps", ",d", pixels=theme.BODY),
        )
        self.shape, self.steps = shape, steps
        for line, down in ((shape, 1.55), (steps, 2.05)):
            line.set_x(self.plot.x_axis.get_x())
            line.shift((-0.85 - down - line.baseline) * UP)


class PassPanel:
    """One pass through all birds, with so many birds a step.

    Parameters
    ----------
    lesson
        The scene.
    k
        Which of the sizes of batch.
    words
        Over the map.
    left
        Left end of the axis along the weight.
    """

    def __init__(self, lesson: TrueNumbers, k: int, words: str, left: float) -> None:
        values = lesson.values
        self.plot = true_plot(values("batches.near"), 3.5)
        self.plot.shift(np.array([left, FOOT, 0]) - self.plot.x_axis.get_start())
        contours = Contours(
            self.plot, values("batches.near_heights"), values("standardised.levels"),
            guide=NO_GUIDE,
        )  # fmt: skip
        lowest = lowest_point(self.plot, values("standardised.minimum"))
        middle = self.plot.x_axis.get_x()
        head = lesson.text(words, weight="SEMIBOLD")
        head.set_x(middle).shift((HEADS - head.baseline) * UP)
        self.frame = Group(self.plot, contours, lowest, head)
        self.n_steps = values(f"batches.n_steps[{k}]")
        self.trail = Trail(
            self.plot, values(f"batches.passes[{k}]"), color=theme.role("ink"),
            dots=self.n_steps < 50,
        )  # fmt: skip
        color = theme.role("loss")
        parts: list[Written] = [
            lesson.text("loss", color=color),
            lesson.number(f"mean_losses[{k}]", color=color, pixels=theme.BODY),
        ]
        if self.n_steps > 1:  # all at once, no shuffle makes a difference
            spread = lesson.number(f"loss_spreads[{k}]", ".3f", color=color)
            parts += [lesson.text("±", color=color), spread]
        self.loss = InLine(*parts)
        self.loss.set_x(middle)
        self.loss.shift((FOOT - 1.45 - self.loss.baseline) * UP)

    def show_share(self, share: float) -> None:
        """Show the steps for which so much of the pass is enough."""
        self.trail.show_step(int(share * self.n_steps + 1e-9))


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
            guide=((0.96 * k_m, 0.02 * v_max), (0.96 * k_m, 0.98 * v_max)),
        )  # fmt: skip
        self.lowest = lowest_point(self.plot, values("enzyme.lowest"))

    def trail(self, k: int) -> Trail:
        """Draw the way of one of the rules."""
        _, role, marker = RULES[k]
        path = self.lesson.values(f"enzyme.paths[{k}]")
        return Trail(self.plot, path, color=theme.role(role), marker=marker)


class SlopeAverages:
    """Adam's running mean and size of one parameter's slope, step by step."""

    def __init__(self, lesson: TrueNumbers, column: int, name: str, y: float) -> None:
        mean = lesson.values("enzyme.means")[:, column]
        size = lesson.values("enzyme.sizes")[:, column]
        ends = [min(mean.min(), 0.0), size.max()]
        margin = 0.08 * (ends[1] - ends[0])
        self.plot = Plot(
            (0, len(mean)), (ends[0] - margin, ends[1] + margin), x_label="step",
            y_label=f"slope along {name}", width=3.3, height=1.2,
        )  # fmt: skip
        corner = np.array([2.95, y, 0])
        self.plot.shift(corner - self.plot.x_axis.get_start())
        names = lesson.text("mean", color=theme.role("gradient")), lesson.text("size")
        middle = len(mean) * 2 // 3
        names[0].next_to(self.plot.at(middle, mean[middle]), DOWN, buff=0.18)
        names[1].next_to(self.plot.at(middle, size[middle]), UP, buff=0.12)
        self.names = VGroup(*names)
        self.curves = [
            GrowingCurve(self.plot, mean, first=1, color=theme.role("gradient")),
            GrowingCurve(
                self.plot, size, first=1, color=theme.role("ink"), dashed=True
            ),
        ]

    def show_step(self, k: int) -> None:
        """Show both up to a step."""
        for curve in self.curves:
            curve.show_step(k)


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


class TunedRow:
    """The map in units of one choice, and the steps of each rule in them.

    Parameters
    ----------
    lesson
        The scene.
    row
        0 for the usual units, 1 for rounder ones.
    words
        The unit of Km.
    y
        Height of the foot of the map.
    """

    def __init__(self, lesson: TrueNumbers, row: int, words: str, y: float) -> None:
        values = lesson.values
        shape = values(f"enzyme.shapes[{row}]")
        height = 1.5
        self.plot = Plot(
            *values("enzyme.plane"), x_label="Km (ppm)", y_label="Vmax",
            width=height * shape[0] / shape[1], height=height,
            x_ticks=(0, 0.1, 0.2, 0.3) if row == 0 else (0, 0.2), y_ticks=(0, 200, 400),
        )  # fmt: skip
        self.plot.shift(np.array([-5.6, y, 0]) - self.plot.x_axis.get_start())
        contours = Contours(
            self.plot, values("enzyme.heights"), values("enzyme.levels"), guide=NO_GUIDE
        )
        lowest = lowest_point(self.plot, values("enzyme.lowest"))
        shape_words = InLine(
            lesson.text(words, weight="SEMIBOLD"),
            lesson.text("condition number", color=theme.role("muted")),
            lesson.number(f"enzyme.condition_numbers[{row}]", ".0f"),
            buff=0.25,
        )
        shape_words.move_to([-0.6, y + height + 0.2, 0], LEFT)
        self.frame = Group(self.plot, contours, lowest, shape_words)
        self.lanes = Lanes(
            [lesson.text(name, color=rule_color(k)) for k, (name, *_) in
             enumerate(RULES)],
            [lesson.number(f"enzyme.tuned_steps[{row}, {k}]", "d") for k in range(3)],
            [rule_color(k) for k in range(3)],
            unit=3.6 / values("enzyme.tuned_steps").max(),
        )  # fmt: skip
        self.lanes.shift([1.6, y + 1.15, 0])
