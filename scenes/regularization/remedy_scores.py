"""Test scores of several ways to train: loss as bars, right and sure as columns."""

from collections.abc import Mapping

from manim import LEFT, UP, VGroup

from scenes.components.bars import Bars
from scenes.components.number import Number
from scenes.components.text import Label
from scenes.frame import shapes, theme
from scenes.frame.rooms import Room
from scenes.lesson.lines import Lines

HEADS = 0.6  # height of the heads of the columns, with their distance from the rows
BARS = 0.57  # share of the width that the bars with their names and numbers take
COLUMNS = {"right": ("right", 0.67), "sure": ("how sure", 0.9)}  # words, place


class RemedyScores:
    """What is drawn of the outcomes, one row each.

    Parameters
    ----------
    lesson
        The scene; its result has an ``outcome`` for each of the remedies.
    remedies
        Their places in the result, and their names on screen; the first is none.
    room
        What it fills; in a tall frame the names stand over the bars.
    """

    def __init__(self, lesson: Lines, remedies: Mapping[str, str], room: Room) -> None:
        self.lesson, self.remedies, self.room = lesson, remedies, room
        numbers = [
            lesson.number(f"{path}.outcome.loss.mean", ".2f", pixels=theme.BODY)
            for path in remedies
        ]
        names = [lesson.text(words) for words in remedies.values()]
        spreads = [lesson.values(f"{path}.outcome.loss.sd") for path in remedies]
        over = shapes.current().is_tall
        beside = 0.5 + numbers[0].width + (0 if over else max(n.width for n in names))
        longest = max(n.value + s for n, s in zip(numbers, spreads, strict=True))
        self.bars = Bars(
            names, numbers, spreads, width=(BARS * room.width - beside) / longest,
            pitch=(room.height - HEADS) / len(names), names_above=over,
        )  # fmt: skip
        self.bars.bars[0][0].set_fill(theme.role("loss"))
        self.bars.move_to(room.inside(top=HEADS).at(0, 0.5), aligned_edge=LEFT)
        self.loss_head = self._head("test loss", self.bars.start.get_x() + 0.7)
        self.columns = [
            VGroup(self._head(words, x), self._shares(field, numbers, x))
            for field, (words, share) in COLUMNS.items()
            for x in (room.at(share, 0)[0],)
        ]

    def _head(self, words: str, x: float) -> Label:
        """Write what stands in a column."""
        head = self.lesson.text(words, color=theme.role("muted")).move_to((x, 0, 0))
        return head.shift((self.room.top - HEADS / 2 - head.baseline) * UP)

    def _shares(self, field: str, beside: list[Number], x: float) -> VGroup:
        """Write a share of each row with its spread, on the lines of others."""
        column = VGroup()
        for path, other in zip(self.remedies, beside, strict=True):
            place = f"{path}.outcome.{field}"
            color = theme.role("ink" if len(column) else "loss")  # as the bars
            share = self.lesson.spread_line(place, ".0%", color=color)
            share.move_to((x, 0, 0))
            column.add(share.shift((other.baseline - share.baseline) * UP))
        return column
