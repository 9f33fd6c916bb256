"""The two penguins: their heads, with bills to scale."""

from collections.abc import Sequence
from typing import Any

from manim import (
    DOWN,
    LEFT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    Mobject,
    ReplacementTransform,
    VGroup,
    VMobject,
)

from scenes.components.bill import Bill
from scenes.components.text import InLine
from scenes.frame import rooms, shapes, theme
from scenes.frame.rooms import Room
from scenes.neuron.pictures import SAMPLES, Pictures


class Heads(Pictures):
    """Penguins' heads, their bills to scale."""

    def bill(self, sample: str, scale: float) -> Bill:
        """Draw the bill of a bird to scale."""
        length, depth = self.lesson.values(f"{sample}.x")
        return Bill(length, depth, scale=scale)

    def fact(self, sample: str, column: int) -> InLine:
        """Write out one measurement of a bird."""
        feature = self.question.feature(column)
        return InLine(feature, *self.measured(sample, column))

    def introduce(self) -> None:
        """See :meth:`Pictures.introduce`."""
        room = rooms.whole()
        size = min(0.12, 0.0091 * room.width)
        self.first = self.bill("other", size).move_to(room.middle + 0.2 * UP)
        length, depth = self.first.measure_length(), self.first.measure_depth()
        words = [
            self.fact("other", 0).next_to(length, DOWN),
            self.fact("other", 1).next_to(depth, UP, buff=0.35),
        ]
        words[1].align_to(depth[0], LEFT)
        self.lesson.play(FadeIn(self.first))
        self.lesson.play(Create(length), FadeIn(words[0]))
        self.lesson.play(Create(depth), FadeIn(words[1]))
        self.measures = VGroup(length, depth, *words)

    def compare(self) -> None:
        """See :meth:`Pictures.compare`."""
        rows = VGroup()
        for bird, room in zip(SAMPLES, rooms.whole().rows(1, 1), strict=True):
            words = self.lesson.column(
                self.name(bird), self.fact(bird, 0), self.fact(bird, 1), buff=0.28
            )
            rows.add(self.side_by_side(self.bill(bird, 0.066), words, room))
        self.lesson.play(FadeOut(self.measures))
        self.lesson.play(ReplacementTransform(self.first, rows[0][0]))
        self.lesson.play(FadeIn(rows[0][1]))
        self.lesson.play(FadeIn(rows[1]))
        self.rows = rows

    def side_by_side(self, bill: Bill, words: VGroup, room: Room) -> VGroup:
        """Put words beside a bill, or below it in a tall frame."""
        if shapes.current().is_tall:
            words.next_to(bill, DOWN, buff=0.3)
            return VGroup(bill, words).move_to(room.middle)
        bill.move_to(room.at(0.33, 0.5))
        words.move_to(room.at(0.676, 0.5), aligned_edge=LEFT)
        return VGroup(bill, words)

    def into_panel(self) -> list[Any]:
        """See :meth:`Pictures.into_panel`."""
        bird, facts = self.rows[0]
        panel = rooms.panel().middle
        return [
            FadeOut(self.rows[1]),
            bird.animate.scale(0.7).move_to(panel + 0.9 * UP),
            facts.animate.move_to(panel + 1.3 * DOWN),
        ]

    @property
    def measurements(self) -> Sequence[Mobject]:
        """See :meth:`Pictures.measurements`."""
        facts = self.rows[0][1]
        return facts[1][1], facts[2][1]

    @property
    def shown(self) -> VGroup:
        """See :meth:`Pictures.shown`."""
        return VGroup(*self.rows[0])

    def example(self, sample: str, room: Room) -> tuple[VMobject, VMobject]:
        """See :meth:`Pictures.example`."""
        picture = self.bill(sample, min(0.042, 0.0165 * room.height)).move_to(
            room.middle + 0.25 * UP
        )
        words = self.name(sample, theme.LABEL).next_to(picture, DOWN, buff=0.1)
        return picture, words
