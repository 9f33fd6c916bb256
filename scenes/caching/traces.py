"""By what a file is known again: its length, its time, and a digest of what it holds.

What you can do here
--------------------
- note what a file is like: ``trace``;
- tell whether it is still so, cheaply or wholly: ``difference``.
"""

import hashlib
import os
import stat
from pathlib import Path
from typing import NamedTuple

from scenes.caching.digests import LENGTH


class Trace(NamedTuple):
    """What a file was like."""

    size: int  # bytes
    changed: int  # ns, when it was last written
    digest: str  # of what it holds


def trace(file: Path) -> Trace:
    """Return what a file is like."""
    status = os.stat(file)
    return Trace(status.st_size, status.st_mtime_ns, _digest(file))


def difference(file: Path, noted: Trace, *, wholly: bool = False) -> str:
    """Say in what way a file is not as it was; "" if it is.

    Parameters
    ----------
    file
        The file.
    noted
        What it was like.
    wholly
        Read it to its end, also if length and time are the same.
    """
    try:
        status = os.lstat(file)
        if not stat.S_ISREG(status.st_mode):
            return "is no regular file"
        if status.st_size != noted.size:
            return "has another length"
        # A copy has another time and holds the same.
        is_read = wholly or status.st_mtime_ns != noted.changed
        return "holds other data" if is_read and _digest(file) != noted.digest else ""
    except (FileNotFoundError, NotADirectoryError):
        return "is missing"
    except OSError as error:
        return f"cannot be read ({error.strerror})"


def _digest(file: Path) -> str:
    """Return a digest of a file, however large, piece by piece."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()[:LENGTH]
