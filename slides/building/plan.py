"""What the user asked for, and how several faults are told at once."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import click

from scenes.caching.folder import cache_folder
from slides.base.errors import LectureError, UsageError
from slides.building.kinds import KINDS
from slides.engine.recordings import Recordings
from slides.engine.settings_cache import SettingsCache
from slides.settings.project import LECTURE_TOML
from slides.settings.values import Lecture
from slides.settings.variants import Variant

CACHE = cache_folder("lecture")


@dataclass(frozen=True)
class Plan:
    """What the user asked for."""

    chapters: tuple[str, ...] = ()  # none named: all
    variant: Variant = field(default_factory=Variant)
    kinds: tuple[str, ...] = ()  # none named: the usual, and what the settings ask for
    choices: Mapping[str, str] = field(default_factory=dict)  # by kind of output
    jobs: int = os.cpu_count() or 1
    out: Path = Path("build")
    cache: Path = CACHE
    config: Path = LECTURE_TOML
    overrides: tuple[str, ...] = ()
    explain: bool = False

    @property
    def recordings(self) -> Recordings:
        """The cache of recordings."""
        return Recordings(self.cache.absolute())

    def read(self) -> Lecture:
        """Read the settings; what was read before is not computed again."""
        cache = SettingsCache(self.cache.absolute() / "settings.json")
        lecture = cache.read(self.config, self.overrides)
        for line in lecture.warnings:
            warn(line)
        return lecture

    def wanted(self, lecture: Lecture) -> tuple[str, ...]:
        """Return the kinds of output to make."""
        usual = [kind.name for kind in KINDS if kind.is_wanted(lecture)]
        return self.kinds or tuple(usual)

    def chosen(self, lecture: Lecture) -> list[str]:
        """Return the chapters asked for, in the order of the lecture."""
        faults = {name: lecture.lacks(name) for name in self.chapters}
        is_left = any(not why for why in faults.values())
        told = [
            why
            for name, why in faults.items()
            if why and not (is_left and name in lecture.left_out)
        ]
        if told:
            raise UsageError(*told)
        return [c for c in lecture.chapters if c in self.chapters or not self.chapters]

    def warn(self, lecture: Lecture) -> None:
        """Say of chapters asked for that their computation takes much, once."""
        for chapter in self.chosen(lecture):
            if why := lecture.takes_much.get(chapter):
                warn(f"chapter {chapter!r}: {why}")


@cache
def warn(line: str) -> None:
    """Print a warning, unless it was printed before."""
    click.echo(f"warning: {line}", err=True)


def together(failures: Sequence[LectureError]) -> LectureError:
    """Return one error that tells of all."""
    error = LectureError(*dict.fromkeys(line for one in failures for line in one.lines))
    error.exit_code = max(failure.exit_code for failure in failures)
    for failure in failures:
        for note in getattr(failure, "__notes__", ()):
            error.add_note(note)
    return error
