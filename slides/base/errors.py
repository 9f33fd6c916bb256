"""Errors that the user sees as plain lines, and the nearest right name."""

from collections.abc import Iterable
from difflib import get_close_matches


class LectureError(Exception):
    """Something the user can put right.

    Parameters
    ----------
    *lines
        One fault each: where it is, what it is, and the remedy.
    """

    exit_code = 1

    def __init__(self, *lines: str) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


class UsageError(LectureError):
    """A command or a settings file that asks for what there is not."""

    exit_code = 2


class Stopped(BaseException):
    """The user or the system asked the command to end.

    No KeyboardInterrupt, because click has its own way with that one.
    """

    def __init__(self, signal_number: int) -> None:
        super().__init__()
        self.exit_code = 128 + signal_number


def unknown(kind: str, name: str, known: Iterable[str]) -> str:
    """Say that there is no such thing, and which one was probably meant.

    >>> unknown("chapter", "nuron", ["neuron", "training"])
    "unknown chapter 'nuron'; did you mean 'neuron'?"
    """
    names = list(known)
    near = get_close_matches(name, names, n=1, cutoff=0.5)
    if near:
        return f"unknown {kind} {name!r}; did you mean {near[0]!r}?"
    return f"unknown {kind} {name!r}; there are: {', '.join(names) or 'none'}"
