"""Axes whose x is the number of hidden neurons: a doubling takes the same room."""

import numpy as np
from manim import DOWN

from scenes.components.plot import Plot
from scenes.frame import theme
from scenes.frame.rooms import Room, origin, plot_size
from scenes.lesson.true_numbers import TrueNumbers


def width_plot(
    lesson: TrueNumbers, y_range: tuple[float, float], label: str, room: Room
) -> Plot:
    """Draw axes for values against width; x is the logarithm to base 2.

    Parameters
    ----------
    lesson
        The scene; its result has ``widths`` (n_widths,).
    y_range, label
        Of the values.
    room
        Where they stand.
    """
    widths = lesson.values("widths")
    first, *_, last = np.log2(widths)
    plot = Plot(
        (float(first) - 0.4, float(last) + 0.4), y_range, x_label="hidden neurons",
        y_label=label, x_ticks=(), **plot_size(room),
    )  # fmt: skip
    plot.shift(origin(room) - plot.x_axis.get_start())
    for k, width in enumerate(widths):
        tick = lesson.number(
            f"widths[{k}]", "d", pixels=theme.SMALLEST, color=theme.role("muted")
        )
        place = plot.at(float(np.log2(width)), y_range[0])
        plot.add(tick.next_to(place, DOWN, buff=0.15))
    return plot
