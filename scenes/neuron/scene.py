"""What one neuron does, what line it draws, and how it finds that line."""

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
    ReplacementTransform,
    VGroup,
)

from nnsim.experiments import neuron
from scenes.components.appear import Appear, travel
from scenes.components.bill import Bill
from scenes.components.field import Border, Field
from scenes.components.network import NetworkDrawing, weight_key
from scenes.components.number import Number
from scenes.components.plot import Plot
from scenes.components.text import InLine, Label
from scenes.components.weighted_sum import WeightedSum
from scenes.drawings.on_network import in_units
from scenes.drawings.question_plane import QuestionPlane
from scenes.drawings.training_run import TrainingRun
from scenes.frame import rooms, shapes, theme
from scenes.lesson.lesson import Lesson

NEAR_END = 0.6  # of the way to an end of the curve, from where names stand inward
BIRDS = ("adelie", "gentoo")  # fields of the result, in the order of the classes


class Neuron(Lesson):
    """A neuron is a weighted sum and a threshold: it draws a line in the data."""

    experiment: ClassVar[ModuleType] = neuron

    def construct(self) -> None:
        """Tell the chapter."""
        self.show_bird()
        self.compare_species()
        self.take_inputs()
        self.weigh()
        self.add_up()
        self.activate()
        self.try_gentoo()
        self.show_all_birds()
        self.draw_line()
        self.ask()
        self.learn()
        self.read_weights()

    # --- one bird -----------------------------------------------------------

    def bill(self, bird: str, scale: float) -> Bill:
        """Draw the bill of the first Adelie or Gentoo to scale."""
        length, depth = self.values(f"{bird}.x")
        return Bill(length, depth, scale=scale)

    def measured(self, bird: str, column: int) -> InLine:
        """Write out one measurement of a bird."""
        number = self.number(f"{bird}.x[{column}]", ".1f", pixels=theme.BODY)
        return InLine(self.question.feature(column), number, self.question.unit(column))

    def species(self, bird: str, pixels: int = theme.BODY) -> Label:
        """Write the name of a bird's species in its colour."""
        return self.question.name(BIRDS.index(bird), pixels)

    def show_bird(self) -> None:
        """One penguin, two measurements."""
        self.beat("bird")
        self.question = QuestionPlane(self)
        room = rooms.whole()
        size = min(0.12, 0.0091 * room.width)
        self.adelie = self.bill("adelie", size).move_to(room.middle + 0.2 * UP)
        length, depth = self.adelie.measure_length(), self.adelie.measure_depth()
        words = [
            self.measured("adelie", 0).next_to(length, DOWN),
            self.measured("adelie", 1).next_to(depth, UP, buff=0.35),
        ]
        words[1].align_to(depth[0], LEFT)
        self.play(FadeIn(self.adelie))
        self.play(Create(length), FadeIn(words[0]))
        self.play(Create(depth), FadeIn(words[1]))
        self.measures = VGroup(length, depth, *words)

    def compare_species(self) -> None:
        """Set the same two measurements of a Gentoo beside them."""
        self.beat("two_species")
        rows = VGroup()
        for bird, room in zip(BIRDS, rooms.whole().rows(1, 1), strict=True):
            words = self.column(
                self.species(bird),
                self.measured(bird, 0),
                self.measured(bird, 1),
                buff=0.28,
            )
            rows.add(self.side_by_side(self.bill(bird, 0.066), words, room))
        self.play(FadeOut(self.measures))
        self.play(ReplacementTransform(self.adelie, rows[0][0]))
        self.play(FadeIn(rows[0][1]))
        self.play(FadeIn(rows[1]))
        self.rows = rows

    def side_by_side(self, bill: Bill, words: VGroup, room: rooms.Room) -> VGroup:
        """Put words beside a bill, or below it in a tall frame."""
        if shapes.current().is_tall:
            words.next_to(bill, DOWN, buff=0.3)
            return VGroup(bill, words).move_to(room.middle)
        bill.move_to(room.at(0.33, 0.5))
        words.move_to(room.at(0.676, 0.5), aligned_edge=LEFT)
        return VGroup(bill, words)

    # --- through the neuron ---------------------------------------------------

    def take_inputs(self) -> None:
        """Let the two numbers travel into the input units."""
        self.beat("inputs")
        room = rooms.main()
        self.net = NetworkDrawing(
            [self.values("network.layers[0].W")], width=min(4.4, room.width - 3.5),
            height=0.545 * room.height, radius=0.62,
        ).move_to(room.middle + 0.4 * LEFT)  # fmt: skip
        names = VGroup()
        for i, unit in enumerate(self.net.units[0]):
            words = f"{{question.axis_names[{i}]}}"
            name = self.text(words, color=theme.role("muted"))
            names.add(name.next_to(unit, UP, buff=0.16))
            names.add(self.formula(f"x_{i + 1}").next_to(unit, LEFT, buff=0.2))
        self.inputs = self.in_inputs("adelie")
        bird, facts = self.rows[0]
        sources = facts[1][1], facts[2][1]  # the numbers of length and depth
        panel = rooms.panel().middle
        self.play(
            FadeOut(self.rows[1]),
            bird.animate.scale(0.7).move_to(panel + 0.9 * UP),
            facts.animate.move_to(panel + 1.3 * DOWN),
        )
        self.play(FadeIn(self.net.units[0], names))
        self.play(
            *(
                travel(source, number)
                for source, number in zip(sources, self.inputs, strict=True)
            )
        )
        self.play(FadeIn(self.net.units[1]))

    def in_inputs(self, bird: str) -> VGroup:
        """Write a bird's measurements into the input units."""
        return in_units(self, self.net, f"{bird}.x[{{j}}]", 0, ".1f", pixels=theme.BODY)

    def weigh(self) -> None:
        """Each input is multiplied by the weight of its edge."""
        self.beat("weights")
        self.play(*self.leave(self.rows[0]))
        for i, edge in enumerate(self.net.edges[0][0]):
            weight = self.weight(f"network.layers[0].W[0, {i}]", i, self.net)
            letter = self.formula(f"w_{i + 1}").next_to(weight, UP, buff=0.2)
            self.play(GrowFromPoint(edge, edge.get_start()))
            self.play(Appear(weight), FadeIn(letter), run_time=0.6)
        self.key = self.column(
            weight_key(1, self.wording("positive: for {question.asked_class}")),
            weight_key(-1, "negative: against"),
            buff=0.35,
        )
        self.play(FadeIn(self.key.move_to(rooms.panel().middle)))

    def weight(self, path: str, i: int, net: NetworkDrawing) -> Number:
        """Write a weight on its edge."""
        color = net.edges[0][0][i].get_stroke_color()
        number = self.number(path, "+.2f", patch=True, color=color)
        return number.move_to(net.on_edge(0, 0, i, 0.5)).set_z_index(3)

    def add_up(self) -> None:
        """Add the weighted inputs and the bias: z."""
        self.beat("sum")
        paths = [
            "adelie.products[0]",
            "adelie.products[1]",
            "network.layers[0].b[0]",
            "adelie.z",
        ]
        self.sum = WeightedSum(
            [self.formula(letter) for letter in ("w_1 x_1", "w_2 x_2", "b", "z")],
            [self.number(path, "+.1f", pixels=34) for path in paths],
            width=2.35,
        ).move_to(rooms.panel().middle)
        neuron_unit = self.net.units[1][0]
        bias = InLine(
            self.text("bias"), self.number("network.layers[0].b[0]", "+.1f")
        ).next_to(neuron_unit, DOWN, buff=0.2)
        letter = self.formula("z").next_to(neuron_unit, UP, buff=0.2)
        self.play(FadeOut(self.key), FadeIn(self.sum.chart.frame, bias))
        for row, lead, bar, number in self.sum.steps():
            side = LEFT if number.value > 0 else RIGHT
            self.play(FadeIn(row, lead), GrowFromEdge(bar, side), run_time=0.9)
        self.z = self.z_of("adelie")
        self.play(travel(self.sum.numbers[-1], self.z), FadeIn(letter))

    def z_of(self, bird: str) -> Number:
        """Write a bird's z into the neuron."""
        number = self.number(f"{bird}.z", "+.1f", pixels=theme.BODY)
        return number.move_to(self.net.units[1][0]).set_z_index(3)

    def activate(self) -> None:
        """Turn z into a probability."""
        self.beat("activation")
        curve = self.values("sigmoid")
        formula = self.formula("a = 1 / (1 + e^(-z))")
        self.curve = Plot(
            (curve[0, 0], curve[-1, 0]), (0, 1), x_label="sum z",
            y_label=self.wording("probability of {question.asked_class}"),
            width=3.5, height=2.4,
        ).move_to(rooms.panel().middle + 0.7 * DOWN)  # fmt: skip
        formula.next_to(self.curve, UP, buff=0.45)
        line = self.curve.curve(*curve.T, color=theme.role("ink"))
        self.play(*self.leave(self.sum), run_time=0.5)
        self.play(FadeIn(self.curve), FadeIn(formula))
        self.play(Create(line))
        start = self.net.units[1][0].get_right()
        self.out = Line(start, start + 0.4 * RIGHT, stroke_width=theme.EDGE)
        self.out.set_stroke(theme.role("muted"))
        self.named = VGroup()
        self.point_out("adelie")
        self.a = self.answer("adelie")
        self.play(Create(self.out), FadeIn(self.a))

    def point_out(self, bird: str) -> None:
        """Bring a bird's z to the axis and up to the curve."""
        z, a = self.values(f"{bird}.z"), self.values(f"{bird}.a")
        side = beside_curve(z, self.values("sigmoid")[-1, 0])
        mark = self.question.looks[BIRDS.index(bird)].spot(0.13)
        self.play(GrowFromCenter(mark.move_to(self.net.units[1][0])), run_time=0.4)
        self.play(mark.animate.move_to(self.curve.at(z, 0)))
        self.play(mark.animate.move_to(self.curve.at(z, a)), run_time=0.7)
        name = self.species(bird, theme.LABEL).next_to(mark, side, buff=0.06)
        if any(
            abs(name.get_y() - other.get_y()) < other.height for other in self.named
        ):
            name.next_to(self.named[-1], UP if z < 0 else DOWN, buff=0.06)
        self.named.add(name.set_z_index(3))
        self.play(Appear(name))

    def answer(self, bird: str) -> VGroup:
        """Write the neuron's output for a bird."""
        value = self.number(f"{bird}.a", ".4f", pixels=theme.BODY)
        value.next_to(self.out, RIGHT, buff=0.15)
        words = self.question.ask()
        return VGroup(words.next_to(value, UP, buff=0.22), value)

    def try_gentoo(self) -> None:
        """Send the other bird through the same neuron."""
        self.beat("gentoo")
        inputs, z = self.in_inputs("gentoo"), self.z_of("gentoo")
        self.play(FadeOut(self.inputs, self.z, self.a), FadeIn(inputs))
        self.play(*self.net.pulses(0, theme.role("signal")))
        self.play(FadeIn(z), run_time=0.5)
        self.point_out("gentoo")
        self.play(FadeIn(self.answer("gentoo")))

    # --- all birds ------------------------------------------------------------

    def show_all_birds(self) -> None:
        """All birds as points in the plane of their two measurements."""
        self.beat("all_birds")
        self.clear_frame()
        asked = rooms.asked()
        self.plot = self.question.plot(**rooms.plot_size(asked))
        self.plot.move_to(asked.edge(UP), aligned_edge=UP)
        self.examples = VGroup()
        clouds = self.question.clouds(self.plot)
        self.play(FadeIn(self.plot))
        above, below = rooms.panel().inside(bottom=0.7).rows(1, 1, gap=0)
        for k, (corner, room) in enumerate(((UL, above), (DR, below))):
            bird, name = BIRDS[k], self.question.name_at(self.plot, k, corner)
            self.play(FadeIn(clouds[k]), Appear(name), run_time=1.2)
            picture = self.bill(bird, min(0.042, 0.0165 * room.height)).move_to(
                room.middle + 0.25 * UP
            )
            words = self.species(bird, theme.LABEL).next_to(picture, DOWN, buff=0.1)
            ring = self.ring(self.values(f"{bird}.x"))
            self.play(FadeIn(picture, words), Create(ring))
            self.examples.add(picture, words, ring)
        source = self.text("data: Palmer Station, Gorman et al.", pixels=theme.SMALLEST,
                           color=theme.role("muted"))  # fmt: skip
        source.move_to(rooms.panel().edge(DOWN) + 0.5 * UP)
        self.play(FadeIn(source))
        self.examples.add(source)

    def ring(self, x: np.ndarray) -> Circle:
        """Draw a ring around a bird's point."""
        ring = Circle(radius=0.2, color=theme.role("ink"), stroke_width=theme.CURVE)
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
        bird, label = self.values("edge.x"), self.values("edge.label")
        ring, look = self.ring(bird), self.question.looks[label]
        mark = self.plot.scatter(
            bird[None], color=look.color, marker=look.marker, size=0.11
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
        names = [
            self.text(f"{{question.short[{k}]}}").next_to(unit, side, buff=0.14)
            for k, (unit, side) in enumerate(zip(net.units[0], (UP, DOWN), strict=True))
        ]
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
        rings = VGroup(*(self.ring(bird) for bird in self.values("missed")))
        self.play(*self.leave(self.run.panel, self.run.curve))
        self.play(FadeIn(after))
        self.play(*(Appear(weight) for weight in weights))
        wrong = self.run.wrong_of(rooms.panel().middle + 2.1 * DOWN)
        self.play(Create(rings), FadeIn(wrong))


def beside_curve(z: float, end: float) -> np.ndarray:
    """Return on which side of a point of the sigmoid there is room for a name.

    Parameters
    ----------
    z
        Where the point is.
    end
        The greatest z that is shown; the least is as far from zero.
    """
    inward = abs(z) > NEAR_END * end
    if z < 0:
        return UR if inward else UL
    return DL if inward else DR
