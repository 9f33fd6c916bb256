"""What a column of a table may hold: numbers, categories, words or sequences.

What you can do here
--------------------
- declare a column: ``Number("bill_length_mm", low=0, unit="mm", missing=True)``,
  ``Category("species", SPECIES)``, ``Words("name")``, ``Sequence("seq", "ACGT", 60)``;
- read its cells, or say what is wrong with one: ``column.read(cells)``.
"""

import math
import re
from dataclasses import dataclass
from typing import NoReturn, Protocol

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.errors import InputError
from nnsim.texts import shortened

MISSING = "NA"  # how the tables write a value that was not measured
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)


class CellError(InputError):
    """What is wrong with one cell, or with a whole column: then the row is None."""

    def __init__(self, why: str, row: int | None = None) -> None:
        super().__init__(why)
        self.why, self.row = why, row


class Column(Protocol):
    """What all kinds of columns are."""

    @property
    def name(self) -> str:
        """As in the first line of the table."""

    def read(self, cells: list[str]) -> Array:
        """Turn the cells into values, (n_rows,); refuse one that cannot be."""


@dataclass(frozen=True)
class Number:
    """Decimal numbers, written with a point; float64, NaN where none was measured."""

    name: str
    low: float = -1e30  # the least that can be
    high: float = 1e30  # the most
    unit: str = ""
    missing: bool = False  # whether NA may stand there
    needed: bool = False  # whether some row must have a number all the same
    whole: bool = False  # whether only whole numbers can be

    def read(self, cells: list[str]) -> Array:
        """Turn the cells into numbers, (n_rows,)."""
        values = [self._value(cell, row) for row, cell in enumerate(cells)]
        if self.needed and all(map(math.isnan, values)):
            raise CellError(f"{self.name} is {MISSING} in every row")
        return read_only(np.array(values))

    def _value(self, cell: str, row: int) -> float:
        if cell == MISSING and self.missing:
            return math.nan
        if not NUMBER.fullmatch(cell):
            self._refuse(cell, row, f"no number{_hint(cell)}")
        value = float(cell)
        if not self.low <= value <= self.high:
            unit = f" {self.unit}".rstrip()
            self._refuse(cell, row, f"not from {self.low:g} to {self.high:g}{unit}")
        if self.whole and value != int(value):
            self._refuse(cell, row, "no whole number")
        return value

    def _refuse(self, cell: str, row: int, why: str) -> NoReturn:
        also = (
            f", nor {MISSING}" if self.missing and why.startswith("no number") else ""
        )
        raise CellError(f"{self.name} is {shortened(cell)}, {why}{also}", row)


def _hint(cell: str) -> str:
    """Say what may be wrong with the way in which a number is written."""
    if NUMBER.fullmatch(cell.strip()):
        return " (there are blanks around it)"
    if NUMBER.fullmatch(cell.replace(",", ".", 1)):
        return " (write it with a point)"
    return ""


@dataclass(frozen=True)
class Category:
    """One of some names; each of those in ``needed`` must occur."""

    name: str
    known: tuple[str, ...]
    needed: tuple[str, ...] = ()

    def read(self, cells: list[str]) -> Array:
        """Check the cells, (n_rows,) text."""
        for row, cell in enumerate(cells):
            if cell not in self.known:
                known = ", ".join(self.known)
                why = f"{self.name} is {shortened(cell)}, not one of {known}"
                raise CellError(why, row)
        for name in self.needed:
            if name not in cells:
                raise CellError(f"{self.name} is {name!r} in no row")
        return read_only(np.array(cells))


@dataclass(frozen=True)
class Words:
    """Text of one line that can be shown."""

    name: str
    empty: bool = False  # whether it may say nothing
    most: int = 200  # characters

    def read(self, cells: list[str]) -> Array:
        """Check the cells, (n_rows,) text."""
        for row, cell in enumerate(cells):
            if not self.empty and not cell.strip():
                raise CellError(f"{self.name} is empty", row)
            if len(cell) > self.most:
                why = f"{self.name} has {len(cell):,} characters, over {self.most}"
                raise CellError(why, row)
            if not cell.isprintable():
                raise CellError(f"{self.name} is {shortened(cell)}, not one line", row)
        return read_only(np.array(cells))


@dataclass(frozen=True)
class Sequence:
    """Letters of an alphabet, so many in each row."""

    name: str
    alphabet: str
    length: int

    def read(self, cells: list[str]) -> Array:
        """Check the cells, (n_rows,) text."""
        for row, cell in enumerate(cells):
            if strange := set(cell).difference(self.alphabet):
                letters = ", ".join(self.alphabet)
                first = min(strange, key=cell.index)
                why = f"{self.name} holds {first!r}, not one of {letters}"
                raise CellError(why, row)
            if len(cell) != self.length:
                why = f"{self.name} has {len(cell):,} letters, not {self.length}"
                raise CellError(why, row)
        return read_only(np.array(cells))
