"""Learning curves on screen: four models, each with its colour, marker and name."""

import numpy as np
from manim import RIGHT, UP, Line, VGroup

from scenes import theme
from scenes.components.log_plot import LogPlot
from scenes.components.spread_curve import SpreadCurve
from scenes.components.text import InLine
from scenes.lesson import Lesson

RULES, COUNTS, VECTORS, NETWORK = range(4)  # as in the experiment
LOOKS = (  # name on screen, colour, marker
    ("expert rules", "signal", "square"),
    ("k-mer counts, forest", "class_a", "triangle"),
    ("raw, support vectors", "class_c", "triangle"),
    ("raw, network", "train", "circle"),
)
PITCH = 0.52  # least distance between names at the ends of curves, in units


class LearningPlot:
    """What is drawn of the held-out errors against the size of the training set.

    Parameters
    ----------
    lesson
        The scene; its result has ``sizes`` and ``curves``.
    """

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.sizes = [int(n) for n in lesson.values("sizes")]
        self.plot = LogPlot(
            (17, 2300), (3, 95), x_label="sequences to learn from",
            y_label="held out, wrong (%)", width=7.5, height=4.05,
            x_ticks=self.sizes, y_ticks=(5, 10, 20, 50),
        )  # fmt: skip
        self.plot.shift(np.array([-5.7, -1.5, 0]) - self.plot.x_axis.get_start())

    def curve(self, model: int) -> SpreadCurve:
        """Draw the errors of a model with their spread."""
        path = f"curves[{model}]"
        mean, low, high = (
            self.lesson.values(f"{path}.{part}") for part in ("mean", "low", "high")
        )
        _, role, marker = LOOKS[model]
        return SpreadCurve(self.plot, self.sizes, mean, low, high,
                           color=theme.role(role), marker=marker)  # fmt: skip

    def names(self, *models: int) -> list[VGroup]:
        """Write name and last error at the end of each curve, none over another."""
        ends = {m: self.lesson.values(f"curves[{m}].mean")[-1] for m in models}
        order = sorted(models, key=lambda m: ends[m])
        heights = [self.plot.at(self.sizes[-1], ends[m])[1] for m in order]
        foot = heights[0]
        if len(order) > 1:  # the lowest ones share the room about their middle
            close = [h for h in heights if h < heights[0] + PITCH * len(order)]
            foot = max(float(np.mean(close)) - PITCH * (len(close) - 1) / 2,
                       self.plot.x_axis.get_y() + 0.2)  # fmt: skip
        named, least = {}, foot
        for m, height in zip(order, heights, strict=True):
            y = max(least, height) if height > least + PITCH else least
            named[m] = self._name(m, ends[m], y)
            least = y + PITCH
        return [named[m] for m in models]

    def _name(self, model: int, end: float, y: float) -> VGroup:
        """Write a model's name and error, and a line from its curve to them."""
        name, role, _ = LOOKS[model]
        color = theme.role(role)
        words = InLine(
            self.lesson.text(name, color=color, weight="SEMIBOLD"),
            self.lesson.text(f"{{curves[{model}].mean[-1]:.1f}} %"),
        )
        right = self.plot.x_axis.get_end()[0] * RIGHT
        words.move_to(right + 0.3 * RIGHT + y * UP, aligned_edge=np.array([-1, 0, 0]))
        start = self.plot.at(self.sizes[-1], end) + 0.13 * RIGHT
        lead = Line(start, right + 0.22 * RIGHT + y * UP)
        lead.set_stroke(theme.role("muted"), theme.AXIS)
        return VGroup(lead, words)
