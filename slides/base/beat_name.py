"""The name of a beat within the lecture: ``chapter/beat``."""

from typing import NamedTuple


class BeatName(NamedTuple):
    """Which beat of which chapter."""

    chapter: str
    beat: str  # "" where only a chapter was named

    @classmethod
    def parse(cls, text: str) -> "BeatName":
        """Take ``"chapter/beat"``, or a chapter alone, apart.

        >>> BeatName.parse("neuron/sum")
        BeatName(chapter='neuron', beat='sum')
        """
        chapter, _, beat = text.partition("/")
        return cls(chapter, beat)

    def __str__(self) -> str:
        return f"{self.chapter}/{self.beat}" if self.beat else self.chapter
