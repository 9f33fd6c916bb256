"""A field and its border, over a plane."""

import numpy as np
from manim import Group

from scenes.components.field import Border, Field
from scenes.components.plot import Plot
from scenes.frame import theme


def example() -> Group:
    """Draw a slope from one answer to the other."""
    plot = Plot((0, 10), (0, 4), x_label="x", y_label="y", width=5, height=2.5)
    across = np.linspace(-1, 1, 40)
    values = 1 / (1 + np.exp(-6 * (across[None] + 0.5 * across[:, None])))
    field = Field(plot, values, theme.role("class_a"), theme.role("class_b"))
    border = Border(plot, np.array([[[7.5, 0], [2.5, 4]]]))
    return Group(field, plot, border)
