"""What keeps a wide network from memorising: five remedies on the same birds."""

from collections.abc import Sequence
from types import ModuleType
from typing import ClassVar

import numpy as np
from manim import (
    DOWN,
    LEFT,
    ORIGIN,
    RIGHT,
    UP,
    Create,
    FadeIn,
    Group,
    GrowFromEdge,
    Line,
    VGroup,
    VMobject,
)

from nnsim.experiments import regularization
from scenes.components.appear import Appear
from scenes.components.dashes import dashed
from scenes.components.field import Border, Field
from scenes.components.flag import Flag
from scenes.components.paragraph import Paragraph
from scenes.components.plot import Plot
from scenes.components.text import InLine
from scenes.components.whiskers import Whiskers
from scenes.drawings.question_plane import QuestionPlane
from scenes.drawings.run_panel import Counter, RunPanel, View
from scenes.frame import rooms, shapes, theme
from scenes.frame.apart import inside, keep_within, runs_through, stand_apart
from scenes.lesson.lesson import Lesson
from scenes.lesson.lines import OF_SPLITS
from scenes.regularization.dropout_run import DropoutRun
from scenes.regularization.loss_curves import LossCurves
from scenes.regularization.remedy_scores import RemedyScores
from scenes.regularization.settings_plot import settings_plot
from scenes.regularization.weight_spread import WeightSpread

MAP = 2.5  # width of a map over its setting, in units
PARTS = {"training": "train", "validation": "validation", "test": "ink"}
USES = "to learn the weights", "to choose, say, when to stop", "to judge, once"
REMEDIES = {
    "none": "no remedy",
    "early": "early stopping",
    "decay": "weight decay",
    "dropout": "dropout",
    "noise": "input noise",
}


