"""Remembers in the output folder what was made there, and from what."""

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from scenes.caching.files import PARTIAL, is_abandoned, read_json, write_json
from slides.base.paths import problem
from slides.building.outputs import Output

MANIFEST = ".lecture.json"


class Manifest:
    """Notes on the outputs in a folder.

    Parameters
    ----------
    out
        The output folder.
    """

    def __init__(self, out: Path) -> None:
        self.out = out
        self.made: dict[str, Any] = read_json(out / MANIFEST, {})

    def is_current(self, output: Output) -> bool:
        """Tell whether an output is there, untouched, and made from the same."""
        entry = self.made.get(output.name)
        if entry is None or entry["digest"] != output.digest:
            return False
        return all(_trace(self.out / f) == trace for f, trace in entry["files"].items())

    def why(self, output: Output) -> str:
        """Say in words why an output is not current."""
        entry = self.made.get(output.name)
        if entry is None:
            return "it has not been made here before"
        if entry["digest"] != output.digest:
            return "what it is made from changed"
        return "its files were changed or removed"

    def record(self, output: Output, files: Iterable[Path]) -> None:
        """Note that an output was made; remove files it no longer consists of."""
        names = [file.relative_to(self.out).as_posix() for file in files]
        old = self.made.get(output.name, {"files": {}})
        self.made[output.name] = {
            "digest": output.digest,
            "files": {name: _trace(self.out / name) for name in names},
        }
        self._remove(old["files"])
        self._save()

    def keep_only(self, outputs: Iterable[Output]) -> None:
        """Forget and remove all other outputs, made when the lecture had them."""
        names = {output.name for output in outputs}
        dropped = [self.made.pop(name) for name in list(self.made) if name not in names]
        for entry in dropped:
            self._remove(entry["files"])
        if dropped:
            self._save()

    def clean(self, folders: Iterable[str]) -> None:
        """Remove the unfinished files of killed builds, also from these folders."""
        found = [*self.out.glob(f"{PARTIAL}*")]
        for folder in folders:
            found += (self.out / folder).rglob(f"{PARTIAL}*")
        for file in found:
            if is_abandoned(file.name):
                file.unlink(missing_ok=True)

    def _remove(self, files: Mapping[str, Any]) -> None:
        """Remove files as we left them, except those that belong to an output."""
        owned = {name for entry in self.made.values() for name in entry["files"]}
        for name, trace in files.items():
            # Whatever the notes say, what is not ours is left alone.
            if name in owned or problem(self.out, name):
                continue
            if _trace(self.out / name) == trace:
                (self.out / name).unlink(missing_ok=True)
            self._tidy(name)

    def _tidy(self, name: str) -> None:
        """Remove the folders in which a file lay, if they hold nothing now."""
        for folder in map(str, PurePosixPath(name).parents):
            place = self.out / folder
            if problem(self.out, folder, is_folder=True) or not place.is_dir():
                return
            if any(place.iterdir()):
                return
            place.rmdir()

    def _save(self) -> None:
        """Write the notes down."""
        write_json(self.out / MANIFEST, self.made)


def _trace(file: Path) -> list[int] | None:
    """Return what shows that a file was not touched; None if it is missing."""
    try:
        status = file.lstat()
    except OSError:
        return None
    return [status.st_size, status.st_mtime_ns]
