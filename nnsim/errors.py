"""The one family of errors that nnsim raises for bad input.

What you can do here
--------------------
- catch every complaint of nnsim about its input: ``InputError``;
- make a table that names its entries when asked for an unknown one: ``Table``.
"""

from difflib import get_close_matches
from typing import TypeVar

Entry = TypeVar("Entry")


class InputError(ValueError):
    """Something given to nnsim cannot be right; the message says what and why."""


class UnknownNameError(InputError):
    """A name is not in its table; the message lists the known ones."""


class Table(dict[str, Entry]):
    """A dictionary of named things that lists what it has when a name is unknown.

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
        """Raise an UnknownNameError that lists the known names."""
        close = get_close_matches(str(name), self, n=1)
        hint = f" Did you mean {close[0]!r}?" if close else ""
        raise UnknownNameError(
            f"unknown {self.kind} {name!r}; known are {', '.join(self)}.{hint}"
        )
