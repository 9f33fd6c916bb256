"""Remembers the settings as read, so that nothing is imported when nothing changed."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from nnsim.texts import TextError, read_bytes
from scenes.caching.checked import read_sealed, shaped
from scenes.caching.digests import digest, digest_of_value
from scenes.caching.facts import digest_of_file
from scenes.caching.sources import module_file
from slides.engine.fingerprint import file_digests
from slides.engine.kept_files import believed, keep
from slides.engine.versions import installed
from slides.settings.project import known_chapters
from slides.settings.toml_text import MOST_BYTES
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
        known = believed(read_sealed(self.file, dict[str, Any])) or {}
        key = self._key(config, overrides)
        lecture = shaped(known.get(key), Lecture)
        if lecture is None:
            from slides.settings.lecture import read  # heavy

            lecture = read(config, overrides)
            keep(self.file, dict([*known.items(), (key, asdict(lecture))][-KEEP:]))
        return lecture

    @staticmethod
    def _key(config: Path, overrides: Sequence[str]) -> str:
        """Return a text that changes when the answer may."""
        try:
            text = digest(read_bytes(config, MOST_BYTES))
        except TextError:
            text = ""  # its reader says what is wrong
        made_from = file_digests(READER, *map(_experiment, known_chapters()))
        chapters = [*map(_chapter, known_chapters())]
        return digest_of_value(
            [
                text,
                str(config),
                [*overrides],
                made_from,
                chapters,
                *installed("pydantic"),
                *installed("langcodes"),
            ]
        )


def _experiment(chapter: str) -> str:
    """Return the module that knows a chapter's settings."""
    return f"nnsim.experiments.{chapter}"


def _chapter(chapter: str) -> tuple[str, bool, str]:
    """Return what settings are checked against: is it drawn, and its beats' names."""
    words = module_file(f"scenes.{chapter}.words")
    is_drawn = module_file(f"scenes.{chapter}.scene") is not None
    return chapter, is_drawn, digest_of_file(words) if words else ""
