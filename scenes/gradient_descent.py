"""How to walk down a loss: step length, units, mini-batches, momentum, Adam."""

from types import ModuleType
from typing import ClassVar

import numpy as np
from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    GrowFromCenter,
    Line,
    VGroup,
    VMobject,
)

from nnsim.experiments import gradient_descent
from scenes import theme
from scenes.components.appear import travel
from scenes.components.contours import Contours
from scenes.components.fan import Fan
from scenes.components.growing_curve import GrowingCurve
from scenes.components.lanes import Lanes
from scenes.components.plot import Plot, draw_marker
from scenes.components.replay import Draw, Replay
from scenes.components.text import InLine
from scenes.hills import (
    RULES,
    EnzymeCurve,
    EnzymeMap,
    PassPanel,
    SlopeAverages,
    TunedRow,
    UnitPanel,
    lowest_point,
    rule_color,
    true_plot,
)
from scenes.lesson import Lesson
from scenes.one_weight import OneWeight, RatePanel, replay

PANEL = 4.75 * RIGHT + 0.3 * UP  # middle of the right third
OUTCOMES = "crawls", "arrives", "cycles", "climbs out"


class GradientDescent(Lesson):
    """Learning is walking downhill on the loss; the step length decides the rest."""

    experiment: ClassVar[ModuleType] = gradient_descent
    title = "Gradient descent"

    def construct(self) -> None:
        """Tell the chapter."""
        self.show_one_weight()
        self.step()
        self.ask()
        self.try_rates()
        self.compare_units()
        self.fan_out()
        self.pass_once()
        self.meet_enzyme()
        self.add_momentum()
        self.run_adam()
        self.race()
        self.round_units()
        self.look_back()

    # --- one weight -----------------------------------------------------------

    def show_one_weight(self) -> None:
        """Every weight is a line with a loss."""
        self.beat(
            "one_weight",
            title="One weight, one loss",
            say="Penguins with longer flippers are heavier. A line with one weight w "
            "predicts their mass; its loss L is the mean squared error. Each weight "
            "has its loss: together they form a bowl.",
        )
        self.one = OneWeight(self)
        source = self.text("{n_birds} penguins", color=theme.role("muted"), patch=True)
        source.move_to(self.one.birds.corner(RIGHT + DOWN, 0.15), RIGHT + DOWN)
        loss = theme.role("loss")
        self.panel = VGroup(
            self.text("the line", color=theme.role("positive")),
            self.formula("hat(y) = w x", color=theme.role("positive")),
            self.text("its loss", color=loss),
            self.formula('L = "mean" (hat(y) - y)^2', color=loss),
        ).arrange(DOWN, buff=0.3)
        self.panel[2:].shift(0.35 * DOWN)
        self.panel.move_to(PANEL)
        self.play(FadeIn(self.one.birds, self.one.cloud, source))
        self.one.show_weight(*self.one.curve_points[0])
        self.play(Create(self.one.line), FadeIn(self.panel[:2]))
        self.play(FadeIn(self.one.bowl, self.panel[2:]))
        self.play(GrowFromCenter(self.one.dot), run_time=0.4)
        self.play(self.one.sweep(4))
        lowest = [self.values("one.best"), self.values("one.least")]
        best = InLine(self.formula("w ="), self.number("one.best"), buff=0.12)
        best.next_to(self.one.bowl.at(*lowest), UP, buff=0.75)
        self.play(
            Replay(
                [self.one.line, self.one.dot],
                [lambda _: self.one.show_weight(*lowest)],
                1, early=False, run_time=0.5,
            ),
            FadeIn(best),
        )  # fmt: skip
        self.panel.add(best)

    def step(self) -> None:
        """Step against the slope: it says which way is down, and how steeply."""
        self.beat(
            "step",
            title="One step downhill",
            say="At w = {one.w[0]:.0f} the loss has slope {one.slope:.2f}: a little "
            "more weight, less loss. Step against the slope, times the learning rate "
            "{first_rate:.1f}: the new weight is {one.w[1]:.2f}. The loss falls "
            "from {one.loss[0]:.2f} to {one.loss[1]:.2f}.",
        )
        one = self.one
        self.play(FadeOut(one.dot, self.panel), run_time=0.4)
        one.show_weight(self.values("one.w[0]"), self.values("one.loss[0]"))
        self.play(FadeIn(one.dot), run_time=0.4)
        slope, rule, rate, worked, losses = self.step_in_words()
        self.play(Create(one.tangent()), FadeIn(slope))
        self.play(FadeIn(rule, rate), run_time=0.6)
        self.play(
            travel(slope.last, worked.last),
            travel(rate.last, worked[4]),
            FadeIn(*worked[1:4], worked[5]),
            run_time=1.2,
        )
        self.play(FadeIn(worked[0], arrow := one.arrow()))
        before = VGroup(one.line.copy(), one.dot.copy()).set_stroke(opacity=0.4)
        before[1].set_fill(opacity=0.4)
        self.add(before)
        jump = Replay([one.line, one.dot], [self.after], 1, early=False, run_time=0.6)
        self.play(jump)
        self.add(arrow)
        self.play(FadeIn(losses))

    def after(self, k: int) -> None:
        """Show the weight after no step or one."""
        self.one.show_weight(
            self.values("one.w")[k].item(), self.values("one.loss")[k].item()
        )

    def step_in_words(self) -> VGroup:
        """Write the slope, the rule, the rule in numbers and what it does."""
        pink, loss = theme.role("gradient"), theme.role("loss")
        body = {"pixels": theme.BODY}
        slope = InLine(
            self.formula("(∂ L) / (∂ w) =", color=pink),
            self.number("one.slope", color=pink, **body),
        )
        rule = self.formula("w arrow.l w - eta {{ (∂ L) / (∂ w) : slope }}")
        rule.parts["slope"].set_color(pink)
        rate = InLine(
            self.text("learning rate"),
            self.formula("eta ="),
            self.number("first_rate", ".1f"),
        )
        losses = InLine(
            self.text("loss", color=loss, **body),
            self.number("one.loss[0]", color=loss, **body),
            self.formula("arrow.r", color=loss),
            self.number("one.loss[1]", color=loss, **body),
        )
        rows = VGroup(slope, rule, rate, self.worked_step(), losses)
        return rows.arrange(DOWN, buff=0.36).move_to(PANEL)

    def worked_step(self) -> InLine:
        """Write the step out in numbers."""
        pink = theme.role("gradient")
        return InLine(
            self.number("one.w[1]"),
            self.formula("="),
            self.number("one.w[0]"),
            self.formula("-"),
            self.number("first_rate", ".1f"),
            self.formula("times"),
            InLine(
                self.text("(", color=pink),
                self.number("one.slope", color=pink),
                self.text(")", color=pink),
                buff=0.03,
            ),
            buff=0.1,
        )

    def ask(self) -> None:
        """Stop before the outcome."""
        self.beat(
            "guess",
            title="How long should a step be?",
            question="What if the learning rate is much smaller, or much larger?",
        )

    def try_rates(self) -> None:
        """Four learning rates side by side."""
        self.beat(
            "rates",
            say="Too small, {rates[0]:.2f}, crawls. Here {rates[1]:.1f} arrives in one "
            "step. At {rates[2]:.0f} it jumps from wall to wall for ever, and at "
            "{rates[3]:.2f} each jump ends higher: training diverges.",
        )
        self.clear_frame()
        panels = [RatePanel(self.one, k, words) for k, words in enumerate(OUTCOMES)]
        for panel in panels:
            panel.trail.show_step(0)
        self.play(FadeIn(*(panel.frame for panel in panels)))
        self.play(FadeIn(*(panel.trail for panel in panels)), run_time=0.5)
        self.play(replay(panels, self.values("n_steps"), 5))
        self.play(FadeIn(*(panel.answer for panel in panels)))

    # --- two weights ------------------------------------------------------------

    def compare_units(self) -> None:
        """Walk down the same fit in two units."""
        self.beat(
            "units",
            title="Why standardising helps",
            say="Now weight and bias. With flippers in decimetres the loss is a narrow "
            "valley, {as_measured.condition_number:,.0f} times steeper across than "
            "along: {as_measured.n_steps:,d} steps, with the best learning rate. "
            "Standardised, it is round: {standardised.n_steps} step.",
        )
        self.clear_frame()
        raw = UnitPanel(self, "as_measured", "flipper length in decimetres", -6.0)
        even = UnitPanel(self, "standardised", "flipper length standardised", 1.0)
        for panel in (raw, even):
            panel.trail.show_step(0)
            self.play(FadeIn(panel.frame, panel.shape), FadeIn(panel.trail))
            n = len(panel.points) - 1
            walk = Replay(
                [panel.trail], [panel.trail.show_step], n, early=False,
                run_time=2.5 if n > 1 else 0.6,
            )  # fmt: skip
            self.play(walk)
            self.play(FadeIn(panel.steps), run_time=0.6)

    # --- mini-batches -----------------------------------------------------------

    def fan_out(self) -> None:
        """Draw the steps of single birds, of batches and of all, from one point."""
        self.beat(
            "fan",
            title="A few birds give a rough direction",
            say="Each of the {n_birds} birds alone asks for another step. The mean of "
            "{batch_size} already points about the right way, the true direction "
            "being the mean of all. That is a mini-batch: cheap, and only a little "
            "wrong.",
        )
        self.clear_frame()
        plot = true_plot(self.values("standardised.plane"), 7.0)
        plot.shift(np.array([-5.7, -1.75, 0]) - plot.x_axis.get_start())
        contours = Contours(
            plot, self.values("standardised.heights"),
            self.values("standardised.levels"),
            guide=((0.871, 0.0), (2.75, 0.6)),
        )  # fmt: skip
        lowest = lowest_point(plot, self.values("standardised.minimum"))
        start = self.values("batches.point")
        fans, rows = [], VGroup()
        for path, words, role, stroke in (
            ("birds", "one bird", "muted", 1.5),
            ("batches", "{batch_size} birds", "ink", 2.5),
            ("everyone", "all {n_birds} birds", "gradient", 9.0),
        ):
            steps = self.values(f"batches.{path}")
            color = theme.role(role)
            fans.append(
                Fan(plot, start, steps, color=color, stroke=stroke,
                    tip=0.3 if role == "gradient" else 0.16).set_z_index(3)
            )  # fmt: skip
            sample = Line(0.35 * LEFT, 0.35 * RIGHT).set_stroke(color, stroke)
            name = self.text(words, pixels=theme.BODY, color=color)
            rows.add(VGroup(sample, name).arrange(RIGHT, buff=0.3))
        rows.arrange(DOWN, buff=0.5, aligned_edge=LEFT)
        head = self.text("each arrow: one step from here")
        panel = VGroup(head, rows).arrange(DOWN, buff=0.5, aligned_edge=LEFT)
        panel.move_to(PANEL)
        self.play(FadeIn(plot, contours, lowest))
        self.play(FadeIn(head))
        for k, fan in enumerate(fans):
            self.play(FadeIn(fan, rows[k]))
            if k == 0:
                self.play(fan.animate.set_opacity(0.5), run_time=0.4)

    def pass_once(self) -> None:
        """One pass through the data in one step, in some, in many."""
        self.beat(
            "passes",
            title="One look at every bird",
            say="Each bird is seen once. All in one step: loss {mean_losses[0]:.2f}. "
            "In {batches.n_steps[1]} mini-batches: {mean_losses[1]:.2f}, near the "
            "bottom. One by one it arrives, too, but keeps jumping about.",
        )
        self.clear_frame()
        panels = [
            PassPanel(self, k, words, left)
            for k, (words, left) in enumerate(
                (
                    ("all {n_birds} at once", -5.7),
                    ("{batch_size} birds a step", -1.4),
                    ("one bird a step", 2.9),
                )
            )
        ]
        for panel in panels:
            panel.show_share(0)
        self.play(FadeIn(*(panel.frame for panel in panels)))
        self.play(FadeIn(*(panel.trail for panel in panels)), run_time=0.5)
        n = self.values("n_birds")
        draw = [lambda k, panel=panel: panel.show_share(k / n) for panel in panels]
        trails = [panel.trail for panel in panels]
        self.play(Replay(trails, draw, n, early=False, run_time=5))
        note = self.text(
            "mean ± standard deviation of {n_shuffles} shuffles",
            pixels=theme.SMALLEST, color=theme.role("muted"),
        )  # fmt: skip
        note.move_to([0.35, -2.88, 0])
        self.play(FadeIn(note, *(panel.loss for panel in panels)))

    # --- the enzyme ---------------------------------------------------------------

    def meet_enzyme(self) -> None:
        """Let plain descent walk down a curved surface."""
        self.beat(
            "enzyme",
            title="A real valley: an enzyme",
            say="The enzyme's curve has two parameters, its greatest rate Vmax and Km. "
            "The arrow is the first step. Plain descent drops to the valley's floor "
            "at once and then creeps along it: {enzyme.n_steps[0]} steps.",
        )
        self.clear_frame()
        self.map = EnzymeMap(self)
        self.trails = [self.map.trail(k) for k in range(3)]
        self.rows = [self.step_row(k) for k in range(3)]
        curve = EnzymeCurve(self, PANEL + 0.2 * LEFT)
        self.play(FadeIn(self.map.plot, self.map.contours, self.map.lowest))
        self.play(FadeIn(curve.plot, curve.runs, curve.curve))
        start = self.values("enzyme.paths[0]")[0]
        arrow = Fan(
            self.map.plot, start, self.values("enzyme.arrow"),
            color=theme.role("gradient"), stroke=theme.CURVE,
        ).set_z_index(4)  # fmt: skip
        trail = self.trails[0].show_step(0)
        self.play(FadeIn(trail), run_time=0.5)
        self.play(FadeIn(arrow))
        self.play(FadeIn(self.rows[0]), FadeOut(arrow), run_time=0.5)
        self.play(self.descend(0, [curve.curve], [curve.show_step], 5))
        self.panel = VGroup(curve.plot, curve.runs, curve.curve)

    def step_row(self, k: int) -> VGroup:
        """Write a rule's name and how many steps it has taken."""
        color = rule_color(k)
        number = self.number(f"enzyme.counts[0, {k}]", "d", pixels=theme.BODY)
        count = InLine(self.text("steps"), number, buff=0.18)
        name = self.text(RULES[k][0], color=color, pixels=theme.BODY)
        row = VGroup(name, count).arrange(DOWN, buff=0.2, aligned_edge=LEFT)
        sample = draw_marker(RULES[k][2], 0.13).set_fill(color, 1).set_stroke(width=0)
        row.add(sample.next_to(name, LEFT, buff=0.2))
        row.move_to([(-4.0, -1.3, 1.2)[k], -2.45, 0])
        name.shift((-2.3 - name.baseline) * UP)
        count.shift((-2.85 - count.baseline) * UP)
        return row

    def descend(
        self, k: int, more: list[VMobject], draw: list[Draw], run_time: float
    ) -> Replay:
        """Return the animation in which one of the rules walks to the goal."""
        number = self.rows[k][1].last
        draw = [
            self.trails[k].show_step,
            self.follow(number, f"enzyme.counts[{{k}}, {k}]"),
            *draw,
        ]
        n = self.values(f"enzyme.n_steps[{k}]")
        return Replay(
            [self.trails[k], number, *more], draw, n, early=True, run_time=run_time
        )

    def add_momentum(self) -> None:
        """Keep some of the last step."""
        self.beat(
            "momentum",
            title="Momentum keeps rolling",
            say="Momentum keeps {momentum:.1f} of the last step and adds the new "
            "slope. Zig-zags cancel, and steady slopes add up: it rolls along the "
            "valley in {enzyme.n_steps[1]} steps.",
        )
        formulas = (
            VGroup(
                self.formula("v arrow.l mu v - eta (∂ L) / (∂ w)"),
                self.formula("w arrow.l w + v"),
                InLine(
                    self.text("kept of the last step:"),
                    self.formula("mu ="),
                    self.number("momentum", ".1f"),
                ),
            )
            .arrange(DOWN, buff=0.5)
            .move_to(PANEL)
        )
        self.play(*self.leave(self.panel), self.trails[0].animate.step_back())
        self.play(FadeIn(formulas))
        trail = self.trails[1].show_step(0)
        self.play(FadeIn(trail, self.rows[1]), run_time=0.5)
        self.play(self.descend(1, [], [], 4))
        self.panel = formulas

    def run_adam(self) -> None:
        """Two running averages for each parameter."""
        self.beat(
            "adam",
            title="Adam: a step length for each",
            say="Adam divides a running mean of the slope by its running size, for "
            "each parameter. Vmax's slopes are {enzyme.slope_ratio:.0f} times those of "
            "Km, yet their steps are alike: {enzyme.n_steps[2]} steps.",
        )
        formula = self.formula('"step" = eta {{ "mean" : mean }} / {{ "size" : size }}')
        formula.parts["mean"].set_color(theme.role("gradient"))
        formula.move_to([4.55, 2.75, 0])
        averages = [
            SlopeAverages(self, 0, "Vmax", 0.35), SlopeAverages(self, 1, "Km", -2.0),
        ]  # fmt: skip
        curves = [curve for one in averages for curve in one.curves]
        plots = [one.plot for one in averages]
        self.play(*self.leave(self.panel), self.trails[1].animate.step_back())
        self.play(FadeIn(formula, *plots))
        trail = self.trails[2].show_step(0)
        self.play(FadeIn(trail, self.rows[2]), run_time=0.5)
        for one in averages:
            one.show_step(0)
        draw = [one.show_step for one in averages]
        self.play(self.descend(2, curves, draw, 5))
        self.play(FadeIn(*(one.names for one in averages)), run_time=0.5)
        self.panel = VGroup(formula, *plots, *curves, *(one.names for one in averages))

    def race(self) -> None:
        """All three from the same start."""
        self.beat(
            "race",
            title="The same hill, three rules",
            say="Together from the same start to within {enzyme.closeness:.0%} of the "
            "least loss: Adam needs {enzyme.n_steps[2]} steps, momentum "
            "{enzyme.n_steps[1]}, plain descent {enzyme.n_steps[0]}.",
        )
        lanes = Lanes(
            [self.text(name, color=rule_color(k)) for k, (name, *_) in
             enumerate(RULES)],
            [self.number(f"enzyme.counts[0, {k}]", "d") for k in range(3)],
            [rule_color(k) for k in range(3)],
            unit=4.4 / self.values("enzyme.most_steps"), pitch=0.45,
        )  # fmt: skip
        lanes.shift([-3.3, -2.05, 0])
        losses = [self.values(f"enzyme.losses[{k}]") for k in range(3)]
        plot = Plot(
            (0, len(losses[0]) - 1), (0, 1.05 * losses[0][0]), x_label="step",
            y_label="loss L", width=3.5, height=2.9,
        ).move_to(PANEL + 0.2 * LEFT)  # fmt: skip
        curves = [
            GrowingCurve(plot, one, color=rule_color(k)) for k, one in enumerate(losses)
        ]
        self.play(*self.leave(self.panel, *self.rows), *self.leave(*self.trails))
        self.play(FadeIn(lanes, plot))
        for trail in self.trails:
            trail.come_forward().show_step(0)
        self.play(FadeIn(*self.trails), run_time=0.5)
        counts = self.values("enzyme.counts")
        draw = [
            *(part.show_step for part in (*self.trails, *curves)),
            *(self.follow(number, f"enzyme.counts[{{k}}, {k}]")
              for k, number in enumerate(lanes.numbers)),
            lambda k: lanes.show_counts(counts[k]),
        ]  # fmt: skip
        moving = [*self.trails, *curves, lanes]
        n = self.values("enzyme.most_steps")
        self.play(Replay(moving, draw, n, early=False, run_time=7))

    def round_units(self) -> None:
        """In rounder units plain descent wins."""
        self.beat(
            "fair",
            title="No rule wins everywhere",
            say="With the best of {enzyme.n_tried} learning rates each, momentum comes "
            "near Adam. Measure Km in a coarser unit, and the valley is rounder: now "
            "plain descent needs {enzyme.tuned_steps[1, 0]} steps, Adam "
            "{enzyme.tuned_steps[1, 2]}.",
        )
        self.clear_frame()
        rows = (
            TunedRow(self, 0, "Km in the unit so far", 0.75),
            TunedRow(self, 1, "Km in a unit {round_unit:.0f} times as large", -2.1),
        )
        for row in rows:
            self.play(FadeIn(row.frame))
            self.play(FadeIn(row.lanes))

    def look_back(self) -> None:
        """Say what to take along, and what is missing."""
        self.beat(
            "next",
            title="Where do the slopes come from?",
            say="Learning is walking downhill in small steps. Here the slopes were "
            "easy to work out. A network has one for every weight: "
            "backpropagation finds them all in one sweep.",
        )
        self.clear_frame()
        rule = self.formula(
            "w arrow.l w - eta {{ (∂ L) / (∂ w) : slope }}", pixels=72
        ).move_to([-3.3, 0.6, 0])
        rule.parts["slope"].set_color(theme.role("gradient"))
        lines = VGroup(
            *(
                self.text(words)
                for words in (
                    "step too small: it crawls; too large: it climbs out",
                    "standardise the inputs",
                    "a few rows at a time are enough",
                    "Adam is a good first choice, not always the best",
                )
            )
        ).arrange(DOWN, buff=0.42, aligned_edge=LEFT)
        lines.move_to([3.1, 0.6, 0])
        ask = self.text(
            "one slope for every weight: where from?",
            pixels=theme.BODY, color=theme.role("gradient"),
        )  # fmt: skip
        ask.move_to([-3.3, -1.2, 0])
        self.play(FadeIn(rule))
        for line in lines:
            self.play(FadeIn(line), run_time=0.6)
        self.play(FadeIn(ask))
