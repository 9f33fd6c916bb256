"""All weights of two runs as histograms: without weight decay they spread."""

from manim import DL, DOWN, DR, LEFT, RIGHT, UL, UR, VGroup

from scenes.components.histogram import Histogram
from scenes.components.plot import Plot
from scenes.components.text import Label
from scenes.drawings.run_panel import Counter, RunPanel, View
from scenes.frame import rooms, theme
from scenes.lesson.lesson import Lesson

APART = 0.9  # from a plane to the next, in units
NAMES = ("no decay", "with decay, λ = {decays.in_shown}")


class WeightSpread(RunPanel):
    """What is drawn of the two runs, step by step.

    Parameters
    ----------
    lesson
        The scene; its result has ``weights``, see
        :mod:`nnsim.experiments.regularization`.
    room
        Where both plots stand, one above the other.
    """

    def __init__(self, lesson: Lesson, room: rooms.Room) -> None:
        self.lesson = lesson
        self.counts = lesson.values("weights.counts")
        edges = lesson.values("weights.edges")
        self.bars, self.names = VGroup(), VGroup()
        size = rooms.plot_size(room)
        size["height"] = (size["height"] - APART) / 2
        self.plots = [
            Plot(
                (float(edges[0]), float(edges[-1])), (0, float(self.counts.max())),
                x_label="weight" if run else "", y_label="number of weights", **size,
            )
            for run in range(2)
        ]  # fmt: skip
        self.plots[1].shift((size["height"] + APART) * DOWN)
        VGroup(*self.plots).move_to(room.middle)
        for run, (plot, words) in enumerate(zip(self.plots, NAMES, strict=True)):
            color = theme.role(("muted", "train")[run])
            name = lesson.paragraph(words, 0.4 * size["width"], color=color)
            self.bars.add(Histogram(plot, edges, self.counts[run, 0], color))
            self.names.add(name.next_to(plot.corner(UL, 0), DR, buff=0.2))
        self.counter = Counter(lesson, "step", "weights.steps[{k}]")
        corner = self.plots[0].corner(UR, 0) + 0.45 * LEFT  # room for four digits
        self.counter.next_to(corner, DL, buff=0.1)
        views = [
            View.of(bars.show_counts, counts, bars)
            for bars, counts in zip(self.bars, self.counts, strict=True)
        ]
        super().__init__(self.counts[0], views, [self.counter])

    def largest(self) -> list[Label]:
        """Write the size of the largest weight of each run at the end."""
        words = []
        for run, plot in enumerate(self.plots):
            label = self.lesson.text(f"largest |W|: {{weights.largest[{run}]:.1f}}")
            label.move_to(plot.y_axis).shift(0.1 * DOWN).align_to(plot.x_axis, RIGHT)
            words.append(label)
        return words
