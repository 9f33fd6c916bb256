"""How blame for an error flows back through a network, edge by edge."""

from collections.abc import Iterator, Sequence
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
    GrowFromCenter,
    ReplacementTransform,
    VGroup,
    VMobject,
)

from nnsim.experiments import backpropagation
from scenes.components.appear import Appear, travel
from scenes.components.bill import Bill
from scenes.components.formula import Formula
from scenes.components.network import NetworkDrawing, activation_color, weight_key
from scenes.components.number import Number
from scenes.components.plot import Plot
from scenes.components.table import Table
from scenes.components.text import InLine, Written
from scenes.components.weighted_sum import WeightedSum
from scenes.drawings.on_network import in_units, on_edges
from scenes.drawings.question_plane import QuestionPlane
from scenes.drawings.training_run import TrainingRun
from scenes.frame import rooms, theme
from scenes.frame.apart import keep_within
from scenes.lesson.lesson import Lesson

SHARE = 0.7, 0.42  # of an edge's length at which its number stands, by layer
AROUND_NET = 1.9, 2.08  # width and height of what is written around the network
HIGH = 1.6  # heights of the panel that the network takes in a tall frame
STEEPEST = 1.3  # the height of the network, over its width, at most


class Backpropagation(Lesson):
    """The chain rule sends blame back along every edge, in a single sweep."""

    experiment: ClassVar[ModuleType] = backpropagation

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
        self.beat("network")
        room = rooms.pair(HIGH)[0]
        width, height = room.width - AROUND_NET[0], room.height - AROUND_NET[1]
        self.net = NetworkDrawing(
            self.weights("network"), width=width,
            height=min(height, STEEPEST * width), radius=0.48,
        ).move_to(room.middle)  # fmt: skip
        inputs, hidden, output = self.net.units
        self.letters = VGroup(self.formula("p").next_to(output, RIGHT, 0.15))
        for units, letter, side in ((inputs, "x", LEFT), (hidden, "a", UP)):
            for k, unit in enumerate(units, start=1):
                self.letters.add(self.formula(f"{letter}_{k}").next_to(unit, side, 0.1))
        self.question = QuestionPlane(self)
        names = VGroup(
            self.question.feature(0).next_to(inputs[0], UP, buff=0.18),
            self.question.feature(1).next_to(inputs[1], DOWN, buff=0.18),
            self.question.ask(patch=True),
        )
        names[2].next_to(output, UP, buff=0.18).set_z_index(2)  # over the edges
        key = self.column(
            weight_key(1, "positive weight"),
            weight_key(-1, "negative weight"),
            self.text("thicker: larger"),
            "{n_parameters} parameters",
            buff=0.32,
        )
        self.play(FadeIn(*self.net.units, names))
        self.play(Create(self.net.edge_group, lag_ratio=0.1), run_time=2)
        self.play(FadeIn(self.letters, key.move_to(self.beside())))
        self.panel = key

    def beside(self) -> np.ndarray:
        """Return the middle of the panel."""
        return rooms.pair(HIGH)[1].middle

    def weights(self, network: str) -> list[np.ndarray]:
        """Return both weight matrices of a network of the result."""
        return [self.values(f"{network}.layers[{k}].W") for k in range(2)]

    def show_bird(self) -> None:
        """Two measurements become two inputs."""
        self.beat("bird")
        length, depth = self.values("measured")
        bill = Bill(length, depth, scale=0.036)
        sums = [self.standardised(i) for i in range(2)]
        rows = VGroup()
        for k, line in enumerate(sums):
            name = self.question.feature(k, color=theme.role("muted"))
            rows.add(self.column(name, line, buff=0.12))
        rows.arrange(DOWN, aligned_edge=LEFT, buff=0.35)
        self.turn_panel(rooms.flow((bill, rows), rooms.pair(HIGH)[1]))
        self.inputs = self.in_units("x[0, {j}]", 0, ".1f")
        self.play(
            *(
                travel(line.last, number)
                for line, number in zip(sums, self.inputs, strict=True)
            )
        )

    def standardised(self, i: int) -> InLine:
        """Write out how a measurement becomes an input."""
        return InLine(
            self.text("("),
            self.number(f"measured[{i}]", ".1f"),
            self.text("\N{MINUS SIGN}"),
            self.number(f"centre[{i}]", ".0f"),
            self.text(") /"),
            self.number(f"unit[{i}]", ".0f"),
            self.text("="),
            self.number(f"x[0, {i}]", ".1f"),
        )

    def in_units(self, path: str, column: int, spec: str = ".2f") -> VGroup:
        """Write a value into each unit of a column; ``{j}`` counts the units."""
        return in_units(self, self.net, path, column, spec)

    def pulses(
        self, layer: int, role: str, *, back: bool = False
    ) -> Iterator[Animation]:
        """Send a dot along every edge of a layer."""
        return self.net.pulses(layer, theme.role(role), back=back)

    def run_forward(self) -> None:
        """Weighted sums and activations, layer by layer."""
        self.beat("forward")
        hidden = self.in_units("forward.z[0][0, {j}]", 1)
        self.play(*self.pulses(0, "signal"), FadeIn(hidden), run_time=1.2)
        self.hidden = self.in_units("forward.a[0][0, {j}]", 1)
        self.at("tanh")
        self.play(
            ReplacementTransform(hidden, self.hidden), *self.fill(1, "forward.a[0]")
        )
        paths = [
            *(f"products[1][0, {j}]" for j in range(3)),
            "network.layers[1].b[0]",
            "forward.z[1][0, 0]",
        ]
        total = WeightedSum(
            [
                self.formula(letter)
                for letter in ("v_1 a_1", "v_2 a_2", "v_3 a_3", "c", "z")
            ],
            [self.number(path, "+.2f") for path in paths],
            width=0.49 * rooms.pair(HIGH)[1].width,
        ).move_to(self.beside())
        self.v = VGroup()
        weights = self.on_edges("network.layers[1].W", 1, "ink", "+.1f")
        for j, weight in enumerate(weights):
            letter = self.formula(f"v_{j + 1}", pixels=32, patch=True)
            self.v.add(VGroup(weight, letter.next_to(weight, UP, buff=0.14)))
        self.at("output")
        self.play(*(Appear(pair) for pair in self.v))
        self.turn_panel(total)
        z = self.in_units("forward.z[1][0, {j}]", 2)
        self.play(*self.pulses(1, "signal"), FadeIn(z), run_time=1.2)
        self.output = self.in_units("forward.a[1][0, {j}]", 2, ".3f")
        self.at("sigmoid")
        self.play(ReplacementTransform(z, self.output), *self.fill(2, "forward.a[1]"))

    def fill(self, column: int, path: str) -> Iterator[Any]:
        """Colour the units of a column by their activation."""
        values = self.values(path)[0]
        for unit, value in zip(self.net.units[column], values, strict=True):
            yield unit.animate.set_fill(activation_color(value), 1)

    def measure_loss(self) -> None:
        """One number says how wrong the answer is."""
        self.beat("loss")
        p, losses = self.values("loss_curve").T
        at = self.values("forward.a[1][0, 0]"), self.values("loss")
        room = rooms.pair(HIGH)[1].inside(bottom=0.1, top=0.5)
        size = rooms.plot_size(room)
        size["height"] = min(size["height"], 0.85 * size["width"])
        plot = Plot(
            (0, 1), (0, max(losses[-1], at[1])), x_label="probability p",
            y_label="loss L", **size,
        ).move_to(room.middle)  # fmt: skip
        truth = InLine(
            self.text("{species}:", color=theme.role("class_a"), pixels=theme.BODY),
            self.formula("y ="),
            self.number("y[0, 0]", ".0f", pixels=theme.BODY),
        ).next_to(plot, UP, buff=0.3)
        self.turn_panel(VGroup(plot, truth))
        curve = plot.curve(p, losses, color=theme.role("loss"))
        dot = Dot(self.output.get_center(), radius=0.11, color=theme.role("loss"))
        loss = self.number("loss", ".3f", color=theme.role("loss"), pixels=theme.BODY)
        self.play(Create(curve))
        self.at("loss")
        self.play(GrowFromCenter(dot.set_z_index(4)), run_time=0.4)
        self.play(dot.animate.move_to(plot.at(*at)))
        loss.next_to(dot, UP, buff=0.25).shift(0.2 * LEFT)
        if loss.get_top()[1] > plot.plane.top:  # there the curve falls away
            loss.next_to(dot, LEFT if at[0] > 0.5 else RIGHT, buff=0.2)
        self.play(FadeIn(keep_within(loss, plot.plane.inside(left=0.1))))
        self.panel.add(curve, dot, loss)

    # --- backward -------------------------------------------------------------

    def ask(self) -> None:
        """Stop before the outcome."""
        self.beat("guess")

    def blame_output(self) -> None:
        """Share the error at the output out over the last weights."""
        self.beat("output_blame")
        number = self.pink("gradients.dz[1][0, 0]", "+.3f")
        letters = self.formula(
            "p - y =", color=theme.role("gradient"), pixels=32, patch=True
        )
        self.dz_out = InLine(letters, number, buff=0.06)
        self.dz_out.next_to(self.net.units[2], DOWN, buff=0.15).set_z_index(4)
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
        self.v_slopes = self.on_edges("gradients.dW[1]", 1)
        self.play(*(self.leave(*(pair[0] for pair in self.v))), run_time=0.4)
        self.play(*self.pulses(1, "gradient", back=True), run_time=1.5)
        self.play(
            *(
                travel(row[-1], number)
                for row, number in zip(product[1:], self.v_slopes, strict=True)
            )
        )

    def product(self, heads: tuple[Formula, ...], paths: tuple[str, ...]) -> Table:
        """Write factors and their product, a row for each hidden neuron."""
        rows: list[list[Written]] = [self.with_signs(heads, 34)]
        for j in range(3):
            numbers = [
                self.number(path.replace("{j}", str(j)), "+.2f", color=head.ink)
                for path, head in zip(paths, heads, strict=True)
            ]
            rows.append(self.with_signs(numbers, 28))
        gap = 0.13 if len(heads) > 3 else 0.22
        return Table(rows, pitch=0.72, gap=gap, head=0.3).move_to(self.beside())

    def with_signs(self, parts: Sequence[Written], pixels: float) -> list[Written]:
        """Put times between the factors and equals before the product."""
        row: list[Written] = []
        for part in parts[:-1]:
            row += [part, self.formula("times", pixels=pixels)]
        return [*row[:-1], self.formula("=", pixels=pixels), parts[-1]]

    def slope(self, letter: str) -> Formula:
        """Write the derivative of the loss with respect to a letter."""
        return self.formula(f"(∂ L) / (∂ {letter})", color=theme.role("gradient"))

    def pink(self, path: str, spec: str = "+.2f") -> Number:
        """Write a derivative."""
        return self.number(path, spec, color=theme.role("gradient"))

    def on_edges(
        self, path: str, layer: int, role: str = "gradient", spec: str = "+.2f"
    ) -> VGroup:
        """Write a matrix onto the edges of its layer."""
        share, color = SHARE[layer], theme.role(role)
        return on_edges(
            self, self.net, path, layer, share, spec, color=color, pixels=28
        )

    def blame_hidden(self) -> None:
        """Across the weights and through tanh to the hidden neurons."""
        self.beat("hidden_blame")
        heads = (
            self.formula("v_j", pixels=34),
            self.formula("(p - y)", pixels=32),
            self.formula("(1 - a_j^2)", pixels=32),
            self.slope("z_j"),
        )
        paths = (
            "network.layers[1].W[0, {j}]",
            "gradients.dz[1][0, 0]",
            "slopes[0][{j}]",
            "gradients.dz[0][0, {j}]",
        )
        product = self.product(heads, paths)
        self.turn_panel(product)
        self.play(*self.pulses(1, "gradient", back=True), run_time=1.5)
        self.dz_hidden = VGroup()
        for j, unit in enumerate(self.net.units[1]):
            number = self.number(
                f"gradients.dz[0][0, {j}]", "+.2f", patch=True,
                color=theme.role("gradient"),
            )  # fmt: skip
            self.dz_hidden.add(number.next_to(unit, DOWN, buff=0.12).set_z_index(4))
        self.play(
            *(
                travel(row[-1], number)
                for row, number in zip(product[1:], self.dz_hidden, strict=True)
            )
        )

    def blame_first_weights(self) -> None:
        """Down to the first weights: blame times input."""
        self.beat("first_weights")
        product = self.product(
            (self.formula("x_2"), self.slope("z_j"), self.slope("w_(j 2)")),
            ("x[0, 1]", "gradients.dz[0][0, {j}]", "gradients.dW[0][{j}, 1]"),
        )
        title = self.text(
            "along the edges from {question.features[1]}", pixels=theme.SMALLEST
        )
        title.next_to(product, UP, buff=0.35)
        self.turn_panel(VGroup(product, title))
        self.w_slopes = self.on_edges("gradients.dW[0]", 0)
        self.play(*self.pulses(0, "gradient", back=True), run_time=1.5)
        from_depth = self.w_slopes[1::2]
        self.play(
            *(
                travel(row[-1], number)
                for row, number in zip(product[1:], from_depth, strict=True)
            )
        )
        self.play(*(Appear(number) for number in self.w_slopes[::2]))

    # --- check, step, repeat ----------------------------------------------------

    def check(self) -> None:
        """Every gradient beside a measured slope."""
        self.beat("check")
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
        rows: list[list[Written]] = []
        for letter, path in paths:
            name, _, index = path.partition("[")
            rows.append(
                [
                    self.formula(letter, pixels=28),
                    self.pink(f"gradients.{path}", "+.4f"),
                    self.number(f"{name}_check[{index}", "+.4f"),
                ]
            )
        blocks = self.in_blocks(("slope of", "backprop.", "nudge"), rows)
        slopes = self.w_slopes, self.v_slopes, self.dz_hidden, self.dz_out
        self.play(*self.leave(*slopes, self.panel), run_time=0.5)
        self.play(FadeIn(*(block[0] for block in blocks)))
        lines = [line for block in blocks for line in block[1:]]
        self.play(FadeIn(*lines, lag_ratio=0.15), run_time=4)
        self.panel = blocks

    def in_blocks(self, heads: Sequence[str], rows: list[list[Written]]) -> VGroup:
        """Set rows into one table; into two side by side where the panel is low."""
        room = rooms.pair(HIGH)[1]
        n = len(rows) // 2 + 1 if room.width > room.height else len(rows)
        pitch = min(0.5, room.height / (n + 2))
        blocks = VGroup()
        for part in (rows[k : k + n] for k in range(0, len(rows), n)):
            head = [self.text(words, pixels=theme.SMALLEST) for words in heads]
            blocks.add(Table([head, *part], pitch=pitch, gap=0.3))
        return blocks.arrange(buff=0.6, aligned_edge=UP).move_to(room.middle)

    def step(self) -> None:
        """All parameters move a little against their slope."""
        self.beat("step")
        loss, body = theme.role("loss"), theme.BODY
        rule = self.formula("w arrow.l w - eta thin {{ (∂ L) / (∂ w) : slope }}")
        rule.parts["slope"].set_color(theme.role("gradient"))
        rate = InLine(
            self.text("learning rate"),
            self.formula("eta ="),
            self.number("config.learning_rate", ".1x"),
        )
        note = self.text("on each edge: its change", pixels=theme.SMALLEST)
        before = self.number("loss", ".3f", pixels=body, color=loss)
        after = self.number("stepped_loss", ".3f", pixels=body, color=loss)
        arrow = Arrow(ORIGIN, 0.8 * RIGHT, buff=0, color=loss)
        losses = VGroup(before, arrow, after).arrange(buff=0.2)
        name = self.text("loss of this bird", color=loss)
        panel = VGroup(rule, rate, note, name, losses).arrange(DOWN, buff=0.4)
        panel.move_to(self.beside()).remove(losses)
        self.turn_panel(panel)
        changes = [self.on_edges(f"changes[{k}]", k, "ink") for k in (0, 1)]
        self.play(*(Appear(number) for numbers in changes for number in numbers))
        self.play(self.net.animate.show_weights(self.weights("stepped")), run_time=1.5)
        for layer, path in enumerate(("hidden", "output")):
            a = f"stepped_forward.a[{layer}]"
            new = self.in_units(f"{a}[0, {{j}}]", layer + 1, ".3f" if layer else ".2f")
            old = getattr(self, path)
            self.play(
                *self.pulses(layer, "signal"),
                ReplacementTransform(old, new),
                *self.fill(layer + 1, a),
            )
            setattr(self, path, new)
        self.play(FadeIn(losses))
        panel.add(losses)
        self.changes = VGroup(*changes)

    def visit_three(self) -> None:
        """One bird of each species, forward and back."""
        self.beat("three_birds")
        pink = theme.role("gradient")
        letters = (
            self.formula("p"),
            self.formula("y"),
            self.formula("p - y", color=pink),
        )
        rows: list[list[Written]] = [[self.text("bird"), *letters]]
        for k, look in enumerate(self.question.looks):
            rows.append(
                [
                    self.text(f"{{question.classes[{k}]}}", color=look.color),
                    self.number(f"trio_p[{k}]"),
                    self.number(f"trio_y[{k}]", ".0f"),
                    self.pink(f"trio_dz[{k}]"),
                ]
            )
        table = Table(rows, pitch=0.75, gap=0.4).move_to(self.beside())
        quiet = theme.role("panel")
        self.play(
            *self.leave(self.panel, self.changes, self.hidden),
            *(u.animate.set_fill(quiet, 1) for c in (1, 2) for u in self.net.units[c]),
        )
        self.play(FadeIn(table[0]), run_time=0.4)
        self.panel = table
        for k in range(3):
            self.visit(k, table[k + 1])

    def visit(self, k: int, row: VMobject) -> None:
        """Send one bird forward, and its blame back."""
        inputs = self.in_units(f"trio_x[{k}, {{j}}]", 0, ".2f")
        output = self.in_units(f"trio_p[{k}]", 2)
        self.play(FadeOut(self.inputs, self.output), FadeIn(inputs), run_time=0.3)
        for layer in (0, 1):
            self.play(*self.pulses(layer, "signal"), run_time=0.35)
        self.play(FadeIn(output, row), run_time=0.3)
        for layer in (1, 0):
            pulses = self.pulses(layer, "gradient", back=True)
            self.play(*pulses, run_time=0.35)
        self.inputs, self.output = inputs, output

    def yes_and_no(self, plot: Plot) -> list[VMobject]:
        """Draw the birds asked for and all others, with their names."""
        points, y = self.values("question.points"), self.values("question.y")[:, 0]
        look, muted = self.question.looks[-1], theme.role("muted")
        drawn: list[VMobject] = []
        for target, words, color, marker, corner in (
            (0, "other {question.population}", muted, "circle", DL),
            (1, "{question.asked_class}", look.color, look.marker, UR),
        ):
            cloud = plot.scatter(points[y == target], color=color, marker=marker)
            name = self.text(words, color=color, patch=True)
            name.move_to(plot.corner(corner), aligned_edge=corner)
            drawn += [cloud.set_z_index(1), name]
        return drawn

    def train(self) -> None:
        """Average over all birds, step, repeat."""
        self.beat("train")
        self.clear_frame()
        room, panel = rooms.pair(1.0)
        plot = self.question.plot(**rooms.plot_size(room)).move_to(room.middle)
        plot.add(*self.yes_and_no(plot))
        run = TrainingRun(
            self, plot, *self.question.answer_colours(), panel.middle,
            width=panel.width - 1.1, height=min(panel.height - 3.15, 3.4),
        )  # fmt: skip
        self.play(FadeIn(plot, run.field, run.panel), Create(run.border))
        self.add(run.curve)
        self.play(run.replay(6, early=False))
        alone = InLine(
            self.text("one neuron alone:"), self.number("one_neuron_wrong", "d")
        ).next_to(run.wrong_line, DOWN, buff=0.18)
        self.play(FadeIn(alone))
