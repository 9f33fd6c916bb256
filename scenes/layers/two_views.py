"""The same birds in two planes: that of their bills and that of a hidden layer."""

import numpy as np
from manim import DL, LEFT, RIGHT, UL, UP, UR, Circle, Mobject, VGroup

from scenes.components.field import Border, Field
from scenes.components.plot import Plot
from scenes.components.squared_paper import SquaredPaper
from scenes.components.text import InLine
from scenes.drawings.question_plane import QuestionPlane
from scenes.drawings.run_panel import Counter, View
from scenes.frame import rooms, shapes, theme
from scenes.frame.rooms import Room
from scenes.lesson.lesson import Lesson

NAMED = UL, DL, UR  # corners for the classes' names
CORNER = np.array([0.75, 1.05, 0.0])  # of a plane, from that of its room
LINE = 0.5  # height of a line of counters


def counter_rooms(foot: Room) -> list[Room]:
    """Return places for three counters: side by side, or the last two in a tall frame.

    So those that a viewer compares are next to each other.
    """
    if not shapes.current().is_tall:
        return foot.columns(1, 1, 1, gap=0)
    first, second = foot.rows(1, 1, gap=0)
    return [first, *second.columns(1.1, 1, gap=0)]


class TwoViews:
    """What is drawn of a network with a two-wide last hidden layer, step by step.

    Parameters
    ----------
    lesson
        The scene; its result is that of :mod:`nnsim.experiments.layers`.
    """

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        values = lesson.values
        room = rooms.whole()
        foot = (1 + shapes.current().is_tall) * LINE
        self.rooms = room.inside(bottom=foot).parts(1, 1)
        self.counted = counter_rooms(room._replace(top=room.bottom + foot))
        self.birds = QuestionPlane(lesson)
        self.bills = self.birds.plot(**rooms.plot_size(self.rooms[0]))
        self.hidden = Plot(
            *values("hidden_plane"), x_label="upper activation",
            y_label="lower activation", **rooms.plot_size(self.rooms[1]),
        )  # fmt: skip
        for axis, label in enumerate((self.hidden.x_label, self.hidden.y_label), 1):
            letter = lesson.formula(f"a_{axis}", color=theme.role("muted"))
            letter.next_to(label, RIGHT, buff=0.15)
            self.hidden.add(letter.shift((label.baseline - letter.baseline) * UP))
        for plot, room in zip((self.bills, self.hidden), self.rooms, strict=True):
            plot.shift(room.edge(DL) + CORNER - plot.x_axis.get_start())
        self.points = self.birds.clouds(self.bills)
        self.names = self._names()
        self.views = self.clouds(self.hidden, values("hidden")[-1])
        self.fields = [
            self._field(self.bills, "fields"),
            self._field(self.hidden, "hidden_fields"),
        ]
        self.bent = Border(self.bills, values("borders")[-1])
        self.straight = Border(self.hidden, values("hidden_borders")[-1])
        self.paper = SquaredPaper(self.bills, values("paper"))
        self.carried = SquaredPaper(self.hidden, values("bent_paper")[-1])
        self.ring = self._ring(self.bills, values("measured"))
        self.ring_view = self._ring(self.hidden, values("bird_path")[-1])

    def clouds(self, plot: Plot, xy: np.ndarray) -> VGroup:
        """Draw all birds at these places, one mobject a species."""
        return self.birds.clouds_at(plot, xy, np.arange(len(xy)))

    def _names(self) -> VGroup:
        """Write the species' names into corners of the plane of bills."""
        names = VGroup()
        for k, corner in enumerate(NAMED):
            name = self.birds.name(k)
            at = self.bills.corner(corner, 0.2)
            names.add(name.move_to(at, aligned_edge=corner))
        return names.set_z_index(3)

    def _field(self, plot: Plot, path: str) -> Field:
        """Colour a plane by the trained network's answer."""
        values = self.lesson.values(path)[-1]
        return Field(plot, values, *self.birds.answer_colours())

    def _ring(self, plot: Plot, at: np.ndarray) -> Circle:
        """Draw a ring around a bird's point."""
        ring = Circle(radius=0.2, color=theme.role("ink"), stroke_width=theme.CURVE)
        return ring.set_z_index(3).move_to(plot.at(*at))

    def counters(self, k: int) -> tuple[Counter, Counter]:
        """Write the step and the birds on the wrong side at a kept network."""
        step = Counter(self.lesson, "training step", "steps[{k}]", at=k)
        words = "of {n_birds} {n_birds:plural(question.nouns)}, wrong:"
        wrong = Counter(self.lesson, words, "wrong[{k}]", at=k)
        for place, line in enumerate((step, wrong)):
            self._stand(line, place)
        return step, wrong

    def _stand(self, line: InLine, place: int) -> InLine:
        """Put a counter at one of the three places below the planes."""
        room = self.counted[place]
        line.move_to(room.edge(LEFT) + CORNER[0] * RIGHT, aligned_edge=LEFT)
        return line.shift((room.middle[1] - 0.08 - line.baseline) * UP)

    def alone(self) -> InLine:
        """Write how many birds one neuron alone leaves on the wrong side."""
        line = self.lesson.line("one neuron alone:", "{one_neuron_wrong:d}")
        return self._stand(line, 2)

    @property
    def moving(self) -> list[Mobject]:
        """What training changes, the counters apart."""
        return [
            *self.fields, self.views, self.carried, self.straight, self.bent,
            self.ring_view,
        ]  # fmt: skip

    def pictures(self) -> list[View]:
        """Return the pictures of the network kept at each step."""
        hidden, papers, bent, straight, *fields, path = (
            self.lesson.values(name)
            for name in ("hidden", "bent_paper", "borders", "hidden_borders", "fields",
                         "hidden_fields", "bird_path")
        )  # fmt: skip
        of_bills, of_hidden = self.fields
        return [
            View.of(of_bills.paint, fields[0], of_bills),
            View.of(of_hidden.paint, fields[1], of_hidden),
            View.of(self._place, hidden, self.views),
            View.of(self.carried.trace, papers, self.carried),
            View.of(self.straight.trace, straight, self.straight),
            View.of(self.bent.trace, bent, self.bent),
            View.of(self._move_ring, path, self.ring_view),
        ]

    def _place(self, xy: np.ndarray) -> None:
        """Bring every bird to its place in the hidden plane."""
        for cloud, new in zip(self.views, self.clouds(self.hidden, xy), strict=True):
            cloud.set_points(new.points)

    def _move_ring(self, at: np.ndarray) -> None:
        """Bring the ring to its bird's place in the hidden plane."""
        self.ring_view.move_to(self.hidden.at(*at))
