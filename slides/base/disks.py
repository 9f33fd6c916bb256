"""What a disk refuses, in words and with what helps."""

import errno
import os
import tempfile
from pathlib import Path

from scenes.caching.files import is_folder, names

ROOM = 1 << 20  # bytes without which nothing can be made
_ELSEWHERE = "name another folder"
_FULL = f"free some, or {_ELSEWHERE}"
_WORDS = {
    errno.ENOSPC: f"no room is left on this disk; {_FULL}",
    errno.EDQUOT: f"your share of this disk is used up; {_FULL}",
    errno.EFBIG: f"grows larger than a file may be here; {_ELSEWHERE}",
    errno.EROFS: f"lies on a disk that may only be read; {_ELSEWHERE}",
    errno.EACCES: f"you may not read or write it; change its rights, or {_ELSEWHERE}",
    errno.EPERM: f"you may not change it; change its rights, or {_ELSEWHERE}",
    errno.EIO: "the disk fails to read or write it; save what you can and "
    f"{_ELSEWHERE}, on another disk",
    errno.ENOTDIR: "is no folder, or lies behind what is none; move that away",
    errno.EEXIST: "stands in the way; move it away",
    errno.EISDIR: "is a folder; move it away",
    errno.ENAMETOOLONG: "has too long a name; choose shorter ones",
    errno.ELOOP: "is a link that leads in a circle; remove it",
}


def in_words(error: OSError, place: str) -> str:
    """Say what was refused at a place, and what helps."""
    return f"{place}: {_WORDS.get(error.errno or 0, error.strerror or str(error))}"


def fault(*folders: Path) -> str:
    """Try whether folders can be written to; say why if one cannot, else "".

    What fails for want of room often says something else: half a file is broken.
    """
    for folder in filter(os.path.isdir, folders):
        try:
            with tempfile.TemporaryFile(dir=folder) as file:
                file.write(bytes(ROOM))
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            return in_words(error, str(folder))
    return ""


def refusal(*files: Path) -> str:
    """Say why files cannot be written where they are meant to lie; "" if they can.

    Nothing is left there: neither files nor folders.
    """
    for file in files:
        # A file takes the place of a link, or of an empty folder.
        if is_folder(file) and names(file):
            return in_words(IsADirectoryError(errno.EISDIR, ""), str(file))
    folders = list(dict.fromkeys(_nearest(file.parent) for file in files))
    for folder in folders:
        if not folder.is_dir():
            return in_words(NotADirectoryError(errno.ENOTDIR, ""), str(folder))
    return fault(*folders)


def _nearest(folder: Path) -> Path:
    """Return a folder, or that above it in which it would be made."""
    while not os.path.lexists(folder) and folder != folder.parent:
        folder = folder.parent
    return folder
