"""From a neuron to a layer to a network, and how each layer re-draws the space."""

from types import ModuleType
from typing import Any, ClassVar

import numpy as np
from manim import (
    DOWN,
    DR,
    LEFT,
    RIGHT,
    UP,
    Create,
    Dot,
    FadeIn,
    FadeOut,
    GrowFromCenter,
    GrowFromPoint,
    LaggedStart,
    ReplacementTransform,
    VGroup,
)

from nnsim.experiments import layers
from scenes.components.appear import Appear, travel
from scenes.components.bill import Bill
from scenes.components.dot_strip import DotStrip
from scenes.components.network import Edge, NetworkDrawing, activation_color, weight_key
from scenes.components.plot import Plot
from scenes.components.shape_sketch import ShapeSketch
from scenes.components.table import Table
from scenes.components.text import InLine
from scenes.components.weight_matrix import WeightMatrix
from scenes.drawings.on_network import in_units
from scenes.drawings.question_plane import QuestionPlane
from scenes.drawings.run_panel import RunPanel
from scenes.frame import rooms, shapes, theme
from scenes.layers.two_views import TwoViews
from scenes.lesson.lesson import Lesson
from scenes.lesson.lines import MEAN_SD

NEURON = 4  # of the first layer, the one that is shown alone
SHAPES = {  # place of the scores, and what the network is
    "neuron_scores": "one neuron",
    "scores[0]": "one hidden layer: {scores[0].widths[1]}",
    "scores[1]": "two hidden layers: {scores[1].widths[1]}, {scores[1].widths[2]}",
    "scores[2]": "three hidden layers: {scores[2].widths[1]}, {scores[2].widths[2]}, "
    "{scores[2].widths[3]}",
}
HIGH = 1.5  # heights of what is written about a network that it takes in a tall frame
WRITTEN = 5.0  # units that a network's sketch and its words take
LONGEST = 12  # letters of a feature that fits beside a wide network
NAMED = 0.3  # least distance of neurons that have names, in units
THIN = 0.35  # of the usual stroke, for the edges of a wide network


