"""Remembers the resolved settings, so that nothing is imported when nothing changed."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scenes.caching.digests import digest_of_value
from scenes.caching.files import read_json, write_json
from slides.engine.fingerprint import file_digests
from slides.settings.schema import resolve

KEEP = 200  # so many tables are remembered


class SettingsCache:
    """Resolves settings as `slides.settings.schema.resolve` does; keeps the answers.

    Parameters
    ----------
    file
        Where they are kept between runs.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self.known: dict[str, Any] = read_json(file, {})

    def resolve(self, chapter: str, table: Mapping[str, Any]) -> dict[str, Any]:
        """Return every setting of a chapter, defaults included."""
        # The answer depends on the experiment's source and on the table alone.
        source = file_digests(f"nnsim.experiments.{chapter}")
        key = digest_of_value([chapter, source, repr(table)])
        if key not in self.known:
            self.known[key] = resolve(chapter, table)
            newest = dict(list(self.known.items())[-KEEP:])
            write_json(self.file, newest)
        outcome: dict[str, Any] = self.known[key]
        return outcome
