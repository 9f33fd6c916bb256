"""The lecture as its settings describe it, once they are read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from nnsim.errors import unknown
from slides.speech.voice import Voice

Table = dict[str, Any]
DATA = "data"  # key of the table that tells of data of one's own
FILES = ("file", "labels")  # keys in it that name files
DIGEST = "digest"  # key in it that the reader adds


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
    voice: Voice = field(default_factory=Voice)  # silent, unless chosen
    # What the voice says in the place of narration: by chapters, by beats.
    speak: dict[str, dict[str, str]] = field(default_factory=dict)
    # What data of one's own cannot carry, and why: "chapter", or "chapter/beat".
    left_out: dict[str, str] = field(default_factory=dict)
    # Chapters whose computation takes long, or much memory, and how much.
    takes_much: dict[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()  # of what the settings say in names of old

    @property
    def opening(self) -> tuple[str, ...]:
        """What stands below the title: lecturer, place and date, where given."""
        return tuple(filter(None, (self.author, self.place, self.date)))

    def without(self, gone: Mapping[str, str]) -> "Lecture":
        """Return the lecture without some chapters or beats, each with its reason."""
        away = {still for still in self.stills if still.partition("/")[0] in gone}
        minutes = self.minutes
        if isinstance(minutes, Mapping):
            minutes = {k: v for k, v in minutes.items() if k not in gone}
        return replace(
            self,
            chapters=tuple(name for name in self.chapters if name not in gone),
            stills=tuple(s for s in self.stills if s not in {*away, *gone}),
            minutes=minutes or None,
            left_out=dict(gone),
        )

    def lacks(self, chapter: str) -> str:
        """Say why there is no such chapter; "" if there is."""
        if chapter in self.left_out:
            return told({chapter: self.left_out[chapter]})[0]
        is_there = chapter in self.chapters
        return "" if is_there else unknown("chapter", chapter, self.chapters)


def told(left_out: Mapping[str, str]) -> list[str]:
    """Say which chapters and beats are left out, and why: a line each."""
    lines = []
    for name, why in left_out.items():
        chapter, _, beat = name.partition("/")
        what = f"chapter {chapter!r}" + (f", beat {beat!r}," if beat else "")
        lines.append(f"{what} is left out: {why}")
    return lines


def placed(data: Any, folder: Path) -> Any:
    """Return a table of data whose files are named wholly: paths were from a folder."""
    if not isinstance(data, Mapping):
        return data
    named = {key: data[key] for key in FILES if isinstance(data.get(key), str)}
    # What is no path of a system stays, and its reader says so.
    return {**data, **{k: str(folder / name) for k, name in named.items() if name}}


def own_files(settings: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    """Yield files of one's own that a chapter reads, with a digest of each.

    Parameters
    ----------
    settings
        All of the chapter's, those of chapters that it quotes as well.
    """
    for key, value in settings.items():
        if _is_data(key, value):
            files = [value[name] for name in FILES if value.get(name)]
            digests = value[DIGEST].split("+")
            yield from zip(map(Path, files), digests, strict=False)
        elif isinstance(value, Mapping):
            yield from own_files(value)


def without_places(settings: Mapping[str, Any]) -> Table:
    """Return settings as anybody may read them: files by their names alone."""
    return {key: _without_places(key, value) for key, value in settings.items()}


def _without_places(key: str, value: Any) -> Any:
    """Return one setting as anybody may read it."""
    if not isinstance(value, Mapping):
        return value
    return _named(value) if _is_data(key, value) else without_places(value)


def _is_data(key: str, value: Any) -> bool:
    """Tell whether a setting is a table of data."""
    return key == DATA and isinstance(value, Mapping) and DIGEST in value


def _named(data: Mapping[str, Any]) -> Table:
    """Return a table of data without the folders of its files."""
    names = {key: Path(data[key]).name for key in FILES if data.get(key)}
    return {**{k: v for k, v in data.items() if k != DIGEST}, **names}
