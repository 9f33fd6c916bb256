"""In which line of a TOML file a key stands: the standard parser does not tell."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from slides.settings.project import shown

_HEADER = re.compile(r"^\s*\[\[?\s*(?P<name>[^\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*(?P<name>[\w."'-]+)\s*=""")


def key_lines(text: str) -> dict[str, int]:
    r"""Map each dotted key and table name onto the line (from 1) that defines it.

    >>> key_lines("title = 'x'\n[neuron]\nseed = 4\n")
    {'title': 1, 'neuron': 2, 'neuron.seed': 3}
    """
    lines: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            table = _plain(header["name"])
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            name = _plain(key["name"])
            lines.setdefault(f"{table}.{name}" if table else name, number)
    return lines


def _plain(name: str) -> str:
    """Return a key without quotes and spaces."""
    return re.sub(r"""["'\s]""", "", name)


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
        self.file, self.text, self.given = file, text, given
        self.lines = key_lines(text)

    def place(self, key: str, raw: Mapping[str, Any]) -> str:
        """Return ``file:line`` of a dotted key or of the nearest thing around it."""
        if key in self.given:
            return f"--set {self.given[key]}"
        name, _, index = key.partition(".")
        parts = key.split(".")
        around = (".".join(parts[:n]) for n in range(len(parts), 0, -1))
        line = next((self.lines[part] for part in around if part in self.lines), None)
        if line is None:
            return shown(self.file)
        if name in ("chapters", "stills") and index.isdigit():
            line = self._element_line(line, raw[name], int(index))
        return f"{shown(self.file)}:{line}"

    def _element_line(self, start: int, names: list[str], index: int) -> int:
        """Return the line that quotes an element of the list begun at `start`."""
        nth = names[:index].count(names[index])  # the same name may stand there twice
        rest = list(enumerate(self.text.splitlines(), 1))[start - 1 :]
        quoted = re.compile(rf"""["']{re.escape(str(names[index]))}["']""")
        hits = [n for n, line in rest for _ in quoted.findall(line)]
        return hits[nth] if nth < len(hits) else start