class Regularization(Lesson):
    """A validation set and four remedies keep a wide network from memorising."""

    experiment: ClassVar[ModuleType] = regularization

    def construct(self) -> None:
        """Tell the chapter."""
        self.remember()
        self.part_birds()
        self.watch_validation()
        self.ask()
        self.stop_early()
        self.price_weights()
        self.price_too_high()
        self.switch_off()
        self.average()
        self.measure_anew()
        self.teach_more()
        self.compare()
        self.take_away()

    # --- where we were --------------------------------------------------------

    def remember(self) -> None:
        """Show the wide network of the last chapter, its border and its two curves."""
        self.beat("before")
        self.sexes = QuestionPlane(self)
        plane = self.plane()
        field, border = self.sexes.answers(plane, "none.field", "none.border")
        curves = LossCurves(
            self, "curves.epochs", "curves.train_loss", "curves.validation_loss",
            width=3.3, height=2.2,
        )  # fmt: skip
        held_out = self.text("held out", color=theme.role("validation"), patch=True)
        held_out.move_to(curves.names[1], aligned_edge=RIGHT)
        named = VGroup(curves.names[0], held_out).set_z_index(3)
        stand_apart(named)
        head = self.text(
            "loss at the end, {config.n_splits} {config.n_splits:plural(split)}",
            color=theme.role("muted"),
        )
        ends = self.facts(
            ("training birds", "curves.end_train", ".3f"),
            ("test birds", "none.outcome.loss.mean", ".2f"),
        )
        facts = self.column(head, ends, buff=0.22)
        panel = VGroup(curves.plot, curves.lines, named)
        rooms.flow([panel, facts], rooms.panel(), buff=0.35)
        self.play(FadeIn(plane, self.sexes.clouds(plane, "parts[0]")))
        names = self.sexes.names_in(plane)
        names[0].shift(0.19 * plane.y_axis.get_length() * UP)  # to where no bird is
        self.play(Appear(names), run_time=0.5)
        self.play(FadeIn(field), Create(border), run_time=1.5)
        self.play(FadeIn(curves.plot))
        self.play(*(Create(line) for line in curves.lines), run_time=2)
        self.play(Appear(named), FadeIn(facts))

    def plane(self) -> Plot:
        """Draw the axes of the birds in the room of the main object."""
        room = rooms.main()
        return self.sexes.plot(**rooms.plot_size(room)).move_to(room.middle)

    def at_foot(self, template: str) -> Paragraph:
        """Write a note at the foot of the frame."""
        note = self.paragraph(template, color=theme.role("muted"))
        return self.stand_on_foot(note)

    def facts(self, *rows: tuple[str, str, str]) -> VGroup:
        """Write names and the numbers that belong to them."""
        lines = [
            InLine(self.text(words), self.number(path, spec, pixels=theme.BODY))
            for words, path, spec in rows
        ]
        return self.column(*lines)

    # --- three piles ------------------------------------------------------------

    def part_birds(self) -> None:
        """Part the birds at random into three piles."""
        self.beat("piles")
        self.clear_frame()
        key, everyone = self.key(), self.head("all birds", "n_birds")
        heads = [
            self.head(words, f"n_parts[{k}]", role)
            for k, (words, role) in enumerate(PARTS.items())
        ]
        plots, uses = [], []
        for room, head, purpose in zip(
            rooms.above(key).parts(1, 1, 1), heads, USES, strict=True
        ):
            plot, use = self.pile_in(room, head, purpose)
            plots.append(plot)
            uses.append(use)
        everyone.move_to(heads[1]).shift((heads[1].baseline - everyone.baseline) * UP)
        piles = [self.sexes.clouds(plots[1], f"parts[{k}]", 0.055) for k in range(3)]
        self.play(FadeIn(plots[1], *piles, everyone, key))
        self.wait(0.5)
        self.play(*self.leave(everyone), run_time=0.4)
        self.play(
            FadeIn(plots[0], plots[2]),
            *(
                pile.animate.shift(plots[k].get_center() - plots[1].get_center())
                for k, pile in enumerate(piles)
            ),
            run_time=2,
        )
        for head, use in zip(heads, uses, strict=True):
            self.play(FadeIn(head, use), run_time=0.6)

    def pile_in(
        self, room: rooms.Room, head: InLine, use: str
    ) -> tuple[Plot, VMobject]:
        """Draw axes for a pile; put its name and its use around or beside them."""
        if not shapes.current().is_tall:
            under = self.text(use)
            return self.sexes.small_plane(room, head, under), under
        picture, beside = room.columns(3, 2)
        paragraph = self.paragraph(use, beside.width)
        words = self.column(head, paragraph, buff=0.3)
        words.move_to(beside.at(0, 0.5), aligned_edge=LEFT)
        return self.sexes.small_plane(picture), paragraph

    def key(self) -> VGroup:
        """Write what marks and directions mean."""
        names = [self.sexes.name(k) for k in range(2)]
        axes = self.text(
            "across: {question.features[0]}, up: {question.features[1]}",
            color=theme.role("muted"),
        )
        key = VGroup(
            *(
                VGroup(self.sexes.mark(k, 0.09), name).arrange(RIGHT, buff=0.2)
                for k, name in enumerate(names)
            ),
            axes,
        )
        key.arrange(RIGHT, buff=0.7).move_to(self.foot())
        axes.shift((names[0].baseline - axes.baseline) * UP)
        return key

    def head(self, words: str, path: str, role: str = "ink") -> InLine:
        """Write words and a count over a picture."""
        return InLine(
            self.text(words, pixels=theme.BODY, color=theme.role(role)),
            self.number(path, "d", pixels=theme.BODY),
        )

    # --- early stopping -----------------------------------------------------------

    def watch_validation(self) -> None:
        """Train once more; plant a flag where validation is lowest."""
        self.beat("early")
        self.clear_frame()
        main = rooms.main().inside(bottom=0.35)  # the question stands below
        curves = LossCurves(
            self, "curves.steps", "curves.zoom_train", "curves.zoom_validation",
            **rooms.plot_size(main),
        )  # fmt: skip
        curves.all.move_to(main.middle)
        counter = Counter(self, "step", "curves.steps[{k}]")
        note = self.text("training birds", color=theme.role("muted"))
        panel = rooms.panel()
        if not shapes.current().is_tall:
            panel = panel.inside(top=0.13 * panel.height, bottom=0.13 * panel.height)
        small = self.sexes.small_plane(panel, counter, note)
        counter.align_to(small, LEFT)  # room for more digits
        birds = self.sexes.clouds(small, "parts[0]", 0.045)
        self.play(FadeIn(curves.plot, small, birds, counter, note))
        self.play(self.run_of(curves, small, counter).replay(6))
        self.play(Appear(curves.names))
        flag = Flag(
            curves.plot.at(self.values("curves.best"), self.values("curves.best_loss")),
            self.text("lowest: step {curves.best}", patch=True),
            pole=0.27 * curves.plot.y_axis.get_length(),
        )
        keep_within(flag[-1], main)
        self.play(GrowFromEdge(flag, DOWN))

    def run_of(self, curves: LossCurves, plane: Plot, step: Counter) -> RunPanel:
        """Return the first steps: two curves, border and field."""
        fields, borders = self.values("curves.fields"), self.values("curves.borders")
        field = Field(plane, fields[0], *self.sexes.colours())
        border = Border(plane, borders[0]).set_stroke(width=theme.AXIS)
        curves.grow(0)
        views = [
            View(curves.grow, *curves.lines),
            View.of(field.paint, fields, field),
            View.of(border.trace, borders, border),
        ]
        return RunPanel(fields, views, [step])

    def ask(self) -> None:
        """Ask what stopping there is worth."""
        self.beat("guess")

    def stop_early(self) -> None:
        """Compare the network at the flag with that at the end on the test birds."""
        self.beat("stopped")
        self.clear_frame()
        note = self.at_foot(f"test birds of one split; {OF_SPLITS}")
        ends = (
            ("early", "stopped at step", "curves.best"),
            ("none", "trained to step", "config.n_epochs"),
        )
        for room, (path, words, step) in zip(
            rooms.above(note).parts(1, 1), ends, strict=True
        ):
            head = self.head(words, step)
            foot = InLine(
                self.text("test loss"), self.spread_line(f"{path}.outcome.loss", ".2f")
            )
            plot = self.sexes.small_plane(room, head, foot)
            drawn = self.sexes.map_of(plot, path, "parts[2]")
            self.play(FadeIn(drawn, head))
            self.play(FadeIn(foot), run_time=0.6)
        self.play(FadeIn(note), run_time=0.5)

    # --- weight decay -----------------------------------------------------------

    def price_weights(self) -> None:
        """Add a price on weights to the loss; watch the weights."""
        self.beat("decay")
        self.clear_frame()
        price = self.formula("L + {{ lambda / 2 sum W^2 : price }}", pixels=44)
        price.parts["price"].set_color(theme.role("loss"))
        top, below = rooms.panel().along(1, 2)
        words = self.paragraph(
            "loss + price of large weights", top.width, color=theme.role("muted")
        )
        VGroup(price, words).arrange(DOWN, buff=0.25).move_to(top.middle)
        weights = WeightSpread(self, rooms.main())
        note = self.text(
            "with λ = {decays.in_shown}, training birds", color=theme.role("muted")
        )
        small = self.sexes.small_plane(below, under=note)
        drawn = self.sexes.map_of(small, "decay", "parts[0]")
        self.play(FadeIn(price, words))
        self.play(FadeIn(*weights.plots, weights.bars, weights.names))
        self.play(FadeIn(weights.counter), run_time=0.4)
        self.play(weights.replay(6))
        self.play(*(FadeIn(words) for words in weights.largest()))
        self.play(FadeIn(drawn, note))

    def price_too_high(self) -> None:
        """Try every λ: too little memorises, too much underfits."""
        self.beat("too_much")
        self.clear_frame()
        means = self.values("decays.validation.mean")
        spread = self.values("decays.validation.sd")
        maps, below = rooms.whole().rows(5, 8, gap=0.2)
        if not shapes.current().is_tall:  # maps hang over at the right
            below = below.inside(right=0.4 * MAP)
        plot = settings_plot(
            self, "config.decays", "", float((means + spread).max()),
            x_label="price λ", y_label="mean loss", before=1.6,
            **rooms.plot_size(below),
        ).move_to(below.middle)  # fmt: skip
        x = self.values("config.decays")
        colors = theme.role("train"), theme.role("validation")
        train = plot.curve(x, self.values("decays.train.mean"), color=colors[0])
        validation = dashed(plot.curve(x, means, color=colors[1]))
        dots = Whiskers(plot, x, means, spread, colors[1])
        names = [
            self.text(words, color=color).next_to(line.get_start(), LEFT, buff=0.2)
            for words, color, line in zip(
                PARTS, colors, (train, validation), strict=False
            )
        ]
        stand_apart(names)
        keep_within(VGroup(*names), plot.plane)
        best = self.values("decays.best")
        ends = {place: k for k, place in enumerate((0, best, len(x) - 1))}
        flag = Flag(plot.at(x[best], means[best]), pole=0.75)
        self.play(FadeIn(plot))
        self.play(Create(train), FadeIn(names[0]))
        self.play(Create(validation), FadeIn(dots, names[1]))
        self.play(GrowFromEdge(flag, DOWN), run_time=0.6)
        cells = self.cells_over(plot, maps, [*ends])
        for (place, k), room in zip(ends.items(), cells, strict=True):
            self.play(FadeIn(self.priced_map(room, k, place)), run_time=0.7)

    def cells_over(
        self, plot: Plot, maps: rooms.Room, places: Sequence[int]
    ) -> list[rooms.Room]:
        """Return rooms over settings; side by side where these are too close."""
        if shapes.current().is_tall:
            return maps.columns(*(1 for _ in places))
        x = self.values("config.decays")
        xs = np.array([plot.at(x[place], 0)[0] for place in places])
        xs[1:-1] = np.clip(xs[1:-1], xs[0] + MAP, xs[-1] - MAP)
        return [maps._replace(left=x - MAP / 2, right=x + MAP / 2) for x in xs]

    def priced_map(self, room: rooms.Room, k: int, place: int) -> Group:
        """Draw the border of the λ at a place among those tried."""
        words = self.text(f"λ = {{config.decays[{place}]}}", color=theme.role("muted"))
        small = self.sexes.small_plane(room, words)
        drawn = self.sexes.map_of(small, f"decays.ends[{k}]", "parts[0]")
        return Group(drawn, words)

    # --- dropout ----------------------------------------------------------------

    def switch_off(self) -> None:
        """Switch off half of the hidden neurons, anew in each step."""
        self.beat("masks")
        self.clear_frame()
        run = DropoutRun(self)
        self.play(FadeIn(run.net, run.names))
        self.play(FadeIn(run.count), run_time=0.5)
        self.play(run.replay(7))

    def average(self) -> None:
        """All neurons answer together: near the mean of the thinned networks."""
        self.beat("average")
        self.clear_frame()
        plane = self.plane()
        field, border = self.sexes.answers(plane, "dropout.field", "dropout.border")
        lines = VGroup(
            *(
                Border(plane, pieces).set_stroke(theme.role("muted"), 2.5)
                for pieces in self.values("dropped.borders")
            )
        )
        rows = VGroup()
        for words, path in (
            ("one thinned network", "dropped.alone_mean"),
            ("average of {config.n_thinned}", "dropped.together_mean"),
            ("all neurons on", "dropout.outcome.loss.mean"),
        ):
            name = self.text(words).move_to(ORIGIN, aligned_edge=LEFT)
            number = self.number(path, ".2f", pixels=theme.BODY)
            number.next_to(name, DOWN, aligned_edge=LEFT)
            number.shift((name.baseline - 0.48 - number.baseline) * UP)
            rows.add(
                VGroup(name, number).shift((-1.3 * len(rows) - name.baseline) * UP)
            )
        for row, like in ((rows[0], lines[0]), (rows[2], border)):
            sample = Line(ORIGIN, 0.45 * RIGHT).match_style(like)
            row.add(sample.next_to(row[0], LEFT, buff=0.2))
        head = self.text(
            "test loss, {config.n_splits} {config.n_splits:plural(split)}",
            color=theme.role("muted"),
        )
        head.next_to(rows[0][0], UP, buff=0.45, aligned_edge=LEFT)
        VGroup(head, rows).move_to(rooms.panel().middle)
        self.play(FadeIn(plane, self.sexes.clouds(plane, "parts[0]")))
        self.play(*(Create(line) for line in lines), run_time=2)
        self.play(FadeIn(head, rows[0]))
        self.play(FadeIn(field), Create(border), run_time=1.5)
        self.play(FadeIn(rows[1:]))

    # --- noise and more data -------------------------------------------------------

    def measure_anew(self) -> None:
        """Measure each bird anew with noise in every step."""
        self.beat("noise")
        self.clear_frame()
        plane = self.plane()
        true = self.sexes.clouds(plane, "parts[0]")
        moving = true.copy()
        style = {"pixels": theme.BODY}
        step = Counter(self, "step", "noisy.steps[{k}]")
        units = [self.number(f"noisy.unit[{k}]", ".0f", **style) for k in range(2)]
        loss = InLine(
            self.text("test loss"), self.spread_line("noise.outcome.loss", ".2f")
        )
        facts = self.column(
            step,
            self.text("error added (s.d.)", color=theme.role("muted")),
            *(
                InLine(self.sexes.feature(k), units[k], self.sexes.unit(k))
                for k in (0, 1)
            ),
            self.text("line: error of one bird", color=theme.role("muted")),
            buff=0.35,
        )
        rooms.flow([facts, loss], rooms.panel(), buff=0.6)
        self.play(FadeIn(plane, true, facts))
        self.play(true.animate.set_opacity(theme.DIMMED), run_time=0.5)
        self.play(self.disturb(plane, moving, step).replay(6))
        field, border = self.sexes.answers(plane, "noise.field", "noise.border")
        self.play(FadeIn(field), Create(border), FadeIn(loss))

    def disturb(self, plane: Plot, clouds: VGroup, step: Counter) -> RunPanel:
        """Return the noisy copies that the network learns from."""
        copies, rows = self.values("noisy.copies"), self.values("parts[0]")

        true = plane.at(*self.values("question.points")[rows[0]])
        error = Line(true, true + RIGHT).set_stroke(theme.role("ink"), theme.EDGE)

        def show(k: int) -> None:
            there = plane.at(*copies[k][0])
            error.put_start_and_end_on(true, inside(plane.plane, true, there))
            new = self.sexes.clouds_at(plane, copies[k], rows)
            for cloud, other in zip(clouds, new, strict=True):
                cloud.set_points(other.points)

        return RunPanel(copies, [View(show, clouds, error)], [step])

    def teach_more(self) -> None:
        """Teach the same network without remedy by more and more birds."""
        self.beat("more")
        self.clear_frame()
        mean, spread = self.values("more.loss.mean"), self.values("more.loss.sd")
        stopped = float(self.values("early.outcome.loss.mean"))
        plot = settings_plot(
            self, "config.sizes", "d", max(float((mean + spread).max()), stopped),
            x_label="birds to learn from", y_label="test loss, no remedy",
            **rooms.plot_size(rooms.main()),
        ).move_to(rooms.main().middle)  # fmt: skip
        dots = Whiskers(
            plot, self.values("config.sizes"), mean, spread, theme.role("loss")
        )
        ends = np.array(plot.x_range), np.full(2, stopped)
        line = dashed(plot.curve(*ends, color=theme.role("ink")))
        words = "early stopping: {n_parts[0]} to learn, {n_parts[1]} to stop"
        name = self.text(words)
        name.next_to(line.get_right(), UP, buff=0.12).align_to(plot.x_axis, RIGHT)
        keep_within(name, plot.plane)
        if any(runs_through(dot.submobjects[0], name) for dot in dots):
            name = self.text(words, patch=True).move_to(name).set_z_index(2)
        self.play(FadeIn(plot))
        for dot in dots:
            self.play(FadeIn(dot), run_time=0.4)
        self.play(Create(line.set_stroke(width=theme.AXIS)), FadeIn(name))
        for k, room in enumerate(rooms.panel().along(1, 1)):
            size = f"config.sizes[{-k}]"
            n_birds = self.text(f"{{{size}}} {{{size}:plural(bird)}}")
            small = self.sexes.small_plane(room, n_birds)
            drawn = self.sexes.map_of(small, f"more.ends[{k}]", f"more.rows[{k}]")
            self.play(FadeIn(drawn, n_birds))

    # --- the scores -------------------------------------------------------------------

    def compare(self) -> None:
        """Compare all remedies on the test birds."""
        self.beat("scores")
        self.clear_frame()
        note = self.at_foot(
            f"test birds, {OF_SPLITS}; how sure: mean probability of the answer given"
        )
        scores = RemedyScores(self, REMEDIES, rooms.above(note))
        bars = scores.bars
        self.play(FadeIn(bars.start, scores.loss_head, *(row[0] for row in bars.rows)))
        for bar, row in zip(bars.bars, bars.rows, strict=True):
            self.play(GrowFromEdge(bar, LEFT), FadeIn(row[1]), run_time=0.5)
        for column in scores.columns:
            self.play(FadeIn(column))
        self.play(FadeIn(note), run_time=0.5)

    def take_away(self) -> None:
        """Show the border of each remedy, on the same birds."""
        self.beat("take_away")
        self.clear_frame()
        note = self.at_foot(
            "borders of one split; mean test loss of {config.n_splits} "
            "{config.n_splits:plural(split)}"
        )
        cells = rooms.above(note).grid(len(REMEDIES), gap=0.25)
        for room, (path, words) in zip(cells, REMEDIES.items(), strict=True):
            name = self.text(words)
            loss = self.number(f"{path}.outcome.loss.mean", ".2f", pixels=theme.BODY)
            small = self.sexes.small_plane(room, name, loss)
            drawn = self.sexes.map_of(small, path, "parts[0]")
            self.play(FadeIn(drawn, name, loss), run_time=0.6)
        self.play(FadeIn(note), run_time=0.5)
