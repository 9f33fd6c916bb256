"""How to walk down a loss: step length, units, mini-batches, momentum, Adam."""

from types import ModuleType
from typing import ClassVar

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UL,
    UP,
    Create,
    FadeIn,
    FadeOut,
    GrowFromCenter,
    VGroup,
)

from nnsim.experiments import gradient_descent
from scenes.components.appear import travel
from scenes.components.fan import Fan
from scenes.components.network import NetworkDrawing
from scenes.components.replay import Replay
from scenes.components.text import InLine
from scenes.frame import rooms, theme
from scenes.gradient_descent.enzyme_maps import EnzymeCurve, EnzymeMap, SlopeAverages
from scenes.gradient_descent.line_maps import PassPanel, StepFans, UnitPanel
from scenes.gradient_descent.one_weight import (
    OneWeight,
    RatePanel,
    WorkedStep,
    replay,
    three_rooms,
)
from scenes.gradient_descent.rule_steps import RacePanel, TunedRow
from scenes.lesson.lesson import Lesson
from scenes.lesson.lines import MEAN_SD

OUTCOMES = "crawls", "arrives", "cycles", "climbs out"


class GradientDescent(Lesson):
    """Learning is walking downhill on the loss; the step length decides the rest."""

    experiment: ClassVar[ModuleType] = gradient_descent

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
        self.beat("one_weight")
        self.one = OneWeight(self)
        source = self.text("{n_birds} penguins", color=theme.role("muted"), patch=True)
        source.move_to(self.one.birds.corner(UL), UL)
        self.panel = self.line_and_loss()
        line, loss = self.panel
        self.play(FadeIn(self.one.birds, self.one.cloud, source))
        self.one.show_weight(*self.one.curve_points[0])
        self.play(Create(self.one.line), FadeIn(line))
        self.play(FadeIn(self.one.bowl, loss))
        self.play(GrowFromCenter(self.one.dot), run_time=0.4)
        self.play(self.one.sweep(3))
        lowest = self.values("one.best"), self.values("one.least")
        best = VGroup(
            self.text("best"),
            InLine(self.formula("w ="), self.number("one.best"), buff=0.12),
        ).arrange(DOWN, buff=0.12)
        high = 0.28 * self.one.bowl.y_axis.get_length()
        best.next_to(self.one.bowl.at(*lowest), UP, buff=high)
        self.play(self.one.turn_back(lowest, 0.5), FadeIn(best))
        self.panel.add(best)

    def line_and_loss(self) -> VGroup:
        """Write the formulas of line and loss: in the panel, or each below its plot."""
        rows = VGroup()
        for words, formula, role in (
            ("the line", "hat(y) = w x", "positive"),
            ("its loss", 'L = "mean" (hat(y) - y)^2', "loss"),
        ):
            style = {"color": theme.role(role)}
            row = VGroup(self.text(words, **style), self.formula(formula, **style))
            rows.add(row.arrange(DOWN, buff=0.3))
        room = three_rooms()[2]
        rows.arrange(DOWN, buff=0.65).move_to(room.middle)
        if room.width > room.height:
            for below, plot in zip(rows, (self.one.birds, self.one.bowl), strict=True):
                below.next_to(plot, DOWN, buff=0.6)
        return rows

    def step(self) -> None:
        """Step against the slope: it says which way is down, and how steeply."""
        self.beat("step")
        one = self.one
        self.play(FadeOut(one.line, one.dot, self.panel), run_time=0.4)
        one.show_weight(self.values("one.w[0]"), self.values("one.loss[0]"))
        self.play(FadeIn(one.line), FadeIn(one.dot), run_time=0.4)
        words = WorkedStep(self, three_rooms()[2])
        self.play(Create(one.tangent()), FadeIn(words.slope))
        self.play(FadeIn(words.rule, words.rate), run_time=0.6)
        self.play(
            *(travel(source, target) for source, target in words.travels),
            FadeIn(*words.signs),
            run_time=1.2,
        )
        self.play(FadeIn(words.new, arrow := one.arrow(), one.arrow_name()))
        before = VGroup(one.line.copy(), one.dot.copy()).set_stroke(opacity=0.4)
        before[1].set_fill(opacity=0.4)
        self.add(before)
        jump = Replay([one.line, one.dot], [self.after], 1, early=False, run_time=0.6)
        self.play(jump)
        self.add(arrow)
        self.play(FadeIn(words.losses))

    def after(self, k: int) -> None:
        """Show the weight after no step or one."""
        self.one.show_weight(
            self.values("one.w")[k].item(), self.values("one.loss")[k].item()
        )

    def ask(self) -> None:
        """Stop before the outcome."""
        self.beat("guess")

    def try_rates(self) -> None:
        """Four learning rates side by side."""
        self.beat("rates")
        self.clear_frame()
        cells = rooms.whole().grid(4, gap=0.1, proportion=0.8)
        panels = [
            RatePanel(self.one, k, words, cells[k]) for k, words in enumerate(OUTCOMES)
        ]
        for panel in panels:
            panel.trail.show_step(0)
        self.play(FadeIn(*(panel.frame for panel in panels)))
        self.play(FadeIn(*(panel.trail for panel in panels)), run_time=0.5)
        self.play(replay(panels, self.values("n_steps"), 4))
        self.play(FadeIn(*(panel.answer for panel in panels)))

    # --- weight and bias --------------------------------------------------------

    def compare_units(self) -> None:
        """Walk down the same fit in two units."""
        self.beat("units")
        self.clear_frame()
        room = rooms.whole()
        wide = room.width > 1.5 * room.height
        one, two = room.columns(1, 1) if wide else room.rows(1, 1, gap=0.3)
        raw = UnitPanel(self, "as_measured", "{features[0]} in decimetres", one)
        even = UnitPanel(self, "standardised", "{features[0]} standardised", two)
        muted = {"pixels": theme.SMALLEST, "color": theme.role("muted")}
        shown = self.text("drawn: the first {as_measured.n_shown}", **muted)
        lines = self.text("lines: equal loss; ring: the bottom", **muted)
        raw.shape.add(in_mm := self.text("(in mm: {in_mm:,.0f})", **muted))
        in_mm.next_to(raw.shape.last, RIGHT, buff=0.2)
        in_mm.shift((raw.shape.baseline - in_mm.baseline) * UP)
        raw.write(raw.shape, 0)
        for panel, note, seconds in ((raw, shown, 3), (even, lines, 0.6)):
            n = panel.n_shown
            panel.trail.show_step(0)
            self.play(FadeIn(panel.frame, panel.shape), FadeIn(panel.trail))
            draw = [panel.trail.show_step]
            self.play(Replay([panel.trail], draw, n, early=False, run_time=seconds))
            self.play(FadeIn(panel.steps, panel.note(note)), run_time=0.6)

    def fan_out(self) -> None:
        """Draw the steps of single birds, of batches and of all, from one point."""
        self.beat("fan")
        self.clear_frame()
        fans = StepFans(self)
        self.play(FadeIn(fans.map))
        self.play(FadeIn(fans.head))
        for k, fan in enumerate(fans.fans):
            self.play(FadeIn(fan, fans.rows[k]))
            if k == 0:
                self.play(fan.animate.set_opacity(0.5), run_time=0.4)

    def pass_once(self) -> None:
        """Go through the data in one step, in some, in many."""
        self.beat("passes")
        self.clear_frame()
        room = rooms.whole().inside(bottom=0.4)
        heads = (
            "all {n_birds} at once",
            "{batch_size} {batch_size:plural(bird)} a step",
            "one bird a step",
        )
        panels = [
            PassPanel(self, k, heads[k], cell)
            for k, cell in enumerate(room.grid(3, gap=0, proportion=0.8))
        ]
        trails = [panel.trail for panel in panels]
        for panel in panels:
            panel.show_birds(0)
        self.play(FadeIn(*(panel.frame for panel in panels)))
        self.play(FadeIn(*trails), run_time=0.5)
        draw = [panel.show_birds for panel in panels]
        n = self.values("n_birds")
        self.play(Replay(trails, draw, n, early=False, run_time=4.2))
        note = self.text(
            f"{MEAN_SD} of {{n_shuffles}} {{n_shuffles:plural(shuffle)}}",
            pixels=theme.SMALLEST, color=theme.role("muted"),
        )  # fmt: skip
        losses = VGroup(*(panel.loss for panel in panels))
        self.play(FadeIn(note.next_to(losses, DOWN, buff=0.3), losses))

    # --- the enzyme -------------------------------------------------------------

    def meet_enzyme(self) -> None:
        """Let plain descent walk down a curved surface."""
        self.beat("enzyme")
        self.clear_frame()
        self.map = EnzymeMap(self)
        curve = EnzymeCurve(self, self.map.rooms.beside)
        self.play(FadeIn(self.map.all, curve.all))
        start = self.values("race.paths[0]")[0]
        arrow = Fan(
            self.map.plot, start, self.values("enzyme.arrow"),
            color=theme.role("gradient"), stroke=theme.CURVE,
        ).set_z_index(4)  # fmt: skip
        self.play(FadeIn(self.map.trails[0]), run_time=0.5)
        name = self.text("first step", color=theme.role("gradient"), patch=True)
        name.next_to(arrow, LEFT, buff=0.15)
        self.play(FadeIn(arrow, name))
        self.play(FadeIn(self.map.rows[0]), run_time=0.5)
        self.play(self.map.descend(0, [curve.curve], [curve.show_step], 4))
        self.add(arrow)
        self.panel = VGroup(curve.all, arrow, name)

    def add_momentum(self) -> None:
        """Keep some of the last step."""
        self.beat("momentum")
        rules = VGroup(
            self.formula("v arrow.l mu v - eta (∂ L) / (∂ w)"),
            self.formula("w arrow.l w + v"),
            InLine(
                self.text("share kept"),
                self.formula("mu ="),
                self.number("momentum", ".1x"),
            ),
            self.text("w: Vmax and Km alike", color=theme.role("muted")),
        ).arrange(DOWN, buff=0.45)
        trails = self.map.trails
        self.play(*self.leave(self.panel), trails[0].animate.step_back())
        self.play(FadeIn(rules.move_to(self.map.rooms.beside.middle)))
        self.play(FadeIn(trails[1], self.map.rows[1]), run_time=0.5)
        self.play(self.map.descend(1, [], [], 4))
        self.panel = rules

    def run_adam(self) -> None:
        """Keep two running averages for each parameter."""
        self.beat("adam")
        rule = self.formula('"step" = eta {{ "mean" : mean }} / {{ "size" : size }}')
        rule.parts["mean"].set_color(theme.role("gradient"))
        room = self.map.rooms.panel
        rule.move_to(room.edge(UP), UP)
        room = room.inside(top=rule.height + 0.05)
        flat = room.width > room.height
        halves = room.columns(1, 1, gap=0) if flat else room.rows(1, 1, gap=-0.3)
        names = "Vmax", "Km"
        both = [SlopeAverages(self, k, names[k], half) for k, half in enumerate(halves)]
        curves = [curve for one in both for curve in one.curves]
        draw = [draw for one in both for draw in one.draw]
        trails = self.map.trails
        self.play(*self.leave(self.panel), trails[1].animate.step_back())
        self.play(FadeIn(rule, *(one.plot for one in both)))
        self.play(FadeIn(trails[2], self.map.rows[2]), run_time=0.5)
        self.play(self.map.descend(2, curves, draw, 4.2))
        labels = [one.names for one in both]
        self.play(FadeIn(*labels), run_time=0.5)
        self.panel = VGroup(rule, *(one.plot for one in both), *curves, *labels)

    def race(self) -> None:
        """Start all three at once."""
        self.beat("race")
        panel, trails = RacePanel(self, self.map), self.map.trails
        self.play(*self.leave(self.panel, *self.map.rows, *trails))
        self.play(FadeIn(panel.lanes, panel.plot, panel.note))
        for trail in trails:
            trail.come_forward().show_step(0)
        self.play(FadeIn(*trails), run_time=0.5)
        self.play(panel.replay(5))

    def round_units(self) -> None:
        """Let plain descent win in rounder units."""
        self.beat("fair")
        self.clear_frame()
        rounder = "Km in units {tuned.round_unit:.0f} times as large"
        # The foot of a map and the head of the next need less room than both alone.
        upper, lower = rooms.whole().inside(bottom=0.2).rows(1, 1, gap=-0.35)
        rows = (
            TunedRow(self, 0, "Km in the unit so far", upper),
            TunedRow(self, 1, rounder, lower),
        )
        for row in rows:
            self.play(FadeIn(row.frame))
            self.play(FadeIn(row.lanes))
        note = self.text(
            "steps, each rule with the best of {tuned.n_tried} learning "
            "{tuned.n_tried:plural(rate)}",
            pixels=theme.SMALLEST, color=theme.role("muted"),
        )  # fmt: skip
        note.move_to(rooms.whole().edge(DOWN + RIGHT), DOWN + RIGHT)
        self.play(FadeIn(note), run_time=0.5)

    def look_back(self) -> None:
        """Say what to take along, and what is missing."""
        self.beat("next")
        self.clear_frame()
        pink, body = theme.role("gradient"), theme.BODY
        words = (
            "step too short: it crawls",
            "step too long: it climbs out",
            "standardise the inputs",
            "a few rows a step are enough",
            "Adam first, but compare",
        )
        lines = VGroup(*(self.text(line, pixels=body) for line in words))
        lines.arrange(DOWN, buff=0.4, aligned_edge=LEFT)
        left, right = rooms.whole().parts(1, 1)
        lines.move_to(left.middle)
        for line in lines:
            self.play(FadeIn(line), run_time=0.5)
        weights = [self.values(f"network.layers[{k}].W") for k in range(2)]
        net = NetworkDrawing(
            weights, width=0.73 * right.width, height=0.46 * right.height, radius=0.34
        )
        ask = self.line(
            "{n_parameters:d}",
            "weights and biases,",
            self.formula("(∂ L) / (∂ w)", color=pink, pixels=34),
            "for each?",
            pixels=body,
            color=pink,
        )
        VGroup(net, ask).arrange(DOWN, buff=0.6).move_to(right.middle)
        self.play(FadeIn(net))
        for layer in (1, 0):
            self.play(*net.pulses(layer, pink, back=True), run_time=0.8)
        self.play(FadeIn(ask))
