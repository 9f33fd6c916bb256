"""Remembers the settings as read, so that nothing is imported when nothing changed."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
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
from slides.settings.project import here, known_chapters
from slides.settings.toml_text import MOST_BYTES
from slides.settings.values import Lecture

READER = "slides.settings.lecture"  # loads the experiments, and what checks settings
KEEP = 20  # so many readings are remembered


@dataclass(frozen=True)
class _Reading:
    """The lecture as it was read, and what the files of one's own held."""

    lecture: Lecture
    own: dict[str, str]  # digests by path

    @property
    def is_current(self) -> bool:
        """Tell whether these files hold what they held."""
        return self.own == _digests(self.own)


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
        found = shaped(known.get(key), _Reading)
        if found is not None and found.is_current:
            return found.lecture
        from slides.settings.lecture import read  # heavy
        from slides.settings.own.files import files_named

        # As they were before they are read: what changes meanwhile is read again.
        own = _digests(map(str, files_named(config, overrides)))
        lecture = read(config, overrides)
        if self._key(config, overrides) == key:
            known = {**known, key: asdict(_Reading(lecture, own))}
            keep(self.file, dict([*known.items()][-KEEP:]))
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
                os.path.abspath(config),  # files of one's own are named from there,
                here() if overrides else "",  # or from here
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


def _digests(files: Iterable[str]) -> dict[str, str]:
    """Digest files of one's own; what cannot be read has no digest."""
    return {file: _digest(Path(file)) for file in files}


def _digest(file: Path) -> str:
    try:
        return digest_of_file(file) if os.path.isfile(file) else ""
    except OSError:
        return ""
