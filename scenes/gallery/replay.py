"""Four moments of a replay: an early step takes more of the time than a late one."""

import numpy as np
from manim import VGroup

from scenes.components.growing_curve import GrowingCurve
from scenes.components.number import Number
from scenes.components.plot import Plot
from scenes.components.replay import Replay
from scenes.frame import theme
from scenes.gallery import under_words


def example() -> VGroup:
    """Show the step after none, a third, two thirds and all of the time."""
    shares = {"start": 0.0, "a third": 1 / 3, "two thirds": 2 / 3, "end": 1.0}
    return under_words(*((words, _moment(share)) for words, share in shares.items()))


def _moment(share: float) -> VGroup:
    """Return what a replay of 100 steps shows after a share of its time."""
    steps = np.arange(101)
    plot = Plot((0, 100), (0, 1), x_label="step", y_label="loss", width=1.8, height=1.2)
    whole = plot.curve(steps, np.exp(-steps / 30), color=theme.role("loss"))
    curve = GrowingCurve(whole, plot, steps)
    number = Number(0, "d").next_to(plot.y_label, buff=0.5)
    draw = curve.show_step, lambda k: number.show_value(k, "")
    Replay([curve, number], draw, 100).interpolate_mobject(share)
    return VGroup(plot, curve, number)
