"""Features made by hand, and features that a network finds in raw DNA."""

from collections.abc import Sequence
from types import ModuleType
from typing import ClassVar

import numpy as np
from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Create,
    DashedLine,
    Dot,
    FadeIn,
    GrowFromEdge,
    Rectangle,
    VGroup,
)

from nnsim.experiments import features
from scenes import theme
from scenes.components.bars import Bars
from scenes.components.logo import Logo
from scenes.components.number import Number
from scenes.components.plot import Plot
from scenes.components.replay import Replay
from scenes.components.sequence import BASES, DnaRow
from scenes.components.text import InLine, Label
from scenes.lesson import Lesson

PANEL = 4.7 * RIGHT + 0.1 * DOWN  # middle of the right third
CELL = 0.214  # width of a base where all are shown
SITE = 30  # bases before the site
KINDS = ("donor", "acceptor", "no site")
MODELS = {"logistic": "logistic regression", "svm": "support vectors",
          "forest": "random forest", "cnn": "network, learned filters"}  # fmt: skip
FIRST, LAST = 10, 42  # positions of the logo that are drawn


class Features(Lesson):
    """Classical learning needs features made by hand; a network learns its own."""

    experiment: ClassVar[ModuleType] = features
    title = "Features"

    def construct(self) -> None:
        """Tell the chapter."""
        self.show_sequences()
        self.count_words()
        self.score_counts()
        self.ask_expert()
        self.go_raw()
        self.ask()
        self.grow()
        self.read()
        self.be_fair()
        self.move_site()
        self.slide()
        self.grow_filters()
        self.climb()
        self.compare()

    # --- by hand ------------------------------------------------------------

    def site_mark(self, row: DnaRow, k: float, height: float = 0.5) -> DashedLine:
        """Draw a line at the gap before cell k."""
        at = row.cell(k - 0.5)
        line = DashedLine(at + height * UP, at + height * DOWN, dash_length=0.08)
        return line.set_stroke(theme.role("ink"), theme.AXIS)

    def show_sequences(self) -> None:
        """One real sequence of each kind."""
        self.beat(
            "sequences",
            title="Where does an intron begin?",
            say="Here are {n_sequences} stretches of primate DNA. At the dashed line "
            "an intron begins (donor site), ends (acceptor), or there is no site.",
        )
        self.rows = VGroup()
        words = ("exon, then intron", "intron, then exon", "neither")
        for k, (kind, meaning) in enumerate(zip(KINDS, words, strict=True)):
            row = DnaRow(self.values(f"examples[{k}]"), pitch=CELL)
            row.move_to((1.7 - 1.75 * k) * UP)
            name = InLine(
                self.text(f"{kind}:", pixels=theme.BODY, weight="SEMIBOLD"),
                self.text(meaning, pixels=theme.BODY),
                self.text(f"({{counts[{k}]:d}} of these)", color=theme.role("muted")),
            )
            name.next_to(row, UP, buff=0.3).align_to(row, LEFT)
            mark = self.site_mark(row, SITE, 0.28)
            self.rows.add(VGroup(row, name, mark))
            self.play(FadeIn(row, name), Create(mark), run_time=0.8)

    def count_words(self) -> None:
        """Slide a window along the donor and count."""
        self.beat(
            "kmers",
            title="A feature made by hand: counts",
            say="Classical learning wants a row of numbers. A usual choice: slide "
            "along and count each three-letter word, a k-mer. The DNA becomes "
            "{n_kmers} counts; order is lost.",
        )
        donor = self.rows[0]
        self.play(*self.leave(self.rows[1], self.rows[2], donor[1], donor[2]))
        row = donor[0]
        assert isinstance(row, DnaRow)
        self.row = row
        self.play(self.row.animate.move_to(2.35 * UP))
        words, running = self.values("words"), self.values("running")
        cells, numbers = self.table_of_counts()
        window = self.row.window(0, 3)
        spot = Rectangle(width=1.1, height=0.44)
        spot.set_stroke(theme.role("signal"), theme.EDGE)
        self.play(FadeIn(cells, *numbers, window))

        def step(k: int) -> None:
            if k:
                window.move_to(self.row.cell(k))
                spot.move_to(VGroup(cells[words[k - 1]], numbers[words[k - 1]]))
                self.show_count(numbers[words[k - 1]], k, int(words[k - 1]))

        spot.move_to(VGroup(cells[words[0]], numbers[words[0]]))
        self.add(spot)
        steps = len(running) - 1
        self.play(
            Replay([window, spot, *numbers], [step], steps, early=False, run_time=6)
        )
        for j, number in enumerate(numbers):  # a jump may have skipped a place
            number.show_value(running[-1][j], f"running[-1, {j}]")
        self.counted = VGroup(cells, *numbers, window, spot)

    def table_of_counts(self) -> tuple[VGroup, list[Number]]:
        """Write out every word, and beside it a count of none."""
        cells, numbers = VGroup(), []
        for j, word in enumerate(self.values("kmers")):
            number = self.number(f"running[0, {j}]", "d", pixels=theme.SMALLEST)
            label = self.text(word, pixels=theme.SMALLEST, color=theme.role("muted"))
            column, line = j % 8, j // 8
            at = (-5.6 + 1.55 * column) * RIGHT + (1.35 - 0.56 * line) * UP
            label.move_to(at, aligned_edge=LEFT)
            number.next_to(label, RIGHT, buff=0.18)
            number.shift((label.baseline - number.baseline) * UP)
            cells.add(label)
            numbers.append(number)
        return cells, numbers

    def show_count(self, number: Number, k: int, j: int) -> None:
        """Show how often word j has come up in the first k places."""
        self.follow(number, f"running[{{k}}, {j}]")(k)

    def bars(
        self, paths: Sequence[str], names: Sequence[str], best: int | None, wide: float
    ) -> Bars:
        """Draw scores with their spread."""
        numbers = [self.number(f"{path}.mean", ".1%") for path in paths]
        labels: list[Label] = [self.text(name) for name in names]
        spreads = [self.values(f"{path}.sd") for path in paths]
        return Bars(labels, numbers, spreads, width=wide, best=best)

    def grow_bars(self, bars: Bars) -> None:
        """Let bars grow from zero."""
        self.play(FadeIn(bars.start, *(row[0] for row in bars.rows)), run_time=0.5)
        grown = [GrowFromEdge(bar, LEFT) for bar in bars.bars]
        self.play(*grown, *(FadeIn(row[1]) for row in bars.rows))

    def held_out(self) -> Label:
        """Say what the scores are."""
        return self.text(
            "share right of {n_test} held-out sequences; line: spread over "
            "{n_splits} splits", color=theme.role("muted"),
        ).move_to(2.75 * DOWN)  # fmt: skip

    def score_counts(self) -> None:
        """Three classical models on the counts."""
        self.beat(
            "counts_score",
            title="Classical models on the counts",
            say="Three classical models learn from the counts. On held-out DNA the "
            "best gets {aligned[1].mean:.1%} right; always answering no site gets "
            "{base_rate:.1%}.",
        )
        self.play(*self.leave(self.counted, self.row))
        names = [MODELS[m] for m in ("logistic", "svm", "forest")]
        bars = self.bars([f"aligned[{k}]" for k in range(3)], names, 1, 7.0)
        bars.move_to(0.4 * UP)
        self.grow_bars(bars)
        x = bars.start.get_center()[0] + 7.0 * self.values("base_rate")
        top, low = bars.start.get_top()[1], bars.start.get_bottom()[1]
        line = DashedLine([x, top, 0], [x, low, 0]).set_stroke(theme.role("ink"), 2.5)
        words = InLine(self.text("always \u201cno site\u201d:"),
                       self.number("base_rate", ".1%"))  # fmt: skip
        words.next_to(np.array([x, low, 0.0]), DOWN, buff=0.2)
        self.play(Create(line), FadeIn(words, self.held_out()))

    def ask_expert(self) -> None:
        """Measure what a biologist would, and see how far it goes."""
        self.beat(
            "rules",
            title="Better features: expert rules",
            say="A biologist asks better questions: GT after the site, AG before it, "
            "a pyrimidine tract. With {n_rules} rules a forest reaches "
            "{aligned[5].mean:.1%}.",
        )
        self.clear_frame()
        row = self.row
        row.shift((2.35 - row.get_center()[1]) * UP)
        mark = self.site_mark(row, SITE, 0.28)
        lines = VGroup()
        for k, rule in enumerate(self.values("rules")):
            y = 1.45 - 0.52 * k
            name = self.text(rule).move_to(6.3 * LEFT + y * UP, aligned_edge=LEFT)
            spec = ".2f" if k in (2, 6, 7) else ".0f"
            value = self.number(f"rule_values[{k}]", spec)
            value.move_to(2.5 * LEFT + y * UP, aligned_edge=LEFT)
            value.shift((name.baseline - value.baseline) * UP)
            lines.add(VGroup(name, value))
        self.play(FadeIn(row, mark))
        frames = VGroup(row.window(SITE, 2), row.window(SITE - 2, 2),
                        row.window(SITE - 18, 15))  # fmt: skip
        for frame, line in zip(frames, lines[:3], strict=True):
            self.play(Create(frame), FadeIn(line), run_time=0.6)
        self.play(FadeIn(lines[3:]))
        bars = self.bars(
            ["aligned[1]", "aligned[5]"], ["k-mer counts", "expert rules"], 1, 2.6
        ).move_to(3.4 * RIGHT + 0.2 * UP)
        self.grow_bars(bars)

    # --- by learning --------------------------------------------------------

    def go_raw(self) -> None:
        """Each base as four numbers."""
        self.beat(
            "one_hot",
            title="No features: the raw letters",
            say="Now nobody chooses. Each base becomes four numbers, a 1 in the row "
            "of its letter, else 0: one-hot. A sequence is {n_inputs} numbers.",
        )
        self.clear_frame()
        row = self.row
        row.move_to(1.7 * UP)
        grid = VGroup()
        for line, base in enumerate(BASES):
            color = theme.role(f"base_{base.lower()}")
            for k, letter in enumerate(row.bases):
                cell = Rectangle(width=0.19, height=0.5)
                cell.move_to(row.cell(k)).shift((0.95 + 0.62 * line) * DOWN)
                cell.set_stroke(theme.role("muted"), 0.8)
                cell.set_fill(color, 1 if letter == base else 0)
                grid.add(cell)
        key = self.text(
            "rows: A, C, G, T; filled: one, empty: zero", color=theme.role("muted")
        )
        key.move_to(2.45 * DOWN)
        self.play(FadeIn(row))
        self.play(Create(grid, lag_ratio=0.002), run_time=2.5)
        self.play(FadeIn(key))

    def ask(self) -> None:
        """Show the weights before learning."""
        self.beat(
            "guess",
            title="One weight for each base and place",
            question="Before training, the weights spell nothing. What will they "
            "learn to look for?",
        )
        self.clear_frame()
        logo = self.values("logo")
        largest = np.clip(logo[-1, :2], 0, None).sum(axis=2).max()
        self.logos, self.frames = [], VGroup()
        for k, y in ((0, 0.85), (1, -1.75)):
            drawn = Logo(logo[0, k, FIRST:LAST], pitch=0.27, unit=1.7 / largest)
            drawn.shift(6.3 * LEFT + y * UP)
            name = self.text(f"for {KINDS[k]}", pixels=theme.BODY, weight="SEMIBOLD")
            name.move_to(6.3 * LEFT + (y + 1.45) * UP, aligned_edge=LEFT)
            at = drawn.at(SITE - FIRST)
            mark = DashedLine(at + 0.12 * DOWN, at + 1.75 * UP, dash_length=0.08)
            mark.set_stroke(theme.role("muted"), theme.AXIS)
            self.frames.add(name, mark)
            self.logos.append(drawn)
        self.play(FadeIn(self.frames, *self.logos))

    def counters(
        self, epochs: str, accuracy: str, taller: str
    ) -> tuple[Number, Number, VGroup]:
        """Write epoch and held-out accuracy."""
        epoch = self.number(f"{epochs}[0]", "d", pixels=theme.BODY)
        share = self.number(f"{accuracy}[0]", ".1%", pixels=theme.BODY)
        panel = VGroup(
            InLine(self.text("epoch", pixels=theme.BODY), epoch),
            InLine(self.text("held out, right:", pixels=theme.BODY), share),
            self.text(f"taller letter: {taller}", color=theme.role("muted")),
            self.text("dashed line: the site", color=theme.role("muted")),
        ).arrange(DOWN, aligned_edge=LEFT, buff=0.4)
        return epoch, share, panel.move_to(PANEL + 0.3 * UP)

    def grow(self) -> None:
        """Let the weights grow, epoch by epoch."""
        self.beat(
            "grow",
            say="A single layer learns from the raw letters. After each pass through "
            "the data, an epoch, the weights have grown where they help. Held-out "
            "sequences right: {logo_accuracy[-1]:.1%}.",
        )
        logo = self.values("logo")
        epoch, share, panel = self.counters(
            "logo_epochs", "logo_accuracy", "larger weight"
        )
        self.play(FadeIn(panel))

        def step(k: int) -> None:
            for c, drawn in enumerate(self.logos):
                drawn.trace(logo[k, c, FIRST:LAST])

        draw = [step, self.follow(epoch, "logo_epochs[{k}]"),
                self.follow(share, "logo_accuracy[{k}]")]  # fmt: skip
        moving = [*self.logos, epoch, share]
        self.play(Replay(moving, draw, len(logo) - 1, early=True, run_time=6))
        self.panel = panel

    def read(self) -> None:
        """Read the rule off the weights."""
        self.beat(
            "found",
            title="It found the GT\u2013AG rule",
            say="After the site the weights spell {donor_word}; before it "
            "{acceptor_word}, behind a tract of C and T: the GT–AG rule, from data "
            "alone.",
        )
        donor, acceptor = self.logos
        frames = VGroup()
        for logo, start, n in ((donor, 30, 6), (acceptor, 27, 3), (acceptor, 12, 15)):
            high = 1.2 if n > 6 else 1.9
            frame = Rectangle(width=n * 0.27, height=high)
            left = logo.at(start - FIRST)
            frame.move_to(left + n * 0.135 * RIGHT + (high / 2 - 0.1) * UP)
            frame.set_stroke(theme.role("signal"), theme.EDGE)
            frames.add(frame)
        bold = {"pixels": theme.BODY, "weight": "SEMIBOLD"}
        facts = (
            VGroup(
                self.text("donor: {donor_word}", **bold),
                self.text("acceptor: {acceptor_word}", **bold),
                self.text("tract: {n_pyrimidines} of {n_tract} C or T", **bold),
            )
            .arrange(DOWN, aligned_edge=LEFT, buff=0.45)
            .move_to(PANEL)
        )
        self.play(*self.leave(self.panel))
        for box, fact in zip(frames, facts, strict=True):
            self.play(Create(box), FadeIn(fact), run_time=0.8)

    def be_fair(self) -> None:
        """Say what does not win."""
        self.beat(
            "fair",
            title="Learned features do not win yet",
            say="Be fair: with the site in the middle, support vectors on raw "
            "letters do as well, {aligned[7].mean:.1%}, as a network with filters, "
            "{aligned[9].mean:.1%}.",
        )
        self.clear_frame()
        names = ["k-mer counts, support vectors", "expert rules, random forest",
                 "raw, logistic regression", "raw, random forest",
                 "raw, support vectors", "raw, network with filters"]  # fmt: skip
        paths = [f"aligned[{k}]" for k in (1, 5, 6, 8, 7, 9)]
        self.grow_bars(self.bars(paths, names, 5, 6.0).move_to(0.35 * UP))
        self.play(FadeIn(self.held_out()))

    # --- site anywhere --------------------------------------------------------

    def move_site(self) -> None:
        """Cut windows at random places."""
        self.beat(
            "anywhere",
            title="Now the site may lie anywhere",
            say="In a genome nobody centres the site. So cut {window} of {n_bases} "
            "bases at random: the same donor, now here, now there.",
        )
        self.clear_frame()
        bases = self.values("examples[0]")
        for k, start in enumerate(self.values("cuts")):
            row = DnaRow(bases[start : start + 40], pitch=0.3)
            row.move_to((1.9 - 1.0 * k) * UP)
            mark = self.site_mark(row, SITE - start, 0.36)
            self.play(FadeIn(row), Create(mark), run_time=0.7)

    def slide(self) -> None:
        """Slide one learned filter along a held-out window."""
        self.beat(
            "filter",
            title="A filter slides along",
            say="A convolution slides one small set of weights, a filter, along the "
            "DNA. Its sum z peaks where the letters fit. Max-pooling keeps only the "
            "peak: found, wherever it is.",
        )
        self.clear_frame()
        row = DnaRow(self.values("filters.scan.sequence"), pitch=0.3)
        row.move_to(0.65 * UP)
        weights = self.values("filters.scan.weights")
        z, places = self.values("filters.scan.z"), self.values("filters.scan.places")
        best = int(self.values("filters.scan.best"))
        logo = Logo(weights, pitch=0.3, unit=0.95)
        logo.shift(row.cell(-0.5) + 0.5 * UP)
        name = self.text("a learned filter", color=theme.role("muted"))
        name.move_to(6.0 * LEFT + 2.45 * UP, aligned_edge=LEFT)
        plot = self.sum_plot(row, z)
        window = row.window(0, len(weights))
        whole = plot.curve(places, z, color=theme.role("signal"))
        curve = whole.copy().pointwise_become_partial(whole, 0, 0)
        start = logo.get_center().copy()
        self.play(FadeIn(row, logo, window, name))
        self.play(FadeIn(plot))
        self.add(curve)

        def step(k: int) -> None:
            logo.move_to(start + 0.3 * k * RIGHT)
            window.move_to(row.cell(k + (len(weights) - 1) / 2))
            curve.pointwise_become_partial(whole, 0, k / (len(z) - 1))

        n = len(z) - 1
        self.play(Replay([logo, window, curve], [step], n, early=False, run_time=5))
        dot = Dot(plot.at(best, z[best]), radius=0.1, color=theme.role("ink"))
        peak = InLine(self.text("largest z"), self.number(f"filters.scan.z[{best}]"))
        self.play(FadeIn(dot, peak.next_to(dot, RIGHT, buff=0.2)))
        self.play(
            logo.animate.move_to(start + 0.3 * best * RIGHT),
            window.animate.move_to(row.cell(best + (len(weights) - 1) / 2)),
        )

    def sum_plot(self, row: DnaRow, z: np.ndarray) -> Plot:
        """Draw the axes of the filter's sum, place under place."""
        low, high = float(np.floor(z.min())), float(np.ceil(z.max()))
        plot = Plot((0, len(z) - 1), (low, high),
                    x_label="place of the filter", y_label="sum z",
                    width=0.3 * (len(z) - 1), height=1.45)  # fmt: skip
        return plot.shift(row.cell(0) - plot.x_axis.get_start() + 2.55 * DOWN)

    def grow_filters(self) -> None:
        """Four filters grow; the site lines up."""
        self.beat(
            "filters",
            title="Filters learn where to look",
            say="After training, {filters.n_at_site} of {filters.n_filters} filters "
            "fire at one place next to the site, which they were never told; four "
            "are shown. The others fire in no fixed place.",
        )
        self.clear_frame()
        heights, offsets = (
            self.values("filters.heights"),
            self.values("filters.offsets"),
        )
        logos, marks = [], VGroup()
        for f, offset in enumerate(offsets):
            logo = Logo(heights[0, f], pitch=0.3, unit=0.42)
            at = -2.6 + 0.3 * offset
            logos.append(logo.shift(at * RIGHT + (1.75 - 1.3 * f) * UP))
        top, low = np.array([-2.6, 2.75, 0]), np.array([-2.6, -2.35, 0])
        marks.add(DashedLine(top, low).set_stroke(theme.role("muted"), theme.AXIS))
        epoch, share, panel = self.counters(
            "filters.epochs", "filters.accuracy", "more certain"
        )
        self.play(FadeIn(marks, panel, *logos))

        def step(k: int) -> None:
            for f, logo in enumerate(logos):
                logo.trace(heights[k, f])

        draw = [step, self.follow(epoch, "filters.epochs[{k}]"),
                self.follow(share, "filters.accuracy[{k}]")]  # fmt: skip
        n = len(heights) - 1
        self.play(Replay([*logos, epoch, share], draw, n, early=False, run_time=6))

    def climb(self) -> None:
        """Letters make motifs, motifs make a site."""
        self.beat(
            "hierarchy",
            title="Letters, motifs, a site",
            say="Filters turn letters into motifs; later layers turn motifs into a "
            "site: a hierarchy. Here one step is enough: {without_hidden.mean:.1%} "
            "right without the layer between, {moved[5].mean:.1%} with it.",
        )
        self.clear_frame()
        row = DnaRow(self.values("filters.hierarchy.sequence"), pitch=0.2)
        row.move_to(2.4 * LEFT + 2.35 * UP)
        mark = self.site_mark(row, int(self.values("filters.hierarchy.site")), 0.28)
        head = self.text("peak a", color=theme.role("muted"))
        head.move_to(2.2 * RIGHT + row.get_center()[1] * UP)
        self.play(FadeIn(row, mark))
        self.play(FadeIn(head))
        places = self.values("filters.hierarchy.places")
        for f, place in enumerate(places):
            weights = self.values(f"filters.hierarchy.weights[{f}]")
            logo = Logo(weights, pitch=0.2, unit=0.55)
            logo.shift(row.cell(int(place) - 0.5) + (1.25 + 1.0 * f) * DOWN)
            peak = self.number(f"filters.hierarchy.peaks[{f}]")
            peak.move_to(2.2 * RIGHT + (logo.at(0)[1] + 0.25) * UP)
            if not peak.value:  # silent
                VGroup(logo, peak).set_opacity(theme.DIMMED)
            self.play(FadeIn(logo, peak), run_time=0.7)
        silent = self.text("dimmed: the filter stays silent", color=theme.role("muted"))
        silent.move_to(6.3 * LEFT + 2.6 * DOWN, aligned_edge=LEFT)
        self.play(FadeIn(self.verdict(), silent))

    def verdict(self) -> VGroup:
        """Write what the network makes of the motifs."""
        paths = [f"filters.hierarchy.p[{k}]" for k in range(len(KINDS))]
        chances = [self.number(path, ".1%") for path in paths]
        names: list[Label] = [self.text(kind) for kind in KINDS]
        bars = Bars(names, chances, [0.0] * len(paths), width=1.6, best=1)
        head = self.text("probability", color=theme.role("muted"))
        scores = VGroup(
            self.text("held out, right", color=theme.role("muted")),
            self.text("filters, then classes: {without_hidden.mean:.1%}"),
            self.text("with a layer between: {moved[5].mean:.1%}"),
        ).arrange(DOWN, aligned_edge=LEFT, buff=0.2)
        head.next_to(bars, UP, buff=0.3)
        block = VGroup(VGroup(head, bars), scores).arrange(DOWN, buff=0.7)
        return block.move_to(PANEL + 0.1 * LEFT)

    def compare(self) -> None:
        """Scores with the site anywhere."""
        self.beat(
            "compare",
            title="Where learned features win",
            say="Site unknown: rules fall to {moved[1].mean:.1%}, a scan that is "
            "told the pattern gets {moved[4].mean:.1%}, the network "
            "{moved[5].mean:.1%}. Learned features pay.",
        )
        self.clear_frame()
        names = ["raw, random forest", "expert rules, support vectors",
                 "raw, support vectors", "k-mer counts, support vectors",
                 "known pattern, scanned", "raw, network with filters"]  # fmt: skip
        paths = [f"moved[{k}]" for k in (3, 1, 2, 0, 4, 5)]
        self.grow_bars(self.bars(paths, names, 5, 6.0).move_to(0.55 * UP))
        note = self.text(
            "network: a new window in each epoch; the others: {config.n_cuts} window "
            "of each sequence", color=theme.role("muted"),
        ).move_to(2.2 * DOWN)  # fmt: skip
        self.play(FadeIn(self.held_out(), note))
