"""Held-out samples in piles: how likely their true class was, early and late."""

from collections.abc import Sequence

import numpy as np
from manim import LEFT, RIGHT, UP, Line, VGroup

from scenes.components.dot_pile import DotPile
from scenes.components.plot import Plot
from scenes.components.replay import Replay
from scenes.components.text import InLine, line_width
from scenes.drawings.run_panel import Counter, RunPanel, View
from scenes.frame import rooms, shapes, theme
from scenes.frame.rooms import PANEL_WIDTH, Room
from scenes.lesson.lesson import Lesson

N_PILES = 20
HELD_OUT = "held-out loss"
TAKEN = "taken for the other {}"


class TruthPiles(RunPanel):
    """Piles at the turn, and piles that go on to the end; numbers beside each.

    Parameters
    ----------
    lesson
        The scene; its result has ``steps`` and ``watched``, see
        :class:`nnsim.experiments.overfitting.experiment.Watched`.
    """

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.truth = lesson.values("watched.truth")
        self.turn = int(lesson.values("watched.turn"))
        self.colors = theme.role("loss"), theme.role("muted")
        halves = [self._cut(row) for row in rooms.whole().rows(1, 1, gap=0.3)]
        self.plots = [self._axis(room) for room, _ in halves]
        self.plots[0].remove(self.plots[0].x_label)  # it stands once, at the foot
        self.piles = [self._piles(plot) for plot in self.plots]
        self.names = [self._name_sides(plot) for plot in self.plots]
        counters = (
            Counter(lesson, "step", "steps[{k}]", at=self.turn),
            Counter(lesson, HELD_OUT, "watched.test_loss[{k}]", ".2f", at=self.turn),
        )
        turn = (
            lesson.line("step", "{watched.turn_step:d}"),
            lesson.line(HELD_OUT, "{watched.turn_loss:.2f}"),
        )
        self.panels = VGroup(
            self._panel(0, turn, halves[0][1]), self._panel(1, counters, halves[1][1])
        )
        view = View(lambda k: self._show(self.piles[1], k), *self.piles[1])
        super().__init__(self.truth, [view], counters)

    def _cut(self, row: Room) -> list[Room]:
        """Return the rooms of piles and of numbers."""
        if shapes.current().is_tall:
            return row.inside(bottom=0.25).rows(3, 1, gap=0.2)
        return row.columns(row.width - PANEL_WIDTH, PANEL_WIDTH, gap=0.5)

    def _axis(self, room: Room) -> Plot:
        plot = Plot(
            (0, 1), (0, 1), width=room.width - 0.8, height=room.height - 0.75,
            x_label=self._axis_words(room.width - 0.8),
            y_label=self.lesson.wording("{question.plural}"),
        )  # fmt: skip
        plot.ticks.remove(*(m for m in plot.ticks if m.get_center()[1] > -0.05))
        plot.remove(plot.y_label)  # a dot is a sample, whoever wants to count
        plot.y_axis.set_stroke(opacity=0)
        foot = room.at(0.5, 0) + 0.75 * UP
        return plot.shift(foot - plot.x_axis.get_center())

    def _axis_words(self, width: float) -> str:
        """Return the words at the axis; of a noun of one's own no article is known."""
        is_own = self.lesson.values("question.is_own")
        dots = "a dot each" if is_own else "each dot a {question.noun}"
        of = self._of(width)
        return self.lesson.wording(f"probability given to the true {of} ({dots})")

    def _of(self, width: float) -> str:
        """Return what the classes are; in a short word if theirs has no room.

        Parameters
        ----------
        width
            Of the plane, in whose left half wrong answers are named.
        """
        name = TAKEN.format(self.lesson.values("question.of"))
        has_room = line_width(name, theme.LABEL) < width / 2 - 0.3
        return "{question.of}" if has_room else "class"

    def _piles(self, plot: Plot) -> VGroup:
        """Draw the samples at the turn, wrong and right."""
        none = np.empty(0)
        look = {"n_bins": N_PILES, "abreast": self._abreast(plot)}
        piles = VGroup(*(DotPile(plot, none, c, **look) for c in self.colors))
        self._show(piles, self.turn)
        return piles

    def _abreast(self, plot: Plot) -> int:
        """Return how few dots a row may have for the highest pile to fit the plot."""
        ends = np.linspace(0, 1, N_PILES + 1)
        most = max(np.histogram(p, ends)[0].max() for p in self.truth[self.turn :])
        width, height = plot.x_axis.get_length(), plot.y_axis.get_length()
        return int(np.ceil(np.sqrt(most * width / (N_PILES * height))))

    def _name_sides(self, plot: Plot) -> VGroup:
        """Part the plane at one half and say what each side is."""
        half = Line(plot.at(0.5, 0), plot.at(0.5, 1))
        half.set_stroke(theme.role("muted"), theme.AXIS)
        group, of = VGroup(half), self._of(plot.x_axis.get_length())
        for words, color, x in (
            (TAKEN.format(of), self.colors[0], 0.25),
            ("right", self.colors[1], 0.75),
        ):
            name = self.lesson.text(words, color=color).move_to(plot.at(x, 0))
            group.add(name.shift((plot.at(0, 0.93)[1] - name.baseline) * UP))
        return group

    def _panel(self, k: int, counters: Sequence[InLine], room: Room) -> VGroup:
        """Put up step and loss; write how many samples are surely wrong."""
        when = ("at_turn", "at_end")[k]
        sure = self.lesson.line(
            f"{{watched.n_sure_wrong_{when}:d}}",
            self.lesson.text(self.lesson.labels["count"]),
        )
        splits = self.lesson.paragraph(
            "wrong answers of {sureness.n} {sureness.n:plural(split)}: "
            f"{{sureness.{when}.mean:.0%}} ± {{sureness.{when}.sd:.0%}} sure",
            PANEL_WIDTH, color=theme.role("muted"), pixels=theme.SMALLEST,
        )  # fmt: skip
        wrong = self.lesson.column(sure, splits, buff=0.2)
        panel = rooms.flow([self.lesson.column(*counters), wrong], room, buff=0.35)
        return panel.align_to(room.left * RIGHT, LEFT)

    def _show(self, piles: VGroup, k: int) -> None:
        """Show the probabilities after the k-th step looked at."""
        truth = self.truth[k]
        piles[0].show_values(truth[truth < 0.5])
        piles[1].show_values(truth[truth >= 0.5])

    def after_turn(self, run_time: float) -> Replay:
        """Return the animation of the lower pile, from the turn to the end."""
        return self.replay(run_time, span=(self.turn, self.last))
