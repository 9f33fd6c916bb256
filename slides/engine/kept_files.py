"""What is kept to save time only: without it all goes on, a little slower."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import click

from scenes.caching.checked import Damage, read_regular, write_sealed
from scenes.caching.digests import digest
from scenes.caching.files import PARTIAL, clear, is_abandoned, make_folder, names
from slides.settings.project import shown

T = TypeVar("T")


def believed(found: T | Damage | None) -> T | None:
    """Return what was read; None if there is nothing, or it is damaged: then say so."""
    if not isinstance(found, Damage):
        return found
    click.echo(f"{shown(found.file)} {found.why}: making it anew", err=True)
    return None


def keep(file: Path, value: object) -> None:
    """Write notes for the next time, if they can be written."""
    with suppress(OSError):
        if file.is_symlink() or not os.path.isfile(file):
            clear(file)
        write_sealed(file, value)


def kept(
    folder: Path, within: Path, key: str, ending: str, make: Callable[[Path], object]
) -> bytes:
    """Return what a file holds that was made before, or make it.

    Its name tells what it must hold: one that was damaged is made anew.

    Parameters
    ----------
    folder
        Where files of this ending lie; all but this one are dropped.
    within
        The folder that is ours alone.
    key
        Changes when the file would.
    ending
        How the file's name ends.
    make
        Writes such a file.
    """
    for file in _files(folder, f"{key}-", ending):
        data = read_regular(file)
        if isinstance(data, bytes) and file.name != _name(key, data, ending):
            data = Damage(file, "holds other data")
        if (whole := believed(data)) is not None:
            return whole
    for wrong in make_folder(folder, within):
        believed(Damage(wrong, "is no folder"))
    new = folder / f"{PARTIAL}{os.getpid()}-{key}{ending}"
    make(new)
    data = new.read_bytes()
    file = folder / _name(key, data, ending)
    for old in _files(folder, "", ending):
        if not old.name.startswith(".") or is_abandoned(old.name):
            clear(old)
    os.replace(new, file)
    return data


def _files(folder: Path, start: str, ending: str) -> list[Path]:
    """Return what lies in a folder under such names."""
    found = (name for name in names(folder) if name.endswith(ending))
    return [folder / name for name in found if name.startswith(start)]


def is_kept(file: Path) -> bool:
    """Tell whether a file holds what its name tells."""
    data = read_regular(file)
    key = file.name.partition("-")[0]
    return isinstance(data, bytes) and file.name == _name(key, data, file.suffix)


def _name(key: str, data: bytes, ending: str) -> str:
    """Return the name of a file that holds this."""
    return f"{key}-{digest(data)}{ending}"
