"""How blame for an error flows back through a network, edge by edge."""

from collections.abc import Iterator
from types import ModuleType
from typing import Any, ClassVar

import numpy as np
from manim import (
    DL,
    DOWN,
    LEFT,
    ORIGIN,
    RIGHT,
    UP,
    UR,
    Animation,
    Arrow,
    Create,
    Dot,
    FadeIn,
    FadeOut,
    Line,
    MoveAlongPath,
    ReplacementTransform,
    TransformFromCopy,
    VGroup,
)

from nnsim.experiments import backpropagation
from scenes import theme
from scenes.components.bill import Bill
from scenes.components.formula import Formula
from scenes.components.network import NetworkDrawing, activation_color
from scenes.components.number import Number
from scenes.components.plot import Plot
from scenes.components.table import Table
from scenes.components.text import InLine, Written
from scenes.components.weighted_sum import WeightedSum
from scenes.lesson import Lesson
from scenes.training_run import TrainingRun

PANEL = 4.75 * RIGHT + 0.2 * DOWN  # middle of the right third
NEAR_HIDDEN, NEAR_START = 0.7, 0.42  # where on an edge a number stands


class Backpropagation(Lesson):
    """The chain rule sends blame back along every edge, in a single sweep."""

    experiment: ClassVar[ModuleType] = backpropagation
    title = "Backpropagation"

    def construct(self) -> None:
        """Tell the chapter."""
        self.show_network()
        self.show_bird()
        self.run_forward()
        self.measure_loss()
        self.ask()
        self.blame_output()
        self.blame_hidden()
        self.blame_first_weights()
        self.check()
        self.step()
        self.visit_three()
        self.train()

    # --- forward --------------------------------------------------------------

    def show_network(self) -> None:
        """Show a small network and its question."""
        self.beat(
            "network",
            title="A small network, one question",
            say="Is this penguin a Chinstrap? Two inputs, three hidden neurons and one "
            "output answer: {n_parameters} weights and biases in all. Thick edges are "
            "large weights, blue positive, orange negative.",
        )
        self.net = NetworkDrawing(
            self.weights("network"), width=6.6, height=3.8, radius=0.48
        ).move_to(2.55 * LEFT + 0.05 * UP)
        names = VGroup(
            self.text("bill length").next_to(self.net.units[0][0], UP, buff=0.18),
            self.text("bill depth").next_to(self.net.units[0][1], DOWN, buff=0.18),
            self.text("Chinstrap?", color=theme.role("class_c")),
        )
        names[2].next_to(self.net.units[2], UP, buff=0.18)
        legend = VGroup(
            self.legend("positive", "+ positive weight"),
            self.legend("negative", "\N{MINUS SIGN} negative weight"),
            self.text("{n_parameters} parameters", pixels=theme.BODY),
        ).arrange(DOWN, aligned_edge=LEFT, buff=0.35)
        self.play(FadeIn(*self.net.units, names))
        self.play(Create(self.net.edge_group, lag_ratio=0.1), run_time=2)
        self.play(FadeIn(legend.move_to(PANEL)))
        self.panel = legend

    def weights(self, network: str) -> list[np.ndarray]:
        """Return both weight matrices of a network of the result."""
        return [self.values(f"{network}.layers[{k}].W") for k in range(2)]

    def legend(self, role: str, words: str) -> VGroup:
        """Say what the colour of an edge means."""
        line = Line(0.3 * LEFT, 0.3 * RIGHT, color=theme.role(role), stroke_width=8)
        return VGroup(line, self.text(words)).arrange(buff=0.25)

    def show_bird(self) -> None:
        """Two measurements become two inputs."""
        self.beat(
            "bird",
            title="One penguin goes in",
            say="Its bill measures {measured[0]:.1f} by {measured[1]:.1f} millimetres. "
            "Rescaled around zero, so that neither outweighs the other by its unit, "
            "the inputs are {x[0, 0]:.1f} and {x[0, 1]:.1f}.",
        )
        length, depth = self.values("measured")
        bill = Bill(length, depth, scale=0.036, color=theme.role("class_a"))
        rows = VGroup(
            *(InLine(self.text(words), self.number(f"measured[{i}]", ".1f"),
                      self.text("mm"))
              for i, words in enumerate(("bill length", "bill depth")))
        ).arrange(DOWN, aligned_edge=LEFT, buff=0.25)  # fmt: skip
        picture = VGroup(bill, rows).arrange(DOWN, buff=0.5).move_to(PANEL)
        self.turn_panel(picture)
        self.inputs = self.in_units("x[0, {j}]", 0, ".1f")
        self.play(
            *(TransformFromCopy(row[1], number)
              for row, number in zip(rows, self.inputs, strict=True))
        )  # fmt: skip

    def turn_panel(self, new: VGroup) -> None:
        """Put something else into the right third."""
        self.play(*self.leave(self.panel), FadeIn(new), run_time=0.7)
        self.panel = new

    def in_units(self, path: str, column: int, spec: str = ".2f") -> VGroup:
        """Write a value into each unit of a column; ``{j}`` counts the units."""
        numbers = VGroup()
        for j, unit in enumerate(self.net.units[column]):
            number = self.number(path.replace("{j}", str(j)), spec)
            numbers.add(number.move_to(unit))
        return numbers.set_z_index(3)

    def pulses(
        self, layer: int, role: str, *, back: bool = False
    ) -> Iterator[Animation]:
        """Send a dot along every edge of a layer."""
        for row in self.net.edges[layer]:
            for edge in row:
                ends = edge.get_start(), edge.get_end()
                path = Line(*(ends[::-1] if back else ends))
                dot = Dot(radius=0.1, color=theme.role(role)).set_z_index(2)
                yield MoveAlongPath(dot, path, remover=True)

    def run_forward(self) -> None:
        """Weighted sums and activations, layer by layer."""
        self.beat(
            "forward",
            title="Forward: from inputs to an answer",
            say="Each hidden neuron sums its weighted inputs and bends the sum with "
            "tanh. The output sums the three and squeezes: the network says Chinstrap "
            "with probability {forward.a[1][0, 0]:.3f}.",
        )
        paths = [*(f"products[1][0, {j}]" for j in range(3)),
                 "network.layers[1].b[0]", "forward.z[1][0, 0]"]  # fmt: skip
        letters = ("v_1 a_1", "v_2 a_2", "v_3 a_3", "c", "z")
        total = WeightedSum(
            [self.formula(letter) for letter in letters],
            [self.number(path, "+.2f") for path in paths],
            width=2.2,
        ).move_to(PANEL + 0.25 * LEFT)
        self.hidden = self.in_units("forward.z[0][0, {j}]", 1)
        self.play(*self.pulses(0, "signal"), FadeIn(self.hidden), run_time=1.2)
        activated = self.in_units("forward.a[0][0, {j}]", 1)
        self.play(ReplacementTransform(self.hidden, activated), *self.fill(1, "a[0]"))
        self.hidden = activated
        self.turn_panel(total)
        z = self.in_units("forward.z[1][0, {j}]", 2)
        self.play(*self.pulses(1, "signal"), FadeIn(z), run_time=1.2)
        self.output = self.in_units("forward.a[1][0, {j}]", 2, ".3f")
        self.play(ReplacementTransform(z, self.output), *self.fill(2, "a[1]"))

    def fill(self, column: int, path: str) -> Iterator[Any]:
        """Colour the units of a column by their activation."""
        values = self.values(f"forward.{path}")[0]
        for unit, value in zip(self.net.units[column], values, strict=True):
            yield unit.animate.set_fill(activation_color(value), 1)

    def measure_loss(self) -> None:
        """One number says how wrong the answer is."""
        self.beat(
            "loss",
            title="How wrong is it?",
            say="The bird is an {species}, so the right answer, y, is {y[0, 0]:.0f}. "
            "The loss grows the surer the network is of the wrong answer. At "
            "{forward.a[1][0, 0]:.3f} it is {loss:.3f}.",
        )
        p, losses = self.values("loss_curve").T
        plot = Plot(
            (0, 1), (0, losses[-1]), x_label="p: Chinstrap", y_label="loss",
            width=2.9, height=2.6,
        ).move_to(PANEL + 0.3 * DOWN)  # fmt: skip
        truth = InLine(
            self.text(
                "{species}:  y =", color=theme.role("class_a"), pixels=theme.BODY
            ),
            self.number("y[0, 0]", ".0f", pixels=theme.BODY),
        ).next_to(plot, UP, buff=0.4)
        self.turn_panel(VGroup(plot, truth))
        curve = plot.curve(p, losses, color=theme.role("loss"))
        dot = Dot(radius=0.11, color=theme.role("loss"))
        dot.move_to(plot.at(self.values("forward.a[1][0, 0]"), self.values("loss")))
        loss = self.number("loss", ".3f", color=theme.role("loss"), pixels=theme.BODY)
        self.play(Create(curve))
        self.play(TransformFromCopy(self.output, dot))
        self.play(FadeIn(loss.next_to(dot, UP, buff=0.25).shift(0.2 * LEFT)))
        self.panel.add(curve, dot, loss)

    # --- backward -------------------------------------------------------------

    def ask(self) -> None:
        """Stop before the outcome."""
        self.beat(
            "guess",
            title="Who is to blame?",
            question="Each of the {n_parameters} parameters made this loss. "
            "Which should change, and which way?",
        )

    def blame_output(self) -> None:
        """Share the error at the output out over the last weights."""
        self.beat(
            "output_blame",
            title="Backward: blame at the output",
            say="Blame is the slope of the loss. At the output it is simply p minus y, "
            "{gradients.dz[1][0, 0]:.3f}. Each weight there gets this blame times the "
            "activation that came along its edge.",
        )
        self.dz_out = self.blame("gradients.dz[1][0, 0]", 2, 0, ".3f")
        product = self.product(
            (self.formula("a_j"), self.formula("(p - y)"), self.slope("v_j")),
            (
                "forward.a[0][0, {j}]",
                "gradients.dz[1][0, 0]",
                "gradients.dW[1][0, {j}]",
            ),
        )
        self.play(FadeIn(self.dz_out))
        self.turn_panel(product)
        self.edge_blame = self.on_edges("gradients.dW[1]", 1, NEAR_START)
        self.play(*self.pulses(1, "gradient", back=True), run_time=1.5)
        self.play(
            *(TransformFromCopy(row[-1], number)
              for row, number in zip(self.panel[1:], self.edge_blame, strict=True))
        )  # fmt: skip

    def product(
        self, heads: tuple[Formula, Formula, Formula], paths: tuple[str, str, str]
    ) -> Table:
        """Write factor times factor equals product, a row for each hidden neuron."""
        times, equals = self.formula("times"), self.formula("=")
        rows: list[list[Written]] = [[heads[0], times, heads[1], equals, heads[2]]]
        for j in range(3):
            numbers = [
                self.number(path.replace("{j}", str(j)), "+.2f", pixels=34, color=color)
                for path, color in zip(paths, (head.ink for head in heads), strict=True)
            ]
            signs = self.formula("times", pixels=30), self.formula("=", pixels=30)
            rows.append([numbers[0], signs[0], numbers[1], signs[1], numbers[2]])
        table = Table(rows, pitch=0.72, gap=0.17, head=0.3).move_to(PANEL)
        return table.shift(min(0, 6.45 - table.get_right()[0]) * RIGHT)

    def slope(self, letter: str) -> Formula:
        """Write the derivative of the loss with respect to a letter."""
        pink = theme.role("gradient")
        return self.formula(f"(∂ L) / (∂ {letter})", color=pink)

    def pink(self, path: str, spec: str = "+.2f") -> Number:
        """Write a derivative."""
        return self.number(path, spec, color=theme.role("gradient"))

    def blame(self, path: str, column: int, j: int, spec: str = "+.2f") -> Number:
        """Write a derivative under its unit."""
        number = self.number(path, spec, color=theme.role("gradient"), patch=True)
        return number.next_to(self.net.units[column][j], DOWN, buff=0.12).set_z_index(4)

    def on_edges(self, path: str, layer: int, share: float) -> VGroup:
        """Write a matrix onto the edges of its layer, element by edge."""
        numbers = VGroup()
        for j, row in enumerate(self.net.edges[layer]):
            for i in range(len(row)):
                number = self.number(
                    f"{path}[{j}, {i}]", "+.2f", color=theme.role("gradient"),
                    patch=True, pixels=28,
                )  # fmt: skip
                numbers.add(number.move_to(self.net.on_edge(layer, j, i, share)))
        return numbers.set_z_index(4)

    def blame_hidden(self) -> None:
        """Across the weights and through tanh to the hidden neurons."""
        self.beat(
            "hidden_blame",
            title="Backward: blame crosses the weights",
            say="The same blame flows back over each edge, times its weight: a "
            "negative weight turns its sign. Then times the slope of tanh, small "
            "where a neuron is near its limit.",
        )
        pink = theme.role("gradient")
        heads = (
            self.formula("v_j (p - y)", color=pink, pixels=34),
            self.formula("(1 - a_j^2)", pixels=34),
        )
        product = self.product(
            (*heads, self.slope("z_j")),
            ("blame[{j}]", "slopes[0][{j}]", "gradients.dz[0][0, {j}]"),
        )
        self.turn_panel(product)
        self.play(FadeOut(self.edge_blame))
        self.play(*self.pulses(1, "gradient", back=True), run_time=1.5)
        self.dz_hidden = VGroup(
            *(self.blame(f"gradients.dz[0][0, {j}]", 1, j) for j in range(3))
        )
        self.play(
            *(TransformFromCopy(row[-1], number)
              for row, number in zip(self.panel[1:], self.dz_hidden, strict=True))
        )  # fmt: skip

    def blame_first_weights(self) -> None:
        """Down to the first weights: blame times input."""
        self.beat(
            "first_weights",
            title="Backward: the first weights",
            say="One more layer, the same rule: a weight's blame is its neuron's blame "
            "times the input that came along. One sweep back has given the slope of "
            "all {n_parameters} parameters.",
        )
        product = self.product(
            (self.formula("x_i"), self.slope("z_j"), self.slope("w_(j i)")),
            ("x[0, 1]", "gradients.dz[0][0, {j}]", "gradients.dW[0][{j}, 1]"),
        )
        self.turn_panel(product)
        self.edge_blame = self.on_edges("gradients.dW[0]", 0, NEAR_HIDDEN)
        self.play(*self.pulses(0, "gradient", back=True), run_time=1.5)
        self.play(FadeIn(self.edge_blame))

    # --- check, step, repeat ----------------------------------------------------

    def check(self) -> None:
        """Every gradient beside a measured slope."""
        self.beat(
            "check",
            title="Is it right? Nudge and see",
            say="A test that needs no calculus: nudge one parameter, run the network "
            "again, and see how the loss moves. Backpropagation and nudging agree to "
            "{agreed_decimals} decimals, for all {n_parameters} parameters.",
        )
        paths = [
            *(
                (f"w_({j + 1}{i + 1})", f"dW[0][{j}, {i}]")
                for j in range(3)
                for i in range(2)
            ),
            *((f"b_{j + 1}", f"db[0][{j}]") for j in range(3)),
            *((f"v_{j + 1}", f"dW[1][0, {j}]") for j in range(3)),
            ("c", "db[1][0]"),
        ]
        heads = self.text("slope"), self.text("by blame"), self.text("by nudge")
        rows: list[list[Written]] = [[*heads]]
        for letter, path in paths:
            name, _, index = path.partition("[")
            rows.append(
                [
                    self.formula(letter, pixels=28),
                    self.pink(f"gradients.{path}", "+.4f"),
                    self.number(f"{name}_check[{index}", "+.4f"),
                ]
            )
        table = Table(rows, pitch=0.385, gap=0.4).move_to(PANEL + 0.1 * LEFT)
        self.play(*self.leave(self.edge_blame, self.dz_hidden, self.dz_out))
        self.play(*self.leave(self.panel), FadeIn(table[0]))
        self.play(FadeIn(table[1:], lag_ratio=0.15), run_time=4)
        self.panel = table

    def step(self) -> None:
        """All parameters move a little against their slope."""
        self.beat(
            "step",
            title="One small step downhill",
            say="Now every parameter moves a little against its slope. The same bird "
            "again: the loss falls from {loss:.3f} to {stepped_loss:.3f}, and the "
            "network is less sure of Chinstrap.",
        )
        rule = self.formula("w arrow.l w - eta {{ (∂ L) / (∂ w) : slope }}")
        rule.parts["slope"].set_color(theme.role("gradient"))
        rate = InLine(
            self.text("learning rate"), self.number("config.learning_rate", ".1f")
        )
        before = self.number("loss", ".3f", pixels=theme.BODY, color=theme.role("loss"))
        after = self.number(
            "stepped_loss", ".3f", pixels=theme.BODY, color=theme.role("loss")
        )
        arrow = Arrow(ORIGIN, 0.9 * RIGHT, buff=0, color=theme.role("loss"))
        losses = VGroup(before, arrow, after).arrange(buff=0.25)
        name = self.text("loss", color=theme.role("loss"), pixels=theme.BODY)
        panel = VGroup(rule, rate, name, losses).arrange(DOWN, buff=0.4).move_to(PANEL)
        panel.remove(losses)
        self.turn_panel(panel)
        changes = VGroup(
            *self.on_edges("changes[0]", 0, NEAR_HIDDEN),
            *self.on_edges("changes[1]", 1, NEAR_START),
        ).set_z_index(4)
        self.play(FadeIn(changes))
        self.play(self.net.animate.show_weights(self.weights("stepped")), run_time=1.5)
        hidden = self.in_units("stepped_forward.a[0][0, {j}]", 1)
        output = self.in_units("stepped_forward.a[1][0, {j}]", 2, ".3f")
        self.play(*self.pulses(0, "signal"), ReplacementTransform(self.hidden, hidden))
        self.play(*self.pulses(1, "signal"), ReplacementTransform(self.output, output))
        self.play(FadeIn(losses))
        self.hidden, self.output = hidden, output
        panel.add(losses)
        self.changes = changes

    def visit_three(self) -> None:
        """One bird of each species, forward and back."""
        self.beat(
            "three_birds",
            title="Every bird has its say",
            say="Another bird, another blame. For a Chinstrap it is negative: its "
            "probability should rise, not fall. So the blame is averaged over all "
            "{n_birds} birds before each step.",
        )
        head = [self.text("bird"), self.formula("p"), self.formula("y"),
                self.formula("p - y", color=theme.role("gradient"))]  # fmt: skip
        rows = [head]
        for k in range(3):
            rows.append(
                [
                    self.text(
                        f"{{trio_species[{k}]}}", color=theme.role(f"class_{'abc'[k]}")
                    ),
                    self.number(f"trio_p[{k}]"),
                    self.number(f"trio_y[{k}]", ".0f"),
                    self.pink(f"trio_dz[{k}]"),
                ]
            )
        table = Table(rows, pitch=0.75, gap=0.4).move_to(PANEL)
        quiet = theme.role("panel")
        self.play(
            *self.leave(self.panel, self.changes, self.hidden),
            *(
                unit.animate.set_fill(quiet, 1)
                for unit in (*self.net.units[1], *self.net.units[2])
            ),
            FadeIn(table[0]),
        )
        self.panel = table
        for k in range(3):
            inputs = self.in_units(f"trio_x[{k}, {{j}}]", 0, ".1f")
            output = self.number(f"trio_p[{k}]").move_to(self.output).set_z_index(3)
            self.play(FadeOut(self.inputs, self.output), FadeIn(inputs), run_time=0.4)
            for layer in (0, 1):
                self.play(*self.pulses(layer, "signal"), run_time=0.5)
            self.play(FadeIn(output, table[k + 1]), run_time=0.4)
            for layer in (1, 0):
                self.play(*self.pulses(layer, "gradient", back=True), run_time=0.5)
            self.inputs, self.output = inputs, output

    def train(self) -> None:
        """Average over all birds, step, repeat."""
        self.beat(
            "train",
            title="Repeat, and the border bends",
            say="Step after step, the mean loss falls from "
            "{history.train_loss[0]:.3f} to {history.train_loss[-1]:.3f}, and the "
            "border bends around the Chinstraps. This is how every deep network "
            "learns, whatever its size.",
        )
        self.clear_frame()
        plot = Plot(
            *self.values("plane"), x_label="bill length (mm)",
            y_label="bill depth (mm)", width=7.1, height=4.1,
        ).move_to(2.8 * LEFT + 0.15 * UP)  # fmt: skip
        measured, chinstrap = self.values("measurements"), self.values("chinstrap")
        for rows, role, marker in (
            (~chinstrap, "muted", "circle"), (chinstrap, "class_c", "triangle")
        ):  # fmt: skip
            cloud = plot.scatter(measured[rows], color=theme.role(role), marker=marker)
            plot.add(cloud.set_z_index(1))
        for words, role, corner in (
            ("other penguins", "ink", DL), ("Chinstrap", "class_c", UR)
        ):  # fmt: skip
            name = self.text(words, color=theme.role(role), patch=True)
            plot.add(name.move_to(plot.corner(corner), aligned_edge=corner))
        low, high = theme.role("muted"), theme.role("class_c")
        run = TrainingRun(self, plot, low, high, PANEL + 0.4 * LEFT)
        self.play(FadeIn(plot, run.field, run.panel), Create(run.border))
        self.add(run.curve)
        self.play(run.replay(7, early=False))
