"""Files that appear whole or not at all, also if the computer stops meanwhile."""

import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PARTIAL = ".partial-"  # how the names of unfinished files begin


@contextmanager
def whole(target: Path) -> Iterator[Path]:
    """Give a temporary name beside `target`; rename to it if the block succeeds.

    The temporary name keeps the ending, by which writers choose a format, and
    tells by the number of the process whose it is.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    mark = f"{PARTIAL}{os.getpid()}-{secrets.token_hex(4)}-"
    partial = target.with_name(mark + target.name)
    try:
        yield partial
        _sync(partial)
        os.replace(partial, target)
        _sync_folder(target.parent)
    finally:
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


def read_json(file: Path, default: Any) -> Any:
    """Return what a JSON file holds; `default` if it is missing or broken."""
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return default


def is_abandoned(name: str) -> bool:
    """Tell whether a temporary name was left behind by a process that has ended."""
    owner = name.removeprefix(PARTIAL).split("-")[0]
    if not name.startswith(PARTIAL) or not owner.isdigit():
        return False
    if os.name == "nt":  # there, signal 0 would end the process instead of asking
        return False
    try:
        os.kill(int(owner), 0)
    except ProcessLookupError:
        return True
    except PermissionError:  # it lives, and belongs to somebody else
        return False
    return False
