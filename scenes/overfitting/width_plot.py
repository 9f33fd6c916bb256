"""Axes whose x is the number of hidden neurons: a doubling takes the same room."""

from scenes.components.plot import Plot
from scenes.components.scale import Log
from scenes.drawings.settings_axis import write_settings
from scenes.frame.rooms import Room, origin, plot_size
from scenes.lesson.true_numbers import TrueNumbers

BESIDE = 2.0**0.4  # room beside the first and the last width, as a ratio


def width_plot(
    lesson: TrueNumbers, y_range: tuple[float, float], label: str, room: Room
) -> Plot:
    """Draw axes for values against width.

    Parameters
    ----------
    lesson
        The scene; its result has ``widths`` (n_widths,).
    y_range, label
        Of the values.
    room
        Where they stand.
    """
    first, *_, last = lesson.values("widths")
    plot = Plot(
        Log(first / BESIDE, last * BESIDE), y_range, x_label="hidden neurons",
        y_label=label, x_ticks=(), **plot_size(room),
    ).stand(origin(room))  # fmt: skip
    write_settings(lesson, plot, "widths", "d")
    return plot
