"""What a neuron says of each bill length, and what its answers cost."""

from collections.abc import Callable

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, DashedLine, Line, VGroup, VMobject

from scenes.components.dot_strip import stacked
from scenes.components.growing_curve import GrowingCurve
from scenes.components.plot import Plot, draw_marker
from scenes.components.replay import Replay
from scenes.drawings.question_plane import QuestionPlane
from scenes.frame import rooms, theme
from scenes.lesson.lesson import Lesson
from scenes.loss.rate_plot import DASH, two_rooms

DOT = 0.045  # radius of a bird in a row, in units
ROW = 0.65  # from the middle of a row of birds to the end of the plane, in units


class BirdAnswers:
    """What is drawn of a lesson whose result has ``birds``.

    Parameters
    ----------
    lesson
        The scene; see :class:`nnsim.experiments.loss.experiment.Judgement`.
    """

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.question = QuestionPlane(lesson, "birds.question")
        self.labels = lesson.values("birds.question.labels")
        self.length = lesson.values("birds.question.measured[:, 0]")
        self.lengths = lesson.values("birds.lengths")
        ends = float(self.lengths[0]), float(self.lengths[-1])
        room = two_rooms()[0]
        size = rooms.plot_size(room)
        rest = ROW / (size["height"] - 2 * ROW)  # of the axis, below 0 and above 1
        self.plot = Plot(
            ends, (-rest, 1 + rest),
            x_label=lesson.wording("{birds.question.axis_names[0]}"),
            y_label=lesson.wording("p of {birds.question.asked_class}"),
            y_ticks=(0, 0.5, 1), **size,
        ).stand(rooms.origin(room))  # fmt: skip
        says = lesson.values("birds.says")
        self.curve = self.plot.curve(self.lengths, says, color=theme.role("signal"))
        self.curve.set_z_index(2)
        self.clouds = self._rows()
        self.names = VGroup()
        for k, side in enumerate((RIGHT, LEFT)):
            label = self.question.name(k)
            edge = self.plot.at(self.plot.x_range[int(side[0] > 0)], k)
            label.move_to(edge - 0.25 * side, aligned_edge=side)
            self.names.add(label.shift(0.33 * (DOWN if k else UP)))
        self.border = DashedLine(self.plot.at(0, 0), self.plot.at(0, 1),
                                 dash_length=DASH)  # fmt: skip
        self.border.set_stroke(theme.role("ink"), theme.EDGE)
        self.border_name = lesson.text("threshold", patch=True).set_z_index(4)
        self.move_border(lesson.values("birds.threshold"))

    def move_border(self, threshold: float) -> None:
        """Bring the threshold, where p is one half, to a bill length."""
        self.border.move_to(self.plot.at(threshold, 0.5))
        self.border_name.next_to(self.border.get_bottom(), RIGHT, buff=0.12)
        self.border_name.shift(0.5 * UP)

    def _rows(self) -> VGroup:
        """Draw all birds at their lengths, those of a length side by side upwards."""
        length, labels = self.length, self.labels
        places = np.stack([length, labels.astype(float)], axis=1)
        clouds = self.scatter(self.plot, places, DOT)
        unit = self.plot.x_axis.get_length() / np.ptp(self.plot.x_range)
        for k, cloud in enumerate(clouds):
            rise = stacked(length[labels == k], 2 * DOT, 2 * DOT / unit)
            points = cloud.points.reshape(len(rise), -1, 3)
            cloud.set_points((points + rise[:, None, None] * UP).reshape(-1, 3))
        return clouds

    def scatter(self, plot: Plot, xy: np.ndarray, size: float = 0.065) -> VGroup:
        """Draw all birds at ``xy`` (n_birds, 2), one mobject a species."""
        clouds = VGroup()
        for k, look in enumerate(self.question.looks):
            rows = self.labels == k
            cloud = plot.scatter(
                xy[rows], color=look.color, marker=look.marker, size=size
            )
            clouds.add(cloud.set_fill(opacity=0.6))
        return clouds.set_z_index(1)

    def mark(self, bird: str) -> VMobject:
        """Draw the mark of one bird, large."""
        mark = self.question.mark(self.lesson.values(f"birds.{bird}.label"), 0.13)
        return mark.set_stroke(theme.role("ink"), theme.AXIS).set_z_index(5)

    def place(self, bird: str) -> np.ndarray:
        """Return where one bird stands: at its length, on the row of its species."""
        length = self.lesson.values(f"birds.{bird}.length")
        return self.plot.at(length, self.lesson.values(f"birds.{bird}.label"))

    def miss(self, bird: str) -> Line:
        """Draw how far the neuron's answer is from the bird's own row."""
        value = self.lesson.values
        length, p = (value(f"birds.{bird}.{name}") for name in ("length", "p_gentoo"))
        line = Line(self.place(bird), self.plot.at(length, p))
        return line.set_stroke(theme.role("loss"), theme.CURVE).set_z_index(3)

    def price_plot(self) -> Plot:
        """Draw the axes of what a probability of the truth costs."""
        return Plot(
            (0, 1), (0, 4.25), x_label="p of the right species",
            y_label="loss of one bird", x_ticks=(0, 0.5, 1),
            **rooms.plot_size(room := two_rooms()[1]),
        ).stand(rooms.origin(room))  # fmt: skip


