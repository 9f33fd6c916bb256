"""Too stiff, about right, too flexible: the same samples, learned by three networks."""

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
    FadeIn,
    FadeOut,
    VGroup,
    VMobject,
)

from nnsim.experiments import overfitting
from scenes.components.band import Band
from scenes.components.dashes import dashed
from scenes.components.field import Border, Field
from scenes.components.flag import POLE, Flag
from scenes.components.key import Key
from scenes.components.plot import Plot
from scenes.components.replay import Replay
from scenes.components.scale import Log
from scenes.components.table import Table
from scenes.components.text import InLine, Label, Written
from scenes.components.whiskers import Whiskers
from scenes.drawings.run_panel import Counter, RunPanel, View
from scenes.frame import rooms, shapes, theme
from scenes.lesson.lesson import Lesson
from scenes.lesson.lines import MEAN_SD, OF_SPLITS
from scenes.overfitting.fit_curves import LOG_STEP, FitCurves, thin_lines
from scenes.overfitting.held_out_samples import HeldOutSamples
from scenes.overfitting.truth_piles import TruthPiles
from scenes.overfitting.width_plot import width_plot

WIDTHS = "narrow", "middle", "wide"
TURN = "watched.turn_field", "watched.turn_border"  # of the wide network
END = "wide.field", "wide.border"
FIGURES = 0.5  # width of the figures beside a small plot


