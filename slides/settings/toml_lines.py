"""In which line of a TOML file a key stands: the standard parser does not tell."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from slides.settings.project import shown
from slides.settings.toml_text import Token, dotted, tokens

Place = tuple[str | int, ...]  # names, and numbers in a list


def key_lines(text: str) -> dict[str, int]:
    r"""Map each dotted key, table and element of a list onto its line (from 1).

    The text is one that the standard parser takes; what it means is not checked here.

    >>> key_lines("title = 'x'\n[neuron]\nseed = 4\n")
    {'title': 1, 'neuron': 2, 'neuron.seed': 3}
    """
    reader = _Reader([*tokens(text)])
    reader.read()
    return reader.lines


class _Reader:
    """Walks through the pieces of a text and notes where each thing begins."""

    def __init__(self, pieces: Sequence[Token]) -> None:
        self.pieces, self.at = pieces, 0
        self.lines: dict[str, int] = {}
        self.n_tables: dict[Place, int] = {}  # of each list of tables, until here

    def read(self) -> None:
        """Read all statements."""
        table: Place = ()
        while self.at < len(self.pieces):
            if self._next.text == "[":
                table = self._header()
            else:
                self._pair(table)

    @property
    def _next(self) -> Token:
        return self.pieces[self.at]

    def _take(self) -> Token:
        self.at += 1
        return self.pieces[self.at - 1]

    def _skip(self, mark: str) -> bool:
        """Pass over a mark if it comes next; tell whether it did."""
        here = self.at < len(self.pieces) and self._next.text == mark
        self.at += here
        return here

    def _note(self, place: Place, line: int) -> None:
        self.lines.setdefault(dotted(place), line)

    def _header(self) -> Place:
        """Read ``[table]`` or ``[[list of tables]]``; return which table it begins."""
        line = self._take().line
        is_list = self._skip("[")
        place: Place = ()
        for name in self._key():
            if place in self.n_tables:  # the last of them is meant
                place = (*place, self.n_tables[place] - 1)
            place = (*place, name)
            self._note(place, line)
        if is_list:
            self.n_tables[place] = self.n_tables.get(place, 0) + 1
            place = (*place, self.n_tables[place] - 1)
            self._note(place, line)
        while self._skip("]"):
            pass
        return place

    def _pair(self, table: Place) -> None:
        """Read ``key = value``."""
        line, place = self._next.line, table
        for name in self._key():
            place = (*place, name)
            self._note(place, line)
        self._skip("=")
        self._value(place)

    def _key(self) -> list[str]:
        """Read the names of a dotted key."""
        pieces = []
        while self._next.text not in ("=", "]"):
            pieces.append(self._take())
        text = "".join(piece.text for piece in pieces)
        if all(piece.kind == "bare" for piece in pieces):
            return text.split(".")
        names, rest = [], tomllib.loads(f"{text} = 0")  # it knows quotes and escapes
        while isinstance(rest, dict):
            ((name, rest),) = rest.items()
            names.append(name)
        return names

    def _value(self, place: Place) -> None:
        """Read a value, and what it holds."""
        token = self._take()
        if token.text == "[":
            self._elements(place)
        elif token.text == "{":
            while not self._skip("}"):
                self._pair(place)
                self._skip(",")
        else:
            while self.at < len(self.pieces) and _goes_on(token, self._next):
                self.at += 1

    def _elements(self, place: Place) -> None:
        """Read the elements of a list."""
        n = 0
        while not self._skip("]"):
            self._note((*place, n), self._next.line)
            self._value((*place, n))
            self._skip(",")
            n += 1


def _goes_on(token: Token, after: Token) -> bool:
    """Tell whether the next piece belongs to a value: a time to a date."""
    return token.kind == after.kind == "bare" and token.line == after.line


class Lines:
    """Tells where a setting was given.

    Parameters
    ----------
    file
        The TOML file.
    text
        What it holds.
    given
        Keys given on the command line, and how.
    """

    def __init__(self, file: Path, text: str, given: Mapping[str, str]) -> None:
        self.file, self.given = file, given
        self.lines = key_lines(text)

    def place(self, key: str) -> str:
        """Return ``file:line`` of a dotted key or of the nearest thing around it."""
        parts = key.split(".")
        around = [".".join(parts[:n]) for n in range(len(parts), 0, -1)]
        for part in around:
            if part in self.given:
                return f"--set {self.given[part]}"
            if part in self.lines:
                return f"{shown(self.file)}:{self.lines[part]}"
        return shown(self.file)
