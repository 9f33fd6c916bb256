"""What one neuron does, what line it draws, and how it finds that line."""

from collections.abc import Sequence
from types import ModuleType
from typing import ClassVar

import numpy as np
from manim import (
    DL,
    DOWN,
    DR,
    LEFT,
    RIGHT,
    UL,
    UP,
    UR,
    Circle,
    Create,
    FadeIn,
    FadeOut,
    GrowFromCenter,
    GrowFromEdge,
    GrowFromPoint,
    Line,
    ManimColor,
    Mobject,
    VGroup,
    VMobject,
)

from nnsim.experiments import neuron
from scenes.components.appear import Appear, travel
from scenes.components.field import Border, Field
from scenes.components.network import NetworkDrawing, weight_key
from scenes.components.number import Number
from scenes.components.plot import Plot
from scenes.components.text import InLine, Label, line_width
from scenes.components.weighted_sum import WeightedSum
from scenes.drawings.question_plane import QuestionPlane
from scenes.drawings.training_run import TrainingRun
from scenes.frame import rooms, theme
from scenes.lesson.lesson import Lesson
from scenes.neuron.bars import MeasuredBars
from scenes.neuron.heads import Heads
from scenes.neuron.missed import RING, mark_missed
from scenes.neuron.pictures import SAMPLES

LONG_NAME = 2.3  # units; where a longer one stands elsewhere, or is left out
AROUND_RING, AROUND_POINT = 0.25, 0.065  # units that a name keeps from its middle
MAY_HIDE = 0.01  # share of the points that a name hides before it gives way


