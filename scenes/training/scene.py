"""Training: mini-batches, epochs, and what the hidden neurons become."""

from types import ModuleType
from typing import ClassVar

import numpy as np
from manim import (
    DOWN,
    LEFT,
    ORIGIN,
    RIGHT,
    UP,
    Arrow,
    Create,
    FadeIn,
    FadeOut,
    Indicate,
    VGroup,
    VMobject,
)

from nnsim.experiments import training
from scenes.components.appear import Appear
from scenes.components.class_field import ClassField
from scenes.components.cycle import Cycle
from scenes.components.dealt import DealtRows
from scenes.components.dot_strip import DotStrip
from scenes.components.field import Border, Field
from scenes.components.network import NetworkDrawing
from scenes.components.number import Number
from scenes.components.plot import Plot
from scenes.components.shape_sketch import ShapeSketch
from scenes.components.table import Table
from scenes.components.weighted_sum import WeightedSum
from scenes.drawings.looks import MARKERS
from scenes.drawings.question_plane import QuestionPlane
from scenes.drawings.run_panel import View
from scenes.frame import rooms, shapes, theme
from scenes.lesson.lesson import Lesson
from scenes.lesson.lines import MEAN_SD
from scenes.training.epoch_run import EpochRun
from scenes.training.neuron_maps import NeuronMaps

THIN = 2.0  # stroke of a neuron's line in a small plane, in Manim's points
CHINSTRAP = 2  # number of the output that is read