class Layers(Lesson):
    """Neurons side by side make a layer; each layer re-draws the space."""

    experiment: ClassVar[ModuleType] = layers

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
        self.beat("neuron")
        weights = [self.values(f"network.layers[{k}].W") for k in range(3)]
        room, self.beside = rooms.pair(HIGH)
        width = min(6.1, room.width - 1.9)
        height = min(room.height - 1.2, 1.35 * width)  # edges not too steep
        self.net = NetworkDrawing(
            weights, width=width, height=height, radius=0.3,
            spans=(height - 2.1, height, 2.25, 0),
        ).move_to(room.middle + 0.3 * UP)  # fmt: skip
        inputs = self.net.units[0]
        self.birds = QuestionPlane(self)
        names = VGroup(
            self.birds.feature(0).next_to(inputs[0], UP, buff=0.15),
            self.birds.feature(1).next_to(inputs[1], DOWN, buff=0.15),
        ).shift(0.2 * LEFT)  # away from the edges
        for i, unit in enumerate(inputs, start=1):
            names.add(self.formula(f"x_{i}").next_to(unit, LEFT, buff=0.12))
        edges = self.net.edges[0][NEURON]
        numbers = self.parameters_of(edges)
        panel = self.column(
            self.formula("z = w_1 x_1 + w_2 x_2 + b"),
            self.formula("a = tanh(z)"),
            weight_key(1, "positive weight"),
            weight_key(-1, "negative weight"),
            "{neuron_scores.n_parameters} parameters",
            buff=0.38,
        )
        self.play(FadeIn(inputs, names, self.net.units[1][NEURON]))
        self.play(*(Create(edge) for edge in edges))
        self.play(*(Appear(number) for number in numbers))
        self.play(FadeIn(panel.move_to(self.near().middle)))
        self.panel, self.alone = panel, numbers

    def near(self) -> rooms.Room:
        """Return the room beside a single layer, or below it in a tall frame."""
        return self.beside if shapes.current().is_tall else self.right_of_layer()

    def right_of_layer(self) -> rooms.Room:
        """Return the room where the other layers will stand, up to the frame's side."""
        left = float(self.net.units[1].get_right()[0]) + 0.4
        return rooms.pair(HIGH)[0]._replace(left=left, right=rooms.whole().right)

    def parameters_of(self, edges: list[Edge]) -> VGroup:
        """Write the first neuron's weights on its edges, and its bias below it."""
        numbers = VGroup()
        for i, edge in enumerate(edges):
            weight = self.number(
                f"network.layers[0].W[{NEURON}, {i}]", "+.2f", patch=True,
                color=edge.get_stroke_color(), pixels=28,
            )  # fmt: skip
            weight.move_to(self.net.on_edge(0, NEURON, i, 0.5))
            letter = self.formula(f"w_{i + 1}", pixels=34)
            numbers.add(weight, letter.next_to(weight, UP, buff=0.16))
        bias = InLine(
            self.text("bias"), self.number(f"network.layers[0].b[{NEURON}]", "+.2f")
        ).next_to(self.net.units[1][NEURON], DR, buff=0.05)
        return numbers.add(bias).set_z_index(3)

    def make_layer(self) -> None:
        """Set other neurons beside it."""
        self.beat("layer")
        others = [j for j in range(len(self.net.units[1])) if j != NEURON]
        words = self.column(
            "the same inputs,",
            "each its own weights",
            "width: {network.widths[1]} {network.widths[1]:plural(neuron)}",
            buff=0.4,
        )
        self.play(*self.leave(self.panel, self.alone), run_time=0.5)
        self.play(FadeIn(*(self.net.units[1][j] for j in others)))
        self.play(
            LaggedStart(
                *(Create(VGroup(*self.net.edges[0][j])) for j in others), lag_ratio=0.3
            ),
            run_time=2.5,
        )
        self.play(FadeIn(words.move_to(self.near().middle)))
        self.panel = words

    def make_matrix(self) -> None:
        """Collect the weights of the layer in a matrix."""
        self.beat("matrix")
        W, b = self.values("network.layers[0].W"), self.values("network.layers[0].b")
        top = float(max(np.abs(W).max(), np.abs(b).max()))
        room = self.right_of_layer()
        style = {"cell": min(0.6, (room.height - 2.1) / len(W)), "largest": top}
        matrix = WeightMatrix(W, **style).move_to(room.at(0.42, 0.48))
        bias = WeightMatrix(b[:, None], **style).move_to(matrix)
        bias.shift(min(2.2, 0.36 * room.width) * RIGHT)
        heads = VGroup(
            self.formula("W").next_to(matrix, UP, buff=0.15),
            self.formula("b").next_to(bias, UP, buff=0.15),
        )
        formula = self.formula("z = W x + b").next_to(heads, UP, buff=0.2)
        sizes = VGroup(
            self.text("{network.widths[1]} × {network.widths[0]} weights"),
            self.text(
                "{network.widths[1]} {network.widths[1]:plural(bias,biases)}"
            ).next_to(bias, DOWN, buff=0.2),
            self.paragraph("this neuron's row", matrix.get_left()[0] - room.left - 0.2,
                           color=theme.role("muted")),
        )  # fmt: skip
        sizes[0].next_to(matrix, DOWN, buff=0.2)
        self.play(*self.leave(self.panel), run_time=0.5)
        self.play(FadeIn(formula, heads))
        rows = zip(self.net.units[1], matrix.rows, strict=True)
        self.play(
            LaggedStart(
                *(GrowFromPoint(row, unit.get_right()) for unit, row in rows),
                lag_ratio=0.35,
            ),
            run_time=4,
        )
        frame = matrix.frame_row(NEURON)
        sizes[2].next_to(frame, LEFT, buff=0.2)
        ring = self.net.units[1][NEURON].copy().set_fill(opacity=0)
        ring.set_stroke(theme.role("ink"), theme.CURVE)
        self.play(FadeIn(bias, sizes), Create(frame), Create(ring))
        self.panel = VGroup(formula, heads, matrix, bias, sizes, frame, ring)

    def make_network(self) -> None:
        """Feed the layer into the next."""
        self.beat("network")
        net = self.net
        foot = float(net.get_bottom()[1]) - 0.36
        names = VGroup()
        words = ("inputs", "neurons", "neurons", "output")
        for column, (units, word) in enumerate(zip(net.units, words, strict=True)):
            name = self.text(f"{{network.widths[{column}]}} {word}")
            name.move_to((units.get_x(), 0, 0))
            names.add(name.shift((foot - name.baseline) * UP))
        for j, unit in enumerate(net.units[2], start=1):
            side = UP if j == 1 else DOWN
            names.add(self.formula(f"a_{j}").next_to(unit, side, buff=0.1))
        out = net.units[3]
        asked = self.birds.ask()
        names.add(asked.next_to(out, UP, buff=0.15).shift(0.2 * RIGHT))
        names.add(self.formula("p").next_to(out, RIGHT, buff=0.12))
        panel = self.column(
            self.text("width", pixels=theme.BODY, weight="SEMIBOLD"),
            "neurons in a layer",
            self.text("depth", pixels=theme.BODY, weight="SEMIBOLD"),
            "layers with weights: {n_layers}",
            pixels=theme.LABEL,
        )
        panel[2:].shift(0.3 * DOWN)
        self.play(*self.leave(self.panel), run_time=0.5)
        for layer in (1, 2):
            self.play(FadeIn(net.units[layer + 1]), run_time=0.5)
            flat = [edge for row in net.edges[layer] for edge in row]
            self.play(*(Create(edge) for edge in flat))
        self.play(FadeIn(names, panel.move_to(self.beside.middle)))
        self.panel = panel

    def run_forward(self) -> None:
        """Send one penguin through."""
        self.beat("forward")
        length, depth = self.values("measured")
        rows = self.column(
            self.text("{species}", color=theme.role("class_c"), pixels=theme.BODY),
            *(
                (self.birds.feature(k), f"{{measured[{k}]:.1f}}", self.birds.unit(k))
                for k in (0, 1)
            ),
            buff=0.22,
            pixels=theme.LABEL,
        )
        bill = Bill(length, depth, scale=0.034)
        panel = VGroup(bill, rows).arrange(DOWN, buff=0.4)
        panel.move_to(self.beside.middle)
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
        self.beat("count")
        head = [
            self.text(words, color=theme.role("muted"), pixels=theme.SMALLEST)
            for words in ("neurons × (inputs + bias)", "", "parameters")
        ]
        rows: list[list[Any]] = [[head[0], self.formula("=", pixels=30), head[2]]]
        for k in range(3):
            product = InLine(
                self.number(f"network.widths[{k + 1}]", "d", pixels=theme.BODY),
                self.formula("times paren.l"),
                self.number(f"network.widths[{k}]", "d", pixels=theme.BODY),
                self.formula("+ 1 paren.r"),
                buff=0.1,
            )
            made = self.number(f"layer_parameters[{k}]", "d", pixels=theme.BODY)
            rows.append([product, self.formula("=", pixels=32), made])
        table = Table(rows, pitch=0.68, gap=0.2)
        total = self.column(
            "{n_neurons} {n_neurons:plural(neuron)}",
            self.text(
                "{n_parameters} parameters", pixels=theme.BODY, weight="SEMIBOLD"
            ),
        )
        VGroup(table, total).arrange(DOWN, buff=0.5).move_to(self.beside.middle)
        quiet = theme.role("panel")
        self.play(
            *self.leave(self.panel, self.passing),
            *(u.animate.set_fill(quiet, 1) for c in self.net.units for u in c),
            run_time=0.5,
        )
        self.play(FadeIn(table[0]))
        for row in table[1:]:
            self.play(FadeIn(row), run_time=0.7)
        self.play(FadeIn(total))

    def grow(self) -> None:
        """See what width and depth cost, on a wider network."""
        self.beat("grow")
        self.clear_frame()
        weights = [self.values(f"penguin_net.layers[{k}].W") for k in range(3)]
        room = rooms.main()
        height, widths = room.height - 1.0, [len(W.T) for W in weights]
        widths.append(len(weights[-1]))
        gap = height / (max(widths) - 1)
        # Ends keep room for their names, however many neurons stand between.
        spans = [gap * (n - 1) for n in widths]
        for end in (0, -1):
            spans[end] = max(gap, NAMED) * (widths[end] - 1)
        net = NetworkDrawing(
            weights, width=min(4.3, room.width - 3.2), height=height,
            radius=min(0.125, 0.45 * gap), spans=spans,
        ).move_to(room.middle + 0.35 * UP)  # fmt: skip
        for edge in net.edge_group:
            edge.set_stroke(width=THIN * edge.get_stroke_width(), opacity=0.8)
        names = VGroup()
        penguins = QuestionPlane(self, "penguin_question")
        for k, unit in enumerate(net.units[0]):
            name = penguins.feature(k, longest=LONGEST, pixels=26)
            names.add(name.next_to(unit, LEFT, buff=0.15))
        for k, unit in enumerate(net.units[3]):
            names.add(penguins.name(k, 26, patch=False).next_to(unit, RIGHT, buff=0.15))
        for column, units in enumerate(net.units):
            width = self.number(f"penguin_net.widths[{column}]", "d")
            names.add(width.move_to((units.get_x(), room.bottom + 0.25, 0)))
        self.play(FadeIn(*net.units, names))
        self.play(FadeIn(net.edge_group, lag_ratio=0.01), run_time=1.5)
        plot, marks = self.count_plot()
        self.play(FadeIn(plot))
        for mark in marks:
            self.play(GrowFromCenter(mark[0]), FadeIn(mark[1]), run_time=0.8)

    def count_plot(self) -> tuple[VGroup, VGroup]:
        """Draw parameters against width, a curve for each depth, and three marks."""
        counts = self.values("counts")
        most = 1.08 * float(counts[2][-1, 1])
        room = rooms.panel()
        plot = Plot(
            (0, float(counts[2][-1, 0])), (0, most), x_label="hidden layers' width",
            y_label="parameters", width=room.width - 1.5,
            height=rooms.plot_size(room)["height"],
        ).move_to(room.edge(LEFT), aligned_edge=LEFT)  # fmt: skip
        lines = VGroup(plot)
        for rows, word in zip(counts, ("one", "two", "four"), strict=True):
            lines.add(plot.curve(*rows.T, color=theme.role("ink")))
            lines.add(self.text(word).next_to(plot.at(*rows[-1]), RIGHT, buff=0.2))
        head = self.text("hidden layers:", color=theme.role("muted"))
        head.move_to((room.right, plot.y_label.get_y(), 0), aligned_edge=RIGHT)
        lines.add(head.shift((plot.y_label.baseline - head.baseline) * UP))
        marks = VGroup()
        wide = self.values("config.wide_hidden")
        for width, path, side, up in (
            (wide, "penguin_parameters", RIGHT, -0.13),
            (wide, "deeper_parameters", LEFT, 0.13),
            (2 * wide, "doubled_parameters", LEFT, 0.1),
        ):
            at = plot.at(width, self.values(path))
            dot = Dot(at, radius=0.1, color=theme.role("signal")).set_z_index(3)
            number = self.number(path, "d", patch=True).set_z_index(2)
            number.next_to(dot, side, buff=0.0)
            marks.add(VGroup(dot, number.shift(up * UP)))
        return lines, marks

    # --- the hidden plane -----------------------------------------------------

    def ask(self) -> None:
        """Show the bent border and ask how a last neuron can draw it."""
        self.beat("guess", clear=True)
        self.views = views = TwoViews(self)
        last = NetworkDrawing(
            [self.values("network.layers[2].W")], width=2.6, height=2.2, radius=0.4
        )
        for j, unit in enumerate(last.units[0], start=1):
            last.add(self.formula(f"a_{j}").next_to(unit, LEFT, buff=0.15))
        asked = self.birds.ask()
        last.add(asked.next_to(last.units[1], UP, buff=0.15))
        last.add(self.formula("p").next_to(last.units[1], RIGHT, buff=0.15))
        line = self.formula("v_1 a_1 + v_2 a_2 + c = 0")
        VGroup(last, line).arrange(DOWN, buff=0.5).move_to(views.rooms[1].middle)
        self.play(FadeIn(views.bills, views.points), Appear(views.names))
        self.play(FadeIn(views.fields[0]), Create(views.bent))
        self.play(FadeIn(last, line))
        self.panel = VGroup(last, line)

    def show_hidden_plane(self) -> None:
        """Show the same birds in the plane of the last hidden layer."""
        self.beat("hidden")
        views = self.views
        self.play(*self.leave(self.panel), run_time=0.5)
        self.play(FadeIn(views.hidden), Create(views.ring))
        self.play(ReplacementTransform(views.ring.copy(), views.ring_view))
        self.play(FadeIn(views.views))
        self.play(Create(views.straight), FadeIn(views.fields[1]))
        self.counters = views.counters(-1)
        self.play(FadeIn(*self.counters))

    def lay_paper(self) -> None:
        """Show where the layers carry squared paper."""
        self.beat("paper")
        self.play(Create(self.views.paper), run_time=2)
        self.play(Create(self.views.carried), run_time=3)

    def train(self) -> None:
        """Replay the training in both planes."""
        self.beat("train")
        views = self.views
        self.play(*(FadeOut(part) for part in (*views.moving, *self.counters)),
                  run_time=0.4)  # fmt: skip
        counters = views.counters(0)
        pictures = views.pictures()
        for picture in pictures:
            picture.show(0)
        self.play(FadeIn(*views.moving, *counters), run_time=0.6)
        run = RunPanel(self.values("steps"), pictures, counters)
        self.play(run.replay(6.5, early=True))
        self.play(FadeIn(views.alone()), run_time=0.5)

    # --- wide or deep -----------------------------------------------------------

    def set_budget(self) -> None:
        """Spend the same number of parameters on three shapes."""
        self.beat("budget")
        self.clear_frame()
        room = rooms.whole()
        beside = room.inside(left=WRITTEN)
        scored = room if shapes.current().is_tall else beside
        self.axis = Plot(
            (self.lowest(), 1), (0, len(SHAPES)), y_ticks=(),
            x_label="share of held-out birds right", y_label="a dot for each split",
            width=scored.width - 2.5, height=room.height - 1.4,
        ).move_to(scored.edge(LEFT) + 0.2 * RIGHT, aligned_edge=LEFT)  # fmt: skip
        self.axis.y_axis.set_stroke(opacity=0)
        rows = VGroup(
            *(
                self.shape_row(path, words, k)
                for k, (path, words) in enumerate(SHAPES.items())
            )
        )
        plan = self.column(
            *(
                self.paragraph(words, beside.width, pixels=theme.BODY)
                for words in (
                    "learns from {n_train} {n_train:plural(bird)}",
                    "judged on {config.n_test} {config.n_test:plural(other)}",
                    "{config.n_splits} random {config.n_splits:plural(split)}",
                )
            ),
            buff=0.4,
        )
        for row in rows:
            self.play(FadeIn(row), run_time=0.8)
        plan.move_to(beside.middle).set_y(self.axis.y_axis.get_y())
        self.play(FadeIn(plan))
        self.panel = plan

    def lowest(self) -> float:
        """Return where the axis of the scores starts: a round value below all."""
        least = min(
            self.values(path).min()
            for path in (
                "neuron_scores.right.each",
                *(f"scores[{k}].right.each" for k in range(3)),
            )
        )
        return float(np.floor(20 * least - 1e-9) / 20)

    def row(self, k: int) -> tuple[float, float]:
        """Return where on the y-axis network k stands, and its scores."""
        middle = len(SHAPES) - 0.5 - k
        if shapes.current().is_tall:  # the scores are below
            return middle + 0.28, middle - 0.22
        return middle, middle

    def shape_row(self, path: str, words: str, k: int) -> VGroup:
        """Draw a network's shape, and say its layers and parameters."""
        at = np.array([rooms.whole().left, self.axis.at(1, self.row(k)[0])[1], 0.0])
        sketch = ShapeSketch(self.values(f"{path}.widths"), width=1.7)
        count = self.text(
            f"{{{path}.n_parameters}} parameters", color=theme.role("muted")
        )
        names = VGroup(self.text(words), count)
        names.arrange(DOWN, aligned_edge=LEFT, buff=0.14)
        names.move_to(at + 2.1 * RIGHT, aligned_edge=LEFT)
        return VGroup(sketch.move_to(at + 0.95 * RIGHT), names)

    def compare(self) -> None:
        """Show the scores on birds held out."""
        self.beat("scores")
        self.play(*self.leave(self.panel), run_time=0.4)
        self.play(FadeIn(self.axis))
        self.add_heads()
        for k, path in enumerate(
            ("neuron_scores", *(f"scores[{j}]" for j in range(3)))
        ):
            color = theme.role("muted" if k == 0 else "validation")
            right = self.values(f"{path}.right.each")
            strip = DotStrip(self.axis, right, self.row(k)[1], color)
            mean = self.spread_line(f"{path}.right", pixels=theme.LABEL)
            mean.move_to(rooms.whole().edge(RIGHT), aligned_edge=RIGHT)
            mean.set_y(self.axis.at(1, self.row(k)[1])[1])
            self.play(FadeIn(strip, lag_ratio=0.3), FadeIn(mean), run_time=1.0)

    def add_heads(self) -> None:
        """Say what the figures beside the dots are."""
        head = self.text(self.of_repeats(MEAN_SD), color=theme.role("muted"), pixels=26)
        head.move_to(rooms.whole().edge(RIGHT), aligned_edge=RIGHT)
        self.play(FadeIn(head.set_y(self.axis.y_label.get_y())), run_time=0.4)