class Overfitting(Lesson):
    """A network too narrow misses the rule, one too wide learns samples by heart."""

    experiment: ClassVar[ModuleType] = overfitting

    def construct(self) -> None:
        """Tell the chapter."""
        self.show_samples()
        self.fit_too_little()
        self.fit_all()
        self.ask()
        self.reveal()
        self.follow_both()
        self.repeat()
        self.compare()
        self.keep_right()
        self.be_sure()
        self.widen()
        self.take_away()

    # --- the samples ------------------------------------------------------------

    def show_samples(self) -> None:
        """Draw samples to learn from, filled, and samples held out, hollow."""
        self.beat("samples")
        self.seen = HeldOutSamples(self)
        room = rooms.asked()
        self.plane = self.seen.plot(**rooms.plot_size(room)).move_to(room.edge(UP), UP)
        self.samples = self.seen.clouds(self.plane, "train")
        self.others = self.seen.hollow(self.plane)
        words = {"pixels": theme.BODY}
        key = Key(
            [
                *(self.seen.mark(k, 0.1) for k in range(2)),
                self.seen.sample(hollow=False),
                self.seen.sample(hollow=True),
            ],
            [
                *(self.seen.name(k) for k in range(2)),
                self.text("{n_train} to learn from", **words),
                self.text("{n_test} held out", **words),
            ],
        )
        for row in key:  # marks end at one place, well before the words
            row[0].shift((-0.1 - row[0].get_right()[0]) * RIGHT)
        key[2:].shift(0.3 * DOWN)
        key[3].shift(0.1 * DOWN)
        rest = self.column(*self.small_print(), buff=0.2)
        panel = rooms.flow([key, rest], rooms.panel(), buff=0.9)
        self.play(FadeIn(self.plane))
        self.play(FadeIn(self.samples, key[:2]))
        self.play(FadeIn(key[2]), run_time=0.6)
        self.play(FadeIn(self.others, key[3]), run_time=1.2)
        self.play(FadeIn(rest), run_time=0.6)
        self.panel = panel

    def small_print(self) -> list[Label]:
        """Write which samples are not seen, and where all come from."""
        lines = ["{n_aside} set aside", "data: {question.credit}"]
        if self.values("question.n_missing"):
            n = "question.n_missing"
            lines.insert(1, f"{{{n}}} {{{n}:plural(row)}} left out: no value")
        muted = {"color": theme.role("muted"), "pixels": theme.SMALLEST}
        return [self.text(line, **muted) for line in lines]

    def head(self, width: str) -> VGroup:
        """Write what network is shown."""
        n = f"config.{width}"
        return self.column(
            self.text(
                f"{{{n}}} hidden {{{n}:plural(neuron)}}",
                pixels=theme.BODY,
                weight="SEMIBOLD",
            ),
            self.text(
                f"{{{width}.fit.n_parameters}} parameters", color=theme.role("muted")
            ),
            buff=0.18,
        )

    def shares(self, width: str) -> Table:
        """Write how many samples a network gets right, learned from and held out."""
        rows: list[list[Written]] = []
        for words, field in (("learned from", "train"), ("held out", "test")):
            share = self.number(f"{width}.{field}_right", ".0%", pixels=theme.BODY)
            rows.append([self.text(f"right, {words}"), share])
        table = Table(rows, pitch=0.6)
        for row in table:
            row[0].align_to(table, LEFT)
            row[1].align_to(table, RIGHT)
        return table

    def highest(self, *paths: str) -> float:
        """Return the largest value at some places in the result."""
        return max(float(self.values(path).max()) for path in paths)

    # --- too little, too much ---------------------------------------------------

    def fit_too_little(self) -> None:
        """One hidden neuron: a straight line, bad on both."""
        self.beat("narrow")
        field, border = self.seen.answers(self.plane, "narrow.field", "narrow.border")
        self.field, self.border = field, border
        rings = self.seen.rings(self.plane, "narrow.train_missed")
        ringed = self.seen.ring_key("wrong")
        self.play(*self.leave(self.others), run_time=0.5)
        self.play(FadeIn(field, border), run_time=1.2)
        panel = self.head("narrow"), self.shares("narrow"), ringed, *self.masses()
        self.turn_panel(*panel)
        self.play(Create(rings), run_time=0.8)
        self.mistakes = rings

    def masses(self) -> list[VGroup]:
        """Write why no line tells the penguins' sexes, where that is said."""
        if "masses" not in self.labels:
            return []
        masses = self.column(
            ("{masses.heavy_words}", "{masses.heavy_females:,.0f}", "{masses.unit}"),
            ("{masses.light_words}", "{masses.light_males:,.0f}", "{masses.unit}"),
            self.text(self.labels["masses"], color=theme.role("muted")),
            buff=0.18,
            pixels=theme.LABEL,
        )
        return [masses]

    def fit_all(self) -> None:
        """Many hidden neurons: the border winds around each sample."""
        self.beat("wide")
        step = Counter(self, "step", "steps[{k}]")
        right = Counter(self, "right:", "watched.n_train_right[{k}]")
        loss = Counter(self, "loss", "watched.train_loss[{k}]", ".3f")
        self.play(*self.leave(self.mistakes), FadeOut(self.field, self.border))
        self.turn_panel(self.head("wide"), step, loss, self.line(right, "of {n_train}"))
        fields, borders = self.values("watched.fields"), self.values("watched.borders")
        self.field = Field(self.plane, fields[0], *self.seen.colours())
        self.border = Border(self.plane, borders[0])
        self.play(FadeIn(self.field, self.border), run_time=0.5)
        views = [
            View.of(self.field.paint, fields, self.field),
            View.of(self.border.trace, borders, self.border),
        ]
        self.play(RunPanel(fields, views, [step, right, loss]).replay(7))

    def ask(self) -> None:
        """Ask how it will do on samples that it never saw."""
        self.beat("guess")

    def reveal(self) -> None:
        """Show the samples held out, and the wrong ones among them."""
        self.beat("reveal")
        self.others = self.seen.hollow(self.plane).set_z_index(1)
        rings = self.seen.rings(self.plane, "wide.missed")
        count = self.line("{wide.n_test_wrong:d}", "of {n_test} held out: wrong")
        self.play(
            self.samples.animate.set_opacity(theme.DIMMED),
            FadeIn(self.others),
            run_time=1.2,
        )
        self.play(Create(rings), run_time=1.2)
        self.turn_panel(
            self.head("wide"),
            self.shares("wide"),
            count,
            self.seen.ring_key("wrong"),
        )

    # --- curves -----------------------------------------------------------------

    def follow_both(self) -> None:
        """Both losses over the run; the turn is found and flagged."""
        self.beat("turn")
        self.clear_frame()
        losses = "watched.train_loss", "watched.test_loss"
        curves = FitCurves(
            self, *losses, top=1.08 * self.highest(*losses),
            **rooms.plot_size(rooms.main()),
        )  # fmt: skip
        curves.plot.move_to(rooms.main().middle)
        curves.draw().name_at(
            (0.274, -0.109), (0.75, 0.327), beside=self.flag_turn(curves.plot)
        )
        curves.grow(0)
        self.play(FadeIn(curves.plot, curves.names))
        self.add(curves.lines)
        last = len(curves.steps) - 1
        self.play(Replay([curves.lines], [curves.grow], last, early=False, run_time=5))
        self.play(FadeIn(self.flag_turn(curves.plot, curves.names[0])))
        self.show_two_maps()

    def flag_turn(self, plot: Plot, below: VMobject | None = None) -> Flag:
        """Plant a flag on the least held-out loss, higher than what is named."""
        turn, loss = self.values("watched.turn_step"), self.values("watched.turn_loss")
        words = self.text("the turn: step {watched.turn_step}", patch=True)
        foot = plot.at(turn, loss)
        pole = POLE if below is None else below.get_top()[1] + 0.3 - foot[1]
        is_late = bool(plot.x_scale.portion(turn) > 0.5)
        return Flag(foot, words, left=is_late, pole=max(POLE, pole))

    def show_two_maps(self) -> None:
        """Draw what the wide network answers at its turn and at the end."""
        panel = rooms.panel()
        cut = panel.columns if shapes.current().is_tall else panel.rows
        for room, step, at in zip(
            cut(1, 1), ("watched.turn_step", "config.n_epochs"), (TURN, END),
            strict=True,
        ):  # fmt: skip
            name = self.text(f"border at step {{{step}}}")
            small = self.seen.bare_plot(
                room.width - 0.4, min(room.height - 0.45, 0.8 * room.width)
            )
            VGroup(name, small).arrange(DOWN, buff=0.2).move_to(room.middle)
            self.play(FadeIn(self.seen.map_after(small, *at, theme.AXIS), name))

    def repeat(self) -> None:
        """Show the same on all splits."""
        self.beat("splits")
        self.clear_frame()
        each = self.values("wide.fit.test.each")
        top = self.highest("wide.fit.test.each", "wide.fit.train.high")
        curves = FitCurves(
            self, "wide.fit.train.mean", "wide.fit.test.mean", top=1.02 * top,
            **rooms.plot_size(rooms.main()),
        )  # fmt: skip
        curves.plot.move_to(rooms.main().middle)
        curves.draw().name_at((0.274, -0.093), (0.697, 0.303))
        thin = thin_lines(curves.plot, curves.steps, each)
        facts = self.split_facts()
        self.play(FadeIn(curves.plot, curves.names))
        self.play(Create(thin), run_time=2.5)
        self.play(FadeIn(curves.bands("wide.fit.train", "wide.fit.test")))
        self.play(FadeIn(curves.lines))
        self.play(FadeIn(facts))

    def split_facts(self) -> VGroup:
        """Write what all splits have in common."""
        muted = {"color": theme.role("muted")}
        rows = VGroup()
        for words, path in (
            ("at the turn, in hindsight", "wide.fit.at_turn"),
            ("at the end", "wide.fit.at_end"),
        ):
            value = self.spread_line(path, ".2f")
            rows.add(self.column(self.text(words), value, buff=0.15))
        rows.arrange(DOWN, buff=0.4, aligned_edge=LEFT)
        head = self.text(f"held-out loss, {MEAN_SD}", **muted)
        note = self.column(
            self.text(
                "thin lines: {config.n_splits} {config.n_splits:plural(split)}", **muted
            ),
            self.text(f"bands: {MEAN_SD}", **muted),
            buff=0.15,
        )
        group = self.column(head, rows, note, buff=0.5)
        return group.move_to(rooms.panel().middle)

    def compare(self) -> None:
        """Three widths: border, curves, and the score on samples held out."""
        self.beat("three")
        self.clear_frame()
        tall = shapes.current().is_tall
        for room, width in zip(rooms.whole().parts(1, 1, 1), WIDTHS, strict=True):
            # The score stands below the curves, or below the map beside these.
            upper, lower = room.columns(1, 1) if tall else room.rows(1, 1.5)
            place = upper.inside(
                left=0 if tall else FIGURES, top=0.36, bottom=0.55 if tall else 0
            )
            small = self.seen.bare_plot(place.width, place.height)
            small.move_to(place.middle)
            drawn = self.seen.map_of(small, width, "train")
            name = self.text(self.labels[width]).next_to(small, UP)
            name.shift((upper.top - 0.16 - name.baseline) * UP)
            curves = self.small_curves(width, lower.inside(bottom=0 if tall else 0.55))
            score = self.score(width).set_x(small.get_x())
            score.set_y((upper if tall else lower).bottom + 0.2)
            self.play(FadeIn(name, drawn))
            self.play(FadeIn(*curves, score))

    def small_curves(self, width: str, room: rooms.Room) -> list[VGroup]:
        """Draw both losses of a width, mean and spread over the splits."""
        top = self.highest(
            *(
                f"{name}.fit.{part}.high"
                for name in WIDTHS
                for part in ("train", "test")
            )
        )
        curves = FitCurves(
            self, f"{width}.fit.train.mean", f"{width}.fit.test.mean", top=top,
            width=room.width - FIGURES, height=room.height - 1.2, bare=True,
        )  # fmt: skip
        corner = room.right * RIGHT + (room.bottom + 0.8) * UP
        curves.plot.shift(corner - curves.plot.x_axis.get_end())
        curves.draw()
        bands = curves.bands(f"{width}.fit.train", f"{width}.fit.test")
        drawn = [curves.plot, bands, curves.lines]
        if width == "narrow":  # named once, where both are nearly level
            drawn.append(curves.name_at((0.606, -0.128), (0.606, 0.187)).names)
        return drawn

    def score(self, width: str) -> InLine:
        """Write the share of held-out samples that a width gets right."""
        return InLine(
            self.text("right, held out"),
            self.spread_line(f"{width}.fit.right_at_end", ".0%"),
        )

    # --- sure and wrong -----------------------------------------------------------

    def keep_right(self) -> None:
        """Right answers stay nearly as many, while the loss explodes."""
        self.beat("right_answers")
        self.clear_frame()
        top = self.highest("wide.fit.test.high")
        for room, path, label, y_range in zip(
            rooms.whole().parts(1, 1),
            ("test", "test_right"),
            ("mean loss, held out", "share right, held out"),
            ((0, top), (0, 1)),
            strict=True,
        ):
            plot = Plot(
                Log(1, float(self.values("config.n_epochs"))), y_range,
                x_label=LOG_STEP, y_label=label, **rooms.plot_size(room),
            ).stand(rooms.origin(room))  # fmt: skip
            self.draw_level(plot, f"wide.fit.{path}", self.turn_and_end(path))

    def draw_level(self, plot: Plot, path: str, facts: Table) -> None:
        """Draw a mean and its spread, with facts below, or above where it begins."""
        steps, color = self.values("steps"), theme.role("validation")
        low, high = (self.values(f"{path}.{edge}") for edge in ("low", "high"))
        band = Band(plot, steps, low, high, color)
        mean = self.values(f"{path}.mean")
        line = dashed(plot.curve(steps, mean, color=color))
        self.play(FadeIn(plot))
        self.play(Create(line), run_time=2)
        facts.next_to(plot.x_axis, UP, buff=0.5)
        if facts.get_top()[1] > band.get_bottom()[1]:
            facts.move_to(plot.corner(UL, 0.4), UL)
        self.play(FadeIn(band, facts), run_time=0.6)

    def turn_and_end(self, path: str) -> Table:
        """Write loss or share right at the turn and at the end, over the splits."""
        share = path.endswith("right")
        of, spec = ("right_", ".0%") if share else ("", ".2f")
        muted: dict[str, Any] = {"color": theme.role("muted"), "patch": True}
        rows: list[list[Written]] = []
        for words, at in (("at the turn", "at_turn"), ("at the end", "at_end")):
            value = f"wide.fit.{of}{at}"
            rows.append(
                [
                    self.text(words, **muted),
                    self.number(f"{value}.mean", spec, pixels=theme.BODY, patch=True),
                    self.text(f"± {{{value}.sd:{spec}}}", **muted),
                ]
            )
        table = Table(rows, pitch=0.55, gap=0.2)
        for row in table:
            row[0].align_to(table, LEFT)
        return table

    def be_sure(self) -> None:
        """How much chance each held-out sample was given of being what it is."""
        self.beat("sure")
        self.clear_frame()
        piles = TruthPiles(self)
        self.play(FadeIn(piles.plots[0], piles.names[0], piles.piles[0]))
        self.play(FadeIn(piles.panels[0]))
        self.play(FadeIn(piles.plots[1], piles.names[1]), FadeIn(piles.panels[1][0]))
        self.add(*piles.piles[1])
        self.play(piles.after_turn(6))
        self.play(FadeIn(piles.panels[1][1]))

    # --- capacity -------------------------------------------------------------------

    def widen(self) -> None:
        """Both losses and the share right against width."""
        self.beat("capacity")
        self.clear_frame()
        top = self.highest("test_end.high", "train_end.high")
        least = float(self.values("right_end.low").min())
        room = rooms.whole().inside(bottom=0.4)
        first, second = room.parts(1, 1)
        left = width_plot(self, (0.0, top), "mean loss at the end", first)
        right = width_plot(
            self, (min(0.5, least), 1.0), "share right, held out", second
        )
        self.draw_losses(left)
        x, mean = self.values("widths"), self.values("right_end.mean")
        dots = Whiskers(
            right, x, mean, self.values("right_end.sd"), theme.role("validation")
        )
        note = self.text(
            OF_SPLITS, color=theme.role("muted"),
            pixels=theme.SMALLEST,
        ).next_to(room.edge(DOWN), DOWN, buff=0.1)  # fmt: skip
        self.play(FadeIn(right))
        self.play(FadeIn(dots))
        self.play(FadeIn(*self.name_enough(right), note))

    def name_enough(self, plot: Plot) -> list[VMobject]:
        """Write over the fewest neurons that are enough that they are, if some are."""
        if "enough" not in self.labels:
            return []
        x, enough = self.values("widths"), self.values("enough")
        name = self.text(self.labels["enough"]).set_x(plot.at(enough, 0)[0])
        over = plot.x_axis.get_left()[0] - name.get_left()[0]
        name.shift((over + 0.15 if over > 0 else 0) * RIGHT)
        near = [abs(plot.at(n, 0)[0] - name.get_x()) < name.width / 2 for n in x]
        low, high = (self.values(f"right_end.{end}")[near] for end in ("low", "high"))
        name.set_y(plot.at(1, high.max())[1] + 0.2, DOWN)
        if name.get_top()[1] > plot.y_axis.get_top()[1]:  # there stands its label
            name.set_y(plot.at(1, low.min())[1] - 0.2, UP)
        return [name]

    def draw_losses(self, plot: Plot) -> None:
        """Draw both losses at the end against width, with their names."""
        x = self.values("widths")
        self.play(FadeIn(plot))
        for path, role, words in (
            ("train_end", "train", "learned from"),
            ("test_end", "validation", "held out"),
        ):
            color, mean = theme.role(role), self.values(f"{path}.mean")
            whole = plot.curve(x, mean, color=color)
            whole.set_stroke(width=theme.EDGE)
            line = whole if role == "train" else dashed(whole)
            dots = Whiskers(plot, x, mean, self.values(f"{path}.sd"), color)
            name = self.text(words, color=color)
            if role == "train":
                name.next_to(plot.at(x[-1], mean[-1]), UP, buff=0.2)
                name.align_to(plot.x_axis, RIGHT)
            else:  # before its steepest rise there is room above
                k = int(np.diff(mean).argmax()) + 1
                name.next_to(plot.at(x[k], mean[k]), UL, buff=0.2)
            # Placed by its letters alone, it is drawn with a patch.
            over = self.text(words, color=color, patch=True).move_to(name)
            self.play(Create(line))
            self.play(FadeIn(dots, over.set_z_index(3)))

    def take_away(self) -> None:
        """Show the same network at its turn and at its end."""
        self.beat("take_away")
        self.clear_frame()
        room = rooms.whole().inside(bottom=0.6)
        for half, at, label in zip(
            room.parts(1, 1), (TURN, END), ("turn", "end"), strict=True
        ):
            place = half.inside(left=0.3, right=0.3, top=0.6, bottom=0.6)
            small = self.seen.bare_plot(place.width, place.height)
            small.move_to(place.middle)
            name = self.text(self.labels[label], pixels=theme.BODY).next_to(small, UP)
            name.shift((place.top + 0.25 - name.baseline) * UP)
            mean = InLine(
                self.text("held-out loss"),
                self.spread_line(f"wide.fit.at_{label}", ".2f"),
            ).next_to(small, DOWN, buff=0.25)
            drawn = self.seen.map_after(small, *at, theme.CURVE)
            self.play(FadeIn(drawn, name))
            self.play(FadeIn(mean), run_time=0.6)
        note = self.text(
            f"{{config.wide}} hidden {{config.wide:plural(neuron)}}; {OF_SPLITS}",
            color=theme.role("muted"), pixels=theme.SMALLEST,
        )  # fmt: skip
        note.next_to(room.edge(DOWN), DOWN, buff=0.2)
        self.play(FadeIn(note), run_time=0.5)
