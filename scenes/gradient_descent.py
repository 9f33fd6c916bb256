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
    VGroup,
)

from nnsim.experiments import gradient_descent
from scenes import theme
from scenes.components.appear import Appear, travel
from scenes.components.replay import Replay
from scenes.components.text import InLine
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

    # --- one weight -----------------------------------------------------------

    def show_one_weight(self) -> None:
        """Every weight is a line with a loss."""
        self.beat(
            "one_weight",
            title="One weight, one loss",
            say="Penguins with longer flippers are heavier. A line with one weight, w, "
            "predicts their mass; its loss L is the mean squared error. Each weight has "
            "its loss, and together they form a bowl.",
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
        best.next_to(self.one.bowl.at(*lowest), UP, buff=0.25)
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
        """The slope says which way is down, and how steep it is."""
        self.beat(
            "step",
            title="One step downhill",
            say="At w = {one.w[0]:.0f} the loss has slope {one.slope:.2f}: a little "
            "more weight, less loss. Step against the slope, times the learning rate "
            "{first_rate:.1f}: the new weight is {one.w[1]:.2f}. The loss falls "
            "from {one.loss[0]:.2f} to {one.loss[1]:.2f}.",
        )
        one, pink = self.one, theme.role("gradient")
        self.play(FadeOut(one.dot, self.panel), run_time=0.4)
        one.show_weight(self.values("one.w[0]"), self.values("one.loss[0]"))
        self.play(FadeIn(one.dot), run_time=0.4)
        slope, rule, rate, worked, losses = self.step_in_words()
        self.play(Create(one.tangent()), FadeIn(slope))
        self.play(FadeIn(rule, rate), run_time=0.6)
        self.play(
            travel(slope.last, worked[7]),
            travel(rate.last, worked[4]),
            FadeIn(*worked[1:4], *worked[5:7], worked[8]),
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
            self.text("(", color=pink),
            self.number("one.slope", color=pink),
            self.text(")", color=pink),
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
