"""A solid and a dashed curve, half grown and whole."""

import numpy as np
from manim import VGroup

from scenes.components.dashes import dashed
from scenes.components.growing_curve import GrowingCurve
from scenes.components.plot import Plot
from scenes.frame import theme
from scenes.gallery import under_words


def example() -> VGroup:
    """Draw both at two steps."""
    return under_words(("step 30", _at(30)), ("step 60", _at(60)))


def _at(k: int) -> VGroup:
    """Draw two curves after a step."""
    plot = Plot((0, 60), (0, 1), x_label="step", y_label="loss", width=2.6, height=1.6)
    steps = np.arange(61)
    fall = np.exp(-steps / 25)
    lines = (
        plot.curve(steps, fall, color=theme.role("train")),
        dashed(plot.curve(steps, 1 - fall, color=theme.role("validation"))),
    )
    curves = (GrowingCurve(line, plot, steps).show_step(k) for line in lines)
    return VGroup(plot, *curves)
