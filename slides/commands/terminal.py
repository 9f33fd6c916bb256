"""What the command prints arrives, whatever is at the other end, or it says why not."""

import errno
import io
import json
import os
import shutil
import sys
import traceback
from typing import Any

import click

from slides.base.errors import LectureError
from slides.settings.project import in_one_line

NARROWEST, WIDEST = 50, 88  # columns of a help text


class Stream(io.TextIOWrapper):
    """A standard stream that takes every character, and says why it takes no more."""

    def write(self, text: str, /) -> int:
        """Write text; nothing is not written, by which click tries what it has."""
        try:
            return super().write(text) if text != "" else 0
        except OSError as error:
            raise self._refused(error) from None

    def flush(self) -> None:
        """Send on what was written."""
        try:
            super().flush()
        except OSError as error:
            raise self._refused(error) from None

    def _refused(self, error: OSError) -> Exception:
        """Close the stream; return what to say."""
        # Python would try once more when it ends, and complain in its own words.
        os.dup2(os.open(os.devnull, os.O_WRONLY), self.fileno())
        if error.errno == errno.EPIPE:  # nobody listens any more: click ends silently
            return error
        return LectureError(f"the output cannot be written: {error.strerror}")


def prepare() -> None:
    """Let all be printed that there is to print: no character is an error.

    Files and pipes get UTF-8, unless ``PYTHONIOENCODING`` asks for something else, and
    terminals what they understand; what has no place there is named in ASCII.
    """
    for name, mode in {"stdin": "r", "stdout": "w", "stderr": "w"}.items():
        stream = getattr(sys, name)
        if stream is None:  # closed: else the next file would take its number
            nowhere = os.open(os.devnull, os.O_RDWR)
            setattr(sys, name, os.fdopen(nowhere, mode, encoding="utf-8"))
        elif mode == "w":
            setattr(sys, name, _prepared(stream))


def _prepared(stream: io.TextIOWrapper) -> Stream:
    """Return a stream to the same place that takes every character."""
    is_free = not stream.isatty() and "PYTHONIOENCODING" not in os.environ
    return Stream(
        stream.detach(),
        "utf-8" if is_free else stream.encoding,
        "namereplace",
        line_buffering=stream.line_buffering,
        write_through=stream.write_through,
    )


def tell(error: Exception, *, verbose: bool) -> None:
    """Say what went wrong, a fault a line, and where if the user wants to know."""
    if isinstance(error, click.Abort) and isinstance(error.__cause__, Exception):
        error = error.__cause__  # click takes the end of a video for that of the input
    lines = [in_one_line(error)]
    if isinstance(error, LectureError):
        lines = [*error.lines]
    elif verbose:
        traceback.print_exc()
    for line in lines:
        click.echo(f"error: {line}", err=True)
    for note in getattr(error, "__notes__", ()) if verbose else ():
        click.echo(note, err=True)


def help_width() -> int:
    """Return how wide help texts are: readable where the terminal is of no width."""
    return min(max(shutil.get_terminal_size().columns - 1, NARROWEST), WIDEST)


def show_json(value: Any) -> None:
    """Print JSON in ASCII, which is the same in every encoding."""
    click.echo(json.dumps(value, indent=1))
