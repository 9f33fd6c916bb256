"""A line with one weight through the penguins, and the loss of every weight."""

import numpy as np
from manim import DOWN, RIGHT, UP, Dot, Line, VGroup, VMobject

from scenes import theme
from scenes.components.fan import Fan
from scenes.components.plot import Plot
from scenes.components.replay import Replay
from scenes.components.text import InLine, Label
from scenes.components.trail import Trail
from scenes.true_numbers import TrueNumbers

FOOT = -1.75  # height of the lower edge of both plots, in units
X, Y = "flipper length, standardised", "body mass, standardised"
WEIGHT, LOSS = "weight w", "loss L"
PANELS = (-6.05, -2.75, 0.55, 3.85)  # left edges of the small plots
MARGIN = 1.06  # the plane reaches so many times as far as the farthest bird


class OneWeight:
    """Birds and line on the left, loss over weight on the right.

    Parameters
    ----------
    lesson
        The scene; its result is that of :mod:`nnsim.experiments.gradient_descent`.
    """

    def __init__(self, lesson: TrueNumbers) -> None:
        self.lesson = lesson
        x, y = lesson.values("x"), lesson.values("y")
        ranges = [(MARGIN * v.min(), MARGIN * v.max()) for v in (x, y)]
        self.birds = Plot(*ranges, x_label=X, y_label=Y, width=3.75, height=4.1)
        self.cloud = self.birds.scatter(
            np.stack([x, y], axis=1), color=theme.role("muted"), marker="circle",
            size=0.05,
        )  # fmt: skip
        self.curve_points = lesson.values("one.curve")
        self.bowl = self.loss_plot(3.75, 4.1)
        self.bowl.y_label.set_color(theme.role("loss"))
        for plot, left in ((self.birds, -6.0), (self.bowl, -1.2)):
            plot.shift(np.array([left, FOOT, 0]) - plot.x_axis.get_start())
        self.cloud.move_to(
            self.birds.at(*(np.mean([v.min(), v.max()]) for v in (x, y)))
        )
        level = self.birds.y_label.baseline - self.bowl.y_label.baseline
        self.bowl.y_label.shift(level * UP)
        self.curve = self.curve_of(self.bowl)
        self.line = Line(stroke_width=theme.CURVE, color=theme.role("positive"))
        self.line.set_z_index(2)
        self.dot = Dot(radius=0.12, color=theme.role("loss")).set_z_index(4)

    def loss_plot(self, width: float, height: float) -> Plot:
        """Draw the axes of loss over weight."""
        w, losses = self.curve_points.T
        return Plot(
            (w[0], w[-1]), (0, losses.max()), x_label=WEIGHT, y_label=LOSS,
            width=width, height=height,
        )  # fmt: skip

    def curve_of(self, plot: Plot) -> VMobject:
        """Draw the loss of every weight."""
        return plot.curve(*self.curve_points.T, color=theme.role("loss"))

    def show_weight(self, w: float, loss: float) -> None:
        """Turn the line to a weight, and put the dot at its loss."""
        (left, right), (low, high) = self.birds.x_range, self.birds.y_range
        reach = (right, left) if w == 0 else (
            min(right, max(low / w, high / w)), max(left, min(low / w, high / w))
        )  # fmt: skip
        ends = [self.birds.at(x, w * x) for x in reach[::-1]]
        self.line.put_start_and_end_on(*ends)
        self.dot.move_to(self.bowl.at(w, loss))

    def sweep(self, run_time: float) -> Replay:
        """Return the animation in which every weight is tried in turn."""
        traced = self.curve.copy()
        n = len(self.curve_points) - 1

        def show(k: int) -> None:
            self.show_weight(*self.curve_points[k])
            self.curve.pointwise_become_partial(traced, 0, k / n)

        parts = [self.line, self.dot, self.curve]
        return Replay(parts, [show], n, early=False, run_time=run_time)

    def arrow(self) -> Fan:
        """Draw the step along w, to scale."""
        start = np.array([self.lesson.values(f"one.{v}[0]") for v in ("w", "loss")])
        step = np.array([[self.lesson.values("one.change"), 0]])
        fan = Fan(self.bowl, start, step, color=theme.role("ink"), stroke=theme.CURVE)
        return fan.set_z_index(5)

    def arrow_name(self) -> Label:
        """Name the arrow."""
        w, loss = (self.lesson.values(f"one.{name}") for name in ("w", "loss"))
        name = self.lesson.text("step", patch=True)
        return name.next_to(self.bowl.at(w[1], loss[0]), RIGHT, buff=0.12)

    def tangent(self) -> Line:
        """Draw the slope of the loss at the first weight."""
        ends = [self.bowl.at(*end) for end in self.lesson.values("one.tangent")]
        tangent = Line(
            ends[0], ends[1], stroke_width=theme.CURVE, color=theme.role("gradient")
        )
        return tangent.set_z_index(3)


