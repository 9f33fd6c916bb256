"""What is drawn of the two samples, whatever it looks like."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any

from manim import (
    Mobject,
    VGroup,
    VMobject,
)

from scenes.components.text import Label, Written
from scenes.drawings.question_plane import QuestionPlane
from scenes.frame import theme
from scenes.frame.rooms import Room
from scenes.lesson.lesson import Lesson

SAMPLES = ("other", "asked")  # fields of the result, in the order of the beats


class Pictures(ABC):
    """The first sample of either class, from beat to beat.

    Parameters
    ----------
    lesson
        The scene.
    question
        What its samples are.
    """

    def __init__(self, lesson: Lesson, question: QuestionPlane) -> None:
        self.lesson, self.question = lesson, question

    @abstractmethod
    def introduce(self) -> None:
        """Play how one sample and its two measurements appear."""

    @abstractmethod
    def compare(self) -> None:
        """Play how the other class comes beside it."""

    @abstractmethod
    def into_panel(self) -> list[Any]:
        """Return how the first goes into the panel, and the second goes."""

    @property
    @abstractmethod
    def measurements(self) -> Sequence[Mobject]:
        """Both measurements of the first, as they stand in the panel."""

    @property
    @abstractmethod
    def shown(self) -> VGroup:
        """What stands in the panel."""

    @abstractmethod
    def example(self, sample: str, room: Room) -> tuple[VMobject, VMobject]:
        """Return a small picture and words for it, in a part of the panel."""

    def name(self, sample: str, pixels: int = theme.BODY) -> Label:
        """Write the name of a sample's class in its colour."""
        return self.question.name(self.number_of(sample), pixels)

    def number_of(self, sample: str) -> int:
        """Return the number of a sample's class."""
        label: int = self.lesson.values(f"{sample}.label")
        return label

    def spec(self, column: int) -> str:
        """Return the format of a measurement."""
        return f".{self.lesson.values('question.decimals')[column]}f"

    def measured(
        self, sample: str, column: int, pixels: int = theme.BODY
    ) -> tuple[Written, ...]:
        """Write one measurement, and its unit if it has one."""
        number = self.lesson.number(
            f"{sample}.x[{column}]", self.spec(column), pixels=pixels
        )
        if not self.lesson.values("question.units")[column]:
            return (number,)
        return number, self.question.unit(column)
