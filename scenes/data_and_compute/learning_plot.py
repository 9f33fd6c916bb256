"""Learning curves on screen: four models, each with its colour, marker and name."""

import numpy as np
from manim import LEFT, RIGHT, UP, DashedLine, Line, VGroup

from scenes.components.plot import Plot, draw_marker
from scenes.components.scale import Log
from scenes.components.spread_curve import SpreadCurve
from scenes.components.text import InLine
from scenes.frame import rooms, shapes, theme
from scenes.lesson.lesson import Lesson

RULES, COUNTS, VECTORS, NETWORK = range(4)  # as in the experiment
LOOKS = (  # name on screen, colour, marker
    ("expert rules", "signal", "square"),
    ("k-mer counts, forest", "class_a", "triangle"),
    ("raw, support vectors", "class_c", "triangle"),
    ("raw, network", "train", "circle"),
)
PITCH = 0.52  # least distance between names at the ends of curves, in units
NAMES = 4.6  # width of the names at the ends of curves


class LearningPlot:
    """What is drawn of the held-out errors against the size of the training set.

    Parameters
    ----------
    lesson
        The scene; its result has ``sizes`` and ``curves``.
    room
        What it fills: with names at the ends of the curves, or, where the room is
        too narrow for them, with names below the plot.
    """

    def __init__(self, lesson: Lesson, room: rooms.Room) -> None:
        self.lesson, self.room = lesson, room
        self.listed = shapes.current().is_tall
        of_plot = (
            room.inside(bottom=PITCH * len(LOOKS))
            if self.listed
            else room.inside(right=NAMES)
        )
        self.sizes = [int(n) for n in lesson.values("sizes")]
        self.plot = Plot(
            Log(17, 2300), Log(3, 95), x_label="sequences to learn from",
            y_label="held out, wrong (%)", **rooms.plot_size(of_plot),
            x_ticks=self.sizes, y_ticks=(5, 10, 20, 50),
        ).move_to(of_plot.middle)  # fmt: skip

    def curve(self, model: int) -> SpreadCurve:
        """Draw the errors of a model with their spread."""
        path = f"curves[{model}]"
        mean, low, high = (
            self.lesson.values(f"{path}.{part}")
            for part in ("wrong.mean", "low", "wrong.high")
        )
        _, role, marker = LOOKS[model]
        return SpreadCurve(self.plot, self.sizes, mean, low, high,
                           color=theme.role(role), marker=marker)  # fmt: skip

    def names(self, *models: int) -> list[VGroup]:
        """Write name and last error at the end of each curve, none over another."""
        ends = {m: self.lesson.values(f"curves[{m}].wrong.mean")[-1] for m in models}
        order = sorted(models, key=lambda m: ends[m])
        if self.listed:  # from the top, as the curves end
            places = {m: len(order) - 1 - k for k, m in enumerate(order)}
            return [self._row(model, places[model]) for model in models]
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
        words = self._words(model)
        right = self.plot.x_axis.get_end()[0] * RIGHT
        words.move_to(right + 0.3 * RIGHT + y * UP, aligned_edge=LEFT)
        start = self.plot.at(self.sizes[-1], end) + 0.13 * RIGHT
        lead = Line(start, right + 0.22 * RIGHT + y * UP)
        lead.set_stroke(theme.role("muted"), theme.AXIS)
        return VGroup(lead, words)

    def _row(self, model: int, k: int) -> VGroup:
        """Write a model's name and error in row k below the plot, beside a sample."""
        _, role, marker = LOOKS[model]
        color = theme.role(role)
        place = self.room.at(0, 0) + PITCH * (len(LOOKS) - k - 0.5) * UP
        line = DashedLine(place, place + 0.9 * RIGHT).set_stroke(color, theme.CURVE)
        mark = draw_marker(marker, 0.09).move_to(line).set_stroke(width=0)
        words = self._words(model).next_to(line, RIGHT, buff=0.25)
        return VGroup(line, mark.set_fill(color, 1), words)

    def _words(self, model: int) -> InLine:
        """Write a model's name and its last error."""
        name, role, _ = LOOKS[model]
        return InLine(
            self.lesson.text(name, color=theme.role(role), weight="SEMIBOLD"),
            self.lesson.text(f"{{curves[{model}].wrong.mean[-1]:.1f}} %"),
        )