class Neuron(Lesson):
    """A neuron is a weighted sum and a threshold: it draws a line in the data."""

    experiment: ClassVar[ModuleType] = neuron

    def construct(self) -> None:
        """Tell the chapter."""
        self.show_first()
        self.compare()
        self.take_inputs()
        self.weigh()
        self.add_up()
        self.activate()
        self.try_the_other()
        self.show_all()
        self.draw_line()
        self.ask()
        self.learn()
        self.read_weights()

    # --- one sample ---------------------------------------------------------

    def show_first(self) -> None:
        """One sample, two measurements."""
        self.beat("sample")
        self.question = QuestionPlane(self)
        has_head = self.values("question.portrait") == "bill"
        pictures = Heads if has_head else MeasuredBars
        self.pictures = pictures(self, self.question)
        self.pictures.introduce()

    def compare(self) -> None:
        """Set the same two measurements of the other class beside them."""
        self.beat("two_classes")
        self.pictures.compare()

    # --- through the neuron ---------------------------------------------------

    def take_inputs(self) -> None:
        """Let the two numbers travel into the input units."""
        self.beat("inputs")
        room = rooms.main()
        self.net = NetworkDrawing(
            [self.values("network.layers[0].W")], width=min(4.4, room.width - 3.5),
            height=0.545 * room.height, radius=0.62,
        ).move_to(room.middle + 0.4 * LEFT)  # fmt: skip
        names = self.input_names(room)
        self.inputs = self.in_inputs("other")
        self.play(*self.pictures.into_panel())
        sources = self.pictures.measurements
        self.play(FadeIn(self.net.units[0], names))
        self.play(
            *(
                travel(source, number)
                for source, number in zip(sources, self.inputs, strict=True)
            )
        )
        self.play(FadeIn(self.net.units[1]))

    def input_names(self, room: rooms.Room) -> VGroup:
        """Write what goes into each input unit beside it, inside a room."""
        names = VGroup()
        for i, unit in enumerate(self.net.units[0]):
            name = self.within(
                f"{{question.axis_names[{i}]}}", room.width,
                color=theme.role("muted"),
            )  # fmt: skip
            name.next_to(unit, UP, buff=0.16)
            name.shift(max(room.left - name.get_left()[0], 0) * RIGHT)
            if i > 0 and self.crosses(name, unit):
                name.next_to(unit, DOWN, buff=0.16)
                name.shift(max(room.left - name.get_left()[0], 0) * RIGHT)
            names.add(name)
            names.add(self.formula(f"x_{i + 1}").next_to(unit, LEFT, buff=0.2))
        return names

    def crosses(self, name: Mobject, unit: Mobject) -> bool:
        """Tell whether the edge that rises from a unit would cross words above it."""
        along, up, _ = self.net.units[1][0].get_center() - unit.get_center()
        right, bottom, _ = name.get_corner(DR) - unit.get_center()
        return bool(right + 0.05 > bottom * along / up)

    def in_inputs(self, sample: str) -> VGroup:
        """Write a sample's measurements into the input units."""
        numbers = VGroup()
        for i, unit in enumerate(self.net.units[0]):
            number = self.in_unit(f"{sample}.x[{i}]", self.pictures.spec(i))
            numbers.add(number.move_to(unit))
        return numbers.set_z_index(3)

    def in_unit(self, path: str, spec: str) -> Number:
        """Write a number as large as a unit has room for."""
        number = self.number(path, spec, pixels=theme.BODY)
        share = (2 * self.net.radius - 0.16) / number.width
        if share >= 1:
            return number
        return self.number(path, spec, pixels=max(share * theme.BODY, theme.SMALLEST))

    def weigh(self) -> None:
        """Each input is multiplied by the weight of its edge."""
        self.beat("weights")
        self.play(*self.leave(self.pictures.shown))
        for i, edge in enumerate(self.net.edges[0][0]):
            weight = self.weight(f"network.layers[0].W[0, {i}]", i, self.net)
            letter = self.formula(f"w_{i + 1}").next_to(weight, UP, buff=0.2)
            self.play(GrowFromPoint(edge, edge.get_start()))
            self.play(Appear(weight), FadeIn(letter), run_time=0.6)
        self.key = self.weight_keys(rooms.panel())
        self.play(FadeIn(self.key))

    def weight_keys(self, room: rooms.Room) -> VGroup:
        """Say what the signs of weights mean; a long class has a line of its own."""
        keys = [
            weight_key(1, self.wording("positive: for {question.asked_class}")),
            weight_key(-1, "negative: against"),
        ]
        if keys[0].width > room.width:
            keys[0] = weight_key(1, "positive: for")
            keys.insert(1, self.within("{question.asked_class}", room.width))
        return self.column(*keys, buff=0.35).move_to(room.middle)

    def weight(self, path: str, i: int, net: NetworkDrawing) -> Number:
        """Write a weight on its edge."""
        color = net.edges[0][0][i].get_stroke_color()
        spec = weight_spec(self.values(path))
        number = self.number(path, spec, patch=True, color=color)
        return number.move_to(net.on_edge(0, 0, i, 0.5)).set_z_index(3)

    def add_up(self) -> None:
        """Add the weighted inputs and the bias: z."""
        self.beat("sum")
        paths = [
            "other.products[0]",
            "other.products[1]",
            "network.layers[0].b[0]",
            "other.z",
        ]
        numbers = [self.number(path, "+.1f", pixels=34) for path in paths]
        letters = [self.formula(letter) for letter in ("w_1 x_1", "w_2 x_2", "b", "z")]
        room, width = rooms.panel(), 2.35
        self.sum = WeightedSum(letters, numbers, width=width)
        while self.sum.width > room.width and width > 1:  # long numbers
            width -= 0.1
            self.sum = WeightedSum(letters, numbers, width=width)
        self.sum.move_to(room.middle)
        neuron_unit = self.net.units[1][0]
        bias = InLine(
            self.text("bias"), self.number("network.layers[0].b[0]", "+.1f")
        ).next_to(neuron_unit, DOWN, buff=0.2)
        letter = self.formula("z").next_to(neuron_unit, UP, buff=0.2)
        self.play(FadeOut(self.key), FadeIn(self.sum.chart.frame, bias))
        for row, lead, bar, number in self.sum.steps():
            side = LEFT if number.value > 0 else RIGHT
            self.play(FadeIn(row, lead), GrowFromEdge(bar, side), run_time=0.9)
        self.z = self.z_of("other")
        self.play(travel(self.sum.numbers[-1], self.z), FadeIn(letter))

    def z_of(self, sample: str) -> Number:
        """Write a sample's z into the neuron."""
        number = self.in_unit(f"{sample}.z", "+.1f")
        return number.move_to(self.net.units[1][0]).set_z_index(3)

    def activate(self) -> None:
        """Turn z into a probability."""
        self.beat("activation")
        curve = self.values("sigmoid")
        formula = self.formula("a = 1 / (1 + e^(-z))")
        room = rooms.panel()
        words = self.wording("probability of {question.asked_class}")
        if line_width(words, theme.LABEL) > room.width:
            words = "probability"
        self.curve = Plot(
            (curve[0, 0], curve[-1, 0]), (0, 1), x_label="sum z", y_label=words,
            width=3.5, height=2.4,
        ).move_to(room.middle + 0.7 * DOWN)  # fmt: skip
        formula.next_to(self.curve, UP, buff=0.45)
        line = self.curve.curve(*curve.T, color=theme.role("ink"))
        self.play(*self.leave(self.sum), run_time=0.5)
        self.play(FadeIn(self.curve), FadeIn(formula))
        self.play(Create(line))
        start = self.net.units[1][0].get_right()
        self.out = Line(start, start + 0.4 * RIGHT, stroke_width=theme.EDGE)
        self.out.set_stroke(theme.role("muted"))
        self.named = VGroup()
        self.point_out("other")
        self.a = self.answer("other")
        self.play(Create(self.out), FadeIn(self.a))

    def point_out(self, sample: str) -> None:
        """Bring a sample's z to the axis and up to the curve."""
        z, a = self.values(f"{sample}.z"), self.values(f"{sample}.a")
        mark = self.question.looks[self.pictures.number_of(sample)].spot(0.13)
        self.play(GrowFromCenter(mark.move_to(self.net.units[1][0])), run_time=0.4)
        self.play(mark.animate.move_to(self.curve.at(z, 0)))
        self.play(mark.animate.move_to(self.curve.at(z, a)), run_time=0.7)
        name = self.pictures.name(sample, theme.LABEL)
        if name.width > LONG_NAME:
            return
        self.stand_beside(name, mark, z)
        if any(
            abs(name.get_y() - other.get_y()) < other.height for other in self.named
        ):
            name.next_to(self.named[-1], UP if z < 0 else DOWN, buff=0.06)
        self.named.add(name.set_z_index(3))
        self.play(Appear(name))

    def stand_beside(self, name: Label, mark: VMobject, z: float) -> None:
        """Put a name beside a point of the sigmoid, away from its bend."""
        name.next_to(mark, UL if z < 0 else DR, buff=0.06)
        left = self.curve.x_axis.get_left()[0] + 0.1 - name.get_left()[0]
        right = rooms.panel().right - name.get_right()[0]
        name.shift((max(left, 0) + min(right, 0)) * RIGHT)

    def answer(self, sample: str) -> VGroup:
        """Write the neuron's output for a sample."""
        value = self.number(f"{sample}.a", ".4p", pixels=theme.BODY)
        value.next_to(self.out, RIGHT, buff=0.15)
        words = self.question.ask()
        left, right = self.net.units[1].get_right()[0] + 0.08, rooms.whole().right
        if words.width / 2 > min(value.get_x() - left, right - value.get_x()):
            words = self.text("probability")
        words.next_to(value, UP, buff=0.22)
        over = words.get_right()[0] - right  # of a value with a sign before it
        return VGroup(words.shift(max(over, 0) * LEFT), value)

    def try_the_other(self) -> None:
        """Send the sample of the other class through the same neuron."""
        self.beat("another_sample")
        inputs, z = self.in_inputs("asked"), self.z_of("asked")
        self.play(FadeOut(self.inputs, self.z, self.a), FadeIn(inputs))
        self.play(*self.net.pulses(0, theme.role("signal")))
        self.play(FadeIn(z), run_time=0.5)
        self.point_out("asked")
        self.play(FadeIn(self.answer("asked")))

    # --- all samples ----------------------------------------------------------

    def show_all(self) -> None:
        """All samples as points in the plane of their two measurements."""
        self.beat("all_samples")
        self.clear_frame()
        asked = rooms.asked()
        self.plot = self.question.plot(**rooms.plot_size(asked))
        self.plot.move_to(asked.edge(UP), aligned_edge=UP)
        self.examples = VGroup()
        clouds = self.question.clouds(self.plot)
        self.play(FadeIn(self.plot))
        names = self.names_in_free_corners()
        source = self.source()
        more = source.height - source[0].height
        panel = rooms.panel().inside(bottom=0.7 + more)
        for sample, room in zip(SAMPLES, panel.rows(1, 1, gap=0), strict=True):
            k = self.pictures.number_of(sample)
            name = names[k]
            self.play(FadeIn(clouds[k]), Appear(name), run_time=1.2)
            picture, words = self.pictures.example(sample, room)
            ring = self.ring(self.values(f"{sample}.x"))
            self.play(FadeIn(picture, words), Create(ring))
            self.examples.add(picture, words, ring)
        self.play(FadeIn(source))
        self.examples.add(source)

    def names_in_free_corners(self) -> list[Label]:
        """Write each class into a corner, on its side if nothing comes there."""
        ringed = np.vstack(
            [
                self.values("missed"),
                *(self.values(f"{one}.x") for one in (*SAMPLES, "edge")),
            ]
        )
        rings, points = (
            self.plot.places(xy) for xy in (ringed, self.values("question.points"))
        )
        free = [UL, DR, DL, UR]
        names: list[Label] = []
        for k in range(2):
            own = self.corner_of(k)
            free.sort(key=lambda corner: -float(corner @ own))
            tried = [self.question.name_at(self.plot, k, corner) for corner in free]
            best = min(tried, key=lambda name: n_near(name, rings, points, names))
            del free[tried.index(best)]
            names.append(best)
        return names

    def corner_of(self, k: int) -> np.ndarray:
        """Return the corner of the plane that is on the side of a class."""
        points, labels = self.values("question.points"), self.values("question.labels")
        away = points[labels == k].mean(axis=0) - points[labels != k].mean(axis=0)
        return np.array([*np.where(away < 0, -1, 1), 0])

    def source(self) -> VGroup:
        """Say where the samples come from, and how many rows were left out."""
        style = {"pixels": theme.SMALLEST, "color": theme.role("muted")}
        room = rooms.panel()
        lines = [self.within("data: {question.credit}", room.width, **style)]
        if self.values("question.n_missing"):
            words = (
                "{question.n_missing} {question.n_missing:plural(row)} with missing "
                "values left out"
            )
            lines.append(self.within(words, room.width, **style))
        source = self.column(*lines, buff=0.12)
        more = source.height - lines[0].height
        return source.move_to(room.edge(DOWN) + (0.5 + more / 2) * UP)

    def ring(self, x: np.ndarray) -> Circle:
        """Draw a ring around a sample's point."""
        ring = Circle(radius=RING, color=theme.role("ink"), stroke_width=theme.CURVE)
        return ring.set_z_index(3).move_to(self.plot.at(*x))

    def draw_line(self) -> None:
        """Draw the line on which z is zero."""
        self.beat("line")
        self.border = Border(self.plot, self.values("border"))
        formula = self.formula("w_1 x_1 + w_2 x_2 + b = 0").move_to(
            rooms.panel().middle + 0.5 * UP
        )
        self.play(*self.leave(self.examples))
        self.play(Create(self.border), FadeIn(formula))
        self.field = Field(self.plot, self.values("field"), *self.colours())
        self.play(FadeIn(self.field))
        x, label = self.values("edge.x"), self.values("edge.label")
        ring, look = self.ring(x), self.question.looks[label]
        mark = self.plot.scatter(
            x[None], color=look.color, marker=look.marker, size=0.11
        )
        terms = InLine(
            self.number("edge.products[0]", "+.1f"),
            self.number("edge.products[1]", "+.1f"),
            self.number("network.layers[0].b[0]", "+.1f"),
            self.text("="),
            self.number("edge.z", ".1f"),
        ).next_to(formula, DOWN, buff=0.4)
        self.play(Create(ring), FadeIn(mark.set_z_index(4), terms))
        self.hints = VGroup(formula, ring, mark, terms)

    def colours(self) -> tuple[ManimColor, ManimColor]:
        """Return the colours of the answers no and yes."""
        return self.question.answer_colours()

    # --- learning -------------------------------------------------------------

    def ask(self) -> None:
        """Start from a wrong line, and ask what the data will teach."""
        self.beat("guess")
        self.run = TrainingRun(self, self.plot, *self.colours(), rooms.panel().middle)
        self.play(FadeOut(self.border, self.field), *self.leave(self.hints))
        self.before, weights = self.neuron_after(0)
        self.play(FadeIn(self.before))
        self.play(*(Appear(weight) for weight in weights))
        self.before.add(weights)
        self.play(FadeIn(self.run.field), Create(self.run.border))

    def neuron_after(self, step: int) -> tuple[VGroup, VGroup]:
        """Draw the neuron after a step of training, and its weights apart."""
        net = NetworkDrawing(
            [self.values(f"learned_W[{step}:][:1]")], width=2.6, height=2.4, radius=0.36
        ).move_to(rooms.panel().middle + 0.4 * UP)
        room, names = rooms.panel(), []
        for k, (unit, side) in enumerate(zip(net.units[0], (UP, DOWN), strict=True)):
            name = self.within(f"{{question.short[{k}]}}", room.width)
            name.next_to(unit, side, buff=0.14)
            names.append(name.shift(max(room.left - name.get_left()[0], 0) * RIGHT))
        weights = [self.weight(f"learned_W[{step}, {i}]", i, net) for i in range(2)]
        return VGroup(net, *names), VGroup(*weights)

    def learn(self) -> None:
        """From a wrong line to a good one, step by step."""
        self.beat("learn")
        self.play(*self.leave(self.before), run_time=0.4)
        self.play(FadeIn(self.run.panel))
        self.add(self.run.curve)
        self.play(self.run.replay(7, early=True))

    def read_weights(self) -> None:
        """Read what the weights have become."""
        self.beat("found")
        after, weights = self.neuron_after(-1)
        missed = self.values("missed")
        self.play(*self.leave(self.run.panel, self.run.curve))
        self.play(FadeIn(after))
        self.play(*(Appear(weight) for weight in weights))
        wrong = self.run.wrong_of(rooms.panel().middle + 2.1 * DOWN)
        self.play(mark_missed(self.plot, missed), FadeIn(wrong))


def n_near(
    words: Label, rings: np.ndarray, points: np.ndarray, others: Sequence[Label]
) -> tuple[int, int]:
    """Count the words, and the rings and points at places, (n, 3), that words cross.

    Points count if they are more than a few.
    """
    half = np.array([words.width, words.height]) / 2

    def count(places: np.ndarray, reach: float | np.ndarray) -> int:
        away = np.abs(places - words.get_center())[:, :2]
        return int((away < half + reach).all(axis=1).sum())

    crossed = [
        count(one.get_center()[None], np.array([one.width, one.height]) / 2)
        for one in others
    ]
    hidden = count(points, AROUND_POINT)
    if hidden <= MAY_HIDE * len(points):
        hidden = 0
    return sum(crossed), count(rings, AROUND_RING) + hidden


def weight_spec(weight: float) -> str:
    """Return a format that shows two or three figures of a weight."""
    size = abs(weight)
    if size >= 10:
        return "+.0f" if size >= 100 else "+.1f"
    if size >= 0.1 or size == 0:
        return "+.2f"
    return f"+.{1 - int(np.floor(np.log10(size)))}f"
