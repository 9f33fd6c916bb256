"""Text files that people bring: read as they are meant, or refused in one sentence.

What you can do here
--------------------
- read a file, whatever editor wrote it: ``read_text``;
- decode what was read: ``decode`` UTF-8 alone, ``decode_marked`` what its mark says;
- show a value that may be long or hold anything: ``shortened``, ``printable``.
"""

import codecs
import os
import re
import stat
from pathlib import Path
from typing import Any

from nnsim.errors import InputError

_MARKS = {  # those of UTF-32 first: one of them begins as one of UTF-16 does
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # of today and of before 2007
NO_FILE = "no such file"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # all but tab and new line


class TextError(InputError):
    """A file that is no text, or none that can be read.

    Parameters
    ----------
    why
        What is wrong, and the remedy.
    line
        Where, from 1; None if that does not lie in a line.
    """

    def __init__(self, why: str, line: int | None = None) -> None:
        super().__init__(why)
        self.why, self.line = why, line


def read_text(file: Path, most: int) -> str:
    r"""Read a text of at most so many bytes; every line ends with ``\n``.

    Raises
    ------
    TextError
        If it is no file, cannot be read, is too long, or holds what is no text.
    """
    return decode(read_bytes(file, most))


def read_bytes(file: Path, most: int) -> bytes:
    """Read at most so many bytes; never wait for a pipe or a device."""
    try:
        kind = file.stat().st_mode
        content = _begin(file, most + 1) if stat.S_ISREG(kind) else b""
    except FileNotFoundError:
        raise TextError(NO_FILE) from None
    except (OSError, ValueError) as error:
        raise TextError(f"cannot be read: {_reason(error)}") from None
    if stat.S_ISDIR(kind):
        raise TextError("is a folder, not a file")
    if not stat.S_ISREG(kind):
        raise TextError("is a pipe or a device: save in a file what it gives")
    if len(content) > most:
        raise TextError(f"is longer than {most:,} bytes: shorten it")
    return content


def _begin(file: Path, most: int) -> bytes:
    """Read the first bytes of a file, should it be a pipe by now as well."""
    with open(open_at_once(file), "rb") as stream:
        return stream.read(most)


def open_at_once(file: Path) -> int:
    """Open a file for reading: a pipe does not keep us waiting for what never comes."""
    # Windows knows no such flag, and no such pipes.
    return os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))


def decode(content: bytes) -> str:
    r"""Decode UTF-8, with or without a mark before it; lines end with ``\n``."""
    if content.startswith(tuple(_MARKS)):
        raise TextError("is written in UTF-16 or UTF-32: save it as UTF-8", 1)
    if content.startswith(_SPREADSHEETS):
        raise TextError("is a spreadsheet or an archive: save it as text, in UTF-8")
    return _cleaned(_decoded(content.removeprefix(codecs.BOM_UTF8), "utf-8"))


def decode_marked(content: bytes) -> str:
    """Decode likewise, and UTF-16 and UTF-32 too where a mark says so."""
    for mark, code in _MARKS.items():
        if content.startswith(mark):
            return _cleaned(_decoded(content, code))
    return decode(content)


def _decoded(content: bytes, code: str) -> str:
    """Decode a text, or say which byte is none of it."""
    try:
        return content.decode(code)
    except UnicodeDecodeError as error:
        byte = error.object[error.start]
        before = error.object[: error.start].decode(code, "ignore")
        line = 1 + before.count("\n") + before.replace("\r\n", "").count("\r")
        raise TextError(
            f"byte 0x{byte:02X} is no {code.upper()}: save it as UTF-8", line
        ) from None


def _cleaned(text: str) -> str:
    r"""End lines with ``\n`` alone; refuse what is no text."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := _CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        remedy = "save it as text, in UTF-8" if found[0] == "\0" else "remove it"
        why = f"holds the control character {code_point(found[0])}: {remedy}"
        raise TextError(why, line)
    return text


def code_point(character: str) -> str:
    """Name a character that may not be shown as it is: ``U+0007``."""
    return f"U+{ord(character):04X}"


def printable(text: str) -> str:
    r"""Return a text in one line, with escapes for what a terminal would act on.

    >>> printable("a\nb")
    'a\\nb'
    """
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)


def shortened(value: Any, most: int = 60) -> str:
    """Return how Python writes a value; of a long one, how it begins.

    >>> shortened("abcdefgh", most=6)
    "'abcde…"
    """
    if isinstance(value, str):
        value = value[: most + 1]
    text = repr(value)
    return text if len(text) <= most + 2 else f"{text[:most]}…"


def _reason(error: Exception) -> str:
    """Say what the system said, without the file's name."""
    return (getattr(error, "strerror", None) or str(error)).lower()
