"""The cache of finished recordings, by chapter, variant and content key."""

import json
import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from scenes.caching.files import (
    PARTIAL,
    is_abandoned,
    move_whole,
    read_json,
    write_json,
)
from scenes.record import Recording
from slides.engine.fingerprint import Ingredients
from slides.settings.variants import Variant


@dataclass(frozen=True)
class Rendering:
    """A finished rendering of a chapter."""

    key: str
    recording: Recording  # with absolute paths of its segments
    frames: tuple[int, ...]  # number of pictures in each segment
    fps: int
    folder: Path = Path()  # where it lies


@dataclass(frozen=True)
class Recordings:
    """The cache folder.

    A recording appears by renaming a complete folder, so that what is there is
    whole; a folder being written carries the number of its process in its name.
    """

    folder: Path

    def place(self, chapter: str, variant: Variant, key: str) -> Path:
        """Return where a recording lies, whether or not it does."""
        return self._folder_of(chapter, variant) / key

    def find(self, chapter: str, variant: Variant, key: str) -> Rendering | None:
        """Return a recording, or None if it has not been made."""
        place = self.place(chapter, variant, key)
        try:
            text = (place / "recording.json").read_text(encoding="utf-8")
        except OSError:
            return None
        recording = Recording.from_json(text)
        segments = tuple(str(place / name) for name in recording.segments)
        if not all(os.path.isfile(segment) for segment in segments):
            return None
        notes = read_json(place / "rendering.json", {})
        return Rendering(
            key,
            replace(recording, segments=segments),
            tuple(notes["frames"]),
            variant.picture.fps,
            place,
        )

    def variants(self, chapter: str) -> set[str]:
        """Return the names of the variants of which a chapter has any recordings."""
        folder = self.folder / "recordings" / chapter
        return set(os.listdir(folder)) if folder.is_dir() else set()

    def last(
        self, chapter: str, variant: Variant | None = None
    ) -> dict[str, Any] | None:
        """Return notes on the newest recording of a chapter, whatever its key.

        Parameters
        ----------
        chapter
            Name of the chapter.
        variant
            Look only among these; among all if None.
        """
        name = variant.name if variant else "*"
        found_notes = (self.folder / "recordings" / chapter).glob(
            f"{name}/*/rendering.json"
        )
        notes = sorted(found_notes, key=lambda file: file.stat().st_mtime)
        found: dict[str, Any] | None = read_json(notes[-1], None) if notes else None
        return found

    @contextmanager
    def alone(self, say: Callable[[str], None]) -> Iterator[None]:
        """Let one build at a time use the cache; a killed one lets go of it."""
        from filelock import FileLock, Timeout  # only a build needs it

        self.folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.folder / "lock")
        try:
            held = lock.acquire(blocking=False)
        except Timeout:
            say(f"waiting for another build that uses {self.folder}")
            held = lock.acquire()
        with held:
            yield

    @contextmanager
    def scratch(self) -> Iterator[Path]:
        """Give a new folder to work in; it is removed at the end."""
        name = f"{PARTIAL}{os.getpid()}-{secrets.token_hex(4)}"
        folder = self.folder / "scratch" / name
        folder.mkdir(parents=True)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def publish(
        self, folder: Path, chapter: str, variant: Variant, parts: Ingredients, key: str
    ) -> None:
        """Move a rendered folder to its place, and drop older ones of its kind."""
        notes = json.loads((folder / "rendering.json").read_text(encoding="utf-8"))
        write_json(folder / "rendering.json", {**notes, "ingredients": parts})
        place = self.place(chapter, variant, key)
        place.parent.mkdir(parents=True, exist_ok=True)
        for old in place.parent.iterdir():
            # Renamed first, so that nobody finds a half-removed recording.
            with self.scratch() as scratch:
                os.rename(old, scratch / "old")
        move_whole(folder, place)

    def clean(self) -> None:
        """Remove what killed processes left behind."""
        scratch = self.folder / "scratch"
        for folder in scratch.iterdir() if scratch.is_dir() else ():
            if is_abandoned(folder.name):
                shutil.rmtree(folder, ignore_errors=True)

    def _folder_of(self, chapter: str, variant: Variant) -> Path:
        """Return the folder of a chapter's recordings in one variant."""
        return self.folder / "recordings" / chapter / variant.name
