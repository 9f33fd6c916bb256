"""The one family of errors that nnsim raises for bad input, and the nearest name.

What you can do here
--------------------
- catch every complaint of nnsim about its input: ``InputError``;
- make a table that names its entries when asked for an unknown one: ``Table``;
- say that a name is unknown, and which one was probably meant: ``unknown``.
"""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import TypeVar

Entry = TypeVar("Entry")


class InputError(ValueError):
    """Something given to nnsim cannot be right; the message says what and why."""


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
    near = get_close_matches(name, names, n=1, cutoff=0.5)
    if near:
        return f"unknown {kind} {name!r}; did you mean {near[0]!r}?"
    return f"unknown {kind} {name!r}; there are: {', '.join(names) or 'none'}"