class Training(Lesson):
    """Epochs: the loss falls, the border bends, neurons become detectors."""

    experiment: ClassVar[ModuleType] = training

    def construct(self) -> None:
        """Tell the chapter."""
        self.show_start()
        self.go_round()
        self.deal()
        self.step_through()
        self.ask()
        self.train()
        self.show_noise()
        self.look_inside()
        self.watch_neurons()
        self.read_output()
        self.start_again()
        self.compare()
        self.train_on()

    # --- one step, one epoch --------------------------------------------------------

    def show_start(self) -> None:
        """Show the birds, and a network with random weights."""
        self.beat("start")
        self.birds = QuestionPlane(self)
        room, panel = rooms.asked(), rooms.panel()
        self.plane = self.birds.plot(**rooms.plot_size(room)).move_to(room.edge(UP), UP)
        self.clouds = self.birds.clouds(self.plane)
        self.names = self.birds.names_in(self.plane)
        field, border = self.region("run", 0)
        weights = [self.values(f"networks[0].layers[{k}].W") for k in range(2)]
        self.net = NetworkDrawing(
            weights, width=min(panel.width - 2.48, 3.2), height=0.44 * panel.height,
            radius=0.24,
        )  # fmt: skip
        words = VGroup(
            self.text("{question.short[0]}").next_to(
                self.net.units[0][0], LEFT, buff=0.15
            ),
            self.text("{question.short[1]}").next_to(
                self.net.units[0][1], LEFT, buff=0.15
            ),
        )
        for k, unit in enumerate(self.net.units[2]):
            words.add(self.birds.name(k, 26).next_to(unit, RIGHT, buff=0.12))
        count = self.text("{n_parameters} random parameters", pixels=theme.BODY)
        wrong = self.text("{run.wrong[0]} of {n_birds} misnamed", pixels=theme.BODY)
        facts = self.column(count, wrong, buff=0.3)
        drawn = VGroup(self.net, words)
        VGroup(drawn, facts).arrange(DOWN, buff=0.5).move_to(panel.middle)
        self.play(FadeIn(self.plane, self.clouds), Appear(self.names))
        self.play(FadeIn(*self.net.units, words))
        self.play(Create(self.net.edge_group, lag_ratio=0.05), run_time=1.2)
        self.play(FadeIn(field, facts), Create(border))

    def region(self, path: str, k: int) -> tuple[Field | ClassField, Border]:
        """Draw what the network names where, and the borders."""
        places = f"{path}.fields[{k}]", f"{path}.borders[{k}]"
        return self.birds.answers(self.plane, *places)

    def go_round(self) -> None:
        """Take one step: forward, loss, backward, step."""
        self.beat("loop")
        self.clear_frame(self.net)
        room = rooms.main()
        self.play(self.net.animate.move_to(room.middle).scale(0.85))
        moves = (
            ("forward", "{config.batch_size} {config.batch_size:plural(bird)}"),
            ("loss", "one number"),
            ("backward", "{n_parameters} slopes"),
            ("step", "{n_parameters} changes"),
        )
        roles = ("signal", "loss", "gradient", "ink")
        contents = [
            (
                self.text(move, pixels=theme.BODY, color=theme.role(role)),
                self.text(detail, color=theme.role("muted")),
            )
            for (move, detail), role in zip(moves, roles, strict=True)
        ]
        ring = Cycle(contents, width=room.width, height=0.91 * room.height)
        ring.move_to(room.middle)
        color = theme.role("loss")
        first, after = (
            self.number(f"steps.{name}", ".3f", pixels=theme.BODY, color=color)
            for name in ("first_loss", "stepped_loss")
        )
        arrow = Arrow(ORIGIN, 0.8 * RIGHT, buff=0, color=color)
        losses = VGroup(first, arrow, after).arrange(buff=0.25)
        words = self.text("loss of the same birds", color=color)
        VGroup(words, losses).arrange(DOWN, buff=0.35).move_to(rooms.panel().middle)
        self.visit(ring, words, first)
        self.play(FadeIn(ring.arrows[3]), run_time=0.3)
        self.play(
            *(p for k in (0, 1) for p in self.net.pulses(k, theme.role("signal")))
        )
        self.play(FadeIn(arrow, after))

    def visit(self, ring: Cycle, words: VMobject, first: Number) -> None:
        """Show the four stations, and what happens to the network at each."""
        for k, station in enumerate(ring.stations):
            coming = [station] if k == 0 else [station, ring.arrows[k - 1]]
            self.play(FadeIn(*coming), run_time=0.5)
            if k == 0:
                for layer in (0, 1):
                    pulses = self.net.pulses(layer, theme.role("signal"))
                    self.play(*pulses, run_time=0.5)
            elif k == 1:
                self.play(FadeIn(words, first), run_time=0.5)
            elif k == 2:
                for layer in (1, 0):
                    color = theme.role("gradient")
                    pulses = self.net.pulses(layer, color, back=True)
                    self.play(*pulses, run_time=0.5)
            else:
                self.play(Indicate(self.net.edge_group, scale_factor=1.0,
                                   color=theme.role("ink")), run_time=0.6)  # fmt: skip

    def deal(self) -> None:
        """Shuffle all birds and deal them into batches."""
        self.beat("batches")
        self.clear_frame()
        size, last = self.values("config.batch_size"), self.values("last_batch")
        room = rooms.main().inside(bottom=0.6)
        pitch = room.width / (size + 0.5)
        rows = DealtRows(
            self.values("question.labels"), size, self.birds.colours(), MARKERS,
            pitch=(pitch, room.height / (self.values("n_batches") + 1)),
            size=0.35 * pitch,
        ).move_to(room.middle)  # fmt: skip
        table, dealt = (
            self.text(words, color=theme.role("muted")).next_to(
                rows.area, DOWN, buff=0.4
            )
            for words in ("in the order of the table", "shuffled: each row is a batch")
        )
        facts = self.batch_facts()
        sizes = [size] * (rows.n_rows - 1) + [last]
        frames = VGroup(*(rows.frame(k, n) for k, n in enumerate(sizes)))
        self.play(FadeIn(rows, table, facts[0]))
        shuffled = rows.dealt(self.values("steps.rows"))
        self.play(FadeOut(table), run_time=0.4)
        self.play(
            *(
                cloud.animate.set_points(points)
                for cloud, points in zip(rows.clouds, shuffled, strict=True)
            ),
            run_time=3,
        )
        self.play(
            Create(frames, lag_ratio=0.5), FadeIn(dealt, facts[1:3]), run_time=1.5
        )
        self.play(FadeIn(facts[3]), run_time=0.5)

    def batch_facts(self) -> VGroup:
        """Write how many birds, batches and steps there are."""
        lines = (
            "{n_birds} birds",
            "{n_batches} {n_batches:plural(batch,batches)} of {config.batch_size},",
            "the last of {last_batch}",
            "{n_batches} {n_batches:plural(step)} = one epoch",
        )
        facts = Table(
            [[self.text(line, pixels=theme.BODY)] for line in lines], pitch=0.62
        )
        for row in facts:
            row.align_to(facts, LEFT)
        return facts.move_to(rooms.panel().middle)

    def step_through(self) -> None:
        """Replay the first epoch, batch after batch."""
        self.beat("first_epoch")
        self.clear_frame()
        low, high = (self.values(f"steps.losses[{k}]") for k in (-1, 0))
        axis = float(np.floor(10 * low) / 10), float(np.ceil(10 * high) / 10)
        run = EpochRun(
            self, self.plane, "steps", ("count", "step"), axis, rooms.panel()
        )
        dim = self.clouds.copy().set_opacity(theme.DIMMED)
        bright = self.clouds.copy().set_z_index(2)
        for kind, cloud in enumerate(bright):
            cloud.set_points(self.batch_points(kind, 0)).set_opacity(1)
        stage = self.plane, dim, bright, run.field, run.border
        self.play(FadeIn(*stage), Appear(self.names), FadeIn(run.panel))
        self.add(run.curve)

        def show_batch(k: int) -> None:
            for kind, cloud in enumerate(bright):
                cloud.set_points(self.batch_points(kind, k))

        self.play(run.replay(5.5, early=False, also=View(show_batch, bright)))
        self.play(dim.animate.set_opacity(0.85), run_time=0.5)
        self.remove(dim, bright)
        self.add(self.clouds)
        self.shown = run

    def batch_points(self, kind: int, k: int) -> np.ndarray:
        """Return the outlines of a species' birds in batch k; no birds after all."""
        size = self.values("config.batch_size")
        rows = self.values("steps.rows")[k * size : (k + 1) * size]
        rows = rows[self.values("question.labels")[rows] == kind]
        if len(rows) == 0:
            return np.zeros((0, 3))
        look, xy = self.birds.looks[kind], self.values("question.points")[rows]
        cloud = self.plane.scatter(xy, color=look.color, marker=look.marker, size=0.1)
        return np.asarray(cloud.points)

    # --- many epochs ----------------------------------------------------------------

    def ask(self) -> None:
        """Stop before the outcome."""
        self.beat("guess")

    def train(self) -> None:
        """Replay all epochs."""
        self.beat("epochs")
        old = self.shown
        run = EpochRun(
            self, self.plane, "run", ("epochs", "epoch"), self.whole_range(),
            rooms.panel(),
        )  # fmt: skip
        gone = self.leave(old.panel, old.curve)
        self.play(FadeOut(old.field, old.border), *gone, run_time=0.4)
        self.play(FadeIn(run.field, run.border, run.panel))
        self.add(run.curve)
        self.play(run.replay(7, early=True))

    def whole_range(self) -> tuple[float, float]:
        """Return the range of the loss axis that holds every epoch, from zero."""
        return 0.0, float(np.ceil(10 * self.values("run.losses[0]")) / 10)

    def show_noise(self) -> None:
        """Show the loss of every batch around the mean."""
        self.beat("noise")
        self.clear_frame()
        times, losses = self.values("batch_times"), self.values("batch_losses")
        top = float(np.ceil(10 * losses.max()) / 10)
        plot = Plot(
            (0, self.values("config.n_epochs")), (0, top), x_label="epoch",
            y_label="loss", **rooms.plot_size(rooms.main()),
        ).move_to(rooms.main().middle)  # fmt: skip
        color = theme.role("loss")
        dots = plot.scatter(
            np.stack([times, losses], axis=1), color=theme.role("muted"),
            marker="circle", size=0.045,
        )  # fmt: skip
        curve = plot.curve(
            self.values("run.epochs"), self.values("run.losses"), color=color
        ).set_z_index(2)
        facts = self.column(
            self.text("a dot: one batch,", color=theme.role("muted")),
            self.text(
                "{config.batch_size} {config.batch_size:plural(bird)}, before its step",
                color=theme.role("muted"),
            ),
            self.text("the curve: all {n_birds} birds,", color=color),
            self.text("after each epoch", color=color),
            "{n_steps} {n_steps:plural(step)} in all",
            buff=0.2,
        )
        facts[2:].shift(0.3 * DOWN)
        facts[4].shift(0.3 * DOWN)
        facts.move_to(rooms.panel().middle)
        self.play(FadeIn(plot, facts[:2]))
        self.play(Create(dots), run_time=3)
        self.play(Create(curve), FadeIn(facts[2:]), run_time=1.5)

    # --- hidden neurons ---------------------------------------------------------------

    def look_inside(self) -> None:
        """Show what each neuron answers over the plane, before training."""
        self.beat("inside")
        self.clear_frame()
        self.maps = maps = NeuronMaps(self, self.birds)
        net, self.panel = maps.network, maps.key()
        self.play(FadeIn(net.inputs, maps.input_names, net.edges[0]))
        self.play(
            FadeIn(net.hidden, *maps.hidden_planes, maps.clouds[0], maps.letters),
            Create(maps.lines),
        )
        self.play(FadeIn(self.panel))
        self.play(
            FadeIn(net.edges[1], net.outputs, *maps.output_planes, maps.clouds[1]),
            FadeIn(maps.names),
        )

    def watch_neurons(self) -> None:
        """Replay the same epochs, seen from inside."""
        self.beat("detectors")
        counters = self.maps.counters()
        self.play(*self.leave(self.panel), run_time=0.4)
        self.play(FadeIn(*counters), run_time=0.5)
        self.play(self.maps.training(counters).replay(7, early=True))
        table = self.maps.table()
        self.play(FadeIn(table))
        self.panel = VGroup(*counters, table)

    def read_output(self) -> None:
        """Read the weights of one output, and add up what they make of one bird."""
        self.beat("combine")
        n = self.values("config.n_hidden")
        first, last = self.maps.network.edges
        read = last[CHINSTRAP * n : (CHINSTRAP + 1) * n]
        others = *first, *(edge for edge in last if edge not in read)
        numbers = VGroup()
        for j, edge in enumerate(read):
            start, end = edge.get_ends()
            weight = self.number(
                f"networks[-1].layers[1].W[{CHINSTRAP}, {j}]", "+.1f", patch=True
            )
            numbers.add(weight.move_to(start + 0.3 * (end - start)).set_z_index(4))
        letters = [*(f"v_{j + 1} a_{j + 1}" for j in range(n)), "c", "z"]
        panel = rooms.panel()
        total = WeightedSum(
            [self.formula(letter) for letter in letters],
            [self.number(f"terms[{k}]", "+.2f") for k in range(n + 2)],
            width=panel.width - 2.5,
            pitch=0.11 * panel.height,
        )
        head = self.text(
            f"a {{question.classes[{CHINSTRAP}]}}",
            color=self.birds.looks[CHINSTRAP].color,
        )
        head.next_to(total, UP, buff=0.3).align_to(total, LEFT)
        VGroup(total, head).move_to(panel.middle)
        self.play(*self.leave(self.panel), run_time=0.4)
        self.play(*(edge.animate.set_stroke(opacity=theme.DIMMED) for edge in others))
        self.play(*(Appear(number) for number in numbers))
        self.play(FadeIn(total, head))

    # --- how sure can we be -----------------------------------------------------------

    def start_again(self) -> None:
        """Show where other starts lead."""
        self.beat("starts")
        self.clear_frame()
        n, tall = self.values("config.n_starts"), shapes.current().is_tall
        for k, room in enumerate(self.grid(n, 2 if tall else 5)):
            plot = self.birds.bare_plot(room.width, room.height).move_to(room.middle)
            small = self.birds.small_map(
                plot, f"starts[{k}].field", f"starts[{k}].border"
            )
            lines = VGroup(
                *(
                    Border(plot, pieces).set_stroke(theme.role("signal"), THIN)
                    for pieces in self.values(f"starts[{k}].lines")
                )
            )
            small[3].set_z_index(0)
            small[2].set_stroke(width=theme.CURVE).set_z_index(3)
            wrong = self.text(f"{{starts[{k}].wrong}} misnamed")
            wrong.next_to(plot, DOWN, buff=0.14)
            self.play(FadeIn(small, lines, wrong), run_time=0.35)
        key = VGroup(
            self.text("thin: where a hidden neuron is zero",
                      color=theme.role("signal")),
            self.text("thick: borders between answers"),
        )  # fmt: skip
        key.arrange(*((DOWN, 0.15) if tall else (RIGHT, 0.8)))
        key.next_to(rooms.whole().edge(DOWN), UP, buff=0)
        self.play(FadeIn(key), run_time=0.5)

    def grid(self, n: int, n_columns: int) -> list[rooms.Room]:
        """Return rooms for small pictures with a line below each, row after row."""
        whole = rooms.whole().inside(bottom=0.85)
        rows = whole.rows(*[1] * -(-n // n_columns), gap=0.2)
        cells = [cell for row in rows for cell in row.columns(*[1] * n_columns)]
        return [cell.inside(bottom=0.4) for cell in cells[:n]]

    def compare(self) -> None:
        """Score it on birds held out, beside logistic regression."""
        self.beat("scores")
        self.clear_frame()
        room = rooms.whole()
        # Names and means stand beside the dots, or above them in a narrow frame.
        beside = room.width > 1.5 * room.height
        if beside:
            axis = self.score_axis(room.inside(left=5.0, right=2.4), 0.61)
        else:
            axis = self.score_axis(room, 0.7)
        head = self.text(self.of_repeats(MEAN_SD), color=theme.role("muted"), pixels=26)
        head.move_to((room.right - 0.94, axis.y_label.get_y(), 0))
        self.play(FadeIn(axis, head))
        rows = (
            ("no hidden neurons", "logistic regression", (2, 3), "muted"),
            ("{config.n_hidden} hidden {config.n_hidden:plural(neuron)}",
             "{n_parameters} parameters",
             self.values("networks[0].widths"), "validation"),
        )  # fmt: skip
        for k, (name, detail, widths, role) in enumerate(rows):
            sketch = ShapeSketch(widths, width=1.5)
            sketch.move_to(room.left * RIGHT, aligned_edge=LEFT).shift(0.12 * RIGHT)
            words = self.column(
                self.text(name), self.text(detail, color=theme.role("muted")), buff=0.14
            )
            words.next_to(sketch, RIGHT, buff=0.4)
            mean = self.spread_line("held_out", at=f"[{k}]", pixels=theme.LABEL)
            mean.set_x(room.right - 0.94)
            y = axis.at(1, (1.5 if beside else 1.85) - k)[1]
            VGroup(sketch, words, mean).set_y(y)
            strip = DotStrip(
                axis, self.values(f"held_out.each[{k}]"), (1.5 if beside else 1.4) - k,
                theme.role(role),
            )  # fmt: skip
            self.play(FadeIn(sketch, words), run_time=0.6)
            self.play(FadeIn(strip, lag_ratio=0.3), FadeIn(mean))

    def score_axis(self, room: rooms.Room, share: float) -> Plot:
        """Draw the axis of all scores, with a share of the room's height above it."""
        lowest = float(np.floor(20 * self.values("held_out.each").min() - 1e-9) / 20)
        axis = Plot(
            (lowest, 1), (0, 2), x_label="share of held-out birds right",
            y_label="a dot for each split", y_ticks=(), width=room.width - 0.4,
            height=share * room.height,
        ).move_to(room.middle)  # fmt: skip
        axis.y_axis.set_stroke(opacity=0)
        return axis

    def train_on(self) -> None:
        """Let the loss fall further, and ask the next question."""
        self.beat("onward")
        self.clear_frame()
        top = float(np.ceil(50 * self.values("long.losses").max()) / 50)
        run = EpochRun(
            self, self.plane, "long", ("epochs", "epoch"), (0, top), rooms.panel()
        )
        stage = self.plane, self.clouds, run.field, run.border, run.panel
        self.play(FadeIn(*stage), Appear(self.names))
        self.add(run.curve)
        self.play(run.replay(6, early=False))
        asked = self.paragraph(
            "Will it be right about new penguins?", pixels=theme.BODY,
            weight="SEMIBOLD",
        )  # fmt: skip
        self.play(FadeIn(self.stand_on_foot(asked)))
