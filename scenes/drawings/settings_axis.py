"""Settings that were tried, written along an axis on which equal ratios are equal."""

import numpy as np
from manim import DOWN

from scenes.components.plot import Plot
from scenes.frame import theme
from scenes.lesson.true_numbers import TrueNumbers

GAP = 0.05  # between two of them, in units


def write_settings(lesson: TrueNumbers, plot: Plot, path: str, spec: str) -> None:
    """Write each of the settings below its place on the x axis, if there is room.

    Parameters
    ----------
    lesson
        The scene.
    plot
        What the numbers join; its x axis has no ticks of its own.
    path, spec
        Place of the (n,) settings in the result, and how they are written.
    """
    color, end = theme.role("muted"), -np.inf
    for k, value in enumerate(lesson.values(path)):
        tick = lesson.number(f"{path}[{k}]", spec, pixels=theme.SMALLEST, color=color)
        place = plot.at(value, plot.y_range[0])
        tick.next_to(place, DOWN, buff=0.15)
        if tick.get_left()[0] > end:
            plot.add(tick)
            end = tick.get_right()[0] + GAP
