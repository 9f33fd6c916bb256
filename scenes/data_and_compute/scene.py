"""What deep learning asks for: data, multiplications, and care with scores."""

from collections.abc import Sequence
from types import ModuleType
from typing import ClassVar

import numpy as np
from manim import (
    DOWN,
    DR,
    LEFT,
    RIGHT,
    UL,
    UP,
    Create,
    DashedLine,
    Dot,
    FadeIn,
    Line,
    Rectangle,
    Square,
    VGroup,
)

from nnsim.errors import InputError
from nnsim.experiments import data_and_compute
from scenes.components.block_rows import BlockRows
from scenes.components.dashes import dashes
from scenes.components.dna_pixels import DnaPixels
from scenes.components.key import Key
from scenes.components.kin import Kin
from scenes.components.plot import Plot, draw_marker
from scenes.components.replay import Replay
from scenes.components.scale import Log
from scenes.components.sequence import BASES, DnaRow
from scenes.components.text import InLine
from scenes.data_and_compute.beyond_plot import BeyondPlot
from scenes.data_and_compute.family_views import FamilyRows, family_map
from scenes.data_and_compute.learning_plot import (
    COUNTS,
    LOOKS,
    NETWORK,
    RULES,
    VECTORS,
    LearningPlot,
)
from scenes.data_and_compute.score_strips import ScoreStrips
from scenes.frame import rooms, shapes, theme
from scenes.lesson.lesson import Lesson
from scenes.lesson.lines import MEAN_SD

LETTER = 0.2  # height of the letters of DNA, in units
TABLE = 5.3  # width of the table of costs beside its picture, in units


