"""Parameters of commands that take one name, or several, of a known list."""

from collections.abc import Sequence
from pathlib import Path
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
        if not names:
            self.fail(f"name at least one of {', '.join(self.known)}", param, ctx)
        return tuple(super(Names, self).convert(name, param, ctx) for name in names)


def joined(
    ctx: click.Context, param: click.Parameter, value: Sequence[Sequence[str]]
) -> tuple[str, ...]:
    """Return the names of an option that was given several times, each once."""
    return tuple(dict.fromkeys(name for names in value for name in names))


class Folder(click.Path):
    """A folder; no name at all, as an unset variable gives, is not this one."""

    def __init__(self) -> None:
        super().__init__(path_type=Path, file_okay=False)

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Any:
        """Return the folder, or refuse it."""
        if value == "":
            self.fail("name a folder ('.' is the one you are in)", param, ctx)
        return super().convert(value, param, ctx)
