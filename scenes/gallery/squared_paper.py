"""Lines of squared paper, bent."""

import numpy as np
from manim import VGroup

from scenes.components.plot import Plot
from scenes.components.squared_paper import SquaredPaper


def example() -> VGroup:
    """Bend the lines of a square by tanh."""
    plot = Plot((-1, 1), (-1, 1), x_label="x", y_label="y", width=3, height=3)
    t, at = np.linspace(-2, 2, 40), np.linspace(-2, 2, 7)
    lines = [np.column_stack([t, np.full(40, k)]) for k in at]
    lines += [line[:, ::-1] for line in lines]
    return VGroup(plot, SquaredPaper(plot, np.tanh(np.array(lines))))
