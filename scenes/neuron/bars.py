"""The two samples of any table: a bar for each measurement."""

from collections.abc import Sequence
from typing import Any

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    FadeIn,
    FadeOut,
    GrowFromEdge,
    ManimColor,
    Mobject,
    ReplacementTransform,
    VGroup,
    VMobject,
)

from scenes.components.measured_bar import BAR, NEAR, MeasuredBar, stacked
from scenes.components.paragraph import Paragraph
from scenes.components.text import InLine, Label, Written
from scenes.frame import rooms, shapes, theme
from scenes.frame.rooms import Room
from scenes.neuron.pictures import SAMPLES, Pictures


class MeasuredBars(Pictures):
    """A bar for each measurement, on the scale of the table."""

    def bars(
        self, sample: str, width: float, thickness: float = BAR, **style: Any
    ) -> list[MeasuredBar]:
        """Draw both measurements of a sample, and the ends of their scales."""
        style = {"color": self.color(sample), **style}
        return [
            MeasuredBar(
                self.lesson.within(f"{{question.features[{k}]}}", width),
                InLine(*self.measured(sample, k)), self.share(sample, k), width=width,
                ends=(self.end(k, 0), self.end(k, 1)), thickness=thickness, **style,
            )
            for k in range(2)
        ]  # fmt: skip

    def low_bar(self, sample: str, k: int, width: float) -> MeasuredBar:
        """Draw a measurement where there is little room."""
        name, value = self.brief(sample, k, width)
        share, color = self.share(sample, k), self.color(sample)
        return MeasuredBar(name, value, share, width=width, color=color)

    def brief(
        self, sample: str, k: int, width: float
    ) -> tuple[Label | Paragraph, InLine]:
        """Write name and value in one line: what is in the way is left out."""
        parts = self.measured(sample, k, theme.LABEL)
        for words, value in (
            ("features", parts),
            ("short", parts),
            ("short", parts[:1]),
        ):
            name = self.lesson.within(f"{{question.{words}[{k}]}}", width)
            written = InLine(*value)
            if name.width + written.width + NEAR < width:
                break
        return name, written

    def share(self, sample: str, k: int) -> float:
        """Return how far a measurement is from the least to the largest of all."""
        low, high = self.lesson.values("question.ranges")[k]
        return float((self.lesson.values(f"{sample}.x")[k] - low) / (high - low))

    def end(self, k: int, which: int) -> Written:
        """Write the least or the largest of a feature."""
        style = {"pixels": theme.SMALLEST, "color": theme.role("muted")}
        return self.lesson.number(
            f"question.ranges[{k}, {which}]", self.spec(k), **style
        )

    def color(self, sample: str) -> ManimColor:
        """Return the colour of a sample's class."""
        return self.question.looks[self.number_of(sample)].color

    def under_name(
        self, sample: str, bars: VGroup, width: float, pixels: int = theme.BODY
    ) -> VGroup:
        """Put the name of a sample's class over its bars."""
        k, color = self.number_of(sample), self.color(sample)
        name = self.lesson.within(
            f"{{question.classes[{k}]}}", width, color=color,
            pixels=pixels,
        )  # fmt: skip
        name.next_to(bars, UP, buff=0.008 * pixels, aligned_edge=LEFT)
        return VGroup(name, bars)

    def introduce(self) -> None:
        """See :meth:`Pictures.introduce`."""
        room = rooms.whole()
        width, color = min(9.5, room.width), theme.role("muted")
        bars = self.bars("other", width, thickness=0.55, color=color)
        self.first = stacked(bars, 0.8).move_to(room.middle)
        for bar in bars:
            self.lesson.play(FadeIn(bar.words, bar.scale_line))
            self.lesson.play(GrowFromEdge(bar.bar, LEFT))

    def compare(self) -> None:
        """See :meth:`Pictures.compare`."""
        rows = VGroup()
        for sample, room in zip(SAMPLES, rooms.whole().rows(1, 1), strict=True):
            rows.add(self.row(sample, room))
        self.lesson.play(ReplacementTransform(self.first, rows[0][1]))
        self.lesson.play(FadeIn(rows[0][0]))
        self.lesson.play(FadeIn(rows[1]))
        self.rows = rows

    def row(self, sample: str, room: Room) -> VGroup:
        """Draw a sample in a room: the name of its class over its bars."""
        cells = room.parts(1, 1, gap=0.8)
        bars = self.bars(sample, cells[0].width)
        if shapes.current().is_tall:
            both = stacked(bars)
        else:
            both = VGroup(*bars).arrange(RIGHT, buff=0.8, aligned_edge=DOWN)
        return self.under_name(sample, both, room.width).move_to(room.middle)

    def into_panel(self) -> list[Any]:
        """See :meth:`Pictures.into_panel`."""
        room = rooms.panel()
        bars = self.bars("other", room.width)
        self.numbers = [bar.value.first for bar in bars]
        self.in_panel = self.under_name("other", stacked(bars), room.width)
        self.in_panel.move_to(room.middle)
        return [
            FadeOut(self.rows[1]),
            ReplacementTransform(self.rows[0], self.in_panel),
        ]

    @property
    def measurements(self) -> Sequence[Mobject]:
        """See :meth:`Pictures.measurements`."""
        return self.numbers

    @property
    def shown(self) -> VGroup:
        """See :meth:`Pictures.shown`."""
        return self.in_panel

    def example(self, sample: str, room: Room) -> tuple[VMobject, VMobject]:
        """See :meth:`Pictures.example`."""
        is_wide = shapes.current().is_tall  # the panel is, then
        width = room.columns(1, 1)[0].width if is_wide else room.width
        bars = VGroup(*(self.low_bar(sample, k, width) for k in range(2)))
        if is_wide:
            bars.arrange(RIGHT, buff=rooms.GAP, aligned_edge=DOWN)
        else:
            bars = stacked([*bars], 0.22)
        example = self.under_name(sample, bars, room.width, theme.LABEL)
        name, _ = example.move_to(room.middle)
        return bars, name
