"""Remembers the settings as read, so that nothing is imported when nothing changed."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from scenes.caching.digests import digest, digest_of_value
from scenes.caching.facts import digest_of_file
from scenes.caching.files import read_json, write_json
from scenes.caching.sources import module_file
from slides.engine.fingerprint import file_digests
from slides.engine.versions import installed
from slides.settings.project import known_chapters
from slides.settings.values import Lecture

READER = "slides.settings.lecture"  # loads the experiments, and what checks settings
KEEP = 20  # so many readings are remembered


class SettingsCache:
    """Reads settings as `slides.settings.lecture.read` does; keeps good answers.

    Parameters
    ----------
    file
        Where they are kept between runs.
    """

    def __init__(self, file: Path) -> None:
        self.file = file

    def read(self, config: Path, overrides: Sequence[str]) -> Lecture:
        """Return the lecture that a settings file describes."""
        known: dict[str, Any] = read_json(self.file, {})
        key = self._key(config, overrides)
        if key not in known:
            from slides.settings.lecture import read  # heavy

            known[key] = asdict(read(config, overrides))
            write_json(self.file, dict(list(known.items())[-KEEP:]))
        found = known[key]
        tuples = {name: tuple(found[name]) for name in ("chapters", "stills")}
        return Lecture(**{**found, **tuples})

    @staticmethod
    def _key(config: Path, overrides: Sequence[str]) -> str:
        """Return a text that changes when the answer may."""
        try:
            text = digest(config.read_bytes())
        except OSError:
            text = ""  # its reader says what is wrong
        made_from = file_digests(READER, *map(_experiment, known_chapters()))
        scenes = dict(_scenes())
        return digest_of_value(
            [text, str(config), [*overrides], made_from, scenes, *installed("pydantic")]
        )


def _experiment(chapter: str) -> str:
    """Return the module that knows a chapter's settings."""
    return f"nnsim.experiments.{chapter}"


def _scenes() -> Iterator[tuple[str, str]]:
    """Yield digests of the scenes, from whose sources names of beats are read."""
    for chapter in known_chapters():
        if file := module_file(f"scenes.{chapter}.scene"):
            yield chapter, digest_of_file(file)
