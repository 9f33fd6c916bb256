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
from scenes.components.plot import Plot
from scenes.components.replay import Replay
from scenes.components.sequence import DnaRow, base_role
from scenes.components.text import InLine, Label
from scenes.drawings.run_panel import Counter, RunPanel, View
from scenes.features import own_notes
from scenes.features.dna_rows import row_right_of_scale, short_row, site_mark, whole_row
from scenes.features.filter_marks import beside, logo_of, tallest
from scenes.features.score_bars import Row, line_across, score_bars
from scenes.features.word_table import WordTable
from scenes.frame import rooms, theme
from scenes.lesson.left_out import may_be_left_out
from scenes.lesson.lesson import Lesson
from scenes.lesson.lines import MEAN_SD

MEANING = {"donor": "exon, then intron", "acceptor": "intron, then exon",
           "no site": "neither"}  # fmt: skip
ROOM_OF_NAME = 2.6  # beside a filter's logo, for the class in which it fires most
BESIDE_BARS = 1.4  # around bars of probabilities: gaps and the longest number
SITE_LINE = "dashed line: the site"
MODELS = {"logistic": "logistic regression", "svm": "support vectors",
          "forest": "random forest"}  # fmt: skip
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

    @property
    def site(self) -> int:
        """Bases before the site."""
        return int(self.values("site"))

    @property
    def has_site(self) -> bool:
        """Whether a splice site lies in the middle of each sequence."""
        return bool(self.values("has_site"))

    @property
    def drawn(self) -> slice:
        """Bases of a sequence whose weights are drawn."""
        return slice(int(self.values("drawn_from")), int(self.values("drawn_to")))

    # --- by hand ------------------------------------------------------------

    def show_sequences(self) -> None:
        """One real sequence of each kind."""
        self.beat("sequences")
        self.rows = VGroup()
        kinds = self.values("classes")
        places = rooms.whole().inside(bottom=0.7).rows(*len(kinds) * [1])
        for k, kind in enumerate(kinds):
            row = whole_row(self.values(f"examples[{k}]"))
            row.move_to(places[k].middle + 0.25 * DOWN)
            name = self.name_of_class(k, kind)
            name.next_to(row, UP, buff=0.3).align_to(row, LEFT)
            mark = self.marked_site(row, 0.28)
            self.rows.add(VGroup(row, name, mark))
            marks = [Create(mark)] if len(mark) else []
            self.play(FadeIn(row, name), *marks, run_time=0.8)
        if not self.has_site:
            self.rows.add(own_notes.about_sequences(self))
            self.play(FadeIn(self.rows[-1]))

    def name_of_class(self, k: int, kind: str) -> InLine:
        """Name a class, with what is known of it and how many are of it."""
        parts = [self.text(f"{{classes[{k}]}}:", pixels=theme.BODY, weight="SEMIBOLD")]
        if self.has_site:
            parts.append(self.text(MEANING[kind], pixels=theme.BODY))
        n = self.text(f"({{counts[{k}]:d}} of these)", color=theme.role("muted"))
        return InLine(*parts, n)

    def marked_site(self, row: DnaRow, height: float, start: int = 0) -> VGroup:
        """Mark where the site lies in a row, if there is one; start: its first base."""
        return site_mark(row, self.site - start, height) if self.has_site else VGroup()

    def count_words(self) -> None:
        """Slide a window along the donor and count."""
        self.beat("kmers")
        donor = self.rows[0]
        self.play(*self.leave(*self.rows[1:], *donor[1:]))
        row = donor[0]
        assert isinstance(row, DnaRow)
        self.row = row
        self.play(self.at_top(self.row.animate))
        table = WordTable(self, self.row, self.below_row())
        self.play(FadeIn(*table.at_first))
        self.add(table.spot)
        self.play(table.count(run_time=6))
        table.show_end()
        self.counted = table.shown

    def at_top(self, row: Any) -> Any:
        """Put a row, or let it go, to the top of the frame."""
        return row.move_to(rooms.whole().edge(UP) + 0.39 * DOWN, aligned_edge=UP)

    def below_row(self) -> rooms.Room:
        """Return the room below the row at the top."""
        return rooms.whole()._replace(top=self.row.get_bottom()[1] - 0.45)

    def grow_bars(self, bars: Bars) -> None:
        """Let bars grow from zero."""
        self.play(FadeIn(bars.start, *(row[0] for row in bars.rows)), run_time=0.5)
        grown = [GrowFromEdge(bar, LEFT) for bar in bars.bars]
        self.play(*grown, *(FadeIn(row[1]) for row in bars.rows))

    def notes(self, *lines: str) -> VGroup:
        """Write what the scores are at the foot of the frame, below other notes."""
        about = "share right of {n_test} held-out {n_test:plural(sequence)}" + (
            f"; line: {MEAN_SD} of {{n_splits}} {{n_splits:plural(split)}}"
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
        best = self.values("best_counts.model")
        rows = [
            Row(f"aligned.counts_{model}", name, model == best)
            for model, name in MODELS.items()
        ]
        bars = score_bars(self, rows, self.room_of_bars(), 7.0)
        self.grow_bars(bars)
        scale = bars.width_of_scale
        x = bars.start.get_center()[0] + scale * self.values("always_largest.mean")
        low = bars.start.get_bottom()[1]
        line = line_across(bars, x).set_stroke(theme.role("ink"), 2.5)
        words = InLine(self.text("always \u201c{largest_shown}\u201d:"),
                       self.number("always_largest.mean", ".1%"))  # fmt: skip
        words.next_to(np.array([x, low, 0.0]), DOWN, buff=0.2)
        self.play(Create(line), FadeIn(words, self.notes()))

    @may_be_left_out
    def ask_expert(self) -> None:
        """Measure what a biologist would, and see how far it goes."""
        self.beat("rules")
        self.clear_frame()
        row = self.at_top(self.row)
        room = self.below_row()
        of_rules, of_bars = room.inside(bottom=0.5).parts(1.4, 1)
        mark = site_mark(row, self.site, 0.28)
        lines = VGroup()
        rules, answers = self.values("rules"), self.values("rule_values")
        places = of_rules.inside(left=0.24).rows(*len(rules) * [1], gap=0)
        for k, (rule, answer) in enumerate(zip(rules, answers, strict=True)):
            name = self.text(rule).move_to(places[k].edge(LEFT), aligned_edge=LEFT)
            spec = ".0f" if answer == round(answer) else ".2f"  # counts, and shares
            value = self.number(f"rule_values[{k}]", spec)
            value.move_to(name.get_left() + 3.8 * RIGHT, aligned_edge=LEFT)
            value.shift((name.baseline - value.baseline) * UP)
            lines.add(VGroup(name, value))
        self.play(FadeIn(row, mark))
        asked = self.values("rule_places")
        for (start, end), line in zip(asked, lines, strict=False):
            frame = row.window(int(start), int(end - start))
            self.play(Create(frame), FadeIn(line), run_time=0.6)
        self.play(FadeIn(lines[len(asked) :]))
        rows = [Row("best_counts", "k-mer counts"),
                Row("aligned.rules_forest", "expert rules", True)]  # fmt: skip
        self.grow_bars(score_bars(self, rows, of_bars))

    # --- by learning --------------------------------------------------------

    def go_raw(self) -> None:
        """Each base as four numbers."""
        self.beat("one_hot")
        self.clear_frame()
        room, n_lines = rooms.whole(), -(-len(self.row.bases) // self.row.per_line)
        high = room.height / (7.1 + 4.7 * n_lines)  # of a cell
        row, grid = whole_row(self.row.bases, leading=7.5 * high), VGroup()
        letters = self.values("letters")
        for line, base in enumerate(letters):
            color = theme.role(base_role(base))
            for k, letter in enumerate(row.bases):
                cell = Rectangle(width=0.89 * row.pitch, height=high)
                cell.move_to(row.cell(k)).shift((1.9 + 1.24 * line) * high * DOWN)
                cell.set_stroke(theme.role("muted"), 0.8)
                cell.set_fill(color, 1 if letter == base else 0)
                grid.add(cell)
        VGroup(row, grid).move_to(room.middle + 0.3 * UP)
        words = f"rows: {', '.join(letters)}; filled: one, empty: zero"
        key = self.text(words, color=theme.role("muted"))
        key.next_to(grid, DOWN, buff=0.6)
        self.play(FadeIn(row))
        self.play(Create(grid, lag_ratio=0.002), run_time=2.5)
        self.play(FadeIn(key))

    def ask(self) -> None:
        """Show the weights before learning."""
        self.beat("guess", clear=True)
        kinds = self.values("logos")
        weights = self.values("logo")[:, kinds, self.drawn]
        largest = tallest(weights)
        self.logos, self.frames = [], VGroup()
        room, self.panel_room = rooms.whole().parts(2.2, 1)
        lines = room.inside(bottom=0.85).rows(*len(kinds) * [1])
        for k, row in enumerate(lines):
            # The tallest letters of a site stand right of its name.
            high = row.height - (0.55 if self.has_site else 0.95)
            pitch = row.width / weights.shape[2]
            drawn = logo_of(self, weights[0, k], pitch=pitch, unit=high / largest)
            drawn.shift(row.at(0, 0) + 0.25 * UP)
            words = f"for {{classes[{kinds[k]}]}}"
            name = self.text(words, pixels=theme.BODY, weight="SEMIBOLD")
            name.move_to(row.at(0, 1) + 0.4 * DOWN, aligned_edge=LEFT)
            self.frames.add(name)
            if self.has_site:
                self.frames.add(self.site_over(drawn, high))
            self.logos.append(drawn)
        self.play(FadeIn(self.frames, *self.logos))

    def site_over(self, drawn: Logo, high: float) -> DashedLine:
        """Draw a line over a logo where the site lies."""
        at = drawn.at(self.site - self.drawn.start)
        mark = DashedLine(at + 0.12 * DOWN, at + high * UP, dash_length=0.08)
        return mark.set_stroke(theme.role("muted"), theme.AXIS)

    def counters(
        self, epochs: str, accuracy: str, taller: str, *notes: str
    ) -> tuple[list[Counter], VGroup]:
        """Write epoch and held-out accuracy."""
        counters = [
            Counter(self, "epoch", epochs + "[{k}]"),
            Counter(self, "held out, right:", accuracy + "[{k}]", ".1%"),
        ]
        panel = self.column(
            *counters,
            *(
                self.paragraph(note, self.panel_room.width, color=theme.role("muted"))
                for note in (f"taller letter: {taller}", *notes)
            ),
            buff=0.4,
        )
        return counters, panel.move_to(self.panel_room.middle)

    def grow(self) -> None:
        """Let the weights grow, epoch by epoch."""
        self.beat("grow")
        logo = self.values("logo")
        notes = [SITE_LINE] if self.has_site else own_notes.which_are_drawn(self)
        counters, panel = self.counters(
            "logo_epochs", "logo_accuracy", "larger weight", *notes
        )
        self.play(FadeIn(panel))

        views = [
            View.of(drawn.trace, logo[:, c, self.drawn], drawn)
            for c, drawn in zip(self.values("logos"), self.logos, strict=True)
        ]
        self.play(RunPanel(logo, views, counters).replay(6, early=True))
        self.panel = panel

    @may_be_left_out
    def read(self) -> None:
        """Read off the weights what they ask for."""
        self.beat("found")
        if self.has_site:
            self.read_rule()
        else:
            self.read_motifs()

    def read_rule(self) -> None:
        """Read the rule off the weights."""
        donor, acceptor = self.logos
        high = max(logo.get_top()[1] - logo.at(0)[1] for logo in self.logos)
        after = len(self.values("donor_word"))
        before = len(self.values("acceptor_word"))
        tract, n_tract = int(self.values("tract_start")), int(self.values("n_tract"))
        frames = VGroup(
            self.frame(donor, self.site, after, 1.08 * high),
            self.frame(acceptor, self.site - before, before, 1.08 * high),
            self.frame(acceptor, tract, n_tract, 0.68 * high),
        )
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

    def read_motifs(self) -> None:
        """Read off what held-out sequences bear out, class by class."""
        high = max(logo.get_top()[1] - logo.at(0)[1] for logo in self.logos)
        facts, frames = VGroup(), []
        for k, logo in zip(self.values("logos"), self.logos, strict=True):
            start, word = (
                self.values(f"motifs[{k}].{what}") for what in ("start", "word")
            )
            stop, where = start + len(word), self.drawn
            is_drawn = where.start <= start and stop <= where.stop
            if is_drawn and self.values(f"motifs[{k}].is_borne_out"):
                frames.append(self.frame(logo, start, len(word), 1.08 * high))
                facts.add(own_notes.about_motif(self, int(k)))
        facts.arrange(DOWN, buff=0.6, aligned_edge=LEFT)
        facts.move_to(self.panel_room.middle)
        self.play(*self.leave(self.panel))
        for box, fact in zip(frames, facts, strict=True):
            self.play(Create(box), FadeIn(fact), run_time=0.8)

    def frame(self, logo: Logo, start: int, n: int, high: float) -> Rectangle:
        """Draw a frame around n letters of a logo, from a base of the sequence on."""
        frame = Rectangle(width=n * logo.pitch, height=high)
        middle = logo.at(start - self.drawn.start + n / 2)
        frame.move_to(middle + (high / 2 - 0.1) * UP)
        return frame.set_stroke(theme.role("signal"), theme.EDGE)

    def be_fair(self) -> None:
        """Say what does not win."""
        self.beat("fair")
        self.clear_frame()
        rows = [
            Row("aligned.counts_svm", "k-mer counts, support vectors"),
            Row("aligned.rules_forest", "expert rules, random forest"),
            Row("aligned.raw_logistic", "raw, logistic regression"),
            Row("aligned.raw_forest", "raw, random forest"),
            Row("aligned.raw_svm", "raw, support vectors"),
            Row("aligned.network", "raw, network with filters", True),
        ]
        if not self.has_site:
            best = MODELS[self.values("best_counts.model")]
            rows[:2] = [Row("best_counts", f"k-mer counts, {best}")]
        self.grow_bars(score_bars(self, rows, self.room_of_bars()))
        self.play(FadeIn(self.notes()))

    # --- site anywhere --------------------------------------------------------

    def move_site(self) -> None:
        """Cut windows at random places."""
        self.beat("anywhere")
        self.clear_frame()
        bases, cuts = self.moved_example(), self.values("cuts")
        window = int(self.values("window"))
        places = rooms.whole().inside(bottom=0.5).rows(*len(cuts) * [1], gap=0)
        for place, start in zip(places, cuts, strict=True):
            row = short_row(bases[start : start + window], place).move_to(place.middle)
            mark = self.marked_site(row, 0.36, start)
            if not self.has_site:
                mark = own_notes.framed_motif(self, row, int(start))
            marks = [Create(mark)] if len(mark) else []
            self.play(FadeIn(row), *marks, run_time=0.7)

    def moved_example(self) -> str:
        """Return the sequence of which windows are cut: a donor, or one of a motif."""
        k = 0 if self.has_site else int(self.values("best_motif.label"))
        return str(self.values("examples")[k])

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
        unit /= max(1, tallest(weights))
        logo = logo_of(self, weights, pitch=row.pitch, unit=unit)
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
        peak = InLine(self.text("largest z"), self.number("filters.scan.peak"))
        self.play(FadeIn(dot, beside(peak, dot, whole, plot)))
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
        if not self.has_site:
            self.grow_unplaced(room)
            return
        rows, n = room.rows(*len(offsets) * [1], gap=0), heights.shape[2]
        first, last = min(0, *offsets), max(0, max(offsets) + n)
        pitch = min(0.3, room.width / (last - first))
        site = room.middle[0] - (first + last) / 2 * pitch
        logos = [
            logo_of(self, heights[0, f], pitch=pitch, unit=0.323 * row.height).shift(
                (site + pitch * offset) * RIGHT + (row.bottom + 0.25) * UP
            )
            for f, (offset, row) in enumerate(zip(offsets, rows, strict=True))
        ]
        ends = [site * RIGHT + y * UP for y in (room.top, room.bottom)]
        mark = DashedLine(*ends).set_stroke(theme.role("muted"), theme.AXIS)
        counters, panel = self.counters(
            "filters.epochs", "filters.accuracy", "more certain", SITE_LINE
        )
        self.play(FadeIn(mark, panel, *logos))
        self.replay_filters(logos, counters)

    def replay_filters(
        self, logos: Sequence[Logo], counters: Sequence[Counter]
    ) -> None:
        """Let filters grow, snapshot by snapshot."""
        heights = self.values("filters.heights")
        views = [View.of(one.trace, heights[:, f], one) for f, one in enumerate(logos)]
        self.play(RunPanel(heights, views, counters).replay(6))

    def grow_unplaced(self, room: rooms.Room) -> None:
        """Let filters grow, each beside the class in which it fires most."""
        heights, tells = self.values("filters.heights"), self.values("filters.tells")
        rows = room.rows(*len(tells) * [1], gap=0)
        pitch = min(0.3, (room.width - ROOM_OF_NAME) / heights.shape[2])
        logos, names = [], VGroup()
        for f, row in enumerate(rows):
            logo = logo_of(self, heights[0, f], pitch=pitch, unit=0.323 * row.height)
            logo.shift(room.left * RIGHT + (row.bottom + 0.25) * UP)
            name = self.text(f"{{filters.tells[{f}]}}", weight="SEMIBOLD")
            name.next_to(logo.axis, RIGHT, buff=0.3).shift(0.2 * UP)
            logos.append(logo)
            names.add(name)
        counters, panel = self.counters(
            "filters.epochs", "filters.accuracy", "more certain",
            "beside: where it fires most",
        )  # fmt: skip
        self.play(FadeIn(panel, names, *logos))
        self.replay_filters(logos, counters)

    def climb(self) -> None:
        """Letters make motifs, motifs make a site."""
        self.beat("hierarchy")
        self.clear_frame()
        room, of_verdict = self.rooms_of_motifs()
        bases = self.values("filters.hierarchy.sequence")
        row = DnaRow(bases, pitch=min(0.25, (room.width - 1.1) / len(bases)))
        row.move_to(room.edge(UL) + 0.4 * DOWN, aligned_edge=UL)
        mark = VGroup()
        if self.has_site:
            mark = site_mark(row, int(self.values("filters.hierarchy.site")), 0.28)
        head = self.text("peak a", color=theme.role("muted")).next_to(row, buff=0.2)
        self.play(FadeIn(row, mark))
        self.play(FadeIn(head))
        places, silent = self.values("filters.hierarchy.places"), VGroup()
        lines = room.inside(top=0.8, bottom=0.7).rows(*len(places) * [1], gap=0)
        unit = min(0.5, 0.75 / tallest(self.values("filters.hierarchy.weights")))
        for f, (place, line) in enumerate(zip(places, lines, strict=True)):
            weights = self.values(f"filters.hierarchy.weights[{f}]")
            logo = logo_of(self, weights, pitch=row.pitch, unit=unit * line.height)
            axis = line.bottom + 0.2
            logo.shift(row.cell(int(place) - 0.5)[0] * RIGHT + axis * UP)
            peak = self.number(f"filters.hierarchy.peaks[{f}]")
            peak.move_to(head.get_x() * RIGHT + (axis + 0.25) * UP)
            if not peak.value:
                silent.add(VGroup(logo, peak).set_opacity(theme.DIMMED))
            self.play(FadeIn(logo, peak), run_time=0.7)
        note = self.text("dimmed: the filter stays silent", color=theme.role("muted"))
        note.next_to(row, DOWN).set_y(room.bottom + 0.4).align_to(row, LEFT)
        shown = [note] if len(silent) else []
        self.play(FadeIn(self.verdict(of_verdict), *shown))

    def rooms_of_motifs(self) -> Sequence[rooms.Room]:
        """Return the rooms of motifs along a sequence, and of the verdict."""
        room = rooms.whole()
        if room.width < 1.5 * room.height:
            return room.rows(2.1, 1)
        return room.columns(2.2, 1)

    def verdict(self, room: rooms.Room) -> VGroup:
        """Write what the network makes of the motifs."""
        n = len(self.values("classes"))
        paths = [f"filters.hierarchy.p[{k}]" for k in range(n)]
        chances = [self.number(path, ".1%") for path in paths]
        names: list[Label] = [self.text(f"{{classes[{k}]}}") for k in range(n)]
        label = int(self.values("filters.hierarchy.label"))
        free = room.width - max(name.width for name in names) - BESIDE_BARS
        width = min(1.6, free)
        bars = Bars(names, chances, [0.0] * len(paths), width=width, best=label)
        head = self.text("probability", color=theme.role("muted"))
        scores = self.column(
            self.text("held out, right", color=theme.role("muted")),
            "filters, then classes: {without_hidden.right.mean:.1%}",
            "with a layer between: {moved.network.right.mean:.1%}",
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
        rows = [
            Row("moved.raw_forest", "raw, random forest"),
            Row("moved.rules_svm", "expert rules, support vectors"),
            Row("moved.raw_svm", "raw, support vectors"),
            Row("moved.counts_svm", "k-mer counts, support vectors"),
            Row("moved.scan", "known pattern, scanned"),
            Row("moved.network", "raw, network with filters", True),
        ]
        if not self.has_site:
            known = "moved.rules_svm", "moved.scan"
            rows = [row for row in rows if row.path not in known]
            rows.insert(2, Row("moved.counts_forest", "k-mer counts, random forest"))
        self.grow_bars(score_bars(self, rows, self.room_of_bars()))
        note = (
            "network: a new window in each epoch; the others: {config.n_cuts} "
            "{config.n_cuts:plural(window)} of each sequence"
        )
        self.play(FadeIn(self.notes(note)))