class DataAndCompute(Lesson):
    """Learning curves and their crossing, counted costs, and scores that mislead."""

    experiment: ClassVar[ModuleType] = data_and_compute

    def construct(self) -> None:
        """Tell the chapter."""
        self.show_data()
        self.draw_features()
        self.ask()
        self.cross()
        self.weigh()
        self.count()
        self.grow()
        self.align_family()
        self.part_at_random()
        self.part_by_family()
        self.compare_scores()
        self.plant_copies()
        self.go_beyond()
        self.check_list()

    # --- data ---------------------------------------------------------------

    def show_data(self) -> None:
        """All sequences as pixels; how few the smallest sets are."""
        self.beat("data")
        room = rooms.whole()
        note = self.paragraph(
            "\u201crequires large data, computational resources, and care with "
            "generalization\u201d",
            color=theme.role("muted"),
        )
        note.move_to(room.edge(UL), aligned_edge=UL)
        middle = room.inside(
            top=note.height + 0.85, bottom=1.95
        )  # names over, bars under
        pixels = DnaPixels(
            self.values("letters"), wide=middle.width, high=middle.height
        ).move_to(middle.middle)
        self.play(FadeIn(note))
        self.play(FadeIn(pixels), run_time=1.5)
        self.play(FadeIn(self.classes(pixels), self.bases(middle)))
        left, low = middle.left, middle.bottom
        sizes = self.values("sizes")
        for k, down in ((0, 0.35), (3, 0.9), (5, 1.75)):
            bar = Rectangle(width=middle.width * sizes[k] / sizes[-1], height=0.12)
            bar.set_stroke(width=0).set_fill(theme.role("ink"), 1)
            bar.move_to((left, low - down, 0), aligned_edge=LEFT)
            size = InLine(self.number(f"sizes[{k}]", "d", pixels=theme.BODY),
                          self.text("sequences"))  # fmt: skip
            if k < 5:
                size.next_to(bar, RIGHT, buff=0.2)
            else:
                size.next_to(bar, UP, buff=0.15).align_to(bar, RIGHT)
            self.play(FadeIn(bar, size), run_time=0.6)

    def classes(self, pixels: DnaPixels) -> VGroup:
        """Name the stretches of donors, acceptors and others over their columns."""
        names, start = VGroup(), pixels.get_left()[0]
        for k, word in enumerate(("donor sites", "acceptor sites", "no site")):
            wide = (
                pixels.width * self.values("class_counts")[k] / self.values("n_train")
            )
            line = Line(0.05 * RIGHT, (wide - 0.05) * RIGHT)
            line.set_stroke(theme.role("muted"), theme.AXIS)
            line.shift((start, pixels.get_top()[1] + 0.14, 0))
            name = self.text(word).next_to(line, UP, buff=0.12)
            name.shift((line.get_y() + 0.2 - name.baseline) * UP)
            names.add(line, name)
            start += wide
        return names

    def bases(self, above: rooms.Room) -> VGroup:
        """Say below a room which colour is which base."""
        key = VGroup()
        for base in BASES:
            color = theme.role(f"base_{base.lower()}")
            patch = Square(0.24).set_stroke(width=0).set_fill(color, 1)
            key.add(VGroup(patch, self.text(base)).arrange(buff=0.12))
        key.arrange(buff=0.4)
        return key.move_to(above.edge(DR) + 0.9 * DOWN, aligned_edge=RIGHT)

    def draw_features(self) -> None:
        """Error against data, for two kinds of features made by hand."""
        self.beat("features")
        self.clear_frame()
        about = self.paragraph(
            "dashed: held out ({n_test} {n_test:plural(sequence)}); shaded: "
            f"{MEAN_SD} of {{n_splits}} {{n_splits:plural(split)}}",
            color=theme.role("muted"),
        )
        self.about = self.stand_on_foot(about)
        room = rooms.above(about, gap=0.3)
        more = rooms.FOOT_LINES * rooms.foot_lines()  # for the question that follows
        self.learning = LearningPlot(self, room.inside(bottom=more))
        self.rules, self.counts = (self.learning.curve(m) for m in (RULES, COUNTS))
        self.names = dict(
            zip((RULES, COUNTS), self.learning.names(RULES, COUNTS), strict=True)
        )
        self.play(FadeIn(self.learning.plot, self.about))
        self.draw_curve(self.rules, self.names[RULES])
        self.draw_curve(self.counts, self.names[COUNTS])

    def draw_curve(self, curve: VGroup, name: VGroup) -> None:
        """Let a curve grow to the right, then say whose it is."""
        band, line, points = curve
        self.play(FadeIn(band, points), run_time=0.5)
        self.play(Create(line), run_time=1.2)
        self.play(FadeIn(name), run_time=0.5)

    def ask(self) -> None:
        """Ask whether raw letters can win."""
        self.beat("guess", clear=(self.about,))

    def cross(self) -> None:
        """Two models on raw letters start worse and overtake."""
        self.beat("cross")
        self.raw = {m: self.learning.curve(m) for m in (VECTORS, NETWORK)}
        every = (RULES, COUNTS, VECTORS, NETWORK)
        names = dict(zip(every, self.learning.names(*every), strict=True))
        dim = [self.counts.line, self.counts.points_shown, self.names[COUNTS]]
        self.play(
            *self.leave(self.names[RULES], self.counts.band),
            *(part.animate.fade(1 - theme.DIMMED) for part in dim),
        )
        self.play(FadeIn(names[RULES]), run_time=0.4)
        for model in (NETWORK, VECTORS):
            self.draw_curve(self.raw[model], names[model])
        x = self.values("crossing")
        if np.isnan(x):
            raise InputError("the network does not overtake the rules (sizes, n_steps)")
        plot = self.learning.plot
        cross = DashedLine(plot.at(x, 3), plot.at(x, 95))
        cross.set_stroke(theme.role("ink"), theme.AXIS)
        mark = InLine(self.text("crossing"), self.number("crossing", ".0f"))
        mark.next_to(cross, UP, buff=0.14)
        self.play(Create(cross), FadeIn(mark))
        self.crossing = VGroup(cross, mark)

    def weigh(self) -> None:
        """Say what each side of the crossing means."""
        self.beat("meaning")
        plot, x = self.learning.plot, self.values("crossing")
        middle = plot.at(x, 3)[0]
        words = (("knowledge pays", plot.x_axis.get_start()[0], "signal"),
                 ("data pays", plot.x_axis.get_end()[0], "train"))  # fmt: skip
        for text, end, role in words:
            zone = Rectangle(width=abs(end - middle), height=plot.y_axis.get_length())
            zone.move_to(((end + middle) / 2, plot.y_axis.get_y(), 0))
            zone.set_stroke(width=0).set_fill(theme.role(role), 0.09).set_z_index(-2)
            label = self.text(text, weight="SEMIBOLD", color=theme.role(role))
            label.move_to((zone.get_x(), plot.at(x, 74)[1], 0))
            self.play(FadeIn(zone, label))

    # --- computing ----------------------------------------------------------

    def count(self) -> None:
        """Count multiply-adds from the shapes, place by place."""
        self.beat("count")
        self.clear_frame()
        bases = self.values("alignment.sequences[0]")
        room = rooms.whole()
        per_line = len(bases) // (2 if shapes.current().is_tall else 1)
        row = DnaRow(bases, pitch=0.94 * room.width / per_line, height=LETTER,
                     per_line=per_line)  # fmt: skip
        row.move_to(room.edge(UP) + 0.2 * DOWN, aligned_edge=UP)
        width = int(self.values("shape.width"))
        window = row.window(0, width)
        room = room.inside(top=row.height + 0.7)
        table, rest = self.cost_table(room)
        blocks = BlockRows(
            int(self.values("n_places")), 13 if rest.width > rest.height else 10,
            [self.values("blocks[0]"), self.values("blocks[1]")],
            [theme.role("positive"), theme.role("signal")], cell=0.0255,
        )  # fmt: skip
        rooms.fit(blocks, rest)
        shown = VGroup(*blocks.places)
        for place in shown:
            place.set_opacity(0)

        def step(k: int) -> None:
            window.set_points(row.window(k, width).points)
            for j, place in enumerate(shown):
                place.set_opacity(float(j <= k))

        self.play(FadeIn(row, window))
        self.add(blocks)
        self.play(Replay([window, blocks], [step], len(shown) - 1, early=False,
                         run_time=4))  # fmt: skip
        for part in table:
            self.play(FadeIn(part), run_time=0.6)

    def cost_table(self, room: rooms.Room) -> tuple[VGroup, rooms.Room]:
        """Write the products that the areas show, and what training takes.

        Also return what the table leaves of the room.
        """
        positive, signal = theme.role("positive"), theme.role("signal")
        muted = theme.role("muted")
        tall = shapes.current().is_tall
        wide = room.width if tall else TABLE
        head = self.text("multiply-adds, as areas", color=muted)
        head.move_to((wide, 0.63, 0), aligned_edge=RIGHT)
        lines = (
            (self.text("filters", weight="SEMIBOLD", color=positive),
             self.text("{layers[0].n_out:d} × {layers[0].n_in:d} × {n_places:d}"),
             self.number("layers[0].multiply_adds", ",d")),
            (self.text("last layer", weight="SEMIBOLD", color=signal),
             self.text("{layers[1].n_in:d} × {layers[1].n_out:d}"),
             self.number("layers[1].multiply_adds", ",d")),
            (self.text("forward"), self.text("both layers"),
             self.number("forward", ",d")),
            (self.text("backward"), self.text("derivatives"),
             self.number("backward", ",d")),
        )  # fmt: skip
        for k, line in enumerate(lines):
            y = -0.55 * k - 0.15 * (k > 1)
            for part, x, edge in zip(line, (0, wide / 3, wide), (LEFT, LEFT, RIGHT),
                                     strict=True):  # fmt: skip
                part.move_to((x, 0, 0), aligned_edge=edge)
                part.shift((y - part.baseline) * UP)
        words = (
            "each place: one window of the DNA",
            "{n_parameters:,d} parameters: filters are used again",
            "training, {n_train} {n_train:plural(sequence)} "
            "{n_epochs} {n_epochs:plural(time)}:",
        )
        takes = self.text("{training_words}", pixels=theme.TITLE)
        notes = (self.text(line, color=muted) for line in words)
        about = self.column(*notes, takes, buff=0.2)
        about.move_to((0, -2.2, 0), aligned_edge=UL)
        table = VGroup(head, *(VGroup(*line) for line in lines), about)
        side = DOWN if tall else RIGHT
        table.move_to(room.edge(side), aligned_edge=side)
        if tall:
            return table, room.inside(bottom=table.height + rooms.GAP)
        return table, room.inside(right=table.width + rooms.GAP)

    def grow(self) -> None:
        """Width costs its square, depth and data their length."""
        self.beat("growth")
        self.clear_frame()
        factors = self.values("factors")
        growth = self.values("growth")
        room, panel = rooms.whole().parts(9, 5)
        room = room.inside(right=1.5)  # the names of the curves stand there
        plot = Plot(
            Log(0.93, 20), Log(0.85, 300), x_ticks=factors,
            x_label="times as wide, as deep, as much data",
            y_label="times the multiply-adds", **rooms.plot_size(room),
        ).move_to(room.middle)  # fmt: skip
        ends = VGroup()
        for word, k in (("width", 0), ("depth, data", 1)):
            name = self.text(word).next_to(plot.at(16, growth[k][-1]), RIGHT, buff=0.2)
            ends.add(name)
        self.play(FadeIn(plot, ends))
        cells = ((0, 0), (1, 0), (0, 1), (1, 1)), ((0, 0), (1.25, 0))
        places = panel.along(1, 1, 1)
        for k, (word, role, marker, size, grown) in enumerate((
            ("width", "negative", "square", 0.11, cells[0]),
            ("depth", "train", "circle", 0.11, cells[1]),
            ("data", "signal", "triangle", 0.075, cells[1]),
        )):  # fmt: skip
            color = theme.role(role)
            line = plot.curve(factors, growth[k], color=color)
            points = plot.scatter(np.stack([factors, growth[k]], axis=1), color=color,
                                  marker=marker, size=size)  # fmt: skip
            points.set_fill(color, 1)
            row = self.doubling(k, f"twice the {word}", role, grown)
            row.shift(places[k].at(0, 0.5))
            self.play(Create(line), FadeIn(points, row))

    def doubling(
        self, k: int, words: str, role: str, cells: Sequence[tuple[float, float]]
    ) -> VGroup:
        """Draw what doubling adds: squares beside the first one, and the count."""
        color, side = theme.role(role), 0.5
        name = self.text(words, color=color, weight="SEMIBOLD")
        name.move_to(0.75 * UP, aligned_edge=LEFT)
        squares = VGroup()
        for i, (across, up) in enumerate(cells):
            square = Square(side).set_stroke(color, theme.EDGE)
            square.set_fill(color, 0.75 if i == 0 else 0.25)
            squares.add(square.shift(side * (across * RIGHT + up * UP)))
        squares.move_to(0.1 * DOWN, aligned_edge=LEFT)
        style = {"pixels": theme.BODY}
        number = self.number(f"doubled[{k}]", ".1f", **style)
        times = self.line("\u00d7", number)
        return VGroup(name, squares, times.move_to((1.5, -0.1, 0), LEFT))

    # --- care ---------------------------------------------------------------

    def align_family(self) -> None:
        """One family of donors side by side."""
        self.beat("relatives")
        self.clear_frame()
        words = self.paragraph("strong: another base than in the first row; dashed: "
                               "the donor site", color=theme.role("muted"))  # fmt: skip
        self.stand_on_foot(words)
        family = FamilyRows(self, rooms.above(words))
        self.family = family
        self.play(FadeIn(family.rows[0], family.site))
        self.play(FadeIn(family.peptide))
        for row in family.rows[1:]:
            self.play(FadeIn(row), run_time=0.22)
        self.play(FadeIn(words))

    def part_at_random(self) -> None:
        """Split at random, and relatives stand on both sides."""
        self.beat("random")
        self.clear_frame()
        train, test = theme.role("train"), theme.role("validation")
        samples = [
            draw_marker("circle", 0.1).set_stroke(width=0).set_fill(train, 1),
            draw_marker("square", 0.12).set_stroke(width=0).set_fill(test, 1),
        ]
        key = Key(samples, [self.text("to learn from"), self.text("held out")])
        line = Line(0.2 * LEFT, 0.2 * RIGHT).set_stroke(theme.role("ink"), 2.5)
        rule = self.text("a line: {config.word} bases in a row shared, or at most "
                         "{config.mismatches} of {n_bases} differ",
                         color=theme.role("muted"))  # fmt: skip
        lines = Key([line, Dot(radius=0)], [self.text("relatives on both sides"), rule])
        self.leaks = lines[0]
        words = VGroup(key, lines)
        if shapes.current().is_tall:
            words.arrange(DOWN, buff=0.25, aligned_edge=LEFT)
        else:
            words.arrange(RIGHT, buff=1.2)
        words.move_to(rooms.whole().edge(DOWN), aligned_edge=DOWN)
        rows = family_map(self, rooms.above(words, gap=0.3))
        self.rings = [ring for row in rows for ring in row]
        for row in rows:
            self.play(FadeIn(*(ring.links for ring in row),
                             *(ring.members for ring in row)))  # fmt: skip
        self.play(FadeIn(words))

    def part_by_family(self) -> None:
        """Take the relatives of held-out sequences out of the training set."""
        self.beat("family")
        parted = [ring for ring in self.rings if ring.held_out.any()]
        gone = [m for ring in parted for m in ring.to_learn_from]
        links = [ring.links for ring in parted]
        words = self.text("taken out of training: faint", color=theme.role("ink"))
        words.move_to(self.leaks[1], aligned_edge=LEFT)
        self.play(*self.leave(self.leaks))
        self.play(
            *(m.animate.set_opacity(0.18) for m in gone),
            *(link.animate.set_stroke(opacity=0.12) for link in links),
            FadeIn(words),
            run_time=1.5,
        )

    def compare_scores(self) -> None:
        """Judge by the same held-out sequences, with and without relatives."""
        self.beat("leak")
        self.clear_frame()
        strips = self.strips = ScoreStrips(self)
        key = strips.said("circle", "no relatives in training", 0)
        self.play(FadeIn(strips.plot, strips.honest(), key))
        moved = strips.shifts("leaky", "square")
        key = strips.said("square", "relatives in training", 1)
        self.play(FadeIn(key), *(Create(one.lines) for one in moved))
        gains = strips.gains("gain")
        self.play(FadeIn(*(one.marks for one in moved)), FadeIn(gains))
        self.leaky = VGroup(*moved, key, gains)

    def plant_copies(self) -> None:
        """Plant a near-copy of each held-out sequence: memory looks clever."""
        self.beat("planted")
        self.play(*self.leave(*self.leaky))
        moved = self.strips.shifts("planted", "triangle")
        key = self.strips.said("triangle", "near-copies in training", 1)
        self.play(FadeIn(key), *(Create(one.lines) for one in moved))
        marks = (one.marks for one in moved)
        self.play(FadeIn(*marks), FadeIn(self.strips.gains("planted_gain")))

    def go_beyond(self) -> None:
        """Ask a law and networks about a concentration that neither has seen."""
        self.beat("beyond")
        self.clear_frame()
        beyond = BeyondPlot(self)
        self.play(FadeIn(beyond.plot, beyond.seen))
        self.play(Create(beyond.end), FadeIn(*beyond.networks), run_time=1.2)
        self.play(FadeIn(beyond.law, beyond.names()))
        self.play(FadeIn(beyond.unseen, beyond.misses()))

    def check_list(self) -> None:
        """Say what to ask of any claim."""
        self.beat("checks")
        self.clear_frame()
        rows = (
            ("Held out?", "here {n_test} {n_test:plural(sequence)} in each split"),
            ("Relatives kept apart?",
             "else k-mer counts gain {leaks[1].gain:.1f} points"),
            ("A simple baseline?",
             "{n_rules} {n_rules:plural(rule)}: "
             "{curves[0].wrong.mean[-1]:.1f} % wrong, "
             "network: {curves[3].wrong.mean[-1]:.1f} %"),
            ("The spread shown?",
             "{n_splits} {n_splits:plural(split)}, not the best one"),
            ("Asked beyond its data?",
             "networks missed by {enzyme.network_error.mean:.1f}, "
             "the law by {enzyme.law_error:.1f}"),
        )  # fmt: skip
        places = rooms.whole().rows(*(1 for _ in rows), gap=0)
        for (head, ours), icon, room in zip(rows, self.icons(), places, strict=True):
            question = self.text(head, pixels=theme.BODY, weight="SEMIBOLD")
            answer = self.text(ours, color=theme.role("muted"))
            icon.move_to(room.at(0, 0.5) + 1.1 * RIGHT)
            question.move_to(room.at(0, 0.5) + 2.3 * RIGHT, aligned_edge=LEFT)
            if shapes.current().is_tall:
                answer.next_to(question, DOWN, buff=0.2, aligned_edge=LEFT)
                VGroup(question, answer).set_y(room.middle[1])
            else:
                answer.move_to(question, aligned_edge=LEFT).shift(4.5 * RIGHT)
                answer.shift((question.baseline - answer.baseline) * UP)
            self.play(FadeIn(icon, question, answer), run_time=0.7)

    def icons(self) -> list[VGroup]:
        """Draw a small picture for each question, out of the chapter's own."""
        train, test = theme.role("train"), theme.role("validation")
        apart = VGroup(
            *(draw_marker("circle", 0.09).set_fill(train, 1) for _ in range(3)),
            draw_marker("square", 0.12).set_fill(test, 1),
        ).set_stroke(width=0).arrange(buff=0.16)  # fmt: skip
        families = self.values("families")
        family = families[min(7, len(families) - 1)]
        kin = Kin(family.links, family.held_out, train=train, test=test, radius=0.34)
        path = "curves[{}].wrong.mean"
        ends = {m: self.values(path.format(m))[-1] for m in (RULES, NETWORK)}
        bars = self.column(
            *(
                Rectangle(width=0.2 * end, height=0.2)
                .set_stroke(width=0).set_fill(theme.role(LOOKS[m][1]), 1)
                for m, end in ends.items()
            ), buff=0.1,
        )  # fmt: skip
        scores = self.values(f"leaks[{RULES}].honest")
        dots = VGroup(
            *(Dot(40 * (score - scores.mean()) * RIGHT, radius=0.09,
                  color=theme.role(LOOKS[RULES][1]))
              for score in scores),
            Line(0.22 * DOWN, 0.22 * UP).set_stroke(theme.role("ink"), theme.CURVE),
        )  # fmt: skip
        grid, law = self.values("enzyme.grid"), self.values("enzyme.law")
        plane = Plot((0, 1.25), (0, 250), x_label="c", y_label="v", width=1.3,
                     height=0.6)  # fmt: skip
        color, seen = theme.role("signal"), grid < 0.6 * grid[-1]
        rest = plane.curve(grid[~seen], law[~seen], color=color)
        curve = VGroup(plane.curve(grid[seen], law[seen], color=color),
                       dashes(rest, 5))  # fmt: skip
        return [apart, kin, bars, dots, curve]
