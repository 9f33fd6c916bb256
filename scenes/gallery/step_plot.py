"""A plot over steps, with a curve that falls."""

import numpy as np
from manim import VGroup

from scenes.components.step_plot import StepPlot
from scenes.frame import theme


def example() -> VGroup:
    """Draw a loss over a thousand steps."""
    plot = StepPlot(1000, (0, 1), y_label="mean loss", width=5, height=2.5)
    steps = np.geomspace(1, 1000, 60)
    return VGroup(
        plot, plot.curve(steps, 1 / (1 + steps / 30), color=theme.role("train"))
    )
