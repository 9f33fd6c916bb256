"""Files put into somebody's folder: only ours are overwritten, all can be taken out."""

import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path, PurePosixPath

from scenes.caching.digests import digest
from scenes.caching.files import is_abandoned, write_bytes
from slides.base.errors import UsageError
from slides.base.paths import problem
from slides.embed.written import Entry, read, save
from slides.engine.targets import Target


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
        self.written = read(root)
        self.files = self.written.files

    def faults(self, wanted: Iterable[Wanted]) -> list[str]:
        """Say why files may not be written: where they lie, or whose they are."""
        found = [self._fault(one) for one in wanted]
        return [fault for fault in found if fault]

    def foreign(self, wanted: Iterable[Wanted]) -> list[str]:
        """Say which files are not ours; after damage to the notes, look into them.

        What holds the same as what would be written is known as ours from now on.
        """
        found = []
        for one in wanted:
            target = self.root / one.path
            if not self.written.damage or not self._is_strange(one):
                continue
            if not target.is_symlink() and target.read_bytes() == (data := one.make()):
                kept = one.backup and self._lies(one.backup)
                own = one.backup if kept else None
                self.files[one.path] = Entry((digest(data),), one.key, own, one.still)
            elif not one.backup:
                found.append(_foreign(target))
        return found

    def late(self, wanted: Sequence[Wanted]) -> list[Wanted]:
        """Return what has to be written: what is missing or made from other things."""
        return [one for one in wanted if not self._is_current(one)]

    def obsolete(self, wanted: Sequence[Wanted]) -> list[str]:
        """Return what was written once, lies there still and is no longer wanted."""
        paths = {one.path for one in wanted}
        return [path for path in self.files if path not in paths]

    def stills(self) -> dict[str, str]:
        """Return which beat each picture shows that the user asked for by name."""
        return {path: e.still for path, e in self.files.items() if e.still}

    def changed(self) -> list[str]:
        """Return which of our files somebody changed since."""
        return [path for path in self.files if self.is_changed(path)]

    def is_changed(self, path: str) -> bool:
        """Tell whether somebody changed a file of ours since it was written."""
        return self._lies(path) and not self._is_ours(path)

    def remember(self, clips: tuple[str, ...], configs: tuple[str, ...]) -> None:
        """Note which clips were asked for by name, and which settings the site has."""
        before = self.written.clips, self.written.configs
        self.written.clips, self.written.configs = clips, configs
        if before != (clips, configs) or self.written.damage:
            self.save()

    def save(self) -> None:
        """Write the notes down, or remove them if there is nothing to note."""
        save(self.root, self.written)

    def write(self, wanted: Wanted) -> None:
        """Write a file, whole or not at all; note first what it will hold.

        So a command that was killed in between still knows the file as its own.
        """
        if fault := self._fault(wanted):
            raise UsageError(fault)
        target, data = self.root / wanted.path, wanted.make()
        entry = replace(self.files.get(wanted.path, Entry(())), still=wanted.still)
        if wanted.backup and wanted.path not in self.files and target.is_file():
            backup = self._free(wanted.backup)
            self._note_folders(backup)
            _keep(target, self.root / backup)
            entry = replace(entry, backup=backup)
        new = digest(data)
        self._note_folders(wanted.path)
        self.files[wanted.path] = replace(entry, digests=(*entry.digests, new))
        self.save()
        _put(target, data)
        self.files[wanted.path] = replace(entry, key=wanted.key, digests=(new,))
        self.save()

    def remove(self, path: str) -> None:
        """Remove a file of ours, or put back what stood there before; forget it."""
        entry = self.files.pop(path)
        if problem(self.root, path) is None and self._holds(path, entry):
            self._put_back(self.root / path, entry.backup)
        self._tidy(path)
        self.save()

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
        if target.is_dir():
            return f"{target}: is a folder; move it away"
        if self._is_strange(wanted) and not wanted.backup and not self.written.damage:
            return _foreign(target)
        return None

    def _is_strange(self, wanted: Wanted) -> bool:
        """Tell whether a file lies there that the notes do not know."""
        return self._lies(wanted.path) and wanted.path not in self.files

    def _is_current(self, wanted: Wanted) -> bool:
        """Tell whether a file needs no writing, or must not be touched."""
        if wanted.path not in self.files or not self._lies(wanted.path):
            return False
        same = self.files[wanted.path].key == wanted.key
        return same or not self._is_ours(wanted.path)

    def _lies(self, path: str) -> bool:
        """Tell whether anything lies at a path."""
        return (self.root / path).is_symlink() or (self.root / path).exists()

    def _is_ours(self, path: str) -> bool:
        """Tell whether a file holds what the notes say."""
        return self._holds(path, self.files[path])

    def _holds(self, path: str, entry: Entry) -> bool:
        """Tell whether a file holds what an entry of the notes says."""
        target = self.root / path
        if target.is_symlink() or not target.is_file():
            return False
        return digest(target.read_bytes()) in entry.digests

    def _free(self, backup: str) -> str:
        """Return a name for a file of the user's that no other one has."""
        path = PurePosixPath(backup)
        more = (f"{path.with_suffix('')}-{n}{path.suffix}" for n in count(2))
        return next(name for name in chain([backup], more) if not self._lies(name))

    def _put_back(self, target: Path, backup: str | None) -> None:
        """Put the user's own file in the place of ours, or nothing."""
        kept = self.root / (backup or ".")
        if backup is None or problem(self.root, backup) or not kept.is_file():
            target.unlink()
            return
        os.replace(kept, target)  # with its mode, owner and times
        self._tidy(backup)

    def _note_folders(self, path: str) -> None:
        """Note which folders have to be made for a file, so that they go with it."""
        above = PurePosixPath(path).parents
        new = {str(f) for f in above if not (self.root / f).exists()}
        self.written.folders |= new

    def _tidy(self, path: str) -> None:
        """Remove the folders that were made for a file and hold nothing now."""
        for folder in map(str, PurePosixPath(path).parents):
            place = self.root / folder
            known = folder in self.written.folders
            if not known or problem(self.root, folder, is_folder=True):
                return
            if place.is_dir():
                if any(place.iterdir()):
                    return
                place.rmdir()
            self.written.folders.discard(folder)


def _foreign(target: Path) -> str:
    """Say that a file is not ours."""
    return (
        f"{target}: was not written by this command and is left alone; "
        "move it away, or choose another place with --folder"
    )


def _keep(file: Path, backup: Path) -> None:
    """Keep a file of the user's under a second name; a copy only if it must be."""
    backup.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(file, backup)
    except OSError:  # a file system without such names
        shutil.copy2(file, backup)


def _put(target: Path, data: bytes) -> None:
    """Write a file whole, with the rights and the owner of the one that it replaces."""
    before = target.stat() if target.is_file() else None
    write_bytes(target, data)
    if not before:
        return
    with suppress(OSError, AttributeError):  # not ours to give, or Windows
        os.chown(target, before.st_uid, before.st_gid)
    with suppress(OSError):
        target.chmod(before.st_mode & 0o7777)
