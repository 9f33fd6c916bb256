"""What deep learning asks for: data, multiplications, and care with scores."""

from types import ModuleType
from typing import ClassVar

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Brace,
    Create,
    DashedLine,
    Dot,
    FadeIn,
    Group,
    Line,
    Rectangle,
    Square,
    VGroup,
)

from nnsim.experiments import data_and_compute
from scenes import theme
from scenes.components.appear import Appear
from scenes.components.block_rows import BlockRows
from scenes.components.dna_pixels import DnaPixels
from scenes.components.key import Key
from scenes.components.log_plot import LogPlot
from scenes.components.plot import Plot, draw_marker
from scenes.components.replay import Replay
from scenes.components.score_shifts import ScoreShifts
from scenes.components.sequence import BASES, DnaRow
from scenes.components.table import Table
from scenes.components.text import InLine, Label
from scenes.family_views import FamilyRows, family_map
from scenes.learning_plot import COUNTS, LOOKS, NETWORK, RULES, VECTORS, LearningPlot
from scenes.lesson import Lesson

PANEL = 4.45 * RIGHT  # middle of the right third
WIDE = 12.6  # of a picture that takes the whole frame, in units


class DataAndCompute(Lesson):
    """Learning curves and their crossing, counted costs, and scores that mislead."""

    experiment: ClassVar[ModuleType] = data_and_compute
    title = "Data and compute"

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
        self.check_list()

    # --- data ---------------------------------------------------------------

    def show_data(self) -> None:
        """All sequences as pixels; how few the smallest sets are."""
        self.beat(
            "data",
            title="How much data does it take?",
            say="Deep learning requires large data, computing, and care with "
            "generalization. Here are {n_train} stretches of DNA, a column of "
            "{n_bases} coloured bases each. Is that large?",
        )
        pixels = DnaPixels(self.values("letters"), wide=WIDE, high=3.0)
        pixels.shift(0.35 * UP)
        key = VGroup()
        for base in BASES:
            color = theme.role(f"base_{base.lower()}")
            patch = Square(0.26).set_stroke(width=0).set_fill(color, 1)
            key.add(VGroup(patch, self.text(base)).arrange(buff=0.13))
        key.arrange(buff=0.45).move_to(6.3 * LEFT + 2.3 * UP, aligned_edge=LEFT)
        site = self.text("the site in the middle", color=theme.role("muted"))
        site.move_to(6.3 * RIGHT + 2.3 * UP, aligned_edge=RIGHT)
        self.play(FadeIn(pixels), run_time=1.5)
        self.play(FadeIn(key))
        low = pixels.get_bottom()[1]
        start = pixels.get_left()[0]
        sizes = self.values("sizes")
        sets = VGroup()
        for row, k in enumerate((0, 3, 5)):
            y = low - 0.25 - 0.62 * row
            end = start + WIDE * sizes[k] / sizes[-1]
            bar = Rectangle(width=end - start, height=0.16).set_stroke(width=0)
            bar.set_fill(theme.role("ink"), 1).move_to((start, y, 0), aligned_edge=LEFT)
            size = self.number(f"sizes[{k}]", "d", pixels=theme.BODY)
            size.next_to(bar, RIGHT if k < 5 else DOWN, buff=0.2)
            sets.add(VGroup(bar, size))
            self.play(FadeIn(sets[-1]), run_time=0.6)

    def draw_features(self) -> None:
        """Error against data, for two kinds of features made by hand."""
        self.beat(
            "features",
            title="Features made by hand",
            say="Expert rules need little: {curves[0].mean[1]:.1f} % of the held-out "
            "sequences wrong after {sizes[1]}. Letter counts miss the signal: with "
            "{sizes[5]} still {curves[1].mean[5]:.1f} % wrong.",
        )
        self.clear_frame()
        self.learning = LearningPlot(self)
        self.rules, self.counts = (self.learning.curve(m) for m in (RULES, COUNTS))
        self.names = dict(
            zip((RULES, COUNTS), self.learning.names(RULES, COUNTS), strict=True)
        )
        about = self.text("dashed: held out ({n_test} sequences); shaded: spread over "
                          "{n_splits} splits", color=theme.role("muted"))  # fmt: skip
        self.about = about.move_to(self.foot())
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
        self.beat(
            "guess",
            title="Raw letters, no knowledge",
            question="Models that read raw letters start with no knowledge. Will they "
            "overtake the rules?",
        )
        self.play(*self.leave(self.about))

    def cross(self) -> None:
        """Two models on raw letters start worse and overtake."""
        self.beat(
            "cross",
            title="Given enough data, raw letters win",
            say="With {sizes[0]} sequences raw models fail. On average the network "
            "overtakes the rules near {crossing:.0f}, support vectors near "
            "{crossing_vectors:.0f}, and these end better in {n_better[2]} of "
            "{n_splits} splits.",
        )
        self.raw = {m: self.learning.curve(m) for m in (VECTORS, NETWORK)}
        every = (RULES, COUNTS, VECTORS, NETWORK)
        names = dict(zip(every, self.learning.names(*every), strict=True))
        self.play(*self.leave(self.names[RULES]), self.counts.animate.set_opacity(0.25))
        self.play(FadeIn(names[RULES]), run_time=0.4)
        for model in (NETWORK, VECTORS):
            self.draw_curve(self.raw[model], names[model])
        x = self.values("crossing")
        plot = self.learning.plot
        cross = DashedLine(plot.at(x, 3), plot.at(x, 62)).set_stroke(
            theme.role("ink"), theme.AXIS
        )
        mark = InLine(self.text("crossing", patch=True),
                      self.number("crossing", ".0f", patch=True))  # fmt: skip
        mark.move_to(plot.at(x, 74))
        self.play(Create(cross), FadeIn(mark))
        self.crossing = VGroup(cross, mark)

    def weigh(self) -> None:
        """Say what each side of the crossing means."""
        self.beat(
            "meaning",
            title="Knowledge or data",
            say="Left of the crossing knowledge pays, right of it data. This is not "
            "deep against shallow: with {n_train} sequences support vectors err least, "
            "{curves[2].mean[5]:.1f} %, the network {curves[3].mean[5]:.1f} %.",
        )
        plot, x = self.learning.plot, self.values("crossing")
        middle = plot.at(x, 3)[0]
        words = (("knowledge pays", plot.x_axis.get_start()[0], "signal"),
                 ("data pays", plot.x_axis.get_end()[0], "train"))  # fmt: skip
        for text, end, role in words:
            zone = Rectangle(width=abs(end - middle), height=plot.y_axis.get_length())
            zone.move_to(((end + middle) / 2, plot.y_axis.get_y(), 0))
            zone.set_stroke(width=0).set_fill(theme.role(role), 0.09).set_z_index(-1)
            label = self.text(text, weight="SEMIBOLD", color=theme.role(role))
            label.next_to(zone, UP, buff=0.14)
            self.play(FadeIn(zone, label))

    # --- computing ----------------------------------------------------------

    def count(self) -> None:
        """Count multiply-adds from the shapes, place by place."""
        self.beat(
            "count",
            title="Multiply-adds, counted from shapes",
            say="The cost: {layers[0].n_out} filters multiply {layers[0].n_in} numbers "
            "at each of {n_places} places. With the last layer one sequence takes "
            "{forward:,} multiply-adds, and {backward:,} more on the way back.",
        )
        self.clear_frame()
        bases = self.values("alignment.sequences[0]")
        row = DnaRow(bases, pitch=0.128).move_to(2.55 * LEFT + 2.45 * UP)
        window = row.window(0, 9)
        blocks = BlockRows(
            int(self.values("n_places")), 13,
            [self.values("blocks[0]"), self.values("blocks[1]")],
            [theme.role("positive"), theme.role("signal")], cell=0.0255,
        ).move_to(2.55 * LEFT + 0.45 * DOWN)  # fmt: skip
        shown = VGroup(*blocks.places)
        for place in shown:
            place.set_opacity(0)

        def step(k: int) -> None:
            window.move_to(row.cell(k + 4))
            for j, place in enumerate(shown):
                place.set_opacity(float(j <= k))

        self.play(FadeIn(row, window))
        self.add(blocks)
        self.play(Replay([window, blocks], [step], len(shown) - 1, early=False,
                         run_time=4))  # fmt: skip
        for part in self.cost_table():
            self.play(FadeIn(part), run_time=0.6)

    def cost_table(self) -> VGroup:
        """Write the products that the areas show, and what training takes."""
        positive, signal = theme.role("positive"), theme.role("signal")
        muted = theme.role("muted")
        lines = (
            (self.text("filters", weight="SEMIBOLD", color=positive),
             self.text("{layers[0].n_out:d} × {layers[0].n_in:d} × {n_places:d}"),
             self.number("layers[0].multiply_adds", ",d")),
            (self.text("last layer", weight="SEMIBOLD", color=signal),
             self.text("{layers[1].n_in:d} × {layers[1].n_out:d}"),
             self.number("layers[1].multiply_adds", ",d")),
            (self.text("forward"), self.text("both layers"), self.number("forward", ",d")),
            (self.text("backward"), self.text("derivatives"), self.number("backward", ",d")),
        )  # fmt: skip
        table = VGroup(*(VGroup(*line) for line in lines))
        for k, line in enumerate(table):
            y = 1.9 - 0.62 * k - 0.2 * (k > 1)
            for part, x, edge in zip(line, (1.75, 3.35, 6.4), (LEFT, LEFT, RIGHT),
                                     strict=True):  # fmt: skip
                part.move_to((x, 0, 0), aligned_edge=edge)
                part.shift((y - part.baseline) * UP)
        about = VGroup(
            self.text("area: one multiply-add each", color=muted),
            self.text("{n_parameters:,d} parameters, filters used again", color=muted),
            self.text("training, {n_train} × {n_epochs} times:", color=muted),
            self.text("{training_words}", pixels=theme.TITLE),
        ).arrange(DOWN, aligned_edge=LEFT, buff=0.2)
        about.move_to((1.75, -1.45, 0), aligned_edge=LEFT)
        return VGroup(*table, about)

    def grow(self) -> None:
        """Width costs its square, depth and data their length."""
        self.beat(
            "growth",
            title="Width costs more than depth",
            say="Counted for a dense network: twice the width takes "
            "{doubled[0]:.1f} times the multiply-adds, twice the depth "
            "{doubled[1]:.1f}, twice the data {doubled[2]:.1f}. Wide, deep and much "
            "data multiply.",
        )
        self.clear_frame()
        factors = self.values("factors")
        growth = self.values("growth")
        plot = LogPlot(
            (0.93, 20), (0.85, 300), x_label="times as wide, as deep, as much data",
            y_label="times the multiply-adds", width=5.6, height=4.4,
            x_ticks=factors, y_ticks=(1, 10, 100),
        )  # fmt: skip
        plot.shift((-5.6, -1.75, 0) - plot.x_axis.get_start())
        self.play(FadeIn(plot))
        unit = 0.5
        rows = (
            (0, "width", "negative", "square", [(0, 0), (1, 0), (0, 1), (1, 1)]),
            (1, "depth", "train", "circle", [(0, 0), (1.25, 0)]),
            (2, "data", "signal", "triangle", [(0, 0), (1.25, 0)]),
        )
        for k, word, role, marker, cells in rows:
            color = theme.role(role)
            line = plot.curve(factors, growth[k], color=color)
            size = (0.11, 0.11, 0.075)[k]
            points = plot.scatter(
                [(f, g) for f, g in zip(factors, growth[k], strict=True)],
                color=color, marker=marker, size=size,
            )  # fmt: skip
            y = 1.75 - 1.75 * k
            name = self.text(f"twice the {word}", color=color, weight="SEMIBOLD")
            name.move_to((1.7, y + 0.75, 0), aligned_edge=LEFT)
            squares = VGroup()
            for i, (across, up) in enumerate(cells):
                square = Square(unit).set_stroke(color, theme.EDGE)
                square.set_fill(color, 0.75 if i == 0 else 0.25)
                squares.add(square.shift(unit * (across * RIGHT + up * UP)))
            squares.move_to((1.75, y - 0.1, 0), aligned_edge=LEFT)
            times = InLine(self.text("×", pixels=theme.BODY),
                           self.number(f"doubled[{k}]", ".1f", pixels=theme.BODY))  # fmt: skip
            times.move_to((4.4, y - 0.1, 0), aligned_edge=LEFT)
            self.play(Create(line), FadeIn(points, name, squares, times))

    # --- care ---------------------------------------------------------------

    def align_family(self) -> None:
        """One family of donors side by side."""
        self.beat(
            "relatives",
            title="Some sequences are relatives",
            say="These {alignment.n} donors share {alignment.share_same:.0%} of their "
            "bases with the first; its exon spells {alignment.peptide}, a stretch of "
            "beta-globin. Genes have families.",
        )
        self.clear_frame()
        family = FamilyRows(self)
        self.family = family
        self.play(FadeIn(family.rows[0], family.site))
        self.play(FadeIn(family.peptide))
        for row in family.rows[1:]:
            self.play(FadeIn(row), run_time=0.22)
        words = self.text("bright: another base than in the first row; dashed: the "
                          "donor site", color=theme.role("muted"))  # fmt: skip
        self.play(FadeIn(words.move_to(self.foot())))

    def part_at_random(self) -> None:
        """A random split puts relatives on both sides."""
        self.beat(
            "random",
            title="A random split parts families",
            say="Hold sequences out at random, and {n_mixed} of the {n_drawn} largest "
            "families lie on both sides. {n_related} of {n_test} held-out sequences "
            "have a relative among the others: the test leaks.",
        )
        self.clear_frame()
        self.map = family_map(self).move_to(0.75 * UP)
        rings = [ring for row in self.map for ring in row]
        for row in self.map:
            self.play(FadeIn(*(ring.links for ring in row)),
                      FadeIn(*(ring.members for ring in row)))  # fmt: skip
        self.rings = rings
        train, test = theme.role("train"), theme.role("validation")
        samples = [
            draw_marker("circle", 0.1).set_stroke(width=0).set_fill(train, 1),
            draw_marker("square", 0.12).set_stroke(width=0).set_fill(test, 1),
        ]
        words = [self.text("to learn from"), self.text("held out")]
        key = Key(samples, words).move_to(5.9 * LEFT + 2.3 * DOWN, aligned_edge=LEFT)
        line = Line(0.3 * LEFT, 0.3 * RIGHT).set_stroke(theme.role("ink"), 2.5)
        leaks = VGroup(line, self.text("relatives on both sides")).arrange(buff=0.2)
        leaks.move_to((-2.4, key[0].get_y(), 0), aligned_edge=LEFT)
        rule = self.text("a line: {config.word} bases in a row shared, or at most "
                         "{config.mismatches} of {n_bases} differ",
                         color=theme.role("muted"))  # fmt: skip
        rule.move_to((-2.4, key[1].get_y(), 0), aligned_edge=LEFT)
        self.play(FadeIn(key, leaks, rule))
        self.leaks = leaks

    def part_by_family(self) -> None:
        """Take the relatives of held-out sequences out of the training set."""
        self.beat(
            "family",
            title="The honest split: by family",
            say="So take every relative of a held-out sequence out of the training "
            "set. All learning curves of this chapter were drawn that way. What does "
            "the leak do to a score?",
        )
        gone, links = [], []
        for ring in self.rings:
            if not ring.held_out.any():
                continue
            gone += [m for m, out in zip(ring.members, ring.held_out, strict=True)
                     if not out]  # fmt: skip
            links.append(ring.links)
        words = self.text("taken out of training: faint", color=theme.role("ink"))
        words.move_to(self.leaks, aligned_edge=LEFT)
        self.play(*self.leave(self.leaks))
        self.play(
            *(m.animate.set_opacity(0.18) for m in gone),
            *(link.animate.set_stroke(opacity=0.12) for link in links),
            FadeIn(words),
            run_time=1.5,
        )

    def strip(self) -> Plot:
        """Draw the axis of scores, a block of splits for each model."""
        plot = Plot(
            (0.58, 1.0), (0, 4), x_label="share right of the held-out sequences",
            y_label="split", width=6.3, height=4.4, y_ticks=(),
        )  # fmt: skip
        plot.remove(plot.y_label)
        return plot.shift((-2.6, -1.75, 0) - plot.x_axis.get_start())

    def compare_scores(self) -> None:
        """The same held-out sequences, with and without relatives in training."""
        self.beat(
            "leak",
            title="Relatives make scores look better",
            say="Same held-out sequences, relatives back in training: the forest on "
            "letter counts rises from {leaks[1].means[0]:.1%} to "
            "{leaks[1].means[1]:.1%}, in {leaks[1].n_raised} of {n_splits} splits. "
            "Rules, which memorise nothing, gain nothing.",
        )
        self.clear_frame()
        plot = self.strip()
        n = self.values("n_splits")
        self.blocks, shifts, honest = {}, VGroup(), VGroup()
        names = VGroup()
        for place, model in enumerate((COUNTS, VECTORS, NETWORK, RULES)):
            rows = [3.82 - place - 0.64 * i / (n - 1) for i in range(n)]
            name, role, _ = LOOKS[model]
            color = theme.role(role)
            scores = [self.values(f"leaks[{model}].{s}") for s in ("honest", "leaky",
                                                                   "planted")]  # fmt: skip
            self.blocks[model] = (rows, scores, color)
            label = self.text(name, color=color, weight="SEMIBOLD")
            label.move_to((-2.85, plot.at(1, rows[n // 2])[1], 0), aligned_edge=RIGHT)
            names.add(label)
            points = list(zip(scores[0], rows, strict=True))
            honest.add(plot.scatter(points, color=theme.role("ink"), marker="circle",
                                    size=0.075))  # fmt: skip
            shifts.add(ScoreShifts(plot, scores[0], scores[1], rows, color=color,
                                   marker="square"))  # fmt: skip
        marks = [draw_marker(m, 0.1).set_stroke(width=0).set_fill(theme.role("ink"), 1)
                 for m in ("circle", "square")]  # fmt: skip
        words = [self.text("no relatives"), self.text("with relatives")]
        self.key = Key(marks, words).move_to((4.15, 2.05, 0), aligned_edge=LEFT)
        gains = self.gains("gain", (COUNTS, VECTORS, NETWORK, RULES), plot)
        self.play(FadeIn(plot, names, self.key[0]))
        self.play(FadeIn(honest))
        for one in shifts:
            one.lines.set_z_index(-1)
        self.play(FadeIn(self.key[1]), *(Create(s.lines) for s in shifts))
        self.play(FadeIn(*(s.marks for s in shifts)), FadeIn(gains))
        self.scores, self.shifts, self.gained = plot, shifts, gains

    def gains(self, path: str, models: tuple[int, ...], plot: Plot) -> VGroup:
        """Write at the right what each model gains on average."""
        column = VGroup()
        for model in models:
            rows, _, _ = self.blocks[model]
            number = self.number(f"leaks[{model}].{path}", "+.1%", pixels=theme.BODY)
            y = plot.at(1, rows[len(rows) // 2])[1]
            column.add(number.move_to((5.0, y, 0), aligned_edge=RIGHT))
        return column

    def plant_copies(self) -> None:
        """A near-copy of each held-out sequence makes any memory look clever."""
        self.beat(
            "planted",
            title="Near-copies: nearly perfect",
            say="Now plant a copy of each held-out sequence, {config.mutated:.0%} of "
            "its bases changed. Support vectors reach {leaks[2].means[2]:.1%}: solved, "
            "it seems. Without relatives: {leaks[2].means[0]:.1%}.",
        )
        planted = VGroup()
        for rows, scores, color in self.blocks.values():
            planted.add(ScoreShifts(self.scores, scores[0], scores[2], rows,
                                    color=color, marker="triangle"))  # fmt: skip
        mark = draw_marker("triangle", 0.1).set_stroke(width=0)
        mark.set_fill(theme.role("ink"), 1)
        more = Key([mark], [self.text("with near-copies")])
        more.move_to(self.key[1], aligned_edge=LEFT)
        self.play(*self.leave(self.shifts, self.key[1], self.gained))
        for one in planted:
            one.lines.set_z_index(-1)
        models = tuple(self.blocks)
        gains = self.gains("planted_gain", models, self.scores)
        self.play(FadeIn(more), *(Create(s.lines) for s in planted))
        self.play(FadeIn(*(s.marks for s in planted)), FadeIn(gains))

    def check_list(self) -> None:
        """Say what to ask of any claim."""
        self.beat(
            "checks",
            title="Ask this of any score",
            say="Ask of any score: was it held out, were relatives kept apart, is there "
            "a simple baseline, is the spread shown, and does it hold beyond the data?",
        )
        self.clear_frame()
        rows = (
            ("Held out?", "{n_test} sequences the models never saw"),
            ("Families kept apart?", "else letter counts gain {leaks[1].gain:.1%}"),
            ("A simple baseline?", "{curves[0].mean[5]:.1f} % wrong with rules alone"),
            ("The spread shown?", "{n_splits} splits, not one"),
        )
        lines = []
        for head, ours in rows:
            lines.append([self.text(head, pixels=theme.BODY, weight="SEMIBOLD"),
                          self.text(ours, color=theme.role("muted"))])  # fmt: skip
        for k, line in enumerate(lines):
            y = 1.9 - 1.0 * k
            line[0].move_to((-4.6, y, 0), aligned_edge=LEFT)
            line[1].move_to((0.6, y, 0), aligned_edge=LEFT)
            line[1].shift((line[0].baseline - line[1].baseline) * UP)
            self.play(FadeIn(*line), run_time=0.7)
