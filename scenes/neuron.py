"""What one neuron does, what line it draws, and how it finds that line."""

from types import ModuleType
from typing import ClassVar

import numpy as np
from manim import (
    DOWN,
    DR,
    LEFT,
    ORIGIN,
    RIGHT,
    UL,
    UP,
    Circle,
    Create,
    Dot,
    FadeIn,
    FadeOut,
    GrowFromEdge,
    GrowFromPoint,
    Line,
    MoveAlongPath,
    ReplacementTransform,
    TransformFromCopy,
    VGroup,
)

from nnsim.experiments import neuron
from scenes import theme
from scenes.components.bill import Bill
from scenes.components.field import Border, Field
from scenes.components.network import NetworkDrawing
from scenes.components.plot import Plot
from scenes.components.text import InLine
from scenes.components.weighted_sum import WeightedSum
from scenes.lesson import Lesson
from scenes.training_run import TrainingRun

PANEL = 4.3 * RIGHT + 0.1 * DOWN  # middle of the right third
LENGTH, DEPTH = "bill length (mm)", "bill depth (mm)"


class Neuron(Lesson):
    """A neuron is a weighted sum and a threshold: it draws a line in the data."""

    experiment: ClassVar[ModuleType] = neuron
    title = "The neuron"

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

    def bill(self, bird: str, scale: float, role: str) -> Bill:
        """Draw the bill of the first Adelie or Gentoo to scale."""
        length, depth = self.values(f"{bird}.x")
        return Bill(length, depth, scale=scale, color=theme.role(role))

    def measured(self, bird: str, column: int, words: str) -> InLine:
        """Write out one measurement of a bird."""
        number = self.number(f"{bird}.x[{column}]", ".1f", pixels=theme.BODY)
        return InLine(self.text(words), number, self.text("mm"))

    def show_bird(self) -> None:
        """One penguin, two measurements."""
        self.beat(
            "bird",
            title="One penguin, two numbers",
            say="This penguin's bill is {adelie.x[0]:.1f} millimetres long and "
            "{adelie.x[1]:.1f} deep. Can a machine tell the species from these two "
            "numbers alone?",
        )
        self.adelie = self.bill("adelie", 0.12, "class_a").move_to(0.1 * UP)
        length, depth = self.adelie.measure_length(), self.adelie.measure_depth()
        words = [self.measured("adelie", 0, "bill length").next_to(length, DOWN)]
        words.append(self.measured("adelie", 1, "bill depth"))
        words[1].next_to(depth, UP, buff=0.35).align_to(depth[0], LEFT)
        self.play(FadeIn(self.adelie))
        self.play(Create(length), FadeIn(words[0]))
        self.play(Create(depth), FadeIn(words[1]))
        self.measures = VGroup(length, depth, *words)

    def compare_species(self) -> None:
        """Set the same two measurements of a Gentoo beside them."""
        self.beat(
            "two_species",
            title="Adelie or Gentoo?",
            say="It is an Adelie. A Gentoo, to the same scale, has a longer bill, "
            "{gentoo.x[0]:.1f} millimetres, and a shallower one, {gentoo.x[1]:.1f}. "
            "A neuron can weigh both numbers at once.",
        )
        rows = VGroup()
        for bird, name, role in (
            ("adelie", "Adelie", "class_a"),
            ("gentoo", "Gentoo", "class_b"),
        ):
            words = VGroup(
                self.text(name, color=theme.role(role), pixels=theme.BODY),
                self.measured(bird, 0, "bill length"),
                self.measured(bird, 1, "bill depth"),
            ).arrange(DOWN, aligned_edge=LEFT, buff=0.28)
            rows.add(VGroup(self.bill(bird, 0.066, role), words))
        for row, y in zip(rows, (1.25, -1.55), strict=True):
            row[0].shift(y * UP + 2.2 * LEFT)
            row[1].move_to(2.3 * RIGHT + y * UP, aligned_edge=LEFT)
        self.play(FadeOut(self.measures), ReplacementTransform(self.adelie, rows[0][0]))
        self.play(FadeIn(rows[0][1]))
        self.play(FadeIn(rows[1]))
        self.rows = rows

    # --- through the neuron ---------------------------------------------------

    def take_inputs(self) -> None:
        """Let the two numbers travel into the input units."""
        self.beat(
            "inputs",
            title="Two numbers go in",
            say="The neuron never sees the bird, only numbers: bill length as its "
            "first input and bill depth as its second.",
        )
        self.net = NetworkDrawing(
            [self.values("network.layers[0].W")], width=4.4, height=3.2, radius=0.62
        ).move_to(2.6 * LEFT + 0.2 * DOWN)
        self.inputs, unit_words = VGroup(), VGroup()
        for i, name in enumerate((LENGTH, DEPTH)):
            unit = self.net.units[0][i]
            number = self.number(f"adelie.x[{i}]", ".1f", pixels=theme.BODY)
            number.move_to(unit).set_z_index(2)
            self.inputs.add(number)
            words = self.text(name, color=theme.role("muted"))
            words.next_to(unit, UP, buff=0.16)
            letter = self.formula(f"x_{i + 1}").next_to(unit, LEFT, buff=0.2)
            unit_words.add(words, letter)
        bird, words = self.rows[0]
        sources = words[1][1], words[2][1]  # the numbers of length and depth
        self.play(
            FadeOut(self.rows[1]),
            bird.animate.scale(0.7).move_to(PANEL + 0.9 * UP),
            words.animate.move_to(PANEL + 1.3 * DOWN),
        )
        self.play(FadeIn(self.net.units[0], unit_words))
        self.play(
            *(
                TransformFromCopy(source, number)
                for source, number in zip(sources, self.inputs, strict=True)
            )
        )
        self.play(FadeIn(self.net.units[1]))

    def weigh(self) -> None:
        """Each input is multiplied by the weight of its edge."""
        self.beat(
            "weights",
            title="Each input has a weight",
            say="Each input is multiplied by a weight. A positive weight speaks for "
            "Gentoo, a negative one against. Here length counts "
            "{network.layers[0].W[0, 0]:+.0f} and depth "
            "{network.layers[0].W[0, 1]:+.0f}.",
        )
        self.weights = VGroup()
        for i in range(2):
            weight = self.number(
                f"network.layers[0].W[0, {i}]",
                "+.1f",
                pixels=theme.BODY,
                patch=True,
                color=self.net.edges[0][0][i].get_stroke_color(),
            )
            weight.move_to(self.net.on_edge(0, 0, i, 0.5)).set_z_index(3)
            letter = self.formula(f"w_{i + 1}").next_to(weight, UP, buff=0.2)
            self.weights.add(VGroup(weight, letter))
        self.play(*self.leave(self.rows[0]))
        for i, edge in enumerate(self.net.edges[0][0]):
            start = edge.get_start()
            self.play(GrowFromPoint(edge, start), FadeIn(self.weights[i]))
        legend = VGroup(
            self.legend("+", "speaks for Gentoo", "positive"),
            self.legend("\N{MINUS SIGN}", "speaks against", "negative"),
        ).arrange(DOWN, aligned_edge=LEFT, buff=0.3)
        self.legend_box = legend.move_to(PANEL)
        self.play(FadeIn(self.legend_box))

    def legend(self, sign: str, words: str, role: str) -> VGroup:
        """Say what a colour of an edge means."""
        line = Line(0.6 * LEFT, ORIGIN, color=theme.role(role), stroke_width=8)
        return VGroup(line, self.text(f"{sign} {words}")).arrange(buff=0.25)

    def add_up(self) -> None:
        """Add the weighted inputs and the bias: z."""
        self.beat(
            "sum",
            title="Add up, then shift by the bias",
            say="The products are added, and a bias shifts the sum: length "
            "{adelie.products[0]:+.1f}, depth {adelie.products[1]:+.1f}, bias "
            "{network.layers[0].b[0]:+.0f}. What is left is z = {adelie.z:.1f}, "
            "below zero.",
        )
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
        ).move_to(PANEL)
        self.play(FadeOut(self.legend_box), FadeIn(self.sum.chart.frame))
        for row, bar, number in zip(
            self.sum.rows, self.sum.bars, self.sum.numbers, strict=True
        ):
            side = LEFT if number.value > 0 else RIGHT
            self.play(
                FadeIn(row),
                GrowFromEdge(bar, side),
                run_time=0.9,
            )
        self.z = self.number("adelie.z", ".1f", pixels=theme.BODY)
        self.z.move_to(self.net.units[1][0]).set_z_index(3)
        self.play(TransformFromCopy(self.sum.rows[-1][1], self.z))

    def activate(self) -> None:
        """Turn z into a probability."""
        self.beat(
            "activation",
            title="The activation makes it a probability",
            say="An activation function, here the sigmoid, squeezes any z into a value "
            "between 0 and 1: the probability of Gentoo. For this bird it is "
            "{adelie.a:.4f}.",
        )
        curve = self.values("sigmoid")
        formula = self.formula("a = 1 / (1 + e^(-z))")
        self.curve = Plot(
            (curve[0, 0], curve[-1, 0]), (0, 1), x_label="z", y_label="probability a",
            width=3.5, height=2.4,
        ).move_to(PANEL + 0.7 * DOWN)  # fmt: skip
        formula.next_to(self.curve, UP, buff=0.45)
        line = self.curve.curve(*curve.T, color=theme.role("ink"))
        self.play(*self.leave(self.sum), FadeIn(self.curve))
        self.play(Create(line), FadeIn(formula))
        self.curve.add(line)
        self.point = Dot(radius=0.11, color=theme.role("signal")).set_z_index(4)
        self.point.move_to(self.curve.at(self.values("adelie.z"), 0))
        self.play(TransformFromCopy(self.z, self.point))
        self.play(self.point.animate.move_to(self.on_curve("adelie")))
        neuron_right = self.net.units[1][0].get_right()
        self.out = Line(neuron_right, neuron_right + 0.4 * RIGHT)
        self.out.set_stroke(theme.role("muted"), theme.EDGE)
        self.a = self.answer("adelie", ".4f")
        self.play(Create(self.out), FadeIn(self.a))

    def on_curve(self, bird: str) -> np.ndarray:
        """Return the place of a bird on the sigmoid."""
        return self.curve.at(self.values(f"{bird}.z"), self.values(f"{bird}.a"))

    def answer(self, bird: str, spec: str) -> VGroup:
        """Write the neuron's output for a bird."""
        value = self.number(f"{bird}.a", spec, pixels=theme.BODY)
        value.next_to(self.out, RIGHT, buff=0.15)
        words = self.text("Gentoo?", color=theme.role("class_b"))
        return VGroup(words.next_to(value, UP, buff=0.22), value)

    def try_gentoo(self) -> None:
        """Send the other bird through the same neuron."""
        self.beat(
            "gentoo",
            title="Another bird, the same neuron",
            say="Now the Gentoo, {gentoo.x[0]:.1f} and {gentoo.x[1]:.1f} millimetres. "
            "The same weights and bias give z = {gentoo.z:.1f}, and a probability of "
            "{gentoo.a:.4f}: a Gentoo.",
        )
        new = [
            self.number(f"gentoo.x[{i}]", ".1f", pixels=theme.BODY)
            .move_to(old)
            .set_z_index(2)
            for i, old in enumerate(self.inputs)
        ]
        z = self.number("gentoo.z", ".1f", pixels=theme.BODY).move_to(self.z)
        self.play(FadeOut(self.inputs, self.z, self.a, self.point))
        self.play(FadeIn(*new))
        z.set_z_index(3)
        pulses = [Dot(n.get_center(), color=theme.role("signal")) for n in new]
        self.play(
            *(
                MoveAlongPath(p, e)
                for p, e in zip(pulses, self.net.edges[0][0], strict=True)
            )
        )
        self.play(FadeOut(*pulses), FadeIn(z))
        self.point.move_to(self.curve.at(self.values("gentoo.z"), 0))
        self.play(FadeIn(self.point))
        self.play(self.point.animate.move_to(self.on_curve("gentoo")))
        self.play(FadeIn(self.answer("gentoo", ".4f")))

    # --- all birds ------------------------------------------------------------

    def plane(self) -> Plot:
        """Draw the plane of the two measurements."""
        return Plot(
            *self.values("plane"), x_label=LENGTH, y_label=DEPTH,
            width=7.1, height=4.1,
        ).move_to(2.8 * LEFT + 0.15 * UP)  # fmt: skip

    def show_all_birds(self) -> None:
        """All birds as points in the plane of their two measurements."""
        self.beat(
            "all_birds",
            title="Every bird is a point",
            say="Here are all {n_birds} Adelie and Gentoo penguins of the study, each "
            "at its own bill length and depth. The two species form two clouds.",
        )
        self.clear_frame()
        self.plot, self.examples = self.plane(), VGroup()
        X, is_gentoo = self.values("X"), self.values("is_gentoo")
        self.play(FadeIn(self.plot))
        for rows, bird, role, marker, corner, y in (
            (~is_gentoo, "adelie", "class_a", "circle", UL, 1.3),
            (is_gentoo, "gentoo", "class_b", "square", DR, -1.0),
        ):
            color = theme.role(role)
            cloud = self.plot.scatter(X[rows], color=color, marker=marker)
            name = self.text(bird.capitalize(), color=color, patch=True)
            name.move_to(self.plot.corner(corner), aligned_edge=corner)
            picture = self.bill(bird, 0.045, role).move_to(PANEL + y * UP)
            self.play(FadeIn(cloud.set_z_index(1)), FadeIn(name), run_time=1.5)
            ring = self.ring(bird)
            self.play(FadeIn(picture), Create(ring))
            self.examples.add(picture, ring)

    def ring(self, bird: str) -> Circle:
        """Draw a ring around a bird's point."""
        ring = Circle(radius=0.2, color=theme.role("signal"), stroke_width=theme.CURVE)
        at = self.plot.at(*self.values(f"{bird}.x"))
        return ring.set_z_index(3).move_to(at)

    def draw_line(self) -> None:
        """Draw the line on which z is zero."""
        self.beat(
            "line",
            title="The weights draw a line",
            say="Where z is zero the neuron is undecided, and all such points form one "
            "straight line. Colour shows its answer on either side. One Gentoo, at "
            "{edge.x[0]:.1f} and {edge.x[1]:.1f} millimetres, lies right on it.",
        )
        self.border = Border(self.plot, self.values("border"))
        formula = self.formula("w_1 x_1 + w_2 x_2 + b = 0").move_to(PANEL + 0.1 * UP)
        self.play(FadeOut(self.examples))
        self.play(Create(self.border), FadeIn(formula))
        roles = theme.role("class_a"), theme.role("class_b")
        self.field = Field(self.plot, self.values("field"), *roles)
        self.play(FadeIn(self.field))
        ring = self.ring("edge")
        words = InLine(
            self.text("this Gentoo:  z =", pixels=theme.BODY),
            self.number("edge.z", ".1f", pixels=theme.BODY),
        ).next_to(formula, DOWN, buff=0.5)
        self.play(Create(ring), FadeIn(words))
        self.hints = VGroup(formula, ring, words)

    def ask(self) -> None:
        """Set all weights to zero, and ask what the data will teach."""
        self.beat(
            "guess",
            title="Can it find the line by itself?",
            question="All weights are zero now. Which line will the data teach it?",
        )
        self.run = TrainingRun(
            self, self.plot, theme.role("class_a"), theme.role("class_b"), PANEL
        )
        self.play(FadeOut(self.border, self.field, self.hints), FadeIn(self.run.field))
        self.play(FadeIn(self.run.panel))

    def learn(self) -> None:
        """From zero weights to the line, step by step."""
        self.beat(
            "learn",
            say="Each step moves the weights a little so that the loss, the measure "
            "of error, gets smaller: from {history.train_loss[0]:.2f} down to "
            "{history.train_loss[-1]:.2f} in {history.n_epochs} steps. The line swings "
            "between the clouds.",
        )
        self.add(self.run.border, self.run.curve)
        self.play(self.run.replay(7, early=True))

    def read_weights(self) -> None:
        """Read what the weights have become."""
        self.beat(
            "found",
            title="What it found",
            say="Nobody told it the rule, yet it weighs as we did by eye: length for "
            "Gentoo, depth against. {learned_n_wrong} of {n_birds} birds is on the "
            "wrong side. Finding such weights from data is what learning means.",
        )
        net = NetworkDrawing(
            [self.values("learned_W[-1:]")], width=2.6, height=2.4, radius=0.36
        ).move_to(PANEL + 0.4 * UP)
        names = [self.text("length"), self.text("depth")]
        for i, (name, side) in enumerate(zip(names, (UP, DOWN), strict=True)):
            name.next_to(net.units[0][i], side, buff=0.14)
        weights = [
            self.number(f"learned_W[-1, {i}]", "+.2f", patch=True,
                        color=net.edges[0][0][i].get_stroke_color())
            .move_to(net.on_edge(0, 0, i, 0.5)).set_z_index(3)
            for i in range(2)
        ]  # fmt: skip
        wrong = InLine(
            self.number("learned_n_wrong", "d", pixels=theme.BODY),
            self.text("of", pixels=theme.BODY),
            self.number("n_birds", "d", pixels=theme.BODY),
            self.text("wrong", pixels=theme.BODY),
        ).next_to(net, DOWN, buff=0.75)
        self.play(*self.leave(self.run.panel, self.run.curve))
        self.play(FadeIn(net, *names))
        self.play(FadeIn(*weights))
        self.play(FadeIn(wrong))
