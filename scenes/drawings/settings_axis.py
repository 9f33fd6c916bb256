"""Settings that were tried, written along an axis on which equal ratios are equal."""

from manim import DOWN

from scenes.components.plot import Plot
from scenes.frame import theme
from scenes.lesson.true_numbers import TrueNumbers


def write_settings(lesson: TrueNumbers, plot: Plot, path: str, spec: str) -> None:
    """Write each of the settings below its place on the x axis.

    Parameters
    ----------
    lesson
        The scene.
    plot
        What the numbers join; its x axis has no ticks of its own.
    path, spec
        Place of the (n,) settings in the result, and how they are written.
    """
    color = theme.role("muted")
    for k, value in enumerate(lesson.values(path)):
        tick = lesson.number(f"{path}[{k}]", spec, pixels=theme.SMALLEST, color=color)
        place = plot.at(value, plot.y_range[0])
        plot.add(tick.next_to(place, DOWN, buff=0.15))
