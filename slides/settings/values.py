"""The lecture as its settings describe it, once they are read."""

from dataclasses import dataclass
from typing import Any

Table = dict[str, Any]


@dataclass(frozen=True)
class Lecture:
    """The lecture as its settings describe it."""

    title: str
    author: str
    language: str  # as HTML writes it: "en"
    chapters: tuple[str, ...]  # names in the order of the lecture
    settings: dict[str, Table]  # for each chapter, every setting, defaults included
    stills: tuple[str, ...] = ()  # "chapter/beat" of which the build makes stills
    site: str = ""  # web address under which the outputs are published, no slash behind
    minutes: float | dict[str, float] | None = None  # planned: of all, or by chapter
    place: str = ""  # where it is given
    date: str = ""  # when, in the lecture's language

    @property
    def opening(self) -> tuple[str, ...]:
        """What stands below the title: lecturer, place and date, where given."""
        return tuple(filter(None, (self.author, self.place, self.date)))
