"""Test scores of several ways to train: loss as bars, right and sure as columns."""

from collections.abc import Mapping

from manim import LEFT, UP, VGroup

from scenes import theme
from scenes.components.bars import Bars
from scenes.components.number import Number
from scenes.components.text import InLine, Label
from scenes.true_numbers import TrueNumbers

HEADS = 2.35  # height of the line on which the heads of the columns stand
COLUMNS = {"right": ("right", 2.55), "sure": ("how sure", 5.1)}  # field: words, place


class RemedyScores:
    """What is drawn of the outcomes, one row each.

    Parameters
    ----------
    lesson
        The scene; its result has an ``outcome`` for each of the remedies.
    remedies
        Their places in the result, and their names on screen; the first is none.
    """

    def __init__(self, lesson: TrueNumbers, remedies: Mapping[str, str]) -> None:
        self.lesson, self.remedies = lesson, remedies
        numbers = [
            lesson.number(f"{path}.outcome.mean", ".2f", pixels=theme.BODY)
            for path in remedies
        ]
        self.bars = Bars(
            [lesson.text(words) for words in remedies.values()],
            numbers,
            [lesson.values(f"{path}.outcome.spread") for path in remedies],
            width=1.9,
            pitch=0.85,
        )
        self.bars.bars[0][0].set_fill(theme.role("loss"))
        self.bars.move_to((-6.4, -0.1, 0), aligned_edge=LEFT)
        self.loss_head = self._head("test loss", self.bars.start.get_x() + 0.7)
        self.columns = [
            VGroup(self._head(words, x), self._shares(field, numbers, x))
            for field, (words, x) in COLUMNS.items()
        ]

    def _head(self, words: str, x: float) -> Label:
        """Write what stands in a column."""
        head = self.lesson.text(words, color=theme.role("muted")).move_to((x, 0, 0))
        return head.shift((HEADS - head.baseline) * UP)

    def _shares(self, field: str, beside: list[Number], x: float) -> VGroup:
        """Write a share of each row with its spread, on the lines of others."""
        column = VGroup()
        for path, other in zip(self.remedies, beside, strict=True):
            place = f"{path}.outcome.{field}"
            color = theme.role("ink" if len(column) else "loss")  # as the bars
            mean = self.lesson.number(
                f"{place}_mean", ".0%", pixels=theme.BODY, color=color
            )
            spread = self.lesson.text(
                f"± {{{place}_spread:.0%}}", color=theme.role("muted")
            )
            share = InLine(mean, spread).move_to((x, 0, 0))
            column.add(share.shift((other.baseline - share.baseline) * UP))
        return column
