"""A plot whose x axis is a list of settings, each doubled or tenfold and so on."""

from typing import Any

from manim import LEFT, RIGHT, UP

from scenes.components.plot import Plot
from scenes.components.scale import Log
from scenes.drawings.settings_axis import write_settings
from scenes.frame import theme
from scenes.lesson.lines import OF_SPLITS
from scenes.lesson.true_numbers import TrueNumbers

AFTER = 0.3  # room beside the last setting, in units
APART = 0.4  # least distance between the words over the plane


def settings_plot(
    lesson: TrueNumbers,
    path: str,
    spec: str,
    top: float,
    *,
    width: float,
    before: float = 0.9,
    **style: Any,
) -> Plot:
    """Draw axes for means over splits against settings, on a scale of powers.

    Parameters
    ----------
    lesson
        The scene.
    path, spec
        Place of the (n,) settings in the result, and how they are written.
    top
        Largest value along y; the least is 0.
    width
        Of the plane, in units.
    before
        Room beside the first setting.
    style
        See :class:`~scenes.components.plot.Plot`.
    """
    first, *_, last = lesson.values(path)
    unit = (last / first) ** (1 / (width - before - AFTER))  # ratio of a unit
    x = Log(first / unit**before, last * unit**AFTER)
    plot = Plot(x, (0, top), x_ticks=(), width=width, **style)
    write_settings(lesson, plot, path, spec)
    color = theme.role("muted")
    note = lesson.text(OF_SPLITS, color=color)
    note.align_to(plot.x_axis, RIGHT)
    note.shift((plot.y_label.baseline - note.baseline) * UP)
    if note.get_left()[0] < plot.y_label.get_right()[0] + APART:
        note.next_to(plot.y_label, UP, buff=0.12, aligned_edge=LEFT)
    plot.add(note)
    return plot
