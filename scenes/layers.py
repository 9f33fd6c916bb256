"""From a neuron to a layer to a network, and how each layer re-draws the space."""

from collections.abc import Callable
from types import ModuleType
from typing import Any, ClassVar

import numpy as np
from manim import (
    DL,
    DOWN,
    LEFT,
    RIGHT,
    UL,
    UP,
    UR,
    Circle,
    Create,
    Dot,
    FadeIn,
    FadeOut,
    GrowFromCenter,
    LaggedStart,
    ReplacementTransform,
    VGroup,
)

from nnsim.experiments import layers
from scenes import theme
from scenes.components.appear import Appear, travel
from scenes.components.bill import Bill
from scenes.components.dot_strip import DotStrip
from scenes.components.field import Border, Field
from scenes.components.network import NetworkDrawing, activation_color, weight_key
from scenes.components.plot import Plot
from scenes.components.replay import Replay
from scenes.components.squared_paper import SquaredPaper
from scenes.components.table import Table
from scenes.components.text import InLine
from scenes.components.weight_matrix import WeightMatrix
from scenes.lesson import Lesson
from scenes.on_network import in_units

PANEL = 4.3 * RIGHT + 0.1 * DOWN  # middle of the right third
LENGTH, DEPTH = "bill length (mm)", "bill depth (mm)"
NEURON = 4  # of the first layer, the one that is shown alone
SPECIES = {  # name on screen, colour, marker
    "Adelie": ("Adélie", "class_a", "circle"),
    "Gentoo": ("Gentoo", "class_b", "square"),
    "Chinstrap": ("Chinstrap", "class_c", "triangle"),
}
THIN = 0.35  # of the usual stroke, for the edges of a wide network


