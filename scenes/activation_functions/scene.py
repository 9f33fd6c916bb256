"""Why layers need a bend between them, what bends there are, and what each costs."""

from types import ModuleType
from typing import ClassVar

import numpy as np
from manim import (
    DL,
    DOWN,
    LEFT,
    RIGHT,
    UL,
    UP,
    UR,
    Create,
    FadeIn,
    FadeOut,
    GrowFromCenter,
    GrowFromEdge,
    ManimColor,
    VGroup,
)

from nnsim.experiments import activation_functions
from scenes.activation_functions.bent_birds import BentBirds
from scenes.activation_functions.dying_neuron import DyingNeuron
from scenes.components.appear import Appear, travel
from scenes.components.bill import Bill
from scenes.components.dashes import dashes
from scenes.components.field import Border, Field
from scenes.components.formula import Formula
from scenes.components.log_bars import LogBars
from scenes.components.matrix import Matrix
from scenes.components.network import NetworkDrawing
from scenes.components.paragraph import Paragraph
from scenes.components.plot import Plot
from scenes.components.table import Table
from scenes.components.text import InLine, Label
from scenes.drawings.on_network import in_units, on_edges
from scenes.drawings.question_plane import QuestionPlane
from scenes.drawings.training_run import TrainingRun
from scenes.frame import rooms, shapes, theme
from scenes.lesson.lesson import Lesson
from scenes.lesson.lines import OF_SPLITS

STACK = "linear.stack.layers"


