"""Scores of many splits in a row: a dot for each, a stroke at their mean."""

import numpy as np
from manim import UP, Line, ManimColor, VGroup

from scenes.components.plot import Plot
from scenes.frame import theme

SIZE = 0.075  # radius of a dot, in units


def stacked(values: np.ndarray, pitch: float, nearest: float) -> np.ndarray:
    """Return how far above the middle each dot stands, so that none hides another.

    Parameters
    ----------
    values
        (n,), in the units of the axis.
    pitch
        From dot to dot in a stack, on screen.
    nearest
        Values closer than this share a stack.
    """
    order = np.argsort(values, kind="stable")
    rise = np.zeros(len(values))
    stack: list[int] = []
    for k in order:
        if stack and values[k] - values[stack[0]] >= nearest:
            stack = []
        stack.append(int(k))
        rise[stack] = pitch * (np.arange(len(stack)) - (len(stack) - 1) / 2)
    return rise


class DotStrip(VGroup):
    """One row of a plot: dots along x at a height of y, ties stacked.

    Parameters
    ----------
    plot
        Where they stand.
    values
        (n,) along x.
    y
        Height of the row, in the plot's values.
    color
        Of the dots.
    """

    def __init__(
        self, plot: Plot, values: np.ndarray, y: float, color: ManimColor
    ) -> None:
        apart = np.ptp(plot.x_range) * 2 * SIZE / plot.x_axis.get_length()
        rises = stacked(values, 2.1 * SIZE, float(apart))
        row = np.stack([values, np.full(len(values), y)], axis=1)
        self.dots = plot.scatter(row, color=color, marker="circle", size=SIZE)
        self.dots.put(plot.places(row) + rises[:, None] * UP)
        middle = plot.at(float(values.mean()), y)
        self.mean = Line(middle + 0.36 * UP, middle - 0.36 * UP)
        self.mean.set_stroke(theme.current().ink, theme.CURVE)
        super().__init__(self.dots, self.mean)