class TwoMeasures:
    """Loss and wrong birds over one setting of the neuron, one above the other.

    Parameters
    ----------
    answers
        The neuron's curve over the birds.
    path, curves
        Places of the neurons' :class:`~nnsim.experiments.loss.sureness.Judged` and of
        their curves.
    setting, words
        Which of its fields runs along x, and its words on the axis.
    """

    def __init__(
        self, answers: BirdAnswers, path: str, curves: str, setting: str, words: str
    ) -> None:
        self.answers, self.path = answers, path
        values = answers.lesson.values
        self.x = values(f"{path}.{setting}")
        self.rows = [values(f"{path}.loss"), values(f"{path}.wrong")]
        self.threshold = values(f"{path}.threshold")
        self.curves = values(curves)
        ends = 0.0 if setting == "w" else float(self.x[0]), float(self.x[-1])
        self.plots: list[Plot] = []
        self.traces, self.dots = VGroup(), VGroup()
        looks = ("mean loss", "loss"), ("birds on the wrong side", "ink")
        # The upper plot goes without words under its axis: less room between them.
        halves = two_rooms()[1].rows(1, 1, gap=-0.45)
        for row, room, (label, role) in zip(self.rows, halves, looks, strict=True):
            plot = Plot(
                ends, (0, self._top(row)), x_label=words, y_label=label,
                **rooms.plot_size(room),
            ).stand(rooms.origin(room))  # fmt: skip
            # A count stands still from one neuron to the next, a loss does not.
            x = np.repeat(self.x, 2)[1:] if role == "ink" else self.x
            y = np.repeat(row, 2)[:-1] if role == "ink" else row
            line = plot.curve(x, y, color=theme.role(role))
            self.traces.add(GrowingCurve(line, plot, self.x))
            dot = draw_marker("circle", 0.1).set_fill(theme.role(role), 1)
            self.dots.add(dot.set_stroke(theme.role("paper"), 1).set_z_index(4))
            self.plots.append(plot)
        self.plots[0].remove(self.plots[0].x_label)
        self._numbers()
        self.show(0)

    def _top(self, row: np.ndarray) -> float:
        """Return where an axis ends: a little above the greatest value."""
        return 1.12 * float(row.max())

    def _numbers(self) -> None:
        """Write both values over the plots."""
        lesson = self.answers.lesson
        self.loss = lesson.number(
            f"{self.path}.loss[0]", ".3f", color=theme.role("loss")
        )
        self.wrong = lesson.number(f"{self.path}.wrong[0]", "d")
        for number, plot in zip((self.loss, self.wrong), self.plots, strict=True):
            label = plot.y_label
            number.next_to(label, RIGHT, buff=0.2)
            number.shift((label.baseline - number.baseline) * UP)

    @property
    def panel(self) -> VGroup:
        """The plots with their numbers and dots."""
        return VGroup(*self.plots, self.loss, self.wrong)

    def show(self, k: int) -> None:
        """Show neuron k: its curve over the birds, its loss, its wrong birds."""
        points = np.stack([self.answers.lengths, self.curves[k]], axis=1)
        self.answers.curve.set_points_as_corners(self.answers.plot.places(points))
        self.answers.move_border(self.threshold[k])
        for j, plot in enumerate(self.plots):
            self.traces[j].show_step(k)
            self.dots[j].move_to(plot.at(self.x[k], self.rows[j][k]))

    def replay(self, run_time: float) -> Replay:
        """Return the animation of all neurons, one after another."""
        follow = self.answers.lesson.follow
        draw: list[Callable[[int], object]] = [
            self.show,
            follow(self.loss, f"{self.path}.loss[{{k}}]"),
            follow(self.wrong, f"{self.path}.wrong[{{k}}]"),
        ]
        birds = self.answers
        moving = [birds.curve, birds.border, birds.border_name, self.traces,
                  self.dots, self.loss, self.wrong]  # fmt: skip
        return Replay(moving, draw, len(self.x) - 1, early=False, run_time=run_time)
