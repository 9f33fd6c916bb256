"""A line with one weight through the penguins, and the loss of every weight."""

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Dot, Line, VGroup, VMobject

from scenes.components.fan import Fan
from scenes.components.growing_curve import GrowingCurve
from scenes.components.plot import Plot
from scenes.components.replay import Replay
from scenes.components.text import InLine, Label
from scenes.components.trail import Trail
from scenes.frame import rooms, theme
from scenes.frame.rooms import Room
from scenes.lesson.lines import Lines

WEIGHT, LOSS = "weight w", "loss L"
MARGIN = 1.06  # the plane reaches so many times as far as the farthest bird
ANSWER = 0.5  # height of a line of what comes of a learning rate, in units


def three_rooms() -> list[Room]:
    """Return the rooms of the birds, of the bowl and of the words, which tell of both.

    The words stand beside the plots in a wide frame, below them in others.
    """
    room = rooms.whole().inside(bottom=0.45)  # clear of the question at the foot
    if room.width > 2 * room.height:
        return room.columns(1, 1, 0.85, gap=0.25)
    plots, words = room.rows(2, 1)
    return [*plots.columns(1, 1), words]


class OneWeight:
    """Birds and line on the left, loss over weight on the right.

    Parameters
    ----------
    lesson
        The scene; its result is that of :mod:`nnsim.experiments.gradient_descent`.
    """

    def __init__(self, lesson: Lines) -> None:
        self.lesson = lesson
        x, y = lesson.values("x"), lesson.values("y")
        ranges = [(MARGIN * v.min(), MARGIN * v.max()) for v in (x, y)]
        left, right, _ = three_rooms()
        self.birds = Plot(
            *ranges, x_label=lesson.wording("{features[0]}, standardised"),
            y_label=lesson.wording("{features[1]}, standardised"),
            **rooms.plot_size(left),
        ).stand(rooms.origin(left))  # fmt: skip
        self.cloud = self.birds.scatter(
            np.stack([x, y], axis=1), color=theme.role("muted"), marker="circle",
            size=0.05,
        )  # fmt: skip
        self.curve_points = lesson.values("one.curve")
        self.bowl = self.loss_plot(right)
        self.bowl.y_label.set_color(theme.role("loss"))
        level = self.birds.y_label.baseline - self.bowl.y_label.baseline
        self.bowl.y_label.shift(level * UP)
        self.curve = GrowingCurve(
            self.curve_of(self.bowl), self.bowl, self.curve_points[:, 0]
        )
        self.line = Line(stroke_width=theme.CURVE, color=theme.role("positive"))
        self.line.set_z_index(2)
        self.dot = Dot(radius=0.12, color=theme.role("loss")).set_z_index(4)

    def loss_plot(self, room: Room) -> Plot:
        """Draw the axes of loss over weight."""
        w, losses = self.curve_points.T
        return Plot(
            (w[0], w[-1]), (0, losses.max()), x_label=WEIGHT, y_label=LOSS,
            **rooms.plot_size(room),
        ).stand(rooms.origin(room))  # fmt: skip

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
        n = len(self.curve_points) - 1

        def show(k: int) -> None:
            self.show_weight(*self.curve_points[k])
            self.curve.show_step(k)

        parts = [self.line, self.dot, self.curve]
        return Replay(parts, [show], n, early=False, run_time=run_time)

    def turn_back(self, to: tuple[float, float], run_time: float) -> Replay:
        """Return the animation from the last weight tried back to one and its loss."""
        way = [*(one for one in self.curve_points[::-1] if one[0] > to[0]), to]

        def show(k: int) -> None:
            self.show_weight(*way[k])

        parts = [self.line, self.dot]
        return Replay(parts, [show], len(way) - 1, early=False, run_time=run_time)

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
    room
        Of the words.
    """

    def __init__(self, lesson: Lines, room: Room) -> None:
        number, formula, text = lesson.number, lesson.formula, lesson.text
        pink, loss, body = theme.role("gradient"), theme.role("loss"), theme.BODY
        slope = number("one.slope", color=pink, pixels=body)
        self.slope = InLine(
            text("slope", color=pink), formula("(∂ L) / (∂ w) =", color=pink), slope
        )
        self.rule = formula("w arrow.l w - eta {{ (∂ L) / (∂ w) : slope }}")
        self.rule.parts["slope"].set_color(pink)
        rate = number("first_rate", ".1x")
        self.rate = InLine(text("learning rate"), formula("eta ="), rate)
        self.new, old = number("one.w[1]"), number("one.w[0]")
        used_rate, used_slope = (
            number("first_rate", ".1x"),
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
        self.losses = lesson.line(
            "loss",
            "{one.loss[0]:.2f}",
            formula("arrow.r", color=loss),
            "{one.loss[1]:.2f}",
            pixels=body,
            color=loss,
        )
        rule, use = (
            VGroup(self.slope, self.rule),
            VGroup(self.rate, worked, self.losses),
        )
        for rows in (rule, use):
            rows.arrange(DOWN, buff=0.36, aligned_edge=LEFT)
        rooms.flow((rule, use), room, buff=0.36, gap=1.0)


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
    room
        Of both.
    """

    def __init__(self, view: OneWeight, k: int, words: str, room: Room) -> None:
        lesson = view.lesson
        flat = room.width > room.height  # then the answer is one line
        lines = ANSWER * (1 if flat else 2)
        self.plot = view.loss_plot(room.inside(bottom=lines))
        curve = view.curve_of(self.plot).set_stroke(opacity=0.55)
        rate = InLine(
            lesson.formula("eta ="),
            lesson.number(f"rates[{k}]", ".2x", pixels=theme.BODY),
        )
        rate.set_x(middle := float(self.plot.x_axis.get_x()))
        rate.shift((self.plot.y_label.baseline - rate.baseline) * UP)
        self.frame = VGroup(self.plot, curve, rate)
        way = np.stack(
            [lesson.values(f"one.{name}[{k}]") for name in ("walks", "losses")], axis=1
        )
        self.trail = Trail(self.plot, way, color=theme.role("ink"), dots=True)
        outcome = lesson.text(words, weight="SEMIBOLD", pixels=theme.BODY)
        color = theme.role("loss")
        loss = InLine(
            lesson.text(
                "loss after {n_steps} {n_steps:plural(step)}", color=color, pixels=28
            ),
            lesson.number(f"one.losses[{k}][-1]", ".2f", color=color),
        )
        self.answer = InLine(outcome, loss, buff=0.3).set_x(middle)
        self.answer.shift((room.bottom + lines - ANSWER / 2 - outcome.baseline) * UP)
        if not flat:
            loss.set_x(middle).shift(ANSWER * DOWN)
            outcome.set_x(middle)


def replay(panels: list[RatePanel], n_steps: int, run_time: float) -> Replay:
    """Return the animation in which all walk at once, step by step."""
    trails = [panel.trail for panel in panels]
    draw = [trail.show_step for trail in trails]
    return Replay(trails, draw, n_steps, early=False, run_time=run_time)
