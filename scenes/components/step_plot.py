"""A plot over the steps of a training run, whose x axis is logarithmic."""

import numpy as np
from manim import DOWN, Line, VGroup

from scenes.components.plot import TICK, Plot, Tick, round_ticks
from scenes.frame import theme


class StepPlot(Plot):
    """A plot over steps 1 … last: a tenfold takes the same room wherever it is.

    Parameters
    ----------
    last
        The last step.
    y_range, y_label, width, height
        See :class:`~scenes.components.plot.Plot`.
    bare
        Fewer ticks and words, for a small picture.
    """

    def __init__(
        self,
        last: float,
        y_range: tuple[float, float],
        *,
        y_label: str,
        width: float,
        height: float,
        bare: bool = False,
    ) -> None:
        x_label = "step" if bare else "step (log scale)"
        super().__init__(
            (1, last), y_range, x_label=x_label, y_label=y_label, width=width,
            height=height, x_ticks=(), y_ticks=round_ticks(*y_range, 2 if bare else 4),
        )  # fmt: skip
        for power in range(int(np.log10(last)) + 1):
            foot, muted = self.at(10.0**power, y_range[0]), theme.role("muted")
            mark = Line(foot, foot + TICK * DOWN, stroke_width=theme.AXIS, color=muted)
            figure = Tick(10**power, "d", pixels=theme.SMALLEST, color=muted)
            self.ticks.add(VGroup(mark, figure.next_to(mark, DOWN, buff=0.08)))

    def at(self, x: float, y: float) -> np.ndarray:
        """Return the place of a step and a value on screen."""
        low, last = self.x_range
        share = np.log(x / low) / np.log(last / low)
        return super().at(low + share * (last - low), y)
