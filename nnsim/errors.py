"""The one family of errors that nnsim raises for bad input, and the nearest name.

What you can do here
--------------------
- catch every complaint of nnsim about its input: ``InputError``;
- say in which file and line bad data stand: ``FileError``;
- say that data are right and yet cannot carry a chapter: ``UnfitDataError``;
- make a table that names its entries when asked for an unknown one: ``Table``;
- say that a name is unknown, and which one was probably meant: ``unknown``;
- refuse settings, each with what is wrong with it: ``SettingsError``.
"""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

Entry = TypeVar("Entry")
LONGEST = 60  # characters of a name that is shown whole
MOST_NAMED = 40  # names that are listed


class InputError(ValueError):
    """Something given to nnsim cannot be right; the message says what and why."""


class FileError(InputError):
    """A file of data that cannot be right.

    Parameters
    ----------
    file
        Which file.
    why
        What is wrong, and the remedy.
    line
        Where, from 1; None if it is the file as a whole.
    """

    def __init__(self, file: Path, why: str, line: int | None = None) -> None:
        place = f"{file.name}, line {line}" if line else file.name
        super().__init__(f"{place}: {why}")
        self.file, self.why, self.line = file, why, line


class UnfitDataError(InputError):
    """Data that are read rightly, and cannot carry a chapter; the message says why."""


class UnknownNameError(InputError):
    """A name is not known; the message tells which one was meant, or all."""


class Table(dict[str, Entry]):
    """A dictionary of named things that helps when a name is unknown.

    Parameters
    ----------
    kind
        What the entries are, in the singular, for the message.
    entries
        Each has a ``name``, which becomes its key.
    """

    def __init__(self, kind: str, entries: dict[str, Entry]) -> None:
        super().__init__(entries)
        self.kind = kind

    def __missing__(self, name: str) -> Entry:
        """Raise an UnknownNameError that names the nearest or all there are."""
        raise UnknownNameError(unknown(self.kind, str(name), self))


def unknown(kind: str, name: str, known: Iterable[str]) -> str:
    """Say that there is no such thing, and which one was probably meant.

    >>> unknown("chapter", "nuron", ["neuron", "training"])
    "unknown chapter 'nuron'; did you mean 'neuron'?"
    """
    names = list(known)
    if len(name) > LONGEST:
        return f"unknown {kind} {name[:LONGEST]!r}… of {len(name):,} characters"
    near = get_close_matches(name, names, n=1, cutoff=0.5)
    if near:
        return f"unknown {kind} {name!r}; did you mean {near[0]!r}?"
    if len(names) > MOST_NAMED:
        names[MOST_NAMED:] = [f"… {len(names):,} in all"]
    return f"unknown {kind} {name!r}; there are: {', '.join(names) or 'none'}"


class SettingsError(InputError):
    """Settings are out of bounds, do not go together, or ask for too much.

    Parameters
    ----------
    faults
        Pairs of a setting, or "" for all of them, and what is wrong with it.
    """

    def __init__(self, faults: Sequence[tuple[str, str]]) -> None:
        super().__init__(
            "; ".join(f"{name}: {why}".removeprefix(": ") for name, why in faults)
        )
        self.faults = tuple(faults)

    def __reduce__(self) -> tuple[Any, ...]:
        """Let processes hand it over: its one argument is not its message."""
        return type(self), (self.faults,)


class OutOfBoundsError(SettingsError):
    """Settings are out of bounds, each by itself."""


class ComputationError(Exception):
    """A computation at legal settings has no result; the message says why."""