class WorkedStep:
    """The slope, the rule, the rule in numbers, and what it does to the loss.

    Parameters
    ----------
    lesson
        The scene.
    at
        Middle of the words.
    """

    def __init__(self, lesson: TrueNumbers, at: np.ndarray) -> None:
        number, formula, text = lesson.number, lesson.formula, lesson.text
        pink, loss, body = theme.role("gradient"), theme.role("loss"), theme.BODY
        slope = number("one.slope", color=pink, pixels=body)
        self.slope = InLine(
            text("slope", color=pink), formula("(∂ L) / (∂ w) =", color=pink), slope
        )
        self.rule = formula("w arrow.l w - eta {{ (∂ L) / (∂ w) : slope }}")
        self.rule.parts["slope"].set_color(pink)
        rate = number("first_rate", ".1f")
        self.rate = InLine(text("learning rate"), formula("eta ="), rate)
        self.new, old = number("one.w[1]"), number("one.w[0]")
        used_rate, used_slope = (
            number("first_rate", ".1f"),
            number("one.slope", color=pink),
        )
        equals, minus, times = (formula(sign) for sign in ("=", "-", "times"))
        left, right = text("(", color=pink), text(")", color=pink)
        inside = InLine(left, used_slope, right, buff=0.03)
        worked = InLine(
            self.new, equals, old, minus, used_rate, times, inside, buff=0.1
        )
        self.travels = ((slope, used_slope), (rate, used_rate))
        self.signs = [equals, old, minus, times, left, right]
        self.losses = InLine(
            text("loss", color=loss, pixels=body),
            number("one.loss[0]", color=loss, pixels=body),
            formula("arrow.r", color=loss),
            number("one.loss[1]", color=loss, pixels=body),
        )
        rows = VGroup(self.slope, self.rule, self.rate, worked, self.losses)
        rows.arrange(DOWN, buff=0.36).move_to(at)


class RatePanel:
    """The same bowl in small, and the walk with one of the learning rates.

    Parameters
    ----------
    view
        Gives the bowl.
    k
        Number of the learning rate.
    words
        What comes of it.
    """

    def __init__(self, view: OneWeight, k: int, words: str) -> None:
        lesson = view.lesson
        self.plot = view.loss_plot(2.55, 3.1)
        corner = np.array([PANELS[k], FOOT + 0.85, 0])
        self.plot.shift(corner - self.plot.x_axis.get_start())
        curve = view.curve_of(self.plot).set_stroke(opacity=0.55)
        rate = InLine(
            lesson.formula("eta ="),
            lesson.number(f"rates[{k}]", ".2f", pixels=theme.BODY),
        )
        rate.set_x(self.middle)
        rate.shift((self.plot.y_label.baseline - rate.baseline) * UP)
        self.frame = VGroup(self.plot, curve, rate)
        way = np.stack(
            [lesson.values(f"one.{name}[{k}]") for name in ("walks", "losses")], axis=1
        )
        self.trail = Trail(self.plot, way, color=theme.role("ink"), dots=True)
        self.outcome = lesson.text(words, weight="SEMIBOLD", pixels=theme.BODY)
        color = theme.role("loss")
        self.loss = InLine(
            lesson.text("loss after {n_steps} steps", color=color, pixels=28),
            lesson.number(f"one.losses[{k}][-1]", ".2f", color=color),
        )
        self.answer = VGroup(self.outcome, self.loss)
        for part, down in ((self.outcome, 1.5), (self.loss, 2.0)):
            part.set_x(self.middle)
            part.shift((FOOT + 0.85 - down - part.baseline) * UP)

    @property
    def middle(self) -> float:
        """Middle of the axis along w."""
        return float(self.plot.x_axis.get_center()[0])


def replay(panels: list[RatePanel], n_steps: int, run_time: float) -> Replay:
    """Return the animation in which all walk at once, step by step."""
    trails = [panel.trail for panel in panels]
    draw = [trail.show_step for trail in trails]
    return Replay(trails, draw, n_steps, early=False, run_time=run_time)