class Layers(Lesson):
    """Neurons side by side make a layer; each layer re-draws the space."""

    experiment: ClassVar[ModuleType] = layers
    title = "Layers"

    def construct(self) -> None:
        """Tell the chapter."""
        self.show_neuron()
        self.make_layer()
        self.make_matrix()
        self.make_network()
        self.run_forward()
        self.count()
        self.grow()
        self.ask()
        self.show_hidden_plane()
        self.lay_paper()
        self.train()
        self.set_budget()
        self.compare()

    # --- neuron, layer, network -----------------------------------------------

    def show_neuron(self) -> None:
        """Start from one neuron of a trained network."""
        self.beat(
            "neuron",
            title="One neuron, once more",
            say="One neuron weighs its two inputs, here bill length and depth, adds a "
            "bias, and bends the sum with tanh. Two weights and one bias make "
            "{neuron_scores.n_parameters} parameters, found by training.",
        )
        weights = [self.values(f"network.layers[{k}].W") for k in range(3)]
        self.net = NetworkDrawing(
            weights, width=6.1, height=4.75, radius=0.29
        ).move_to(2.75 * LEFT + 0.3 * UP)  # fmt: skip
        inputs = self.net.units[0]
        names = VGroup(
            self.text("bill length").next_to(inputs[0], UP, buff=0.15),
            self.text("bill depth").next_to(inputs[1], DOWN, buff=0.15),
        )
        for i, unit in enumerate(inputs, start=1):
            names.add(self.formula(f"x_{i}").next_to(unit, LEFT, buff=0.12))
        edges = self.net.edges[0][NEURON]
        numbers = VGroup()
        for i, (edge, share) in enumerate(zip(edges, (0.36, 0.64), strict=True)):
            weight = self.number(
                f"network.layers[0].W[{NEURON}, {i}]", "+.2f", patch=True,
                color=edge.get_stroke_color(), pixels=28,
            )  # fmt: skip
            numbers.add(weight.move_to(self.net.on_edge(0, NEURON, i, share)))
        panel = VGroup(
            self.formula("z = w_1 x_1 + w_2 x_2 + b"),
            self.formula("a = tanh(z)"),
            weight_key(1, "positive weight"),
            weight_key(-1, "negative weight"),
            self.text("{neuron_scores.n_parameters} parameters", pixels=theme.BODY),
        ).arrange(DOWN, aligned_edge=LEFT, buff=0.38)
        self.play(FadeIn(inputs, names, self.net.units[1][NEURON]))
        self.play(*(Create(edge) for edge in edges))
        self.play(*(Appear(number) for number in numbers.set_z_index(3)))
        self.play(FadeIn(panel.move_to(PANEL)))
        self.panel, self.alone = panel, numbers

    def make_layer(self) -> None:
        """Set other neurons beside it."""
        self.beat(
            "layer",
            title="Side by side: a layer",
            say="A layer is many neurons side by side, here {network.widths[1]}. All "
            "see the same two inputs, but each has weights and a bias of its own, so "
            "each can answer to another pattern.",
        )
        others = [j for j in range(len(self.net.units[1])) if j != NEURON]
        words = VGroup(
            self.text("the same inputs,", pixels=theme.BODY),
            self.text("each its own weights", pixels=theme.BODY),
            self.text("width: {network.widths[1]} neurons", pixels=theme.BODY),
        ).arrange(DOWN, aligned_edge=LEFT, buff=0.4)
        self.play(*self.leave(self.panel, self.alone), run_time=0.5)
        self.play(FadeIn(*(self.net.units[1][j] for j in others)))
        self.play(
            LaggedStart(
                *(Create(VGroup(*self.net.edges[0][j])) for j in others), lag_ratio=0.3
            ),
            run_time=2.5,
        )
        self.play(FadeIn(words.move_to(PANEL)))
        self.panel = words

    def make_matrix(self) -> None:
        """Collect the weights of the layer in a matrix."""
        self.beat(
            "matrix",
            title="A layer is a matrix",
            say="Write each neuron's weights as one row, and the layer is a matrix W "
            "of {network.widths[1]} rows and {network.widths[0]} columns. One product "
            "gives all sums at once, which is why computers are fast at this.",
        )
        W, b = self.values("network.layers[0].W"), self.values("network.layers[0].b")
        top = float(max(np.abs(W).max(), np.abs(b).max()))
        matrix = WeightMatrix(W, cell=0.42, largest=top).move_to(3.4 * RIGHT)
        bias = WeightMatrix(b[:, None], cell=0.42, largest=top).move_to(5.4 * RIGHT)
        formula = self.formula("z = W x + b").move_to([4.3, 2.75, 0])
        heads = VGroup(
            self.formula("W").next_to(matrix, UP, buff=0.15),
            self.formula("b").next_to(bias, UP, buff=0.15),
        )
        shapes = VGroup(
            self.text("{network.widths[1]} × {network.widths[0]} weights"),
            self.text("{network.widths[1]} biases").next_to(bias, DOWN, buff=0.2),
            self.text("a row for each neuron", color=theme.role("muted")),
        )
        shapes[0].next_to(matrix, DOWN, buff=0.2)
        shapes[2].move_to([4.3, -2.75, 0])
        self.play(*self.leave(self.panel), run_time=0.5)
        self.play(FadeIn(formula, heads))
        rows = zip(self.net.edges[0], matrix.rows, strict=True)
        self.play(
            LaggedStart(
                *(ReplacementTransform(VGroup(*e).copy(), row) for e, row in rows),
                lag_ratio=0.35,
            ),
            run_time=4,
        )
        frame = matrix.frame_row(NEURON)
        ring = self.net.units[1][NEURON].copy().set_fill(opacity=0)
        ring.set_stroke(theme.role("ink"), theme.CURVE)
        self.play(FadeIn(bias, shapes), Create(frame), Create(ring))
        self.panel = VGroup(formula, heads, matrix, bias, shapes, frame, ring)

    def make_network(self) -> None:
        """Feed the layer into the next."""
        self.beat(
            "network",
            title="In a row: a network",
            say="The outputs of one layer are the inputs of the next. This network is "
            "{n_layers} layers deep, two of them hidden; it is trained to tell "
            "Chinstraps from other penguins. Deep learning means many such layers.",
        )
        net = self.net
        names = VGroup()
        words = ("inputs", "neurons", "neurons", "output")
        for column, (units, word) in enumerate(zip(net.units, words, strict=True)):
            name = self.text(f"{{network.widths[{column}]}} {word}")
            names.add(name.move_to([units.get_x(), -2.75, 0]))
        for j, unit in enumerate(net.units[2], start=1):
            side = UP if j == 1 else DOWN
            names.add(self.formula(f"a_{j}").next_to(unit, side, buff=0.1))
        out = net.units[3]
        asked = self.text("Chinstrap?", color=theme.role("class_c"))
        names.add(asked.next_to(out, UP, buff=0.15))
        names.add(self.formula("p").next_to(out, RIGHT, buff=0.12))
        panel = VGroup(
            self.text("width", pixels=theme.BODY, weight="SEMIBOLD"),
            self.text("neurons in a layer"),
            self.text("depth", pixels=theme.BODY, weight="SEMIBOLD"),
            self.text("layers with weights: {n_layers}"),
        ).arrange(DOWN, aligned_edge=LEFT, buff=0.25)
        panel[2:].shift(0.3 * DOWN)
        self.play(*self.leave(self.panel), run_time=0.5)
        for layer in (1, 2):
            self.play(FadeIn(net.units[layer + 1]), run_time=0.5)
            flat = [edge for row in net.edges[layer] for edge in row]
            self.play(*(Create(edge) for edge in flat))
        self.play(FadeIn(names, panel.move_to(PANEL)))
        self.panel = panel

    def run_forward(self) -> None:
        """Send one penguin through."""
        self.beat(
            "forward",
            title="One penguin, layer by layer",
            say="A Chinstrap's bill, {measured[0]:.1f} by {measured[1]:.1f} "
            "millimetres, goes in rescaled. Eight sums and tanh, then two, then one: "
            "the network gives a probability of {forward.a[2][0, 0]:.2f}.",
        )
        length, depth = self.values("measured")
        rows = VGroup(
            self.text("{species}", color=theme.role("class_c"), pixels=theme.BODY),
            InLine(self.text("bill length"), self.number("measured[0]", ".1f"),
                   self.text("mm")),
            InLine(self.text("bill depth"), self.number("measured[1]", ".1f"),
                   self.text("mm")),
        ).arrange(DOWN, aligned_edge=LEFT, buff=0.22)  # fmt: skip
        bill = Bill(length, depth, scale=0.034)
        panel = VGroup(bill, rows).arrange(DOWN, buff=0.4).move_to(PANEL)
        self.play(*self.leave(self.panel), run_time=0.5)
        self.play(FadeIn(panel))
        small = {"pixels": theme.SMALLEST}
        inputs = in_units(self, self.net, "x[0, {j}]", 0, ".1f", **small)
        self.play(travel(rows[1][1], inputs[0]),
                  travel(rows[2][1], inputs[1]))  # fmt: skip
        self.passing = VGroup(inputs)
        for layer, spec in enumerate((".1f", ".1f", ".2f")):
            path = f"forward.a[{layer}]"
            numbers = in_units(
                self, self.net, path + "[0, {j}]", layer + 1, spec, **small
            )
            fills = zip(self.net.units[layer + 1], self.values(path)[0], strict=True)
            self.play(*self.net.pulses(layer, theme.role("signal")))
            self.play(
                FadeIn(numbers),
                *(u.animate.set_fill(activation_color(a), 1) for u, a in fills),
            )
            self.passing.add(numbers)
        self.panel = panel

    # --- counting -------------------------------------------------------------

    def count(self) -> None:
        """Count weights and biases, layer by layer."""
        self.beat(
            "count",
            title="Count weights and biases, not neurons",
            say="The number of parameters is not the number of neurons. Each neuron "
            "has a weight for every input and one bias. So {n_neurons} neurons make "
            "{n_parameters} parameters, the numbers that training sets.",
        )
        head = [
            self.text(words, color=theme.role("muted"), pixels=theme.SMALLEST)
            for words in ("neurons × (inputs + bias)", "", "parameters")
        ]
        rows: list[list[Any]] = [[head[0], self.formula("=", pixels=30), head[2]]]
        for k in range(3):
            product = InLine(
                self.number(f"network.widths[{k + 1}]", "d", pixels=theme.BODY),
                self.text("× ("),
                self.number(f"network.widths[{k}]", "d", pixels=theme.BODY),
                self.formula("+ 1 )", pixels=32),
            )
            total = self.number(f"layer_parameters[{k}]", "d", pixels=theme.BODY)
            rows.append([product, self.formula("=", pixels=32), total])
        table = Table(rows, pitch=0.75, gap=0.2).move_to(PANEL + 0.75 * UP)
        total = VGroup(
            self.text("{n_neurons} neurons", pixels=theme.BODY),
            self.text(
                "{n_parameters} parameters", pixels=theme.BODY, weight="SEMIBOLD"
            ),
        ).arrange(DOWN, buff=0.25, aligned_edge=LEFT)
        total.next_to(table, DOWN, buff=0.6)
        self.play(*self.leave(self.panel, self.passing), run_time=0.5)
        self.play(FadeIn(table[0]))
        for row in table[1:]:
            self.play(FadeIn(row), run_time=0.7)
        self.play(FadeIn(total))

    def grow(self) -> None:
        """See what width and depth cost, on a wider network."""
        self.beat(
            "grow",
            title="Width costs more than depth",
            say="With four inputs and two hidden layers of {config.wide_hidden}, there "
            "are {penguin_parameters}. One more layer: {deeper_parameters}. Both twice "
            "as wide: {doubled_parameters}, for each neuron meets each of the next "
            "layer.",
        )
        self.clear_frame()
        weights = [self.values(f"penguin_net.layers[{k}].W") for k in range(3)]
        net = NetworkDrawing(weights, width=4.3, height=4.9, radius=0.125)
        net.move_to(2.35 * LEFT + 0.35 * UP)
        for edge in net.edge_group:
            edge.set_stroke(width=THIN * edge.get_stroke_width(), opacity=0.8)
        names = VGroup()
        words = ("bill length", "bill depth", "flipper", "body mass")
        for unit, word in zip(net.units[0], words, strict=True):
            names.add(self.text(word, pixels=26).next_to(unit, LEFT, buff=0.15))
        for unit, (word, role, _) in zip(net.units[3], SPECIES.values(), strict=True):
            name = self.text(word, color=theme.role(role), pixels=26)
            names.add(name.next_to(unit, RIGHT, buff=0.15))
        for column, units in enumerate(net.units):
            width = self.number(f"penguin_net.widths[{column}]", "d")
            names.add(width.move_to([units.get_x(), -2.75, 0]))
        self.play(FadeIn(*net.units, names))
        self.play(FadeIn(net.edge_group, lag_ratio=0.01), run_time=1.5)
        plot, marks = self.count_plot()
        self.play(FadeIn(plot))
        for mark in marks:
            self.play(GrowFromCenter(mark[0]), FadeIn(mark[1]), run_time=0.8)

    def count_plot(self) -> tuple[VGroup, VGroup]:
        """Draw parameters against width, a curve for each depth, and three marks."""
        counts = self.values("counts")
        most = float(counts[2][-1, 1])
        plot = Plot(
            (0, float(counts[2][-1, 0])), (0, most), x_label="hidden layers' width",
            y_label="parameters", width=2.5, height=3.6,
        ).move_to(3.95 * RIGHT + 0.1 * DOWN)  # fmt: skip
        ink = theme.role("ink")
        lines = VGroup(plot)
        words = ("one hidden", "two hidden", "three hidden")
        for rows, word in zip(counts, words, strict=True):
            lines.add(plot.curve(*rows.T, color=ink))
            name = self.text(word, pixels=theme.SMALLEST)
            lines.add(name.next_to(plot.at(*rows[-1]), RIGHT, buff=0.1))
        marks = VGroup()
        for width, path, side in (
            ("config.wide_hidden", "penguin_parameters", DOWN),
            ("config.wide_hidden", "deeper_parameters", UL),
            ("config.widest", "doubled_parameters", UL),
        ):
            at = plot.at(self.values(width), self.values(path))
            dot = Dot(at, radius=0.1, color=theme.role("signal")).set_z_index(3)
            number = self.number(path, "d", patch=True).set_z_index(3)
            marks.add(VGroup(dot, number.next_to(dot, side, buff=0.12)))
        return lines, marks

    # --- the hidden plane -----------------------------------------------------

    def planes(self) -> tuple[Plot, Plot]:
        """Return the plane of the bills and that of the last hidden layer."""
        bills = Plot(
            *self.values("plane"), x_label=LENGTH, y_label=DEPTH,
            width=5.1, height=3.75,
        ).move_to(3.65 * LEFT + 0.25 * UP)  # fmt: skip
        hidden = Plot(
            *self.values("hidden_plane"), x_label="upper neuron's activation",
            y_label="lower neuron's activation", width=5.1, height=3.75,
        ).move_to(3.35 * RIGHT)  # fmt: skip
        hidden.shift((bills.x_axis.get_y() - hidden.x_axis.get_y()) * UP)
        for axis, name in ((1, hidden.x_label), (2, hidden.y_label)):
            letter = self.formula(f"a_{axis}", color=theme.role("muted"))
            hidden.add(letter.next_to(name, RIGHT, buff=0.15))
        return bills, hidden

    def clouds(self, plot: Plot, xy: np.ndarray) -> VGroup:
        """Draw each species' birds as points."""
        species = self.values("bird_species")
        return VGroup(
            *(
                plot.scatter(xy[species == name], color=theme.role(role), marker=marker)
                for name, (_, role, marker) in SPECIES.items()
            )
        ).set_z_index(1)

    def name_clouds(self, places: dict[str, tuple[np.ndarray, np.ndarray]]) -> VGroup:
        """Write the species' names at a place, aligned to a corner."""
        names = VGroup()
        for species, (at, corner) in places.items():
            word, role, _ = SPECIES[species]
            name = self.text(word, color=theme.role(role), patch=True)
            names.add(name.move_to(at, aligned_edge=corner))
        return names.set_z_index(3)

    def field(self, plot: Plot, path: str) -> Field:
        """Colour a plane by the network's answer at its end."""
        values = self.values(path)[-1]
        return Field(plot, values, theme.role("muted"), theme.role("class_c"))

    def ask(self) -> None:
        """Show the bent border and ask how a last neuron can draw it."""
        self.beat(
            "guess",
            title="A last neuron draws a straight line",
            question="The last neuron can draw only a straight line. So why is this "
            "border bent?",
        )
        self.clear_frame()
        self.bills, self.hidden = self.planes()
        bills = self.bills
        self.dots = self.clouds(bills, self.values("measurements"))
        self.fields = [self.field(bills, "fields")]
        self.bent = Border(bills, self.values("borders")[-1])
        self.names = self.name_clouds(
            {
                "Adelie": (bills.corner(UL), UL),
                "Gentoo": (bills.corner(DL), DL),
                "Chinstrap": (bills.corner(UR), UR),
            }
        )
        weights = self.values("network.layers[2].W")
        last = NetworkDrawing([weights], width=2.6, height=2.2, radius=0.4)
        last.move_to(3.2 * RIGHT + 0.9 * UP)
        for j, unit in enumerate(last.units[0], start=1):
            last.add(self.formula(f"a_{j}").next_to(unit, LEFT, buff=0.15))
        asked = self.text("Chinstrap?", color=theme.role("class_c"))
        last.add(asked.next_to(last.units[1], UP, buff=0.15))
        last.add(self.formula("p").next_to(last.units[1], RIGHT, buff=0.15))
        line = self.formula("v_1 a_1 + v_2 a_2 + c = 0").move_to([3.2, -1.25, 0])
        self.play(FadeIn(bills, self.dots), Appear(self.names))
        self.play(FadeIn(self.fields[0]), Create(self.bent))
        self.play(FadeIn(last, line))
        self.panel = VGroup(last, line)

    def show_hidden_plane(self) -> None:
        """Show the same birds in the plane of the last hidden layer."""
        self.beat(
            "hidden",
            title="The last layer's own view",
            say="The last neuron never sees a bill, only the two activations before "
            "it. Each bird is a point in their plane too, and there the border is "
            "straight: one line, {wrong[-1]} of {n_birds} birds on the wrong side.",
        )
        hidden = self.hidden
        self.views = self.clouds(hidden, self.values("hidden")[-1])
        self.fields.append(self.field(hidden, "hidden_fields"))
        self.straight = Border(hidden, self.values("hidden_borders")[-1])
        rings = [
            self.ring(plot, at)
            for plot, at in (
                (self.bills, self.values("measured")),
                (hidden, self.values("bird_path")[-1]),
            )
        ]
        self.play(*self.leave(self.panel), run_time=0.5)
        self.play(FadeIn(hidden), Create(rings[0]))
        self.play(ReplacementTransform(rings[0].copy(), rings[1]))
        self.play(FadeIn(self.views))
        self.play(Create(self.straight), FadeIn(self.fields[1]))
        self.rings = rings
        self.counters = self.make_counters(-1)
        self.play(FadeIn(self.counters))

    def ring(self, plot: Plot, at: np.ndarray) -> Circle:
        """Draw a ring around a bird's point."""
        ring = Circle(radius=0.18, color=theme.role("ink"), stroke_width=theme.CURVE)
        return ring.set_z_index(3).move_to(plot.at(*at))

    def make_counters(self, k: int) -> VGroup:
        """Write the step and the birds on the wrong side at a kept network."""
        style = {"pixels": theme.BODY}
        self.step = self.number(f"steps[{k}]", "d", **style)
        self.wrong = self.number(f"wrong[{k}]", "d", **style)
        step = InLine(self.text("training step", **style), self.step)
        wrong = InLine(
            self.text("of {n_birds} birds, wrong:", **style), self.wrong
        )  # fmt: skip
        step.move_to([-4.8, -2.8, 0])
        wrong.move_to([0.2, -2.8, 0])
        wrong.shift((step.baseline - wrong.baseline) * UP)
        return VGroup(step, wrong)

    def lay_paper(self) -> None:
        """Show where the layers carry squared paper."""
        self.beat(
            "paper",
            title="The layers bend the plane",
            say="Lay squared paper over the bills, and let the layers carry every "
            "line. They stretch and fold the paper until the Chinstraps lie in one "
            "corner. Nothing is drawn by hand: all points went through the network.",
        )
        self.papers = [
            SquaredPaper(self.bills, self.values("paper")),
            SquaredPaper(self.hidden, self.values("bent_paper")[-1]),
        ]
        self.play(Create(self.papers[0]), run_time=2)
        self.play(Create(self.papers[1]), run_time=3)

    def train(self) -> None:
        """Replay the training in both planes."""
        self.beat(
            "train",
            title="Training re-draws the space",
            say="Before training, {wrong[0]} of {n_birds} birds are wrong. Each picture "
            "is a recorded step, none made up. After {steps[-1]} steps {wrong[-1]} are "
            "wrong, on the birds it learned from; one neuron alone leaves "
            "{one_neuron_wrong}.",
        )
        start = self.make_counters(0)
        draw = self.drawers()
        moving = [
            self.views, self.papers[1], self.straight, self.bent, self.rings[1],
            *self.fields, self.step, self.wrong,
        ]  # fmt: skip
        shown = [*moving[:-2], self.counters]
        self.play(*(FadeOut(part) for part in shown), run_time=0.5)
        for show in draw[:-2]:
            show(0)
        self.play(FadeIn(*moving[:-2], start), run_time=0.8)
        last = len(self.values("steps")) - 1
        self.play(Replay(moving, draw, last, early=True, run_time=7))
        alone = InLine(
            self.text("one neuron alone:", pixels=theme.BODY),
            self.number("one_neuron_wrong", "d", pixels=theme.BODY),
        ).move_to([4.85, -2.8, 0])
        alone.shift((self.step.baseline - alone.baseline) * UP)
        self.play(FadeIn(alone))

    def drawers(self) -> list[Callable[[int], object]]:
        """Return the functions that show the network kept at step k."""
        hidden, papers = self.values("hidden"), self.values("bent_paper")
        borders, straight = self.values("borders"), self.values("hidden_borders")
        fields = [self.values(name) for name in ("fields", "hidden_fields")]
        path = self.values("bird_path")

        def place_birds(k: int) -> None:
            for cloud, new in zip(
                self.views, self.clouds(self.hidden, hidden[k]), strict=True
            ):
                cloud.set_points(new.points)

        return [
            place_birds,
            lambda k: self.papers[1].trace(papers[k]),
            lambda k: self.straight.trace(straight[k]),
            lambda k: self.bent.trace(borders[k]),
            lambda k: self.rings[1].move_to(self.hidden.at(*path[k])),
            lambda k: self.fields[0].paint(fields[0][k]),
            lambda k: self.fields[1].paint(fields[1][k]),
            self.follow(self.step, "steps[{k}]"),
            self.follow(self.wrong, "wrong[{k}]"),
        ]

    # --- wide or deep -----------------------------------------------------------

    def set_budget(self) -> None:
        """Spend the same number of parameters on three shapes."""
        self.beat(
            "budget",
            title="The same budget, wide or deep",
            say="{scores[0].n_parameters} parameters buy one layer of "
            "{scores[0].widths[1]} neurons, our {scores[1].widths[1]} and "
            "{scores[1].widths[2]}, or three layers. Each shape learns from "
            "{n_train} birds and is judged on {config.n_test} others, split "
            "{config.n_splits} ways.",
        )
        self.clear_frame()
        self.axis = Plot(
            (self.lowest(), 1), (0, 4), x_label="share of held-out birds right",
            y_label="a dot for each split", y_ticks=(), width=4.9, height=4.3,
        ).move_to(1.75 * RIGHT)  # fmt: skip
        self.axis.shift((-1.5 - self.axis.x_axis.get_y()) * UP)
        words = ("one neuron", "one hidden", "two hidden", "three hidden")
        paths = ("neuron_scores", *(f"scores[{k}]" for k in range(3)))
        rows = VGroup(
            *(
                self.shape_row(path, word, self.row_height(k))
                for k, (path, word) in enumerate(zip(paths, words, strict=True))
            )
        )
        plan = VGroup(
            self.text("learns from {n_train} birds", pixels=theme.BODY),
            self.text("judged on {config.n_test} others", pixels=theme.BODY),
            self.text("{config.n_splits} random splits", pixels=theme.BODY),
        ).arrange(DOWN, aligned_edge=LEFT, buff=0.4)
        for row in rows:
            self.play(FadeIn(row), run_time=0.8)
        self.play(FadeIn(plan.move_to([3.2, self.axis.y_axis.get_y(), 0])))
        self.panel = plan

    def lowest(self) -> float:
        """Return where the axis of the scores starts: a round value below all."""
        least = min(
            self.values(path).min()
            for path in (
                "neuron_scores.right",
                *(f"scores[{k}].right" for k in range(3)),
            )
        )
        return float(np.floor(20 * least - 1e-9) / 20)

    def row_height(self, k: int) -> float:
        """Return the height of row k of the four on screen."""
        return float(self.axis.at(1, 3.5 - k)[1])

    def shape_row(self, path: str, word: str, y: float) -> VGroup:
        """Draw a network's shape, and say its layers and parameters."""
        widths = self.values(f"{path}.widths")
        zeros = [np.zeros(pair[::-1]) for pair in zip(widths, widths[1:], strict=False)]
        tall = 0.095 * (max(widths) - 1)
        net = NetworkDrawing(zeros, width=1.7, height=tall, radius=0.045)
        net.edge_group.set_stroke(theme.role("muted"), 1.2)
        for column in net.units:
            column.set_stroke(width=0).set_fill(theme.role("ink"), 1)
        hidden = [
            self.number(f"{path}.widths[{k}]", "d", color=theme.role("muted"))
            for k in range(1, len(widths) - 1)
        ]
        head = self.text(word)
        first = InLine(head, *hidden) if hidden else head
        count = self.text(
            f"{{{path}.n_parameters}} parameters", color=theme.role("muted")
        )
        names = VGroup(first, count).arrange(DOWN, aligned_edge=LEFT, buff=0.14)
        names.move_to([-4.2, y, 0], aligned_edge=LEFT)
        return VGroup(net.move_to([-5.55, y, 0]), names)

    def compare(self) -> None:
        """Show the scores on birds held out."""
        self.beat(
            "scores",
            title="Neither wins here",
            say="Wide gets {scores[0].mean:.1%} right, deep {scores[1].mean:.1%} and "
            "{scores[2].mean:.1%}, one neuron {neuron_scores.mean:.1%}. The gaps "
            "between wide and deep are smaller than the spread over splits, so "
            "neither wins here.",
        )
        self.play(*self.leave(self.panel), run_time=0.4)
        self.play(FadeIn(self.axis))
        self.add_heads()
        for k, path in enumerate(
            ("neuron_scores", *(f"scores[{j}]" for j in range(3)))
        ):
            color = theme.role("muted" if k == 0 else "validation")
            right = self.values(f"{path}.right")
            strip = DotStrip(self.axis, right, 3.5 - k, color)
            mean = InLine(
                self.number(f"{path}.mean", ".1%"),
                self.text("±"),
                self.number(f"{path}.spread", ".1%"),
            )
            mean.move_to([5.6, self.row_height(k), 0])
            self.play(FadeIn(strip, lag_ratio=0.3), FadeIn(mean), run_time=1.0)

    def add_heads(self) -> None:
        """Say what the figures beside the dots are."""
        head = self.text("mean ± spread", color=theme.role("muted"), pixels=26)
        at = self.axis.y_label.get_y()
        self.play(FadeIn(head.move_to([5.6, at, 0])), run_time=0.4)
