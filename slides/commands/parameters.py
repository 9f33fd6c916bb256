"""Parameters of commands that take one name, or several, of a known list."""

from collections.abc import Sequence
from typing import Any

import click

from nnsim.errors import unknown


class Name(click.ParamType):  # type: ignore[type-arg]  # not so in click 8.1
    """One of several names; a wrong one gets the nearest suggested.

    Parameters
    ----------
    kind
        What the names are of: ``"theme"``.
    known
        The names.
    """

    def __init__(self, kind: str, known: Sequence[str]) -> None:
        self.name = kind
        self.known = tuple(known)

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Return the name, or refuse it."""
        name = str(value).strip()
        if name not in self.known:
            self.fail(unknown(self.name, name, self.known), param, ctx)
        return name


class Names(Name):
    """Several of a list of names, with commas between them."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Any:
        """Return the names, or refuse them."""
        if isinstance(value, tuple):
            return value
        names = [part for part in str(value).split(",") if part.strip()]
        return tuple(super(Names, self).convert(name, param, ctx) for name in names)
