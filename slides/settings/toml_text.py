"""The text of settings: taken by the standard parser, or refused with its line.

That parser knows no bounds: it fails over what is nested deep, and over long numbers.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from nnsim.texts import printable
from slides.settings.toml_words import told
from slides.settings.values import Table

MOST_BYTES = 1_000_000  # of a file
MOST_PIECES = 10_000  # keys, values and signs of a file
LONGEST_BARE = 100  # characters of a number, a date, a name or a dotted key
LONGEST_TEXT = 10_000  # characters in quotes
DEEPEST = 20  # brackets within brackets, names in a dotted key

_TOKEN = re.compile(
    r'''
      (?P<space> (?> (?: [ \t\n]+ | \#[^\n]* )+ ) )
    | (?P<text> """ (?> (?: [^"\\] | \\. | "{1,2}(?!") )* ) "{3,5}
              | \'\'\' (?> (?: [^'] | '{1,2}(?!') )* ) '{3,5}
              | " (?> (?: [^"\\\n] | \\[^\n] )* ) "
              | ' [^'\n]* ' )
    | (?P<mark> [\[\]{}=,] )
    | (?P<bare> [^\s"'\#\[\]{}=,]+ )
    | (?P<other> . )''',
    re.VERBOSE | re.DOTALL,
)
_BARE_KEY = re.compile(r"[\w-]+", re.ASCII)


class TomlError(Exception):
    """What is wrong with a text of settings, and in which line (from 1) of it."""

    def __init__(self, why: str, line: int | None = None) -> None:
        super().__init__(why)
        self.why, self.line = why, line


class ExcessError(TomlError):
    """More than settings need: too long, too many, nested too deep."""


class Token(NamedTuple):
    """A piece of TOML."""

    kind: str  # text, mark, bare, or other: what TOML has not
    text: str
    line: int  # from 1


def tokens(text: str) -> Iterator[Token]:
    """Yield the pieces of a TOML text but blanks and comments."""
    line = 1
    for match in _TOKEN.finditer(text):
        if match.lastgroup and match.lastgroup != "space":
            yield Token(match.lastgroup, match[0], line)
        if match.lastgroup == "other":  # no TOML from here on, as the parser will tell
            break
        line += match[0].count("\n")


def parse(text: str) -> Table:
    """Parse a TOML text whose lines end with a plain new line.

    Raises
    ------
    ExcessError
        If it holds more than settings need.
    TomlError
        If it is no TOML.
    """
    _check_bounds(text)
    try:
        return tomllib.loads(text)
    except ValueError as error:
        raise TomlError(*told(error, text)) from None


def dotted(path: Sequence[str | int]) -> str:
    """Write a path as TOML writes a key; names that need quotes get them.

    >>> dotted(["neuron", "my seed", 0])
    "neuron.'my seed'.0"
    """
    return ".".join(
        name if _BARE_KEY.fullmatch(name) else repr(name) for name in map(str, path)
    )


def _check_bounds(text: str) -> None:
    """Refuse a text on which the parser would fail or spend very long."""
    depth = names = 0
    for number, token in enumerate(tokens(text)):
        n = len(token.text)
        if token.kind in ("text", "bare"):
            names += token.text.count(".") if token.kind == "bare" else 0
            most = LONGEST_BARE if token.kind == "bare" else LONGEST_TEXT
            if n > most:
                what = f"{printable(token.text[:20])}… has {n:,} characters"
                raise ExcessError(
                    f"{what}: at most {most:,} may stand there", token.line
                )
        else:
            names = 0
            depth = max(0, depth + (token.text in "[{") - (token.text in "]}"))
        if max(depth, names) > DEEPEST:
            raise ExcessError(f"is nested more than {DEEPEST} deep", token.line)
        if number == MOST_PIECES:
            what = f"more than {MOST_PIECES:,} keys, values and signs"
            raise ExcessError(f"holds {what}: shorten the file", token.line)
