"""Maps of the loss of a line over weight and bias, and what walks over them."""

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Circle, Group, Line, VGroup

from scenes import theme
from scenes.components.contours import Contours, Guide
from scenes.components.fan import Fan
from scenes.components.plot import Plot
from scenes.components.text import InLine, Written
from scenes.components.trail import Trail
from scenes.true_numbers import TrueNumbers

NO_GUIDE: Guide = ((-1e6, -1e6), (-1e6, -2e6))  # leads past all lines: none is named
FOOT = -0.85  # height of the lower edge of these maps


def line_map(lesson: TrueNumbers, plane: str, width: float, height: float) -> Plot:
    """Draw axes of weight and bias; ``plane`` is a path in the result."""
    return Plot(
        *lesson.values(plane), x_label="weight w", y_label="bias b",
        width=width, height=height,
    )  # fmt: skip


def true_height(lesson: TrueNumbers, plane: str, width: float) -> float:
    """Return the height that gives both axes of a plane the same scale."""
    across, up = np.ptp(lesson.values(plane), axis=1)
    return float(width * up / across)


def lowest_point(plot: Plot, at: np.ndarray) -> Circle:
    """Draw a ring where the loss is least."""
    ring = Circle(radius=0.13).set_stroke(theme.role("loss"), theme.CURVE)
    return ring.move_to(plot.at(*at)).set_z_index(2)


def put(plot: Plot, left: float, foot: float) -> None:
    """Move a plot so that its axes meet at a place."""
    plot.shift(np.array([left, foot, 0]) - plot.x_axis.get_start())


def write_at(line: Written | InLine, middle: float, y: float) -> None:
    """Move words so that they stand on a height, around a middle."""
    line.set_x(middle)
    line.shift((y - line.baseline) * UP)


class UnitPanel:
    """The loss in one unit of length, and the walk to its bottom.

    Parameters
    ----------
    lesson
        The scene; its result is that of :mod:`nnsim.experiments.gradient_descent`.
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
        height = true_height(lesson, "standardised.plane", 5.3)
        self.plot = line_map(lesson, f"{field}.plane", 5.3, height)
        put(self.plot, left, FOOT)
        contours = Contours(
            self.plot, values(f"{field}.heights"), values(f"{field}.levels"),
            guide=NO_GUIDE,
        )  # fmt: skip
        lowest = lowest_point(self.plot, values(f"{field}.minimum"))
        middle = float(self.plot.x_axis.get_x())
        head = lesson.text(words, weight="SEMIBOLD")
        write_at(head, middle, self.plot.y_label.baseline)
        self.frame = Group(self.plot, contours, lowest, head)
        self.n_shown = values(f"{field}.n_shown")
        points = values(f"{field}.points")
        self.trail = Trail(self.plot, points, color=theme.role("ink"))
        if self.n_shown > 1:  # many steps on nearly the same way
            self.trail.line.set_stroke(width=1.5)
        self.shape = InLine(
            lesson.text("condition number"),
            lesson.number(f"{field}.condition_number", ",.0f", pixels=theme.BODY),
        )
        self.steps = InLine(
            lesson.text("steps to the bottom"),
            lesson.number(f"{field}.n_steps", ",d", pixels=theme.BODY),
        )
        write_at(self.shape, middle, FOOT - 1.25)
        write_at(self.steps, middle, FOOT - 1.7)

    def note(self, line: Written | InLine) -> Written | InLine:
        """Write one more line under the map."""
        write_at(line, float(self.plot.x_axis.get_x()), FOOT - 2.15)
        return line


class StepFans:
    """Steps on single birds, on batches and on all, from one point.

    Parameters
    ----------
    lesson
        The scene.
    panel
        Middle of the words beside the map.
    """

    def __init__(self, lesson: TrueNumbers, panel: np.ndarray) -> None:
        values = lesson.values
        self.plot = line_map(
            lesson, "standardised.plane", 7.0,
            true_height(lesson, "standardised.plane", 7.0),
        )  # fmt: skip
        put(self.plot, -5.7, -1.75)
        lowest = values("standardised.minimum")
        contours = Contours(
            self.plot, values("standardised.heights"), values("standardised.levels"),
            guide=((lowest[0], lowest[1]), (lowest[0] + 2.0, lowest[1] + 0.5)),
        )  # fmt: skip
        self.map = Group(self.plot, contours, lowest_point(self.plot, lowest))
        self.fans: list[Fan] = []
        self.rows = VGroup()
        for path, words, role, stroke, tip in (
            ("singles", "one bird", "muted", 1.5, 0.15),
            ("batches", "mean of {batch_size} birds", "ink", 2.0, 0.12),
            ("everyone", "mean of all {n_birds}", "gradient", 8.0, 0.32),
        ):
            color = theme.role(role)
            fan = Fan(
                self.plot, values("steps.point"), values(f"steps.{path}"),
                color=color, stroke=stroke, tip=tip,
            )  # fmt: skip
            self.fans.append(fan.set_z_index(3))
            sample = Line(0.35 * LEFT, 0.35 * RIGHT).set_stroke(color, stroke)
            name = lesson.text(words, pixels=34, color=color)
            self.rows.add(VGroup(sample, name).arrange(RIGHT, buff=0.25))
        self.rows.arrange(DOWN, buff=0.5, aligned_edge=LEFT)
        self.head = lesson.text("each arrow: one step from here")
        VGroup(self.head, self.rows).arrange(DOWN, buff=0.5, aligned_edge=LEFT).move_to(
            panel
        )


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
        self.plot = line_map(lesson, "near", 3.5, true_height(lesson, "near", 3.5))
        put(self.plot, left, FOOT)
        contours = Contours(
            self.plot, values("near_heights"), values("standardised.levels"),
            guide=NO_GUIDE,
        )  # fmt: skip
        middle = float(self.plot.x_axis.get_x())
        head = lesson.text(words, weight="SEMIBOLD")
        write_at(head, middle, self.plot.y_label.baseline)
        lowest = lowest_point(self.plot, values("standardised.minimum"))
        self.frame = Group(self.plot, contours, lowest, head)
        self.n_steps, self.n_birds = values(f"passes.n_steps[{k}]"), values("n_birds")
        points = values(f"passes.points[{k}]")
        few = self.n_steps < 50
        self.trail = Trail(self.plot, points, color=theme.role("ink"), dots=few)
        color = theme.role("loss")
        parts: list[Written] = [
            lesson.text("loss", color=color),
            lesson.number(f"passes.mean_losses[{k}]", color=color, pixels=theme.BODY),
        ]
        if self.n_steps > 1:  # with all at once, no shuffle makes a difference
            spread = lesson.number(f"passes.loss_spreads[{k}]", ".3f", color=color)
            parts += [lesson.text("±", color=color), spread]
        steps = InLine(lesson.text("steps"), lesson.number(f"passes.n_steps[{k}]", "d"))
        self.loss = InLine(steps, InLine(*parts), buff=0.35)
        write_at(self.loss, middle, FOOT - 1.4)

    def show_birds(self, n: int) -> None:
        """Show the steps for which so many birds are enough."""
        self.trail.show_step(n * self.n_steps // self.n_birds)
