"""Features made by hand, and features that a network finds in raw DNA."""

from collections.abc import Sequence
from types import ModuleType
from typing import Any, ClassVar

import numpy as np
from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UL,
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
from scenes.components.bars import Bars
from scenes.components.growing_curve import GrowingCurve
from scenes.components.logo import Logo
from scenes.components.number import Number
from scenes.components.plot import Plot
from scenes.components.replay import Replay
from scenes.components.sequence import BASES, DnaRow
from scenes.components.text import InLine, Label
from scenes.drawings.run_panel import Counter, RunPanel, View
from scenes.features.dna_rows import row_right_of_scale, short_row, site_mark, whole_row
from scenes.frame import rooms, shapes, theme
from scenes.lesson.lesson import Lesson
from scenes.lesson.lines import MEAN_SD

SITE = 30  # bases before the site
KINDS = ("donor", "acceptor", "no site")
MODELS = {"logistic": "logistic regression", "svm": "support vectors",
          "forest": "random forest", "cnn": "network, learned filters"}  # fmt: skip
FIRST, LAST = 10, 42  # positions of the logo that are drawn
HIGH = 8.8  # what a sequence, a logo over it and a plot below it fill at most


class Features(Lesson):
    """Classical learning needs features made by hand; a network learns its own."""

    experiment: ClassVar[ModuleType] = features

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

    def show_sequences(self) -> None:
        """One real sequence of each kind."""
        self.beat("sequences")
        self.rows = VGroup()
        words = ("exon, then intron", "intron, then exon", "neither")
        places = rooms.whole().inside(bottom=0.7).rows(1, 1, 1)
        for k, (kind, meaning) in enumerate(zip(KINDS, words, strict=True)):
            row = whole_row(self.values(f"examples[{k}]"))
            row.move_to(places[k].middle + 0.25 * DOWN)
            name = InLine(
                self.text(f"{kind}:", pixels=theme.BODY, weight="SEMIBOLD"),
                self.text(meaning, pixels=theme.BODY),
                self.text(f"({{counts[{k}]:d}} of these)", color=theme.role("muted")),
            )
            name.next_to(row, UP, buff=0.3).align_to(row, LEFT)
            mark = site_mark(row, SITE, 0.28)
            self.rows.add(VGroup(row, name, mark))
            self.play(FadeIn(row, name), Create(mark), run_time=0.8)

    def count_words(self) -> None:
        """Slide a window along the donor and count."""
        self.beat("kmers")
        donor = self.rows[0]
        self.play(*self.leave(self.rows[1], self.rows[2], donor[1], donor[2]))
        row = donor[0]
        assert isinstance(row, DnaRow)
        self.row = row
        self.play(self.at_top(self.row.animate))
        words, running = self.values("words"), self.values("running")
        cells, numbers = self.table_of_counts()
        window = self.row.window(0, 3)
        spot = Rectangle(width=1.1, height=0.44)
        spot.set_stroke(theme.role("signal"), theme.EDGE)
        self.play(FadeIn(cells, *numbers, window))

        def step(k: int) -> None:
            if k:
                window.set_points(self.row.window(k - 1, 3).points)
                self.show_count(numbers[words[k - 1]], k, int(words[k - 1]))
                spot.move_to(VGroup(cells[words[k - 1]], numbers[words[k - 1]]))

        spot.move_to(VGroup(cells[words[0]], numbers[words[0]]))
        self.add(spot)
        steps = len(running) - 1
        self.play(
            Replay([window, spot, *numbers], [step], steps, early=False, run_time=6)
        )
        for j, number in enumerate(numbers):  # a jump may have skipped a place
            number.show_value(running[-1][j], f"running[-1, {j}]")
        self.counted = VGroup(cells, *numbers, window, spot)

    def at_top(self, row: Any) -> Any:
        """Put a row, or let it go, to the top of the frame."""
        return row.move_to(rooms.whole().edge(UP) + 0.39 * DOWN, aligned_edge=UP)

    def below_row(self) -> rooms.Room:
        """Return the room below the row at the top."""
        return rooms.whole()._replace(top=self.row.get_bottom()[1] - 0.45)

    def table_of_counts(self) -> tuple[VGroup, list[Number]]:
        """Write out every word, and beside it a count of none."""
        cells, numbers = VGroup(), list[Number]()
        words, room = self.values("kmers"), self.below_row()
        n_columns = 4 if shapes.current().is_tall else 8
        columns = room.inside(left=0.35, right=0.35).columns(*n_columns * [1], gap=0)
        lines = room.rows(*len(words) // n_columns * [1], gap=0)
        for j, word in enumerate(words):
            number = self.number(f"running[0, {j}]", "d", pixels=theme.SMALLEST)
            label = self.text(word, pixels=theme.SMALLEST, color=theme.role("muted"))
            line, column = divmod(j, n_columns)
            at = columns[column].middle[0] * RIGHT + lines[line].middle[1] * UP
            label.move_to(at + 0.42 * LEFT, aligned_edge=LEFT)
            number.next_to(label, RIGHT, buff=0.18)
            number.shift((label.baseline - number.baseline) * UP)
            cells.add(label)
            numbers.append(number)
        return cells, numbers

    def show_count(self, number: Number, k: int, j: int) -> None:
        """Show how often word j has come up in the first k places."""
        self.follow(number, f"running[{{k}}, {j}]")(k)

    def bars(
        self,
        paths: Sequence[str],
        names: Sequence[str],
        best: int | None,
        room: rooms.Room,
        longest: float = 6.0,
    ) -> Bars:
        """Draw scores with their spread; in a tall frame under their names."""
        numbers = [self.number(f"{path}.right.mean", ".1%") for path in paths]
        labels: list[Label] = [self.text(name) for name in names]
        spreads = [self.values(f"{path}.right.sd") for path in paths]
        tall = shapes.current().is_tall
        left = 0 if tall else max(label.width for label in labels) + 0.2
        largest = (0.14 if tall else 0.112) * rooms.whole().height
        pitch = min(0.8 * room.height / len(paths), largest)
        return Bars(
            labels, numbers, spreads, best=best, pitch=pitch,
            width=min(longest, room.width - left - 1.1),
            thickness=0.34 if tall else 0.515 * pitch, names_above=tall,
        ).move_to(room.middle)  # fmt: skip

    def grow_bars(self, bars: Bars) -> None:
        """Let bars grow from zero."""
        self.play(FadeIn(bars.start, *(row[0] for row in bars.rows)), run_time=0.5)
        grown = [GrowFromEdge(bar, LEFT) for bar in bars.bars]
        self.play(*grown, *(FadeIn(row[1]) for row in bars.rows))

    def notes(self, *lines: str) -> VGroup:
        """Write what the scores are at the foot of the frame, below other notes."""
        about = "share right of {n_test} held-out sequences" + (
            f"; line: {MEAN_SD} of {{n_splits}} splits"
            if self.is_repeated("n_splits")
            else ", one split"
        )
        muted = theme.role("muted")
        notes = [self.paragraph(words, color=muted) for words in (*lines, about)]
        block = VGroup(*notes).arrange(DOWN, buff=0.3)
        return block.next_to(rooms.whole().edge(DOWN), UP, buff=0.18)

    def room_of_bars(self) -> rooms.Room:
        """Return the room of bars that stand alone over two notes."""
        return rooms.whole().inside(bottom=0.95)

    def score_counts(self) -> None:
        """Three classical models on the counts."""
        self.beat("counts_score")
        self.play(*self.leave(self.counted, self.row))
        names = [MODELS[m] for m in ("logistic", "svm", "forest")]
        paths = [f"aligned[{k}]" for k in range(3)]
        bars = self.bars(paths, names, 1, self.room_of_bars(), 7.0)
        self.grow_bars(bars)
        scale = bars.width_of_scale
        x = bars.start.get_center()[0] + scale * self.values("base_rate")
        top, low = bars.start.get_top()[1], bars.start.get_bottom()[1]
        line = DashedLine([x, top, 0], [x, low, 0]).set_stroke(theme.role("ink"), 2.5)
        words = InLine(self.text("always \u201cno site\u201d:"),
                       self.number("base_rate", ".1%"))  # fmt: skip
        words.next_to(np.array([x, low, 0.0]), DOWN, buff=0.2)
        self.play(Create(line), FadeIn(words, self.notes()))

    def ask_expert(self) -> None:
        """Measure what a biologist would, and see how far it goes."""
        self.beat("rules")
        self.clear_frame()
        row = self.at_top(self.row)
        room = self.below_row()
        of_rules, of_bars = room.inside(bottom=0.5).parts(1.4, 1)
        mark = site_mark(row, SITE, 0.28)
        lines = VGroup()
        rules = self.values("rules")
        places = of_rules.inside(left=0.24).rows(*len(rules) * [1], gap=0)
        for k, rule in enumerate(rules):
            name = self.text(rule).move_to(places[k].edge(LEFT), aligned_edge=LEFT)
            spec = ".2f" if k in (2, 6, 7) else ".0f"
            value = self.number(f"rule_values[{k}]", spec)
            value.move_to(name.get_left() + 3.8 * RIGHT, aligned_edge=LEFT)
            value.shift((name.baseline - value.baseline) * UP)
            lines.add(VGroup(name, value))
        self.play(FadeIn(row, mark))
        frames = VGroup(row.window(SITE, 2), row.window(SITE - 2, 2),
                        row.window(SITE - 18, 15))  # fmt: skip
        for frame, line in zip(frames, lines[:3], strict=True):
            self.play(Create(frame), FadeIn(line), run_time=0.6)
        self.play(FadeIn(lines[3:]))
        paths, names = ["aligned[1]", "aligned[5]"], ["k-mer counts", "expert rules"]
        self.grow_bars(self.bars(paths, names, 1, of_bars))

    # --- by learning --------------------------------------------------------

    def go_raw(self) -> None:
        """Each base as four numbers."""
        self.beat("one_hot")
        self.clear_frame()
        room, n_lines = rooms.whole(), len(self.row.bases) // self.row.per_line
        high = room.height / (7.1 + 4.7 * n_lines)  # of a cell
        row, grid = whole_row(self.row.bases, leading=7.5 * high), VGroup()
        for line, base in enumerate(BASES):
            color = theme.role(f"base_{base.lower()}")
            for k, letter in enumerate(row.bases):
                cell = Rectangle(width=0.89 * row.pitch, height=high)
                cell.move_to(row.cell(k)).shift((1.9 + 1.24 * line) * high * DOWN)
                cell.set_stroke(theme.role("muted"), 0.8)
                cell.set_fill(color, 1 if letter == base else 0)
                grid.add(cell)
        VGroup(row, grid).move_to(room.middle + 0.3 * UP)
        key = self.text(
            "rows: A, C, G, T; filled: one, empty: zero", color=theme.role("muted")
        )
        key.next_to(grid, DOWN, buff=0.6)
        self.play(FadeIn(row))
        self.play(Create(grid, lag_ratio=0.002), run_time=2.5)
        self.play(FadeIn(key))

    def ask(self) -> None:
        """Show the weights before learning."""
        self.beat("guess", clear=True)
        logo = self.values("logo")
        largest = np.clip(logo[-1, :2], 0, None).sum(axis=2).max()
        self.logos, self.frames = [], VGroup()
        room, self.panel_room = rooms.whole().parts(2.2, 1)
        for k, row in enumerate(room.inside(bottom=0.85).rows(1, 1)):
            high, pitch = row.height - 0.55, row.width / (LAST - FIRST)
            drawn = Logo(logo[0, k, FIRST:LAST], pitch=pitch, unit=high / largest)
            drawn.shift(row.at(0, 0) + 0.25 * UP)
            name = self.text(f"for {KINDS[k]}", pixels=theme.BODY, weight="SEMIBOLD")
            name.move_to(row.at(0, 1) + 0.4 * DOWN, aligned_edge=LEFT)
            at = drawn.at(SITE - FIRST)
            mark = DashedLine(at + 0.12 * DOWN, at + high * UP, dash_length=0.08)
            mark.set_stroke(theme.role("muted"), theme.AXIS)
            self.frames.add(name, mark)
            self.logos.append(drawn)
        self.play(FadeIn(self.frames, *self.logos))

    def counters(
        self, epochs: str, accuracy: str, taller: str
    ) -> tuple[list[Counter], VGroup]:
        """Write epoch and held-out accuracy."""
        counters = [
            Counter(self, "epoch", epochs + "[{k}]"),
            Counter(self, "held out, right:", accuracy + "[{k}]", ".1%"),
        ]
        panel = self.column(
            *counters,
            self.text(f"taller letter: {taller}", color=theme.role("muted")),
            self.text("dashed line: the site", color=theme.role("muted")),
            buff=0.4,
        )
        return counters, panel.move_to(self.panel_room.middle)

    def grow(self) -> None:
        """Let the weights grow, epoch by epoch."""
        self.beat("grow")
        logo = self.values("logo")
        counters, panel = self.counters("logo_epochs", "logo_accuracy", "larger weight")
        self.play(FadeIn(panel))

        views = [
            View.of(drawn.trace, logo[:, c, FIRST:LAST], drawn)
            for c, drawn in enumerate(self.logos)
        ]
        self.play(RunPanel(logo, views, counters).replay(6, early=True))
        self.panel = panel

    def read(self) -> None:
        """Read the rule off the weights."""
        self.beat("found")
        donor, acceptor = self.logos
        tallest = max(logo.get_top()[1] - logo.at(0)[1] for logo in self.logos)
        frames = VGroup()
        for logo, start, n in ((donor, 30, 6), (acceptor, 27, 3), (acceptor, 12, 15)):
            high = (0.68 if n > 6 else 1.08) * tallest
            frame = Rectangle(width=n * logo.pitch, height=high)
            middle = logo.at(start - FIRST + n / 2)
            frame.move_to(middle + (high / 2 - 0.1) * UP)
            frame.set_stroke(theme.role("signal"), theme.EDGE)
            frames.add(frame)
        bold = {"pixels": theme.BODY, "weight": "SEMIBOLD"}
        facts = self.column(
            self.text("donor: {donor_word}", **bold),
            self.text("acceptor: {acceptor_word}", **bold),
            self.text("tract: {n_pyrimidines} of {n_tract} C or T", **bold),
            buff=0.45,
            room=self.panel_room,
        )
        self.play(*self.leave(self.panel))
        for box, fact in zip(frames, facts, strict=True):
            self.play(Create(box), FadeIn(fact), run_time=0.8)

    def be_fair(self) -> None:
        """Say what does not win."""
        self.beat("fair")
        self.clear_frame()
        names = ["k-mer counts, support vectors", "expert rules, random forest",
                 "raw, logistic regression", "raw, random forest",
                 "raw, support vectors", "raw, network with filters"]  # fmt: skip
        paths = [f"aligned[{k}]" for k in (1, 5, 6, 8, 7, 9)]
        self.grow_bars(self.bars(paths, names, 5, self.room_of_bars()))
        self.play(FadeIn(self.notes()))

    # --- site anywhere --------------------------------------------------------

    def move_site(self) -> None:
        """Cut windows at random places."""
        self.beat("anywhere")
        self.clear_frame()
        bases, cuts = self.values("examples[0]"), self.values("cuts")
        places = rooms.whole().inside(bottom=0.5).rows(*len(cuts) * [1], gap=0)
        for place, start in zip(places, cuts, strict=True):
            row = short_row(bases[start : start + 40], place).move_to(place.middle)
            mark = site_mark(row, SITE - start, 0.36)
            self.play(FadeIn(row), Create(mark), run_time=0.7)

    def slide(self) -> None:
        """Slide one learned filter along a held-out window."""
        self.beat("filter")
        self.clear_frame()
        spare = max(0, rooms.whole().height - HIGH) / 2
        room = rooms.whole().inside(top=spare, bottom=spare)
        unit = min(0.16 * room.height, 1.4)
        bases = self.values("filters.scan.sequence")
        row = row_right_of_scale(bases, room).set_y(room.top - 1.2 - unit)
        weights = self.values("filters.scan.weights")
        z, places = self.values("filters.scan.z"), self.values("filters.scan.places")
        best = int(self.values("filters.scan.best"))
        logo = Logo(weights, pitch=row.pitch, unit=unit)
        logo.shift(row.cell(-0.5) + 0.5 * UP)
        name = self.text("a learned filter", color=theme.role("muted"))
        name.next_to(logo, UP, buff=0.2).align_to(row, LEFT)
        plot = self.sum_plot(row, z, room.bottom + 1.1)
        window = row.window(0, len(weights))
        whole = plot.curve(places, z, color=theme.role("signal"))
        curve = GrowingCurve(whole, plot, places).show_step(0)
        start = logo.get_center().copy()
        self.play(FadeIn(row, logo, window, name))
        self.play(FadeIn(plot))
        self.add(curve)

        def step(k: int) -> None:
            logo.move_to(start + row.pitch * k * RIGHT)
            window.move_to(row.cell(k + (len(weights) - 1) / 2))
            curve.show_step(k)

        n = len(z) - 1
        self.play(Replay([logo, window, curve], [step], n, early=False, run_time=5))
        dot = Dot(plot.at(best, z[best]), radius=0.1, color=theme.role("ink"))
        peak = InLine(self.text("largest z"), self.number(f"filters.scan.z[{best}]"))
        self.play(FadeIn(dot, peak.next_to(dot, RIGHT, buff=0.2)))
        self.play(
            logo.animate.move_to(start + row.pitch * best * RIGHT),
            window.animate.move_to(row.cell(best + (len(weights) - 1) / 2)),
        )

    def sum_plot(self, row: DnaRow, z: np.ndarray, foot: float) -> Plot:
        """Draw the axes of the filter's sum, place under place."""
        low, high = float(np.floor(z.min())), float(np.ceil(z.max()))
        corner = row.cell(0)[0] * RIGHT + foot * UP
        plot = Plot((0, len(z) - 1), (low, high),
                    x_label="place of the filter", y_label="sum z",
                    width=row.pitch * (len(z) - 1),
                    height=row.get_bottom()[1] - 1 - corner[1])  # fmt: skip
        return plot.shift(corner - plot.x_axis.get_start())

    def grow_filters(self) -> None:
        """Four filters grow; the site lines up."""
        self.beat("filters")
        self.clear_frame()
        heights, offsets = (
            self.values("filters.heights"),
            self.values("filters.offsets"),
        )
        room = rooms.main().inside(top=0.1, bottom=0.6)
        rows, n = room.rows(*len(offsets) * [1], gap=0), heights.shape[2]
        first, last = min(offsets), max(offsets) + n
        pitch = min(0.3, room.width / (last - first))
        site = room.middle[0] - (first + last) / 2 * pitch
        logos = [
            Logo(heights[0, f], pitch=pitch, unit=0.323 * row.height).shift(
                (site + pitch * offset) * RIGHT + (row.bottom + 0.25) * UP
            )
            for f, (offset, row) in enumerate(zip(offsets, rows, strict=True))
        ]
        ends = [site * RIGHT + y * UP for y in (room.top, room.bottom)]
        mark = DashedLine(*ends).set_stroke(theme.role("muted"), theme.AXIS)
        counters, panel = self.counters(
            "filters.epochs", "filters.accuracy", "more certain"
        )
        self.play(FadeIn(mark, panel, *logos))

        views = [View.of(one.trace, heights[:, f], one) for f, one in enumerate(logos)]
        self.play(RunPanel(heights, views, counters).replay(6))

    def climb(self) -> None:
        """Letters make motifs, motifs make a site."""
        self.beat("hierarchy")
        self.clear_frame()
        room, of_verdict = self.rooms_of_motifs()
        bases = self.values("filters.hierarchy.sequence")
        row = DnaRow(bases, pitch=min(0.25, (room.width - 1.1) / len(bases)))
        row.move_to(room.edge(UL) + 0.4 * DOWN, aligned_edge=UL)
        mark = site_mark(row, int(self.values("filters.hierarchy.site")), 0.28)
        head = self.text("peak a", color=theme.role("muted")).next_to(row, buff=0.2)
        self.play(FadeIn(row, mark))
        self.play(FadeIn(head))
        places = self.values("filters.hierarchy.places")
        lines = room.inside(top=0.8, bottom=0.7).rows(*len(places) * [1], gap=0)
        for f, (place, line) in enumerate(zip(places, lines, strict=True)):
            weights = self.values(f"filters.hierarchy.weights[{f}]")
            logo = Logo(weights, pitch=row.pitch, unit=0.5 * line.height)
            axis = line.bottom + 0.2
            logo.shift(row.cell(int(place) - 0.5)[0] * RIGHT + axis * UP)
            peak = self.number(f"filters.hierarchy.peaks[{f}]")
            peak.move_to(head.get_x() * RIGHT + (axis + 0.25) * UP)
            if not peak.value:  # silent
                VGroup(logo, peak).set_opacity(theme.DIMMED)
            self.play(FadeIn(logo, peak), run_time=0.7)
        silent = self.text("dimmed: the filter stays silent", color=theme.role("muted"))
        silent.next_to(row, DOWN).set_y(room.bottom + 0.4).align_to(row, LEFT)
        self.play(FadeIn(self.verdict(of_verdict), silent))

    def rooms_of_motifs(self) -> Sequence[rooms.Room]:
        """Return the rooms of motifs along a sequence, and of the verdict."""
        room = rooms.whole()
        if room.width < 1.5 * room.height:
            return room.rows(2.1, 1)
        return room.columns(2.2, 1)

    def verdict(self, room: rooms.Room) -> VGroup:
        """Write what the network makes of the motifs."""
        paths = [f"filters.hierarchy.p[{k}]" for k in range(len(KINDS))]
        chances = [self.number(path, ".1%") for path in paths]
        names: list[Label] = [self.text(kind) for kind in KINDS]
        bars = Bars(names, chances, [0.0] * len(paths), width=1.6, best=1)
        head = self.text("probability", color=theme.role("muted"))
        scores = self.column(
            self.text("held out, right", color=theme.role("muted")),
            "filters, then classes: {without_hidden.right.mean:.1%}",
            "with a layer between: {moved[5].right.mean:.1%}",
            buff=0.2,
            pixels=theme.LABEL,
        )
        head.next_to(bars, UP, buff=0.3)
        block = VGroup(VGroup(head, bars), scores)
        is_wide = room.width > 1.5 * room.height
        return block.arrange(RIGHT if is_wide else DOWN, buff=0.7).move_to(room.middle)

    def compare(self) -> None:
        """Scores with the site anywhere."""
        self.beat("compare")
        self.clear_frame()
        names = ["raw, random forest", "expert rules, support vectors",
                 "raw, support vectors", "k-mer counts, support vectors",
                 "known pattern, scanned", "raw, network with filters"]  # fmt: skip
        paths = [f"moved[{k}]" for k in (3, 1, 2, 0, 4, 5)]
        self.grow_bars(self.bars(paths, names, 5, self.room_of_bars()))
        note = (
            "network: a new window in each epoch; the others: {config.n_cuts} window "
            "of each sequence"
        )
        self.play(FadeIn(self.notes(note)))
