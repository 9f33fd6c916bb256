"""Remembers in the output folder what was made there, and from what."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

from scenes.caching.checked import read_sealed, write_sealed
from scenes.caching.files import PARTIAL, is_abandoned, is_folder, names
from scenes.caching.traces import Trace, difference, trace
from slides.base.errors import UsageError
from slides.base.paths import name_problem, problem
from slides.building.outputs import Output
from slides.engine.kept_files import believed
from slides.settings.project import shown

MANIFEST = ".lecture.json"


@dataclass(frozen=True)
class Entry:
    """What is noted of an output."""

    digest: str  # of all it is made from
    files: dict[str, Trace]  # by their paths in the folder


class Manifest:
    """Notes on the outputs in a folder.

    Parameters
    ----------
    out
        The output folder.

    Raises
    ------
    UsageError
        If there can be no notes.
    """

    def __init__(self, out: Path) -> None:
        self.out = out
        self._notes = out / MANIFEST
        if is_folder(self._notes) and names(self._notes):
            raise UsageError(f"{shown(self._notes)}: is a folder; move it away")
        self.made = believed(read_sealed(self._notes, dict[str, Entry])) or {}

    def is_current(self, output: Output) -> bool:
        """Tell whether an output is there, untouched, and made from the same."""
        entry = self.made.get(output.name)
        if entry is None or entry.digest != output.digest:
            return False
        return not any(self.damages(entry))

    def damages(self, entry: Entry, *, wholly: bool = False) -> Iterator[str]:
        """Yield what is wrong with the files of an output.

        Parameters
        ----------
        entry
            What is noted of it.
        wholly
            Read all files to their ends.
        """
        for name, noted in entry.files.items():
            place = self.out / name
            why = name_problem(name) or difference(place, noted, wholly=wholly)
            if why:
                yield f"{shown(place)} {why}"

    def why(self, output: Output) -> str:
        """Say in words why an output is not current."""
        entry = self.made.get(output.name)
        if entry is None:
            return "it has not been made here before"
        if entry.digest != output.digest:
            return "what it is made from changed"
        return "its files were changed or removed"

    def left(self, output: Output) -> list[str]:
        """Return the files of an output that an earlier build left there."""
        entry = self.made.get(output.name)
        names = (
            [name for name in entry.files if not name_problem(name)] if entry else ()
        )
        return [shown(self.out / name) for name in names if (self.out / name).exists()]

    def record(self, output: Output, files: Iterable[Path]) -> None:
        """Note that an output was made; remove files it no longer consists of."""
        names = [file.relative_to(self.out).as_posix() for file in files]
        old = self.made.get(output.name)
        traces = {name: trace(self.out / name) for name in names}
        self.made[output.name] = Entry(output.digest, traces)
        self._remove(old.files if old else {})
        self._save()

    def forget(self, name: str) -> None:
        """Let an output be made anew, whatever its files look like."""
        self.made.pop(name, None)
        self._save()

    def keep_only(self, outputs: Iterable[Output]) -> None:
        """Forget and remove all other outputs, made when the lecture had them."""
        names = {output.name for output in outputs}
        dropped = [self.made.pop(name) for name in list(self.made) if name not in names]
        for entry in dropped:
            self._remove(entry.files)
        if dropped:
            self._save()

    def clean(self, folders: Iterable[str]) -> None:
        """Remove the unfinished files of killed builds, also from these folders."""
        found = [*self.out.glob(f"{PARTIAL}*")]
        for folder in folders:
            found += (self.out / folder).rglob(f"{PARTIAL}*")
        for file in found:
            name = file.relative_to(self.out).as_posix()
            if is_abandoned(file.name) and not problem(self.out, name):
                file.unlink(missing_ok=True)

    def _remove(self, files: Mapping[str, Trace]) -> None:
        """Remove files as we left them, except those that belong to an output."""
        owned = {name for entry in self.made.values() for name in entry.files}
        for name, noted in files.items():
            # Whatever the notes say, what is not ours is left alone.
            if name in owned or problem(self.out, name):
                continue
            if not difference(self.out / name, noted):
                (self.out / name).unlink(missing_ok=True)
            self._tidy(name)

    def _tidy(self, name: str) -> None:
        """Remove the folders in which a file lay, if they hold nothing now."""
        for folder in map(str, PurePosixPath(name).parents):
            if problem(self.out, folder, is_folder=True):
                return
            try:
                (self.out / folder).rmdir()
            except OSError:  # it holds something, or is gone
                return

    def _save(self) -> None:
        """Write the notes down."""
        notes = {name: asdict(entry) for name, entry in self.made.items()}
        write_sealed(self._notes, notes)
