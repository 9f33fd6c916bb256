"""Files that appear whole or not at all, also if the computer stops meanwhile.

What you can do here
--------------------
- write a file, or move a folder, whole or not at all: ``whole``, ``write_bytes``,
  ``write_text``, ``write_json``, ``move_whole``;
- know what killed writers left behind: ``is_abandoned``;
- look at a folder, whatever lies there: ``is_folder``, ``names``;
- in a folder that is ours alone, remove what stands in the way: ``clear``,
  ``make_folder``.
"""

import json
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

PARTIAL = ".partial-"  # how the names of unfinished files begin
ENDING = 32  # characters of a file's name that its temporary name keeps

OWNERS = 0o700  # rights of a folder that only its owner may use


@contextmanager
def whole(target: Path) -> Iterator[Path]:
    """Give a temporary name beside `target`; rename to it if the block succeeds.

    The temporary name keeps the ending, by which writers choose a format, and
    tells by the number of the process whose it is.

    Raises
    ------
    OSError
        With the name of `target`, not the temporary one.
    """
    mark = f"{PARTIAL}{os.getpid()}-{secrets.token_hex(4)}-"
    # So short that it is a name wherever the other is.
    partial = target.with_name(mark + target.name[-ENDING:])
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield partial
        _sync(partial)
        if is_folder(target):
            with suppress(OSError):  # only an empty one lets itself be removed
                target.rmdir()
        os.replace(partial, target)
        _sync_folder(target.parent)
    except OSError as error:
        if error.filename in (None, str(partial)):
            try:
                error.filename, error.filename2 = str(target), None
            except AttributeError:  # FFmpeg's errors keep the name that they have
                raise OSError(error.errno, error.strerror, str(target)) from error
        raise
    finally:
        with suppress(OSError):  # what went wrong before is told
            partial.unlink(missing_ok=True)


def move_whole(folder: Path, target: Path) -> None:
    """Rename a folder when all that it holds is on the disk."""
    for path in folder.rglob("*"):
        if path.is_file():
            _sync(path)
        else:
            _sync_folder(path)
    _sync_folder(folder)
    target.parent.mkdir(parents=True, exist_ok=True)
    os.rename(folder, target)
    _sync_folder(target.parent)


def _sync(file: Path) -> None:
    """Wait until what a file holds is on the disk, not only in memory."""
    with file.open("r+b") as opened:
        os.fsync(opened.fileno())


def _sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk."""
    if os.name == "nt":  # there, folders cannot be opened
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def write_text(target: Path, text: str) -> None:
    """Write a text file, whole or not at all."""
    with whole(target) as partial:
        partial.write_text(text, encoding="utf-8")


def write_bytes(target: Path, data: bytes) -> None:
    """Write a file, whole or not at all."""
    with whole(target) as partial:
        partial.write_bytes(data)


def write_json(target: Path, value: Any) -> None:
    """Write a JSON file, whole or not at all."""
    write_text(target, json.dumps(value, indent=1, ensure_ascii=False) + "\n")


def is_abandoned(name: str) -> bool:
    """Tell whether a temporary name was left behind by a process that has ended."""
    owner = name.removeprefix(PARTIAL).split("-")[0]
    if not name.startswith(PARTIAL) or not (owner.isascii() and owner.isdecimal()):
        return False
    if os.name == "nt":  # there, signal 0 would end the process instead of asking
        return False
    try:
        os.kill(int(owner), 0)
    except (ProcessLookupError, OverflowError):
        return True
    except PermissionError:  # it lives, and belongs to somebody else
        return False
    return int(owner) == 0  # which is no process, but our own group


def is_folder(place: Path) -> bool:
    """Tell whether a folder lies at a place, and no link to one."""
    return os.path.isdir(place) and not os.path.islink(place)


def names(folder: Path) -> list[str]:
    """Return the names of what lies in a folder; none if it cannot be read."""
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def make_folder(folder: Path, within: Path) -> list[Path]:
    """Make a folder in one that is ours; remove, and return, what is in its way.

    A link is in the way, too: what it leads to need not be ours.
    """
    removed = []
    above = [step for step in folder.parents if step.is_relative_to(within)]
    for step in [*reversed(above), folder]:
        if step != within and os.path.lexists(step):
            if not is_folder(step):
                clear(step)
                removed.append(step)
            elif not os.access(step, os.R_OK | os.X_OK):
                os.chmod(step, OWNERS)
        step.mkdir(parents=True, exist_ok=True)
    return removed


def clear(place: Path) -> None:
    """Remove what lies at a place that is ours alone, whatever it is, if anything."""
    if not is_folder(place):
        place.unlink(missing_ok=True)
        return
    os.chmod(place, OWNERS)
    for top, inner, _ in os.walk(place):
        for name in inner:
            if not os.path.islink(os.path.join(top, name)):
                os.chmod(os.path.join(top, name), OWNERS)
    shutil.rmtree(place)