class ActivationFunctions(Lesson):
    """Without a bend any depth is one line; what ReLU, sigmoid and tanh change."""

    experiment: ClassVar[ModuleType] = activation_functions

    def construct(self) -> None:
        """Tell the chapter."""
        self.show_corner()
        self.try_all_lines()
        self.ask()
        self.find_a_line_again()
        self.multiply()
        self.compare()
        self.bend()
        self.show_slopes()
        self.rest()
        self.escape()
        self.read_corner()
        self.start_again()
        self.let_one_die()
        self.go_deep()

    # --- lines ----------------------------------------------------------------

    def show_corner(self) -> None:
        """All birds; the Chinstraps lie in a corner."""
        self.beat("corner")
        room = rooms.main().inside(bottom=0.2)  # a question will stand below
        self.question = QuestionPlane(self)
        self.plot = self.question.plot(**rooms.plot_size(room))
        self.plot.move_to(room.edge(UP), aligned_edge=UP)
        self.clouds = self.question.clouds(self.plot)
        self.names = self.question.names_in(self.plot)
        self.play(FadeIn(self.plot))
        for cloud, name in zip(self.clouds, self.names, strict=True):
            self.play(FadeIn(cloud), Appear(name), run_time=0.7)
        bill = Bill(*self.values("bill"), scale=0.042)
        counts = self.text(
            "{n_chinstraps} of {n_birds} {n_birds:plural(question.nouns)}",
            pixels=theme.BODY,
        )
        look = self.question.looks[-1]
        name = self.text("{question.asked_class}", color=look.color, pixels=theme.BODY)
        self.panel = VGroup(bill, name, counts).arrange(DOWN, buff=0.3)
        self.panel.move_to(rooms.panel().middle)
        self.play(FadeIn(self.panel))

    def colours(self) -> tuple[ManimColor, ManimColor]:
        """Return the colours of the answers no and yes."""
        return self.question.answer_colours()

    def try_all_lines(self) -> None:
        """Draw the best of all lines."""
        self.beat("best_line")
        muted = theme.role("muted")
        others = self.text(
            "other {question.population}", color=muted, patch=True
        ).set_z_index(3)
        others.move_to(self.plot.corner(DL), aligned_edge=DL)
        self.play(*self.leave(self.names[:2]), run_time=0.4)
        self.play(
            *(cloud.animate.set_fill(muted, 0.85) for cloud in self.clouds[:2]),
            Appear(others),
            run_time=0.6,
        )
        self.names.add(others)
        self.border = Border(self.plot, self.values("linear.border"))
        self.play(Create(self.border))
        self.turn_panel(self.counts([1, 2]))

    def counts(self, which: list[int]) -> VGroup:
        """Write how many birds some answers get wrong."""
        lines = (
            ("one neuron", "linear.neuron_wrong"),
            ("best line", "linear.wrong"),
            ("calling none {question.asked_class}", "n_chinstraps"),
            ("three layers", "linear.stack_wrong"),
        )
        table = self.facts(*(lines[k] for k in which))
        head = self.text(
            "wrong, of {n_birds} birds", pixels=theme.BODY, color=theme.role("muted")
        )
        head.next_to(table, UP, buff=0.35)
        return VGroup(head, table).move_to(rooms.panel().middle)

    def facts(self, *lines: tuple[str, str]) -> Table:
        """Write words and the value at a path, line by line."""
        rows = []
        for words, path in lines:
            spec = "d" if isinstance(self.values(path), int) else ".1%"
            number = self.number(path, spec, pixels=theme.BODY)
            rows.append([self.text(words), number])
        table = Table(rows, pitch=0.6, gap=0.4)
        for row in table:
            row[0].align_to(table, LEFT)
        return table

    def ask(self) -> None:
        """Show a stack of layers, none with an activation."""
        self.beat("guess")
        self.stack = NetworkDrawing(
            [self.values(f"{STACK}[{k}].W") for k in range(3)],
            width=3.6, height=2.4, radius=0.26,
        ).move_to(rooms.panel().middle + 0.3 * UP)  # fmt: skip
        self.play(FadeOut(self.border))
        self.turn_panel(self.stack)

    def find_a_line_again(self) -> None:
        """Show that the trained stack draws one straight line."""
        self.beat("straight")
        self.border = Border(self.plot, self.values("linear.stack_border"))
        self.field = Field(
            self.plot, self.values("linear.stack_field"), *self.colours()
        )
        drawn, written = rooms.panel().across(1, 1)
        counts = self.counts([3, 0, 1]).move_to(written.middle)
        self.play(FadeIn(self.field), Create(self.border))
        self.play(self.stack.animate.scale(0.8).move_to(drawn.middle))
        self.play(FadeIn(counts))
        self.panel = VGroup(self.stack, counts)

    # --- one matrix -------------------------------------------------------------

    def matrix(self, path: str, shape: tuple[int, int]) -> Matrix:
        """Write out a matrix of the result."""
        n_rows, n_columns = shape
        return Matrix(
            [
                [self.number(f"{path}[{j}, {i}]", "+.2f") for i in range(n_columns)]
                for j in range(n_rows)
            ]
        )

    def multiply(self) -> None:
        """Multiply the three matrices until one is left."""
        self.beat("one_matrix")
        self.clear_frame(self.stack, run_time=0.6)
        matrices, nets = rooms.whole().parts(8.2, 3.4)
        first_row, *below = matrices.rows(1.45, 1, 0.6, gap=0.2)
        above, under = nets.across(1, 1)
        factors, heads, times = self.factors(first_row)
        pair = self.matrix("linear.products[1][0]", (1, 3))
        first = self.matrix(f"{STACK}[0].W", (3, 2))
        one = self.matrix("linear.products[2][0]", (1, 2))
        for part, over, row in (
            (pair, VGroup(*factors[:2]), below[0]),
            (first, factors[2], below[0]),
            (one, factors[2], below[1]),
        ):
            part.move_to(row.middle).set_x(over.get_x())
        again = self.formula("times").move_to((pair.get_right() + first.get_left()) / 2)
        equal = [
            self.formula(words).next_to(part, LEFT, buff=0.25)
            for words, part in (("=", pair), ("W =", one))
        ]
        product = self.formula("W_3 W_2").next_to(pair, UP, buff=0.15)
        neuron = NetworkDrawing(
            [self.values("linear.products[2][0]")], width=2.6, height=1.1, radius=0.26
        ).move_to(under.middle)
        bias = InLine(
            self.formula("b ="), self.number("linear.products[2][1][0]", "+.2f")
        ).next_to(neuron.units[1], DOWN, buff=0.2)
        bias.align_to(neuron, RIGHT)
        self.play(self.stack.animate.scale(0.95).move_to(above.middle))
        self.play(FadeIn(*heads, *factors, lag_ratio=0.3), run_time=1.5)
        self.play(FadeIn(times), run_time=0.4)
        self.play(FadeIn(pair.brackets, equal[0]), run_time=0.3)
        self.play(factors[1].multiply(pair))
        self.play(travel(factors[2], first), FadeIn(product, again))
        self.play(FadeIn(one.brackets, equal[1]), run_time=0.3)
        self.play(first.multiply(one))
        self.play(FadeIn(neuron, bias))

    def factors(self, room: rooms.Room) -> tuple[list[Matrix], list[Formula], VGroup]:
        """Write out the three matrices with their letters, and what is between."""
        factors = [
            self.matrix(f"{STACK}[{k}].W", shape)
            for k, shape in ((2, (1, 3)), (1, (3, 3)), (0, (3, 2)))
        ]
        times = VGroup(*(self.formula("times") for _ in range(2)))
        row = VGroup(factors[0], times[0], factors[1], times[1], factors[2])
        free = min(room.width, 8.1) - sum(part.width for part in row)
        row.arrange(buff=free / 4).move_to(room.at(0.5, 0.4))
        heads = []
        for k, matrix in zip((3, 2, 1), factors, strict=True):
            head = self.formula(f"W_{k}").next_to(row, UP, buff=0.2)
            heads.append(head.set_x(matrix.get_x()))
        return factors, heads, times

    def compare(self) -> None:
        """Send one bird through the stack and through the one matrix."""
        self.beat("both_ways")
        self.clear_frame()
        drawn, written = rooms.whole().parts(2.1, 1)
        width = min(6.2, drawn.width - 1.2)
        nets = [
            NetworkDrawing(weights, width=width, height=height, radius=0.42)
            for weights, height in (
                ([self.values(f"{STACK}[{k}].W") for k in range(3)], 2.3),
                ([self.values("linear.products[2][0]")], 1.1),
            )
        ]
        agree = self.column(
            self.text("all {n_birds} birds: equal to", color=theme.role("muted")),
            "{linear.agreed_decimals} {linear.agreed_decimals:plural(decimal)}",
            buff=0.15,
        )
        results = [
            self.result_of("three layers", "linear.forward.z[2][0, 0]"),
            self.result_of("one neuron, W and b", "linear.z"),
        ]
        self.column(results[0], agree, results[1], buff=0.5, room=written)
        for net, result, row in zip(nets, results, drawn.rows(1.05, 1), strict=True):
            net.move_to(row.middle)
            if not shapes.current().is_tall:
                result.set_y(net.get_y())
        names = [self.inputs_named(net) for net in nets]
        weights = on_edges(self, nets[1], "linear.products[2][0]", 0, 0.5)
        for net, inputs, result in zip(nets, names, results, strict=True):
            self.play(FadeIn(net, inputs), run_time=0.6)
            if net is nets[1]:
                self.play(*(Appear(number) for number in weights), run_time=0.4)
            self.send(net, len(net.units) - 1)
            self.play(FadeIn(result), run_time=0.6)
        self.play(FadeIn(agree))

    def result_of(self, words: str, path: str) -> VGroup:
        """Write what a network makes of the bird."""
        value = InLine(self.formula("z ="), self.number(path, ".6f", pixels=theme.BODY))
        name = self.text(words, color=theme.role("muted"))
        return self.column(name, value, buff=0.2)

    def inputs_named(self, net: NetworkDrawing) -> VGroup:
        """Write the names of the two inputs at their units."""
        return VGroup(
            *(
                self.text(words, color=theme.role("muted")).next_to(unit, side, 0.12)
                for words, unit, side in zip(
                    ("{question.short[0]}", "{question.short[1]}"),
                    net.units[0],
                    (UP, DOWN),
                    strict=True,
                )
            )
        )

    def send(self, net: NetworkDrawing, n_layers: int) -> None:
        """Send the Chinstrap through a network, layer by layer."""
        self.play(FadeIn(in_units(self, net, "x[2, {j}]", 0)), run_time=0.4)
        for k in range(n_layers):
            path = f"linear.forward.z[{k}][0, {{j}}]" if n_layers > 1 else "linear.z"
            values = in_units(self, net, path, k + 1)
            self.play(*net.pulses(k, theme.role("signal")), run_time=0.6)
            self.play(FadeIn(values), run_time=0.3)

    # --- bends ------------------------------------------------------------------

    def bend(self) -> None:
        """Three activations, three birds on each."""
        self.beat("bends")
        self.clear_frame()
        self.bent = BentBirds(self)
        self.play(FadeIn(self.bent.birds, self.bent.chain))
        for k in range(3):
            self.play(FadeIn(self.bent.axes[k], self.bent.heads[k]), run_time=0.5)
            self.play(Create(self.bent.curves[k]), run_time=0.6)
            marks = self.bent.marks[k]
            self.play(*(GrowFromCenter(mark) for mark in marks), run_time=0.4)
        letters = self.bent.over_rows("a")
        numbers = self.bent.rows_of("a", (".2f", ".2f", ".2f"))
        self.rows = VGroup(letters, numbers)
        self.play(FadeIn(self.rows))

    def show_slopes(self) -> None:
        """Show the slopes of the three, and of the three birds."""
        self.beat("slopes")
        style = {"color": theme.role("gradient"), "pixels": 32}
        letters = self.bent.over_rows('"slope" f\'(z)', **style)
        numbers = self.bent.rows_of("slope", (".0f", ".4f", ".4f"))
        self.play(*self.leave(self.rows), run_time=0.4)
        self.play(
            self.bent.curves.animate.set_stroke(opacity=theme.DIMMED),
            Create(self.bent.slopes()),
            run_time=1.5,
        )
        self.play(*self.bent.to_slopes())
        self.play(FadeIn(letters, numbers))

    # --- two tanh neurons ---------------------------------------------------------

    def rest(self) -> None:
        """Train two tanh neurons up to the end of the plateau."""
        self.beat("rest")
        self.clear_frame()
        self.run = TrainingRun(self, self.plot, *self.colours(), rooms.panel().middle)
        self.level = self.one_neuron(self.run.plot)
        stage = self.plot, self.clouds, self.names[2:], self.run.field
        self.play(FadeIn(*stage), Create(self.run.border))
        self.play(FadeIn(self.run.panel))
        self.play(FadeIn(self.level), run_time=0.6)
        self.add(self.run.curve)
        self.play(self.run.replay(4, early=False, span=(0, self.values("left"))))

    def one_neuron(self, plot: Plot) -> VGroup:
        """Draw the least loss of a single neuron into a plot of losses."""
        muted, level = theme.role("muted"), self.values("linear.neuron_loss")
        whole = plot.curve(np.array(plot.x_range), np.full(2, level), color=muted)
        line = dashes(whole, round(7 * whole.width))
        line.set_stroke(muted, theme.AXIS)
        name = self.text("one neuron", color=muted, patch=True)
        return VGroup(line, name.next_to(line, UP, buff=0.08, aligned_edge=RIGHT))

    def escape(self) -> None:
        """Let it train on: the border bends."""
        self.beat("escape")
        span = self.values("left"), self.values("history.n_epochs")
        self.play(self.run.replay(6, early=False, span=span))

    def read_corner(self) -> None:
        """Show the line of each hidden neuron."""
        self.beat("two_lines")
        drawn, written = rooms.panel().across(1.4, 1)
        net = NetworkDrawing(
            [self.values(f"history.network.layers[{k}].W") for k in range(2)],
            width=3.5, height=1.9, radius=0.34,
        ).move_to(drawn.middle)  # fmt: skip
        names = self.inputs_named(net)
        for j, unit in enumerate(net.units[1]):
            names.add(self.formula(f"a_{j + 1}").next_to(unit, UP, buff=0.1))
        asked = self.question.ask()
        asked.next_to(net.units[2], UP, buff=1.05)
        asked.align_to(net.get_right() + 0.1 * RIGHT, RIGHT)
        weights = on_edges(self, net, "history.network.layers[1].W", 1, 0.45, "+.1f")
        shares = self.facts(
            ("two tanh neurons", "right"), ("best line", "linear.right")
        )
        head = self.paragraph(
            "right, of the birds learned from", written.width, color=theme.role("muted")
        )
        self.column(head, shares, room=written)
        self.play(*self.leave(self.run.panel, self.run.curve, self.level))
        self.play(FadeIn(net, names, asked))
        self.play(*(Appear(number) for number in weights), run_time=0.6)
        for j, side in ((0, UR), (1, DL)):
            self.draw_hidden_line(j, side)
        self.play(FadeIn(head, shares))

    def draw_hidden_line(self, j: int, side: np.ndarray) -> None:
        """Draw the line of a hidden neuron, its letter at the left or the top end."""
        pieces = self.values(f"hidden_lines[{j}]")
        color = theme.role("signal")
        line = Border(self.plot, pieces).set_stroke(color, 4)
        ends = pieces.reshape(-1, 2)
        end = ends[ends[:, 0].argmin()] if side[1] > 0 else ends[ends[:, 1].argmax()]
        letter = self.formula(f"a_{j + 1}", patch=True, color=color).set_z_index(4)
        letter.next_to(self.plot.at(*end), side, buff=0.12)
        self.play(Create(line), Appear(letter), run_time=1.0)

    def start_again(self) -> None:
        """Ten random starts, and birds that were held out."""
        self.beat("ten_starts")
        self.clear_frame()
        losses = self.values("losses")
        plot = Plot(
            (0, losses.shape[1] - 1), (0, float(losses.max())), x_label="step",
            y_label="mean loss", **rooms.plot_size(rooms.main()),
        ).move_to(rooms.main().edge(UP), aligned_edge=UP)  # fmt: skip
        curves = VGroup(
            *(
                plot.curve(
                    self.values("epochs"), loss, color=theme.role("loss")
                ).set_stroke(width=2.5)
                for loss in losses
            )
        )
        self.play(FadeIn(plot))
        self.play(FadeIn(self.one_neuron(plot)), run_time=0.6)
        self.play(*(Create(curve) for curve in curves), run_time=3)
        self.play(FadeIn(self.scores().move_to(rooms.panel().middle)))

    def scores(self) -> VGroup:
        """Write how both do on birds they did not learn from."""
        muted = theme.role("muted")
        rows = [
            [
                self.text(words),
                self.spread_line("held_out", at=f"[{k}]"),
            ]
            for k, words in enumerate(("one neuron", "two tanh neurons"))
        ]
        blocks = self.column(*(self.column(*row, buff=0.15) for row in rows), buff=0.45)
        head = self.text("right on held-out birds", color=muted)
        foot = self.column(
            f"{self.of_repeats(OF_SPLITS)},",
            "{config.split_epochs} {config.split_epochs:plural(step)} each",
            buff=0.15,
            pixels=theme.LABEL,
            color=muted,
        )
        return self.column(head, *blocks, foot, buff=0.45)

    # --- what it costs --------------------------------------------------------------

    def let_one_die(self) -> None:
        """Follow all birds in a ReLU neuron until none is above zero."""
        self.beat("dead")
        self.clear_frame()
        neuron = DyingNeuron(self)
        self.play(FadeIn(neuron.plot, neuron.slopes), Create(neuron.curve))
        self.play(FadeIn(neuron.clouds, neuron.beside))
        self.play(neuron.replay(4.5))
        self.play(FadeIn(neuron.ends))

    def go_deep(self) -> None:
        """Slopes through eight layers, before any training."""
        self.beat("fading")
        self.clear_frame()
        same = "first layer: about the same"
        words = "first layer: {shrinks[1]:.0f} times less", same, same
        source = self.text(
            "before training; geometric mean of {config.n_starts} random "
            "{config.n_starts:plural(start)}",
            color=theme.role("muted"), pixels=theme.SMALLEST,
        )  # fmt: skip
        source.next_to(rooms.whole().edge(DOWN), UP, buff=0)
        room = rooms.whole().inside(bottom=0.4)
        for k, part, note in zip(
            (1, 2, 0), room.parts(1, 1, 1, gap=0.35), words, strict=True
        ):
            bars, name, ratio = self.slopes_through(k, part, note)
            self.play(FadeIn(bars.lines, bars.plane, bars.marks, name), run_time=0.5)
            self.play(*(GrowFromEdge(bar, DOWN) for bar in bars.bars), run_time=0.8)
            self.play(FadeIn(ratio), run_time=0.4)
        self.play(FadeIn(source))

    def slopes_through(
        self, k: int, room: rooms.Room, note: str
    ) -> tuple[LogBars, Label, Paragraph]:
        """Draw the slopes of one activation, with its name and a note."""
        is_tall = shapes.current().is_tall
        drawn, written = (
            room.columns(2, 1) if is_tall else room.inside(top=0.4).rows(10, 1, gap=0.1)
        )
        bars = LogBars(
            self.values(f"fading[{k}]"), (-8, 0), x_label="hidden layer",
            y_label="rms slope of loss", color=theme.role("gradient"),
            **rooms.plot_size(drawn),
        ).move_to(drawn.middle)  # fmt: skip
        name = self.text(f"{{bends[{k}].name}}", weight="SEMIBOLD", pixels=theme.BODY)
        ratio = self.paragraph(note, written.width)
        if is_tall:
            self.column(name, ratio, buff=0.3, room=written)
        else:
            name.move_to(bars.get_corner(UL), aligned_edge=LEFT)
            name.shift((bars.get_top()[1] + 0.25 - name.baseline) * UP)
            ratio.move_to(written.middle)
        return bars, name, ratio
