"""Writes TOML of all forms at random, and notes in which line each thing begins."""

import random
from collections.abc import Sequence

from slides.settings.toml_text import dotted

NAMES = (
    "a", "b", "-", "1", "true", "é", "x y", "", "#", "[q]", '"', "'", "=", "a.b", "\\",
)  # fmt: skip
SCALARS = (
    "1", "-1.5e3", "0xFF", "true", "inf", "1979-05-27T07:32:00Z",
    "1979-05-27 07:32:00", "07:32:00", "1979-05-27", '"s"', "'l'", '"a # \\" [x] ="',
    "'# [x] = \\'", '""', "''", '"""\nx = 1\n[y]\n"""', '"""a""b"c\\"""d"""',
    '"""""x"""', '"""x"""""', '"""\\\\"""', "'''\n[z]\n'''", "''''x'''''", "''''''",
    '"""a \\\n  b"""', '"\\\\"',
)  # fmt: skip
Place = tuple[str | int, ...]


class Writer:
    """One document; some are no TOML, since they name a thing twice."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.text = ""
        self.lines: dict[str, int] = {}
        self.n_tables: dict[Place, int] = {}
        table: Place = ()
        for _ in range(rng.randint(1, 12)):
            if rng.random() < 0.65:
                self.pair(table)
            else:
                table = self.header()
            self.blank()
            self.text += rng.choice(["\n", "\n\n", "# [x] = '\n"])

    def note(self, place: Place, line: int) -> None:
        self.lines.setdefault(dotted(place), line)

    @property
    def line(self) -> int:
        return self.text.count("\n") + 1

    def blank(self, more: Sequence[str] = ()) -> None:
        for _ in range(self.rng.choice([0, 0, 1, 2])):
            self.text += self.rng.choice([" ", "\t", *more])

    def mark(self, mark: str, more: Sequence[str] = ()) -> None:
        self.blank(more)
        self.text += mark
        self.blank(more)

    def key(self) -> list[str]:
        names = []
        for n in range(self.rng.choice([1, 1, 1, 2, 3])):
            if n:
                self.mark(".")
            name = self.rng.choice(NAMES) + self.rng.choice(["", "z", "7", "8", "9"])
            escaped = name.replace("\\", "\\\\").replace('"', '\\"')
            forms = [f'"{escaped}"'] + [f"'{name}'"] * ("'" not in name)
            forms += [name] * (name.isascii() and name.replace("-", "a").isalnum())
            self.text += self.rng.choice(forms)
            names.append(name)
        return names

    def header(self) -> Place:
        line, is_list = self.line, self.rng.random() < 0.4
        self.text += "[[" if is_list else "["
        self.blank()
        place: Place = ()
        for name in self.key():
            if place in self.n_tables:
                place = (*place, self.n_tables[place] - 1)
            place = (*place, name)
            self.note(place, line)
        if is_list:
            n = self.n_tables[place] = self.n_tables.get(place, 0) + 1
            place = (*place, n - 1)
            self.note(place, line)
        self.blank()
        self.text += "]]" if is_list else "]"
        return place

    def pair(self, table: Place, depth: int = 0) -> None:
        line, place = self.line, table
        for name in self.key():
            place = (*place, name)
            self.note(place, line)
        self.mark("=")
        self.value(place, depth)

    def value(self, place: Place, depth: int) -> None:
        kind = self.rng.choice(["scalar", "scalar", "list", "table"])
        if depth > 3 or kind == "scalar":
            self.text += self.rng.choice(SCALARS)
        elif kind == "list":
            self.elements(place, depth)
        else:
            self.text += "{"
            self.blank()
            for n in range(self.rng.randint(0, 3)):
                if n:
                    self.mark(",")
                self.pair(place, depth + 1)
            self.mark("}")

    def elements(self, place: Place, depth: int) -> None:
        more = ("\n", "# c [x] = \"'\n")
        self.text += "["
        self.blank(more)
        for n in range(count := self.rng.randint(0, 3)):
            self.note((*place, n), self.line)
            self.value((*place, n), depth + 1)
            if n < count - 1 or self.rng.random() < 0.3:
                self.mark(",", more)
        self.mark("]", more)
