"""``lecture doctor --deep``: reads all that was made, and names what is damaged."""

import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from scenes.caching.checked import Damage, read_sealed
from scenes.caching.files import names
from scenes.caching.folder import cache_folder
from scenes.caching.results import is_whole
from slides.building.manifest import MANIFEST, Entry, Manifest
from slides.engine.kept_files import is_kept
from slides.engine.progress import Progress
from slides.engine.recorded import look
from slides.settings.project import shown

NOTES = ("settings", "sources", "verdicts")  # kept to save time
Look = Callable[[], Iterable[str]]  # returns what is damaged, in words


def damages(cache: Path, out: Path, progress: Progress) -> tuple[int, list[str]]:
    """Return how many things were looked at, and what is wrong with some.

    Parameters
    ----------
    cache
        Of recordings and clips.
    out
        The output folder.
    progress
        Shows how far it is.
    """
    looks: list[Look] = [
        *_recordings(cache / "recordings"),
        *(partial(_file, file, is_kept) for file in _files(cache / "web")),
        *(partial(_notes, cache / f"{name}.json") for name in NOTES),
        *(partial(_file, file, is_whole) for file in _files(cache_folder("results"))),
        *_outputs(out),
    ]
    found: list[str] = []
    name = "reading all files"
    progress.add(name)
    for done, one in enumerate(looks):
        progress.move(name, len(looks), done)
        found += one()
    progress.end(name, f"{len(looks)} looked at")
    return len(looks), found


def _recordings(folder: Path, depth: int = 3) -> Iterator[Look]:
    """Yield a look at each recording, or at what lies where one should."""
    if depth == 0:
        yield partial(_recording, folder)
    elif os.path.lexists(folder) and not os.access(folder / ".", os.R_OK | os.X_OK):
        yield lambda: [f"{shown(folder)} is no folder that can be read"]
    else:
        for name in names(folder):
            yield from _recordings(folder / name, depth - 1)


def _recording(place: Path) -> list[str]:
    """Say what is wrong with a recording, if anything is."""
    return _words(look(place, place.name, 0, wholly=True))


def _outputs(out: Path) -> Iterator[Look]:
    """Yield a look at each output, and at the notes on them."""
    yield partial(_notes, out / MANIFEST)
    if isinstance(read_sealed(out / MANIFEST, dict[str, Entry]), dict):
        manifest = Manifest(out)
        for name in manifest.made:
            yield partial(_output, manifest, name)


def _output(manifest: Manifest, name: str) -> list[str]:
    """Say what is wrong with an output; if anything is, have it made anew."""
    found = [*manifest.damages(manifest.made[name], wholly=True)]
    if found:  # which a build, that looks at length and time, might not see
        manifest.forget(name)
    return found


def _notes(file: Path) -> list[str]:
    """Say what is wrong with notes, if anything is."""
    return _words(read_sealed(file, object))


def _file(file: Path, is_good: Callable[[Path], bool]) -> list[str]:
    """Say that a file holds other data, if it does."""
    return [] if is_good(file) else [f"{shown(file)} holds other data"]


def _files(folder: Path) -> list[Path]:
    """Return all files in a folder, however deep, but for unfinished ones."""
    return [
        Path(top, name)
        for top, _, found in os.walk(folder)
        for name in sorted(found)
        if not name.startswith(".")
    ]


def _words(found: object) -> list[str]:
    """Say what is wrong with a file, if anything is."""
    return [f"{shown(found.file)} {found.why}"] if isinstance(found, Damage) else []
