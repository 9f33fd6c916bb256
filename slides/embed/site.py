"""Files put into somebody's folder: only ours are overwritten, all can be taken out."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from scenes.caching.checked import read_checked
from scenes.caching.digests import digest
from scenes.caching.files import is_abandoned, write_bytes, write_json
from slides.base.errors import UsageError
from slides.base.paths import problem
from slides.engine.targets import Target

NOTES = ".lecture-embed.json"  # what was written, at the top of the folder


@dataclass(frozen=True)
class Wanted:
    """A file to be written."""

    path: str  # within the folder, with slashes
    key: str  # changes when anything does that it is made from
    make: Callable[[], bytes]
    needs: tuple[Target, ...] = ()  # recordings that it is made from
    backup: str | None = None  # where the user's own file is kept, if it may go
    still: str | None = None  # "chapter/beat", if the user asked for it by name


class Site:
    """The folder and the notes on what was written there.

    A file is ours while it holds what the notes say. What somebody changed since is
    neither overwritten nor removed, but named.

    Parameters
    ----------
    root
        The folder.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        notes = read_checked(root / NOTES, dict[str, Any])
        self.files = _entries(notes)
        self.folders = _folders(notes)  # that were made for our files

    def faults(self, wanted: Iterable[Wanted]) -> list[str]:
        """Say why files may not be written: where they lie, or whose they are."""
        found = [self._fault(one) for one in wanted]
        return [fault for fault in found if fault]

    def late(self, wanted: Sequence[Wanted]) -> list[Wanted]:
        """Return what has to be written: what is missing or made from other things."""
        return [one for one in wanted if not self._is_current(one)]

    def obsolete(self, wanted: Sequence[Wanted]) -> list[str]:
        """Return what was written once, lies there still and is no longer wanted."""
        paths = {one.path for one in wanted}
        return [path for path in self.files if path not in paths]

    def stills(self) -> dict[str, str]:
        """Return which beat each picture shows that the user asked for by name."""
        return {p: e["still"] for p, e in self.files.items() if e.get("still")}

    def changed(self) -> list[str]:
        """Return which of our files somebody changed since."""
        return [path for path in self.files if self.is_changed(path)]

    def is_changed(self, path: str) -> bool:
        """Tell whether somebody changed a file of ours since it was written."""
        return self._lies(path) and not self._is_ours(path)

    def write(self, wanted: Wanted) -> None:
        """Write a file, whole or not at all; note first what it will hold.

        So a command that was killed in between still knows the file as its own.
        """
        if fault := self._fault(wanted):
            raise UsageError(fault)
        target, data = self.root / wanted.path, wanted.make()
        entry = self.files.get(wanted.path, {"digests": [], "backup": None})
        entry["still"] = wanted.still
        if wanted.backup and wanted.path not in self.files and target.is_file():
            self._note_folders(wanted.backup)
            write_bytes(self.root / wanted.backup, target.read_bytes())
            entry["backup"] = wanted.backup
        new = digest(data)
        self._note_folders(wanted.path)
        self.files[wanted.path] = {**entry, "digests": [*entry["digests"], new]}
        self._save()
        write_bytes(target, data)
        self.files[wanted.path] = {**entry, "key": wanted.key, "digests": [new]}
        self._save()

    def remove(self, path: str) -> None:
        """Remove a file of ours, or put back what stood there before; forget it."""
        entry = self.files.pop(path)
        target = self.root / path
        if problem(self.root, path) is None and self._holds(path, entry):
            self._put_back(target, entry["backup"])
        self._tidy(path)
        self._save()

    def clean(self) -> None:
        """Remove what killed commands left unfinished beside our files."""
        folders = {(self.root / path).parent for path in self.files} | {self.root}
        for folder in folders:
            for file in folder.iterdir() if folder.is_dir() else ():
                if is_abandoned(file.name):
                    file.unlink(missing_ok=True)

    def _fault(self, wanted: Wanted) -> str | None:
        """Say why a file may not be written; None if it may."""
        for path in filter(None, (wanted.path, wanted.backup)):
            if why := problem(self.root, path):
                return f"{self.root / path}: {why}"
        target = self.root / wanted.path
        if not self._lies(wanted.path) or wanted.path in self.files or wanted.backup:
            return None
        return (
            f"{target}: was not written by this command and is left alone; "
            "move it away, or choose another place with --folder"
        )

    def _is_current(self, wanted: Wanted) -> bool:
        """Tell whether a file needs no writing, or must not be touched."""
        if wanted.path not in self.files or not self._lies(wanted.path):
            return False
        same = self.files[wanted.path].get("key") == wanted.key
        return same or not self._is_ours(wanted.path)

    def _lies(self, path: str) -> bool:
        """Tell whether anything lies at a path."""
        return (self.root / path).is_symlink() or (self.root / path).exists()

    def _is_ours(self, path: str) -> bool:
        """Tell whether a file holds what the notes say."""
        return self._holds(path, self.files[path])

    def _holds(self, path: str, entry: dict[str, Any]) -> bool:
        """Tell whether a file holds what an entry of the notes says."""
        target = self.root / path
        if target.is_symlink() or not target.is_file():
            return False
        return digest(target.read_bytes()) in entry["digests"]

    def _put_back(self, target: Path, backup: str | None) -> None:
        """Put the user's own file in the place of ours, or nothing."""
        kept = self.root / (backup or ".")
        if backup is None or problem(self.root, backup) or not kept.is_file():
            target.unlink()
            return
        write_bytes(target, kept.read_bytes())
        kept.unlink()
        self._tidy(backup)

    def _note_folders(self, path: str) -> None:
        """Note which folders have to be made for a file, so that they go with it."""
        above = PurePosixPath(path).parents
        self.folders |= {str(f) for f in above if not (self.root / f).exists()}

    def _tidy(self, path: str) -> None:
        """Remove the folders that were made for a file and hold nothing now."""
        for folder in map(str, PurePosixPath(path).parents):
            place = self.root / folder
            if folder not in self.folders or problem(self.root, folder, is_folder=True):
                return
            if place.is_dir():
                if any(place.iterdir()):
                    return
                place.rmdir()
            self.folders.discard(folder)

    def _save(self) -> None:
        """Write the notes down, or remove them if there is nothing to note."""
        if self.files:
            notes = {"files": self.files, "folders": sorted(self.folders)}
            write_json(self.root / NOTES, notes)
        else:
            (self.root / NOTES).unlink(missing_ok=True)


def _entries(notes: Any) -> dict[str, Any]:
    """Return what notes say about files; notes that somebody broke say nothing."""
    files = notes.get("files") if isinstance(notes, dict) else None
    return {
        path: {"key": "", "backup": None, **entry}
        for path, entry in (files if isinstance(files, dict) else {}).items()
        if isinstance(entry, dict) and isinstance(entry.get("digests"), list)
    }


def _folders(notes: Any) -> set[str]:
    """Return the folders that notes say were made."""
    folders = notes.get("folders") if isinstance(notes, dict) else None
    return (
        {f for f in folders if isinstance(f, str)}
        if isinstance(folders, list)
        else set()
    )
