"""The cache of finished recordings, by chapter, variant and content key."""

import os
import secrets
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from scenes.caching.checked import Damage, read_checked, read_sealed, write_sealed
from scenes.caching.files import (
    PARTIAL,
    clear,
    is_abandoned,
    is_folder,
    make_folder,
    move_whole,
    names,
)
from slides.base.disks import in_words
from slides.base.errors import LectureError, UsageError
from slides.base.locks import alone
from slides.engine.fingerprint import Ingredients
from slides.engine.recorded import NOTES, Made, Notes, Rendering, look, traces
from slides.settings.project import shown
from slides.settings.variants import Variant


@dataclass(frozen=True)
class Recordings:
    """The cache folder, which is ours alone.

    A recording appears by renaming a complete folder, so that what is there is
    whole; a folder being written carries the number of its process in its name.
    """

    folder: Path

    def place(self, chapter: str, variant: Variant, key: str) -> Path:
        """Return where a recording lies, whether or not it does."""
        return self._folder_of(chapter, variant) / key

    def find(self, chapter: str, variant: Variant, key: str) -> Rendering | None:
        """Return a recording, or None if it has not been made or is damaged."""
        found = self.look(chapter, variant, key)
        return found if isinstance(found, Rendering) else None

    def look(
        self, chapter: str, variant: Variant, key: str, *, wholly: bool = False
    ) -> Rendering | Damage | None:
        """Return a recording, what is wrong with it, or None if it was not made.

        Parameters
        ----------
        chapter, variant, key
            Which one.
        wholly
            Read all its files to their ends.
        """
        place = self.place(chapter, variant, key)
        for folder in reversed(place.parents[:3]):
            if os.path.lexists(folder) and not is_folder(folder):
                return Damage(folder, "is no folder")
        return look(place, key, variant.picture.fps, wholly=wholly)

    def variants(self, chapter: str) -> set[str]:
        """Return the names of the variants of which a chapter has any recordings."""
        folder = self.folder / "recordings" / chapter
        return {name for name in names(folder) if is_folder(folder / name)}

    def last(self, chapter: str, variant: Variant | None = None) -> Notes | None:
        """Return notes on the newest recording of a chapter, whatever its key.

        Parameters
        ----------
        chapter
            Name of the chapter.
        variant
            Look only among these; among all if None.
        """
        folder = self.folder / "recordings" / chapter
        variants = [variant.name] if variant else names(folder)
        found = [
            notes
            for name in variants
            for key in names(folder / name)
            if isinstance(
                notes := read_sealed(folder / name / key / NOTES, Notes), Notes
            )
        ]
        return max(found, key=lambda notes: notes.made, default=None)

    @contextmanager
    def alone(self, say: Callable[[str], None]) -> Iterator[None]:
        """Let one build at a time use the cache; a killed one lets go of it."""
        if os.path.lexists(self.folder) and not os.path.isdir(self.folder):
            raise UsageError(
                f"{shown(self.folder)}: is no folder; move it away, or name another "
                "place with --cache"
            )
        lock = self.folder / "lock"
        with ExitStack() as stack:
            with self._in_words():
                self.folder.mkdir(parents=True, exist_ok=True)
                if lock.is_symlink() or not os.path.isfile(lock):
                    clear(lock)
                elif not os.access(lock, os.R_OK | os.W_OK):
                    with suppress(OSError):  # it may be somebody else's
                        os.chmod(lock, 0o600)
                stack.enter_context(alone(lock, say))
            yield

    @contextmanager
    def scratch(self) -> Iterator[Path]:
        """Give a new folder to work in; it is removed at the end."""
        name = f"{PARTIAL}{os.getpid()}-{secrets.token_hex(4)}"
        folder = self.folder / "scratch" / name
        with self._in_words():
            make_folder(folder, self.folder)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def publish(
        self, folder: Path, chapter: str, variant: Variant, parts: Ingredients, key: str
    ) -> None:
        """Move a rendered folder to its place, and drop older ones of its kind.

        Raises
        ------
        LectureError
            If what was rendered is not whole.
        """
        made = read_checked(folder / NOTES, Made)
        if not isinstance(made, Made):
            raise LectureError(f"{made or folder / NOTES}: chapter {chapter!r} is lost")
        place = self.place(chapter, variant, key)
        (folder / NOTES).unlink()
        found = traces(folder)
        notes = Notes(key, made.frames, made.duration, parts, found, time.time())
        write_sealed(folder / NOTES, asdict(notes))
        make_folder(place.parent, self.folder)
        for old in names(place.parent):
            self._drop(place.parent / old)
        move_whole(folder, place)

    def clean(self) -> None:
        """Remove what killed processes left behind."""
        scratch = self.folder / "scratch"
        for name in filter(is_abandoned, names(scratch) if is_folder(scratch) else ()):
            with suppress(OSError):
                clear(scratch / name)

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        """Say of the cache folder what is refused within it."""
        try:
            yield
        except OSError as error:
            raise LectureError(in_words(error, shown(self.folder))) from error

    def _drop(self, old: Path) -> None:
        """Remove a recording; first all at once, so that nobody finds half of it."""
        with suppress(OSError), self.scratch() as scratch:
            os.rename(old, scratch / "old")
        clear(old)  # if it did not let itself be moved

    def _folder_of(self, chapter: str, variant: Variant) -> Path:
        """Return the folder of a chapter's recordings in one variant."""
        return self.folder / "recordings" / chapter / variant.name


@cache
def recorded(
    recordings: Recordings, chapter: str, variant: Variant, key: str
) -> Rendering:
    """Return a recording that has been made; a process reads it once.

    Raises
    ------
    LectureError
        If it is gone.
    """
    found = recordings.find(chapter, variant, key)
    if found is None:
        raise LectureError(f"the recording of {chapter!r} is gone: build again")
    return found
