"""What a table that somebody brings holds, column by column.

What you can do here
--------------------
- look at it: ``look_at``.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from nnsim.datasets.own.own_table import OwnTable
from nnsim.errors import FileError
from nnsim.problems.own_choice import (
    MOST_CLASSES,
    class_column,
    measured_columns,
    sequence_column,
)
from nnsim.problems.own_question import words_of

# What a column is. The last four are no measurements: too few of them are known, or
# they count the rows, do not vary, or are not there.
Kind: TypeAlias = Literal[
    "measurement", "classes", "sequences", "text",
    "few numbers", "row numbers", "constant", "empty",
]  # fmt: skip


@dataclass(frozen=True)
class Column:
    """A column of a table, and what was found in it."""

    name: str  # as the table writes it
    kind: Kind
    unit: str  # that its name gives; "" if it gives none
    n_missing: int  # rows without a value
    n_different: int  # values
    least: float | None  # of numbers
    most: float | None
    classes: tuple[tuple[str, int], ...]  # value and rows of each, if it is of classes


@dataclass(frozen=True)
class Look:
    """A table, and what was found in it."""

    n_rows: int
    columns: tuple[Column, ...]
    y: str  # column of the classes; "" if there is none

    @property
    def classes(self) -> tuple[tuple[str, int], ...]:
        """Classes and rows of each, in the order of the table."""
        return next((one.classes for one in self.columns if one.name == self.y), ())


def look_at(table: OwnTable, y: str = "") -> Look:
    """Look at all columns of a table.

    Parameters
    ----------
    table
        What was read.
    y
        Column of the classes; found if it is not said.
    """
    y = y or _found(table)
    measured = measured_columns(table, y)
    columns = tuple(_column(table, name, y, measured) for name in table.names)
    return Look(len(table), columns, y)


def _found(table: OwnTable) -> str:
    """Return the column of the classes; "" if there is none."""
    try:
        return class_column(table)
    except FileError:
        return ""


def _column(table: OwnTable, name: str, y: str, measured: tuple[str, ...]) -> Column:
    """Look at one column."""
    cells = [cell for cell in table.column(name) if cell]
    counts = Counter(cells)
    kind = _kind(table, name, y, measured)
    values = table.numbers(name) if table.is_numeric(name) and cells else None
    return Column(
        name,
        kind,
        words_of(name)[1] if kind == "measurement" else "",
        len(table) - len(cells),
        len(counts),
        None if values is None else float(np.nanmin(values)),
        None if values is None else float(np.nanmax(values)),
        tuple(counts.items()) if kind == "classes" else (),
    )


def _kind(table: OwnTable, name: str, y: str, measured: tuple[str, ...]) -> Kind:
    """Say what a column is."""
    n_different = len({*filter(None, table.column(name))})
    if name == y:
        return "classes"
    if name in measured:
        return "measurement"
    if name == sequence_column(table):
        return "sequences"
    if n_different < 2:
        return "constant" if n_different else "empty"
    if table.is_numeric(name):
        return "row numbers" if all(table.column(name)) else "few numbers"
    return "classes" if n_different <= MOST_CLASSES else "text"
