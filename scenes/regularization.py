"""What keeps a wide network from memorising: five remedies on the same birds."""

from types import ModuleType
from typing import ClassVar

import numpy as np
from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Create,
    DashedVMobject,
    FadeIn,
    Group,
    GrowFromEdge,
    VGroup,
    VMobject,
)

from nnsim.experiments import regularization
from scenes import theme
from scenes.components.appear import Appear
from scenes.components.bars import Bars
from scenes.components.field import Border, Field
from scenes.components.flag import Flag
from scenes.components.histogram import Histogram
from scenes.components.plot import Plot
from scenes.components.replay import Replay
from scenes.components.text import InLine, Label
from scenes.components.whiskers import Whiskers
from scenes.components.wide_network import WideNetwork
from scenes.lesson import Lesson
from scenes.sexes import SexPlane

LEFT_PART = 2.8 * LEFT + 0.1 * UP  # middle of the left two thirds
PANEL = 4.3 * RIGHT + 0.1 * DOWN  # middle of the right third
PARTS = "training", "validation", "test"
USES = "learn the weights", "choose: when to stop, λ", "judge, once, at the end"
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
    title = "Regularization"

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
        """The wide network of the last chapter, its border and its two curves."""
        self.beat(
            "before",
            title="A network that memorised",
            say="{config.hidden_width} hidden neurons tell a penguin's sex from bill "
            "length and mass. On the {n_parts[0]} birds they learned from, the loss ends "
            "at {curves.end_train:.3f}; on birds never seen, at "
            "{none.outcome.mean:.1f}. They memorised.",
        )
        self.sexes = SexPlane(self)
        plane = self.sexes.plot(7.1, 4.3).move_to(LEFT_PART)
        field, border = self.sexes.answers(plane, "none")
        plot = self.loss_plot("curves.epochs", 3.1, 2.3).move_to(PANEL + 0.5 * UP)
        curves = self.curves(plot, "epochs", "train_loss", "validation_loss")
        ends = self.facts(
            ("training birds", "curves.end_train", ".3f"),
            ("test birds", "none.outcome.mean", ".2f"),
        ).next_to(plot, DOWN, buff=0.4).align_to(plot.y_axis, LEFT)  # fmt: skip
        self.play(FadeIn(plane, self.sexes.clouds(plane, 0)))
        self.play(Appear(self.sexes.names_in(plane)), run_time=0.5)
        self.play(FadeIn(field), Create(border), run_time=1.5)
        self.play(FadeIn(plot))
        self.play(*(Create(curve) for curve in curves[:2]), run_time=2)
        self.play(Appear(curves[2]), FadeIn(ends))

    def loss_plot(self, path: str, width: float, height: float) -> Plot:
        """Draw axes for the loss against steps."""
        steps = self.values(path)
        top = float(self.values("curves.validation_loss").max())
        if path == "curves.steps":
            top = float(self.values("curves.zoom_validation").max())
        return Plot(
            (0, float(steps[-1])), (0, top), x_label="step", y_label="mean loss",
            width=width, height=height,
        )  # fmt: skip

    def curves(self, plot: Plot, x: str, train: str, validation: str) -> VGroup:
        """Draw a solid curve for training, a dashed one for validation; name both."""
        steps, drawn, names = self.values(f"curves.{x}"), VGroup(), VGroup()
        for path, role, words in (
            (train, "train", "training"),
            (validation, "validation", "validation"),
        ):
            losses, color = self.values(f"curves.{path}"), theme.role(role)
            drawn.add(plot.curve(steps, losses, color=color))
            name = self.text(words, color=color, patch=True).set_z_index(3)
            names.add(name.next_to(plot.at(steps[-1], losses[-1]), UP, buff=0.12))
            name.align_to(plot.x_axis, RIGHT)
        drawn[1].become(self.dashed(drawn[1]))
        return VGroup(*drawn, names)

    def dashed(self, curve: VMobject) -> VMobject:
        """Return a dashed copy of a curve, as one mobject."""
        n = round(curve.get_arc_length() / 0.22)
        dashes = DashedVMobject(curve, num_dashes=n, dashed_ratio=0.6)
        whole = VMobject().match_style(curve)
        for dash in dashes:
            whole.append_points(dash.points)
        return whole.set_stroke(curve.get_stroke_color(), theme.CURVE)

    def facts(self, *rows: tuple[str, str, str]) -> VGroup:
        """Write names and the numbers that belong to them."""
        lines = [
            InLine(self.text(words), self.number(path, spec, pixels=theme.BODY))
            for words, path, spec in rows
        ]
        return VGroup(*lines).arrange(DOWN, buff=0.25, aligned_edge=LEFT)

    # --- three piles ------------------------------------------------------------

    def part_birds(self) -> None:
        """Part the birds at random into three piles."""
        self.beat(
            "piles",
            title="Three piles of birds",
            say="The {n_birds} birds are parted by lot. {n_parts[0]} teach the weights. "
            "{n_parts[1]} help us choose, say, when to stop. {n_parts[2]} are opened "
            "once, at the end: only they tell how new birds will fare.",
        )
        self.clear_frame()
        plots = [
            self.sexes.bare_plot(3.8, 2.9).move_to(4.45 * k * RIGHT + 0.15 * DOWN)
            for k in (-1, 0, 1)
        ]
        piles = [self.sexes.clouds(plots[1], part, 0.055) for part in range(3)]
        heads = [
            InLine(
                self.text(words, pixels=theme.BODY, color=self.part_color(k)),
                self.number(f"n_parts[{k}]", "d", pixels=theme.BODY),
            ).next_to(plots[k], UP, buff=0.3)
            for k, words in enumerate(PARTS)
        ]
        uses = [
            self.text(words).next_to(plot, DOWN, buff=0.3)
            for words, plot in zip(USES, plots, strict=True)
        ]
        self.play(FadeIn(plots[1], *piles))
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

    def part_color(self, k: int) -> object:
        """Return the colour of a pile."""
        return theme.role(("train", "validation", "ink")[k])

    # --- early stopping -----------------------------------------------------------

    def watch_validation(self) -> None:
        """Train once more; plant a flag where validation is lowest."""
        self.beat(
            "early",
            title="Watch the validation birds",
            say="Training loss only falls. The loss on the validation birds falls too, "
            "to {curves.best_loss:.2f} at step {curves.best}, then climbs: from there on "
            "the network learns single birds, not the sexes. We plant a flag.",
        )
        self.clear_frame()
        self.plot = self.loss_plot("curves.steps", 6.6, 4.1).move_to(LEFT_PART)
        curves = self.curves(self.plot, "steps", "zoom_train", "zoom_validation")
        self.small = self.sexes.bare_plot(4.0, 2.75).move_to(PANEL + 0.25 * UP)
        self.field = Field(
            self.small, self.values("curves.fields")[0], *self.sexes.colours()
        )
        self.border = Border(self.small, self.values("curves.borders")[0])
        birds = self.sexes.clouds(self.small, 0, 0.045)
        self.step = self.number("curves.steps[0]", "d", pixels=theme.BODY)
        counter = InLine(self.text("step", pixels=theme.BODY), self.step)
        counter.next_to(self.small, UP, buff=0.25, aligned_edge=LEFT)
        note = self.text("training birds", color=theme.role("muted"))
        note.next_to(self.small, DOWN, buff=0.25)
        self.play(FadeIn(self.plot, self.small, birds, counter, note))
        self.play(FadeIn(self.field), Create(self.border), run_time=0.6)
        self.play(self.replay(curves, 6))
        self.play(Appear(curves[2]))
        best = self.values("curves.best"), self.values("curves.best_loss")
        words = InLine(
            self.text("lowest: step", patch=True),
            self.number("curves.best", "d", patch=True),
        )
        flag = Flag(self.plot.at(*best), words)
        self.play(GrowFromEdge(flag, DOWN))

    def replay(self, curves: VGroup, run_time: float) -> Replay:
        """Return the animation of the first steps: two curves, border and field."""
        wholes = [curve.copy() for curve in curves[:2]]
        values, last = self.values, len(self.values("curves.steps")) - 1
        fields, borders = values("curves.fields"), values("curves.borders")

        def grow(k: int) -> None:
            share = self.plot.at(values("curves.steps")[k], 0)[0]
            for curve, whole in zip(curves[:2], wholes, strict=True):
                curve.set_points(_up_to(whole.points, share))

        self.add(*curves[:2])
        draw = [
            grow,
            lambda k: self.field.paint(fields[k]),
            lambda k: self.border.trace(borders[k]),
            self.follow(self.step, "curves.steps[{k}]"),
        ]
        moving = [*curves[:2], self.field, self.border, self.step]
        return Replay(moving, draw, last, early=False, run_time=run_time)

    def ask(self) -> None:
        """Ask what stopping there is worth."""
        self.beat(
            "guess",
            question="Test loss at the end: {none.outcome.mean:.1f}. "
            "What is it if we stop at the flag?",
        )

    def stop_early(self) -> None:
        """Compare the network at the flag with that at the end on the test birds."""
        self.beat(
            "stopped",
            title="Early stopping",
            say="Stopped at its flag, the test loss is {early.outcome.mean:.2f}, not "
            "{none.outcome.mean:.2f}; it is lower in {early.n_lower} of "
            "{config.n_splits} splits. Choose on validation birds, judge on test birds, "
            "never the other way round.",
        )
        self.clear_frame()
        for k, (path, words) in enumerate(
            (("early", "stopped at step"), ("none", "trained to step"))
        ):
            plot = self.sexes.bare_plot(5.5, 3.3).move_to((6.4 * k - 3.2) * RIGHT)
            drawn = self.sexes.small_map(plot.shift(0.25 * UP), path, 2)
            step = ("curves.best", "config.n_epochs")[k]
            head = InLine(
                self.text(words, pixels=theme.BODY),
                self.number(step, "d", pixels=theme.BODY),
            ).next_to(plot, UP, buff=0.25)
            foot = InLine(
                self.text("test loss"), self.mean_and_spread(f"{path}.outcome")
            ).next_to(plot, DOWN, buff=0.3)
            self.play(FadeIn(drawn, head))
            self.play(FadeIn(foot), run_time=0.6)
        note = self.text(
            "test birds of one split; mean ± s.d. of {config.n_splits} splits",
            color=theme.role("muted"),
        ).move_to(2.75 * DOWN)
        self.play(FadeIn(note), run_time=0.5)

    def mean_and_spread(self, path: str) -> InLine:
        """Write a mean test loss and its standard deviation over the splits."""
        return InLine(
            self.number(f"{path}.mean", ".2f", pixels=theme.BODY),
            self.text(f"± {{{path}.spread:.2f}}", color=theme.role("muted")),
        )

    # --- weight decay -----------------------------------------------------------

    def price_weights(self) -> None:
        """Add a price on weights to the loss; watch the weights."""
        self.beat(
            "decay",
            title="Weight decay: large weights cost",
            say="Weight decay adds a price, lambda half times the squared weights, to the "
            "loss. Large weights make sharp bends; at this price the largest ends at "
            "{weights.largest[1]:.1f} instead of {weights.largest[0]:.1f}, and the "
            "border is smooth.",
        )
        self.clear_frame()
        price = self.formula("L + {{ lambda / 2 sum W^2 : price }}", pixels=44)
        price.parts["price"].set_color(theme.role("loss"))
        price.move_to(PANEL + 2.15 * UP)
        rows = [self.histogram(k) for k in range(2)]
        step = self.number("weights.steps[0]", "d", pixels=theme.BODY)
        counter = InLine(self.text("step", pixels=theme.BODY), step)
        counter.move_to(rows[0][0].corner(RIGHT + UP), aligned_edge=RIGHT + UP)
        small = self.sexes.bare_plot(4.0, 2.75).move_to(PANEL + 0.45 * DOWN)
        drawn = self.sexes.small_map(small, "decay", 0)
        note = self.text("with decay, training birds", color=theme.role("muted"))
        note.next_to(small, DOWN, buff=0.25)
        self.play(FadeIn(price))
        for plot, bars, name in rows:
            self.play(FadeIn(plot, bars, name), run_time=0.6)
        self.play(FadeIn(counter), run_time=0.4)
        self.play(self.shrink([bars for _, bars, _ in rows], step, 6))
        self.play(FadeIn(drawn, note))

    def histogram(self, run: int) -> tuple[Plot, Histogram, Label | InLine]:
        """Draw how the weights of a run lie, before training."""
        edges, counts = self.values("weights.edges"), self.values("weights.counts")
        plot = Plot(
            (float(edges[0]), float(edges[-1])), (0, float(counts.max())),
            x_label="weight" if run else "", y_label="weights", width=6.6, height=1.75,
        ).move_to(LEFT_PART + (1.45, -1.4)[run] * UP)  # fmt: skip
        color = theme.role(("muted", "train")[run])
        bars = Histogram(plot, edges, counts[run, 0], color)
        words = "no decay" if run == 0 else "λ = {decays.in_shown}"
        name = self.text(words, color=color)
        name.move_to(plot.corner(LEFT + UP, 0.3), aligned_edge=LEFT + UP)
        return plot, bars, name

    def shrink(self, bars: list[Histogram], step: VMobject, run_time: float) -> Replay:
        """Return the animation of both runs: the weights spread, or do not."""
        counts = self.values("weights.counts")
        draw = [
            lambda k: bars[0].show_counts(counts[0, k]),
            lambda k: bars[1].show_counts(counts[1, k]),
            self.follow(step, "weights.steps[{k}]"),
        ]
        last = counts.shape[1] - 1
        return Replay([*bars, step], draw, last, early=False, run_time=run_time)

    def price_too_high(self) -> None:
        """Try every λ: too little memorises, too much underfits."""
        self.beat(
            "too_much",
            title="Too high a price underfits again",
            say="Validation birds choose the price: {decays.value} is lowest, at "
            "{decays.validation_mean[2]:.2f}. Far above it even the training loss is bad, "
            "{decays.train_mean[5]:.2f}: hardly a border is left. Simplest is not best.",
        )
        self.clear_frame()
        plot = self.decay_plot()
        x = np.log10(self.values("config.decays"))
        train = plot.curve(
            x, self.values("decays.train_mean"), color=theme.role("train")
        )
        means = self.values("decays.validation_mean")
        color = theme.role("validation")
        validation = self.dashed(plot.curve(x, means, color=color))
        spread = self.values("decays.validation_spread")
        dots = Whiskers(plot, x, means, spread, color)
        names = [
            self.text("training", color=theme.role("train")),
            self.text("validation", color=color),
        ]
        names[0].next_to(train.get_start(), LEFT, buff=0.2)
        names[1].next_to(validation.get_start(), LEFT, buff=0.2)
        maps = [self.priced_map(plot, k) for k in range(3)]
        self.play(FadeIn(plot))
        self.play(Create(train), FadeIn(names[0]))
        self.play(Create(validation), FadeIn(dots, names[1]))
        for drawn in maps:
            self.play(FadeIn(drawn), run_time=0.7)

    def decay_plot(self) -> Plot:
        """Draw axes for the loss against λ, on a scale of powers."""
        x = np.log10(self.values("config.decays"))
        reach = self.values("decays.validation_mean") + self.values(
            "decays.validation_spread"
        )
        plot = Plot(
            (float(x[0]) - 0.5, float(x[-1]) + 0.2), (0, float(reach.max())),
            x_label="price λ", y_label="mean loss", width=11.2, height=2.3, x_ticks=(),
        ).move_to(1.35 * DOWN)  # fmt: skip
        for k, place in enumerate(x):
            tick = self.number(
                f"config.decays[{k}]", "", pixels=theme.SMALLEST,
                color=theme.role("muted"),
            )  # fmt: skip
            plot.add(tick.next_to(plot.at(float(place), 0), DOWN, buff=0.15))
        return plot

    def priced_map(self, plot: Plot, k: int) -> Group:
        """Draw the border of a λ above its place."""
        decays = self.values("config.decays")
        place = decays[(0, self.values("decays.best"), len(decays) - 1)[k]]
        small = self.sexes.bare_plot(2.7, 1.85)
        small.set_x(plot.at(np.log10(place), 0)[0]).set_y(1.75)
        return self.sexes.small_map(small, f"decays.ends[{k}]", 0)

    # --- dropout ----------------------------------------------------------------

    def switch_off(self) -> None:
        """Switch off half of the hidden neurons, anew in each step."""
        self.beat(
            "masks",
            title="Dropout: half switched off by lot",
            say="Dropout: in every step, and for every bird, each hidden neuron is off "
            "with chance {config.dropout:.0%}. Here is one bird. No neuron can rely on "
            "another, so none can learn a single bird by heart.",
        )
        self.clear_frame()
        net = WideNetwork(self.values("dropped.W"), width=11.6, height=4.2)
        net.move_to(0.25 * UP)
        style = {"pixels": theme.BODY}
        step = self.number("dropped.steps[0]", "d", **style)
        n_on = self.number("dropped.n_on[0]", "d", **style)
        count = InLine(
            InLine(self.text("step", **style), step),
            InLine(
                self.text("on:", **style), n_on,
                self.text("of {config.hidden_width}", **style),
            ),
            buff=0.8,
        ).move_to(2.7 * DOWN)  # fmt: skip
        names = self.ends_of(net)
        on = self.values("dropped.on")
        self.play(FadeIn(net, names))
        self.play(FadeIn(count), run_time=0.5)
        draw = [
            lambda k: net.show_on(on[k]),
            self.follow(step, "dropped.steps[{k}]"),
            self.follow(n_on, "dropped.n_on[{k}]"),
        ]
        self.play(Replay([net, step, n_on], draw, len(on) - 1, early=False, run_time=7))

    def ends_of(self, net: WideNetwork) -> VGroup:
        """Write the names of inputs and output at their units."""
        length, mass = net.units[0]
        muted = theme.role("muted")
        return VGroup(
            self.text("bill length", color=muted).next_to(length, LEFT, buff=0.2),
            self.text("body mass", color=muted).next_to(mass, RIGHT, buff=0.2),
            self.text("male?", color=theme.role("class_b")).next_to(
                net.units[2], RIGHT, buff=0.2
            ),
        )

    def average(self) -> None:
        """All neurons answer together: near the mean of the thinned networks."""
        self.beat(
            "average",
            title="All on: an average of many",
            say="Each thinned network has a border of its own: alone, a test loss of "
            "{dropped.alone_mean:.2f}. With all neurons on, the answer is near the "
            "average of {config.n_thinned} such: {dropout.outcome.mean:.2f}. A committee "
            "is surer than its members.",
        )
        self.clear_frame()
        plane = self.sexes.plot(7.1, 4.3).move_to(LEFT_PART)
        field, border = self.sexes.answers(plane, "dropout")
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
            ("all neurons on", "dropout.outcome.mean"),
        ):
            number = self.number(path, ".2f", pixels=theme.BODY)
            rows.add(VGroup(self.text(words), number).arrange(
                DOWN, buff=0.15, aligned_edge=LEFT))
        rows.arrange(DOWN, buff=0.4, aligned_edge=LEFT)
        head = self.text(
            "test loss, {config.n_splits} splits", color=theme.role("muted")
        )
        panel = VGroup(head, rows).arrange(DOWN, buff=0.45, aligned_edge=LEFT)
        panel.move_to(PANEL)
        self.play(FadeIn(plane, self.sexes.clouds(plane, 0)))
        self.play(*(Create(line) for line in lines), run_time=2)
        self.play(FadeIn(head, rows[0]))
        self.play(FadeIn(field), Create(border), run_time=1.5)
        self.play(FadeIn(rows[1:]))

    # --- noise and more data -------------------------------------------------------

    def measure_anew(self) -> None:
        """Measure each bird anew with noise in every step."""
        self.beat(
            "noise",
            title="Input noise: measure again, badly",
            say="Augmentation: in every step each bird is measured anew with an error of "
            "{noisy.unit[0]:.0f} millimetres and {noisy.unit[1]:.0f} grams. What must "
            "hold for a cloud cannot hang on a point: test loss "
            "{noise.outcome.mean:.2f}.",
        )
        self.clear_frame()
        plane = self.sexes.plot(7.1, 4.3).move_to(LEFT_PART)
        copies = self.values("noisy.copies")
        male = self.values("is_male")[self.values("parts")[0]]
        true = self.sexes.clouds(plane, 0)
        moving = true.copy()
        style = {"pixels": theme.BODY}
        step = self.number("noisy.steps[0]", "d", **style)
        facts = VGroup(
            InLine(self.text("step", **style), step),
            InLine(self.text("bill ±"), self.number("noisy.unit[0]", ".0f", **style),
                   self.text("mm")),
            InLine(self.text("mass ±"), self.number("noisy.unit[1]", ".0f", **style),
                   self.text("g")),
        ).arrange(DOWN, buff=0.35, aligned_edge=LEFT).move_to(PANEL + 0.6 * UP)  # fmt: skip
        loss = InLine(self.text("test loss"), self.mean_and_spread("noise.outcome"))
        loss.next_to(facts, DOWN, buff=0.7, aligned_edge=LEFT)

        def disturb(k: int) -> None:
            for sex, cloud in enumerate(moving):
                xy = copies[k][male == bool(sex)]
                cloud.set_points(plane.scatter(xy, color=self.sexes.colours()[sex],
                                               marker=("circle", "square")[sex]).points)  # fmt: skip

        self.play(FadeIn(plane, true, facts))
        self.play(true.animate.set_opacity(theme.DIMMED), run_time=0.5)
        draw = [disturb, self.follow(step, "noisy.steps[{k}]")]
        last = len(copies) - 1
        self.play(Replay([moving, step], draw, last, early=False, run_time=6))
        field, border = self.sexes.answers(plane, "noise")
        self.play(FadeIn(field), Create(border), FadeIn(loss))

    def teach_more(self) -> None:
        """The same network without remedy, taught by more and more birds."""
        self.beat(
            "more",
            title="More birds",
            say="More data helps too, but slowly here: with no remedy the test loss falls "
            "from {more.mean[0]:.1f} with {config.sizes[0]} birds to {more.mean[4]:.1f} "
            "with {config.sizes[4]}. The wide network still memorises them.",
        )
        self.clear_frame()
        mean, spread = self.values("more.mean"), self.values("more.spread")
        x = np.log2(self.values("config.sizes"))
        plot = Plot(
            (float(x[0]) - 0.4, float(x[-1]) + 0.4), (0, float((mean + spread).max())),
            x_label="birds to learn from", y_label="test loss, no remedy", width=7.1,
            height=4.2, x_ticks=(),
        ).move_to(LEFT_PART)  # fmt: skip
        for k, place in enumerate(x):
            tick = self.number(f"config.sizes[{k}]", "d", pixels=theme.SMALLEST,
                               color=theme.role("muted"))  # fmt: skip
            plot.add(tick.next_to(plot.at(float(place), 0), DOWN, buff=0.15))
        dots = Whiskers(plot, x, mean, spread, theme.role("loss"))
        self.play(FadeIn(plot))
        for dot in dots:
            self.play(FadeIn(dot), run_time=0.5)

    # --- the scores -------------------------------------------------------------------

    def compare(self) -> None:
        """Compare all remedies on the test birds."""
        self.beat(
            "scores",
            title="Judged on the test birds",
            say="Every remedy lowers the test loss in every split. Right answers hardly "
            "change, {none.outcome.right_mean:.0%} to about "
            "{decay.outcome.right_mean:.0%}. What is cured is false confidence: "
            "{none.outcome.sure_mean:.0%} sure before.",
        )
        self.clear_frame()
        names = [self.text(words) for words in REMEDIES.values()]
        numbers = [
            self.number(f"{path}.outcome.mean", ".2f", pixels=theme.BODY)
            for path in REMEDIES
        ]
        spreads = [self.values(f"{path}.outcome.spread") for path in REMEDIES]
        bars = Bars(names, numbers, spreads, width=1.9, pitch=0.85)
        bars.move_to(6.4 * LEFT + 0.1 * DOWN, aligned_edge=LEFT)
        columns = VGroup()
        for x, field, words in ((3.5, "right", "right"), (5.6, "sure", "sure")):
            column = VGroup()
            for path, number in zip(REMEDIES, numbers, strict=True):
                share = self.number(f"{path}.outcome.{field}_mean", ".0%",
                                    pixels=theme.BODY)  # fmt: skip
                share.move_to(x * RIGHT)
                column.add(share.shift((number.baseline - share.baseline) * UP))
            columns.add(column)
        self.play(FadeIn(bars.start, *(row[0] for row in bars.rows)))
        for bar, row in zip(bars.bars, bars.rows, strict=True):
            self.play(GrowFromEdge(bar, LEFT), FadeIn(row[1]), run_time=0.5)
        self.play(FadeIn(columns))

    def take_away(self) -> None:
        """The border of each remedy, on the same birds."""
        self.beat(
            "take_away",
            title="Same birds, same start",
            say="Regularization, dropout and weight decay, validation sets and early "
            "stopping control overfitting. None adds a bird: each only keeps a flexible "
            "network from trusting single ones too much.",
        )
        self.clear_frame()
        for k, (path, words) in enumerate(REMEDIES.items()):
            small = self.sexes.bare_plot(2.35, 2.6).move_to(2.62 * (k - 2) * RIGHT)
            drawn = self.sexes.small_map(small, path, 0)
            name = self.text(words).next_to(small, UP, buff=0.25)
            self.play(FadeIn(drawn, name), run_time=0.6)


def _up_to(points: np.ndarray, x: float) -> np.ndarray:
    """Return the pieces of a curve, four points each, that end at x at most."""
    pieces = points.reshape(-1, 4, 3)
    return pieces[pieces[:, -1, 0] <= x + 1e-6].reshape(-1, 3)
