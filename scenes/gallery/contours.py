"""A bowl with a steep and a flat side, seen from above."""

import numpy as np
from manim import Group

from scenes.components.contours import Contours
from scenes.components.plot import Plot
from scenes.frame import theme


def example() -> Group:
    """Draw the bowl and its lowest point."""
    plot = Plot((0, 10), (0, 4), x_label="first weight", y_label="second weight",
                width=6, height=4)  # fmt: skip
    x, y = np.meshgrid(np.linspace(0, 10, 61), np.linspace(0, 4, 61))
    values = 0.05 * (x - 6) ** 2 + 0.3 * (y - 1.5) ** 2
    guide = ((6, 1.5), (0.5, 3))
    bowl = Contours(plot, values, [0.1, 0.3, 0.7, 1.5, 2.5], guide=guide)
    least = plot.scatter(np.array([[6, 1.5]]), color=theme.role("ink"), marker="circle")
    return Group(bowl, plot, least)
