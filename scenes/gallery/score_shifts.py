"""Scores of three splits, before and after."""

import numpy as np
from manim import VGroup

from scenes.components.plot import Plot
from scenes.components.score_shifts import ScoreShifts
from scenes.frame import theme


def example() -> VGroup:
    """Draw three rises."""
    plot = Plot((0.5, 1), (0, 4), x_label="share right", y_label="split", width=5,
                height=2.4)  # fmt: skip
    before, rows = np.array([0.6, 0.65, 0.7]), np.array([1.0, 2.0, 3.0])
    shifts = ScoreShifts(plot, before, before + 0.15, rows,
                         color=theme.role("negative"), marker="square")  # fmt: skip
    return VGroup(plot, shifts)
