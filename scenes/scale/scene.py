"""How large models are: a long axis from one neuron to the human neocortex."""

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
    DoubleArrow,
    FadeIn,
    GrowFromEdge,
    Line,
    VGroup,
)

from nnsim.experiments import scale
from scenes.components.key import Key, sample
from scenes.components.log_axis import Mark
from scenes.components.magnitude import Magnitude
from scenes.components.network import NetworkDrawing
from scenes.components.span import Span, span_marks
from scenes.components.synapse import SynapseSketch
from scenes.components.table import Table
from scenes.components.text import InLine, Written
from scenes.frame import rooms, theme
from scenes.lesson.lesson import Lesson
from scenes.scale.length_bars import LengthBars
from scenes.scale.long_axis import LongAxis

TAG = 34  # size of what is written at a mark, in pixels
WORDS = {0: "one", 3: "thousand", 6: "million", 9: "billion", 12: "trillion"}
OURS, PROTEIN, LARGE = (-0.3, 5.1), (4.7, 10.7), (9.2, 11.8)  # powers of ten in view
LADDER = (5.25, 11.3)
BRAIN, WHOLE = (9.2, 14.8), (-0.6, 15.5)


class Scale(Lesson):
    """Counts of parameters, and what they can and cannot be compared with."""

    experiment: ClassVar[ModuleType] = scale

    def construct(self) -> None:
        """Tell the chapter."""
        self.count_neuron()
        self.count_network()
        self.compare_with_synapses()
        self.ask()
        self.draw_to_scale()
        self.place_ours()
        self.place_worm()
        self.travel_to_proteins()
        self.climb_ladder()
        self.travel_to_language()
        self.travel_to_brain()
        self.see_whole()
        self.weigh_memory()
        self.train()

    # --- counting -----------------------------------------------------------

    def count_neuron(self) -> None:
        """One neuron: its weights and its bias."""
        self.beat("count")
        room = rooms.main()
        net = NetworkDrawing(
            [self.values("one_neuron.layers[0].W")], width=4.4,
            height=0.545 * room.height, radius=0.62,
        ).move_to(room.middle)  # fmt: skip
        letters = VGroup(
            *(self.formula(f"x_{i + 1}").move_to(net.units[0][i]) for i in range(2)),
            *(
                self.formula(f"w_{i + 1}").next_to(
                    net.on_edge(0, 0, i, 0.5), side, buff=0.12
                )
                for i, side in enumerate((UR, DR))
            ),
            InLine(self.text("bias"), self.formula("b")).next_to(
                net.units[1][0], DOWN, buff=0.2
            ),
        ).set_z_index(3)
        rows = [
            [self.text(words), self.number(f"neuron.{path}", "d", pixels=theme.BODY)]
            for words, path in (
                ("weights", "n_weights"),
                ("bias", "n_biases"),
                ("parameters", "count"),
            )
        ]
        table = Table(rows, pitch=0.7, gap=0.5).move_to(rooms.panel().middle)
        self.play(FadeIn(net, letters))
        for row in table:
            self.play(FadeIn(row))
        self.shown = VGroup(net, letters, table)

    def count_network(self) -> None:
        """Count a network from the shapes of its layers."""
        self.beat("network")
        self.net = self.thin_network()
        foot = self.net.get_bottom()[1]
        sizes = VGroup(
            *(
                self.number(f"config.penguin_widths[{k}]", "d").move_to(
                    units.get_center()[0] * RIGHT + (foot - 0.4) * UP
                )
                for k, units in enumerate(self.net.units)
            )
        )
        self.widths = VGroup(sizes)
        for k, words in ((0, "measurements"), (3, "species")):
            name = self.text(words, color=theme.role("muted"))
            self.widths.add(name.next_to(sizes[k], DOWN, buff=0.16))
        self.table = self.layer_table()
        self.total = InLine(
            self.number("penguin_net.count", "d", pixels=theme.TITLE),
            self.text("parameters", pixels=theme.BODY),
        )
        VGroup(self.table, self.total).arrange(DOWN, buff=0.5).move_to(
            rooms.panel().middle
        )
        self.play(*self.leave(self.shown))
        self.play(FadeIn(self.net, self.widths))
        for row in self.table:
            self.play(FadeIn(row), run_time=0.6)
        self.play(FadeIn(self.total))

    def thin_network(self) -> NetworkDrawing:
        """Draw the penguin net, its many edges thin."""
        widths = self.values("config.penguin_widths")
        weights = [self.values(f"network.layers[{k}].W") for k in range(3)]
        room = rooms.main()
        height = room.height - 2.0
        net = NetworkDrawing(
            weights, width=min(6.0, room.width - 1.7), height=height,
            radius=0.46 * height / (max(widths) - 1),
        ).move_to(room.middle + 0.5 * UP)  # fmt: skip
        for edge in net.edge_group:
            edge.set_stroke(width=0.3 * edge.get_stroke_width(), opacity=0.7)
        for units in net.units:
            units.set_stroke(width=2)
        return net

    def layer_table(self) -> Table:
        """Write what each layer adds, and the sum."""
        muted = theme.role("muted")
        heads = ("layers", "weights", "biases")
        rows: list[list[Written]] = [[self.text(w, color=muted) for w in heads]]
        for k in range(4):
            path = f"penguin_net.layers[{k}]" if k < 3 else "penguin_net"
            ends = [f"{{config.penguin_widths[{i}]}}" for i in (k, k + 1)]
            head = " to ".join(ends) if k < 3 else "all"
            counts = [self.number(f"{path}.n_{w}", "d") for w in heads[1:]]
            rows.append([self.text(head, color=muted), *counts])
        return Table(rows, pitch=0.62, gap=0.55)

    def compare_with_synapses(self) -> None:
        """Set a parameter beside a synapse, not a neuron."""
        self.beat("synapse")
        units, edges = self.net.units[2], self.net.edges[1]
        to, of = min(4, len(edges) - 1), min(6, len(edges[0]) - 1)
        edge, unit = edges[to][of], units[to]
        bright = edge.copy().set_stroke(width=9, opacity=1).set_z_index(3)
        ring = Circle(radius=0.24).set_stroke(theme.role("ink"), theme.CURVE)
        ring.move_to(unit).set_z_index(4)
        drawn, counted, noted = rooms.panel().rows(1.4, 1.2, 1, gap=0.2)
        cells = SynapseSketch().move_to(drawn.middle)
        muted = theme.role("muted")
        names = VGroup(
            self.text("synapse").next_to(cells.contact, DOWN, buff=0.3),
            *(self.text("neuron").next_to(b, UP, buff=0.42) for b in cells.bodies),
        )
        counts = [
            InLine(self.number(path, "d", pixels=theme.BODY), self.text(words))
            for path, words in (
                ("penguin_net.count", "parameters, as if synapses"),
                ("penguin_net.n_neurons", "neurons"),
            )
        ]
        rows = Key([sample("positive", "positive"), sample("ink", "paper")], counts)
        rows.move_to(counted.middle)
        caveat = Table(
            [[self.text(w, color=muted)] for w in ("an analogy of counting,",
                                                   "not of function")],
            pitch=0.42,
        ).move_to(noted.middle)  # fmt: skip
        self.play(
            *self.leave(self.table, self.total), self.net.edge_group.animate.fade(0.65)
        )
        self.play(FadeIn(cells, names))
        self.play(Create(bright), FadeIn(rows[0]))
        self.play(Create(ring), FadeIn(rows[1]))
        self.play(FadeIn(caveat))

    # --- to scale -----------------------------------------------------------

    def bar(self, row: int, place: int, name: str) -> VGroup:
        """Draw a model's length on an even scale, with its name and length."""
        part = self.bar_rooms()[row]
        share = self.values("lengths")[place] / self.values("lengths")[0]
        bar = self.lengths.draw(share, part)
        words = InLine(
            self.text(name, weight="SEMIBOLD", pixels=TAG),
            self.text(f"{{length_words[{place}]}}", pixels=TAG),
            buff=0.3,
        ).next_to(bar, DOWN, buff=0.14)
        words.align_to(part.edge(LEFT) + 0.12 * RIGHT, LEFT)
        return VGroup(bar, words)

    def bar_rooms(self) -> list[rooms.Room]:
        """Return the rooms of the bars, as long as a kilometre on their scale."""
        room = rooms.whole().inside(left=0.24, right=0.24, top=0.4, bottom=0.35)
        return room.rows(1, 1, 1, 1, gap=0)

    def ask(self) -> None:
        """Show the largest as a bar, and ask for the length of ours."""
        self.beat("guess", clear=True)
        self.lengths = LengthBars()
        self.largest = self.bar(0, 0, "{gpt3.name}")
        parts = self.bar_rooms()
        self.zero = Line(parts[0].edge(UL), parts[-1].edge(DL))
        self.zero.set_stroke(theme.role("muted"), theme.AXIS)
        self.play(Create(self.zero), run_time=0.4)
        self.play(GrowFromEdge(self.largest[0], LEFT), run_time=2)
        self.play(FadeIn(self.largest[1]))
        self.unknown = self.text("our penguin net  ?", pixels=theme.BODY)
        self.unknown.move_to(parts[1].edge(LEFT) + 0.12 * RIGHT, aligned_edge=LEFT)
        self.play(FadeIn(self.unknown))

    def draw_to_scale(self) -> None:
        """Answer: on an even scale all but the largest vanish."""
        self.beat("even_scale")
        names = (
            "{esm2[5].name}, {esm2[5].words}",
            "{esm2[0].name}, {esm2[0].words}",
            "our penguin net, {penguin_net.count}",
        )
        bars = [self.bar(k, k, name) for k, name in enumerate(names, start=1)]
        self.play(*self.leave(self.unknown))
        self.play(FadeIn(bars[2]))
        for bar in bars[:2]:
            self.play(GrowFromEdge(bar[0], LEFT), FadeIn(bar[1]))

    # --- the axis -----------------------------------------------------------

    def tag(self, name: str, count: str, role: str = "positive") -> Table:
        """Write a name and, under it, a count."""
        color = theme.role(role)
        head = self.text(name, weight="SEMIBOLD", pixels=TAG, color=color)
        return Table([[head], [self.text(count, pixels=TAG)]], pitch=0.42)

    def mark(
        self, name: str, path: str, head: str, count: str, *, lean: int = -1,
        living: bool = False, hollow: bool = False,
    ) -> None:  # fmt: skip
        """Put the count at a path on the axis, with its name and its words."""
        role = "ink" if living else "positive"
        self.axis.add_mark(
            name,
            Mark(self.values(path), self.tag(head, count, role), lean=lean,
                 color=theme.role(role), hollow=hollow),
        )  # fmt: skip

    def cite(self, *sources: str) -> VGroup:
        """Write sources at the foot, each on its line if they do not fit into one."""
        style = {"pixels": theme.SMALLEST, "color": theme.role("muted")}
        lines = VGroup(self.text(" · ".join(sources), **style))
        if lines.width > rooms.whole().width:
            lines = VGroup(*(self.text(source, **style) for source in sources))
        return lines.arrange(DOWN, buff=0.12).move_to(self.foot(), aligned_edge=DOWN)

    def place_ours(self) -> None:
        """Put the counts on an axis of powers of ten."""
        self.beat("ours")
        self.clear_frame()
        self.axis = LongAxis(OURS, powers=(0, 15), words=WORDS)
        for path, words, lean in (
            ("neuron", "one neuron", 0),
            ("penguin_net", "penguin net", 1),
            ("splice_net", "splice network", -1),
        ):
            self.mark(path, f"{path}.count", words, f"{{{path}.count}}", lean=lean)
        unit = self.text("number of parameters", color=theme.role("muted"))
        end = self.axis.line.get_end() + 0.35 * self.axis.aside
        unit.move_to(end, aligned_edge=LEFT if self.axis.aside[0] else RIGHT)
        self.play(FadeIn(self.axis), FadeIn(unit))
        heights: dict[str, float] = {}
        rises = {"neuron": 0.7, "penguin_net": 1.0, "splice_net": 1.9}
        for name, height in rises.items():
            heights[name] = height
            self.play(self.axis.travel(heights=heights))
        self.unit, self.heights = unit, heights

    def place_worm(self) -> None:
        """Set a worm's neurons and synapses beside our nets."""
        self.beat("worm")
        head, about = "{worm_neurons.name}", "about {worm_synapses.words} synapses"
        self.mark("worm", "worm_neurons.count", head,
                  "{worm_neurons.words} neurons", living=True, hollow=True)  # fmt: skip
        self.mark("synapses", "worm_synapses.count", head, about, living=True, lean=1)
        self.play(*self.leave(self.unit))
        corner = self.axis.room.edge(UL) + 0.9 * RIGHT
        key = self.key().move_to(corner, aligned_edge=UL)
        source = self.cite("{worm_neurons.source}")
        self.heights |= {"worm": 3.0}
        self.play(self.axis.travel(heights=self.heights), FadeIn(source, key))
        self.heights |= {"synapses": 3.0}
        self.play(self.axis.travel(heights=self.heights))
        self.source, self.keys = source, key

    def key(self) -> VGroup:
        """Say what a dot and a ring are."""
        kinds = (
            ("parameters of a model", "positive", "positive"),
            ("synapses", "ink", "ink"),
            ("neurons", "ink", "paper"),
        )
        samples = [sample(ink, fill) for _, ink, fill in kinds]
        return Key(samples, [self.text(words) for words, _, _ in kinds])

    def travel_to_proteins(self) -> None:
        """Along the axis to the smallest protein language models."""
        self.beat("small")
        muted = theme.role("muted")
        note = self.tag("the lecture notes", "one million", "muted")
        self.axis.add_mark(
            "note", Mark(self.values("config.note_parameters"), note, color=muted)
        )
        self.mark("carp", "carp.count", "{carp.name}", "{carp.words}")
        self.mark("mif", "mif.count", "{mif.name}", "{mif.words}", lean=1)
        self.play(*self.leave(self.source, self.keys))
        self.play(self.axis.travel(PROTEIN, heights={}, run_time=3.5))
        self.source = self.cite("sizes from the review {carp.reference}")
        self.play(self.axis.travel(heights={"note": 2.4}), FadeIn(self.source))
        self.play(self.axis.travel(heights={"note": 2.4, "carp": 1.0, "mif": 1.4}))

    def climb_ladder(self) -> None:
        """Climb the six sizes of ESM-2, and on to ESM3."""
        self.beat("ladder")
        rungs = [f"{{esm2[{k}].words}}" for k in range(6)]
        rungs[0] = "{esm2[0].name}  " + rungs[0]
        rungs[4] = "{prot_t5.name} and  " + rungs[4]
        rungs[5] = "{esm2[5].name}  " + rungs[5]
        paths = [f"esm2[{k}]" for k in range(6)] + ["esm3"]
        heights: dict[str, float] = {}
        for path, words in zip(paths, [*rungs, "{esm3.name}  {esm3.words}"],
                               strict=True):  # fmt: skip
            label = self.text(words, pixels=TAG, color=theme.role("positive"))
            mark = Mark(self.values(f"{path}.count"), label, lean=-1)
            self.axis.add_mark(path, mark)
        source = self.cite("{esm2[0].source}", "{prot_t5.source}", "{esm3.citation}")
        self.play(self.axis.travel(LADDER, heights={}), *self.leave(self.source))
        self.play(FadeIn(source))
        for k, path in enumerate(paths):
            heights[path] = 0.75 + 0.48 * k
            self.play(self.axis.travel(heights=heights), run_time=0.7)
        self.source = source

    def travel_to_language(self) -> None:
        """Travel on to the large language models."""
        self.beat("language")
        self.mark("gpt3", "gpt3.count", "{gpt3.name}", "{gpt3.words}", lean=1)
        name, each = "{gpt_oss.name}", "each token: {active_words}"
        self.mark("oss", "gpt_oss.count", name, "in all: {gpt_oss.words}")
        self.mark("active", "gpt_oss.active", name, each, lean=0)
        self.play(*self.leave(self.source))
        self.play(self.axis.travel(LARGE, heights={"esm3": 0.8}, dots=(), run_time=2))
        source = self.cite("{gpt3.source}", "{gpt_oss.source}", "{gpt5.source}")
        heights = {"esm3": 0.8, "gpt3": 1.5}
        self.play(self.axis.travel(heights=heights), FadeIn(source))
        heights |= {"oss": 2.7}
        self.play(self.axis.travel(heights=heights))
        heights |= {"active": 1.9}
        self.play(self.axis.travel(heights=heights))
        missing = self.tag("{gpt5.name}", "size {gpt5.words}", "muted")
        self.play(FadeIn(missing.move_to(self.axis.room.at(1, 0.8), RIGHT)))
        self.source, self.missing = source, missing

    def travel_to_brain(self) -> None:
        """Travel on to the neurons and synapses of a human."""
        self.beat("brain")
        self.mark("brain", "brain.count", "{brain.name}",
                  "{brain_billions:.1f} ± {brain_spread:.1f} billion neurons",
                  living=True, hollow=True)  # fmt: skip
        self.mark("cortex", "cortex.count", "{cortex.name}",
                  "about {cortex.words} synapses", living=True)  # fmt: skip
        self.play(*self.leave(self.source, self.missing))
        heights = {"gpt3": 1.3}
        self.play(self.axis.travel(BRAIN, heights=heights, dots=(), run_time=3))
        source = self.cite("{brain.source}", "{cortex.source}")
        heights |= {"brain": 2.8}
        self.play(self.axis.travel(heights=heights), FadeIn(source))
        heights |= {"cortex": 2.8}
        self.play(self.axis.travel(heights=heights))
        ends = [
            self.axis.at(self.values(f"{path}.count")) + 0.4 * self.axis.aside
            for path in ("gpt3", "cortex")
        ]
        arrow = DoubleArrow(*ends, buff=0.15, stroke_width=theme.EDGE, tip_length=0.18,
                            color=theme.role("muted"))  # fmt: skip
        times = self.text("{synapses_per_parameter:.0f} times as many")
        times.next_to(arrow, self.axis.aside, buff=0.12).shift(0.6 * self.axis.along)
        self.play(FadeIn(arrow, times))
        self.source, self.gap = source, VGroup(arrow, times)

    def see_whole(self) -> None:
        """Show the whole axis at once."""
        self.beat("whole")
        self.play(*self.leave(self.source, self.gap))
        heights = {
            "neuron": 0.7, "penguin_net": 1.2, "worm": 2.4, "esm2[5]": 0.8,
            "gpt3": 1.2, "brain": 2.3, "cortex": 3.3,
        }  # fmt: skip
        dots = [m for m in self.axis.marks if m not in ("note", "active")]
        self.play(self.axis.travel(WHOLE, heights=heights, dots=dots, run_time=4))
        self.play(FadeIn(self.cite("sources: as shown before")))

    # --- what it costs ---------------------------------------------------------

    def weigh_memory(self) -> None:
        """Memory follows from the count."""
        self.beat("memory")
        self.clear_frame()
        words = {3: "kB", 6: "MB", 9: "GB", 12: "TB"}
        axis = LongAxis((2.4, 13.4), powers=(3, 13), words=words)
        self.play(FadeIn(axis, axis.beside(self.memory_key(axis.aside))))
        largest = "{esm2[5].name}, {esm2[5].words}", "{gpt3.name}"
        names = "our penguin net", "{esm2[3].name}, {esm2[3].words}", *largest
        for k, name in enumerate(names):
            self.play(FadeIn(self.memory_row(axis, k, name)))

    def memory_row(self, axis: LongAxis, k: int, name: str) -> VGroup:
        """Draw what one model takes: half, whole, in training."""
        is_upright = axis.reach is not None
        height = 0.8 + 0.2 * (k % 2) if is_upright else 0.55 + 0.78 * k
        away = axis.rise(height) * axis.aside
        span = Span(
            [
                axis.at(self.values(f"memory[{k}].{kind}")) + away
                for kind in ("half", "whole", "training")
            ],
            across=axis.aside,
        )
        words = InLine(
            self.text(name, weight="SEMIBOLD"),
            self.text(f"{{memory[{k}].whole_words}}, in training "
                      f"{{memory[{k}].training_words}}"),
            buff=0.25,
        )  # fmt: skip
        side = RIGHT if k == 0 or is_upright else LEFT
        return VGroup(span, words.next_to(span, side, buff=0.2))

    def memory_key(self, across: np.ndarray) -> VGroup:
        """Say what the three marks are."""
        words = (
            "half precision, {bytes_half} {bytes_half:plural(byte)} each",
            "single precision, {bytes_whole} {bytes_whole:plural(byte)} each",
            "training with Adam, {bytes_training} {bytes_training:plural(byte)} each",
        )
        return Key(span_marks(across), [self.text(line) for line in words])

    def train(self) -> None:
        """Estimate what training costs."""
        self.beat("training")
        self.clear_frame()
        self.axis = self.operations_axis()
        source = self.cite(
            "rule: {rule}, {rule_reference}", "{esm3.name}: as published"
        )
        self.play(FadeIn(self.axis, self.axis.beside(self.operations_rule())))
        heights: dict[str, float] = {}
        for name, height in (("ours", 1.7), ("gpt3", 1.5), ("esm3", 3.4)):
            heights[name] = height
            self.play(self.axis.travel(heights=heights))
        self.play(FadeIn(source))

    def operations_rule(self) -> VGroup:
        """Say how operations are counted."""
        tokens = "{gpt3.name}: {tokens_words} tokens; "
        ours = "ours: {n_birds} birds, {config.n_epochs} {config.n_epochs:plural(time)}"
        time, muted = "time: at a billion operations a second", theme.role("muted")
        return self.column(
            "operations = {operations_each} × parameters × tokens",
            self.text(tokens + ours, color=muted),
            self.text(time, color=muted),
            buff=0.2,
        )

    def operations_axis(self) -> LongAxis:
        """Set three trainings on an axis of operations."""
        words = {9: "billion", 12: "trillion"}
        axis = LongAxis((6.4, 25.4), powers=(7, 25), words=words, every=3)
        blue = theme.role("positive")
        for name, who, lean in (
            ("ours", "our penguin net", 1),
            ("gpt3", "{gpt3.name}", -1),
            ("esm3", "{esm3.name}", -1),
        ):
            path = f"train_{name}"
            value = self.values(f"{path}.operations")
            lines: list[list[Written]] = [
                [self.text(who, weight="SEMIBOLD", pixels=TAG, color=blue)],
                [Magnitude(value, path=f"{path}.operations", pixels=TAG)],
                [self.text(f"{{{path}.time}}", pixels=TAG)],
            ]
            tag = Table(lines, pitch=0.44)
            axis.add_mark(name, Mark(value, tag, lean=lean))
        return axis
