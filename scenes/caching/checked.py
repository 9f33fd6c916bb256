"""Files that are believed only if they are whole and of the shape expected.

What you can do here
--------------------
- read a file, whatever lies in its place, without ever waiting: ``read_regular``;
- read JSON of a shape, a dataclass or a tuple say: ``read_checked``, ``shaped``;
- write JSON together with its digest, and believe only such: ``write_sealed``,
  ``read_sealed``.

Nothing raises that is read here: a missing file is None, a bad one a ``Damage``.
"""

import json
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from nnsim.texts import open_at_once
from scenes.caching.digests import digest_of_value
from scenes.caching.files import write_json

MOST = 1 << 28  # bytes; no notes of ours are so large
T = TypeVar("T")


@dataclass(frozen=True)
class Damage:
    """What is wrong with a file that was to be read."""

    file: Path
    why: str  # "has another shape"

    def __str__(self) -> str:
        return f"{self.file} {self.why}"


def read_regular(file: Path) -> bytes | Damage | None:
    """Return what a file holds; None if there is none."""
    try:
        opened = open_at_once(file)
        try:
            return _read(opened, file)
        finally:
            os.close(opened)
    except (FileNotFoundError, NotADirectoryError):
        return Damage(file, "is a broken link") if os.path.islink(file) else None
    except OSError as error:
        return Damage(file, f"cannot be read ({error.strerror})")


def _read(opened: int, file: Path) -> bytes | Damage:
    """Return what an opened file holds."""
    status = os.fstat(opened)
    if stat.S_ISDIR(status.st_mode):
        return Damage(file, "is a folder")
    if not stat.S_ISREG(status.st_mode):
        return Damage(file, "is no regular file")
    if status.st_size > MOST:
        return Damage(file, "is far too large")
    with open(opened, "rb", closefd=False) as stream:
        return stream.read(MOST)


def read_checked(file: Path, shape: type[T]) -> T | Damage | None:
    """Return what a JSON file holds, as a value of this type; None if there is none.

    Parameters
    ----------
    file
        The file.
    shape
        A dataclass, a named tuple, or a type such as ``dict[str, int]``.
    """
    data = read_regular(file)
    if not isinstance(data, bytes):
        return data
    try:
        raw = json.loads(data)
    except (ValueError, RecursionError):
        return Damage(file, "is cut or holds no JSON" if data else "is empty")
    value = shaped(raw, shape)
    return Damage(file, "has another shape") if value is None else value


def shaped(raw: Any, shape: type[T]) -> T | None:
    """Return a value that JSON gave as one of this type; None if it is no such."""
    try:
        return msgspec.convert(raw, shape)
    except (msgspec.ValidationError, ValueError, TypeError, RecursionError):
        return None


class _Sealed(msgspec.Struct, frozen=True):
    """A value with a digest of it and of the name of its file."""

    digest: str
    value: Any


def write_sealed(file: Path, value: Any) -> None:
    """Write a value that JSON can hold, so that :func:`read_sealed` believes it."""
    write_json(file, {"digest": _seal(file, value), "value": value})


def read_sealed(file: Path, shape: type[T]) -> T | Damage | None:
    """Return what :func:`write_sealed` wrote to this name; None if there is no file."""
    sealed = read_checked(file, _Sealed)
    if not isinstance(sealed, _Sealed):
        return sealed
    try:
        is_same = _seal(file, sealed.value) == sealed.digest
    except RecursionError:  # too deep to be ours
        is_same = False
    if not is_same:
        return Damage(file, "was changed")
    value = shaped(sealed.value, shape)
    return Damage(file, "has another shape") if value is None else value


def _seal(file: Path, value: Any) -> str:
    """Return a digest that nothing else has, nor the same under another name."""
    return digest_of_value([file.name, value])
