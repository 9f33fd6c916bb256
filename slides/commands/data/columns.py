"""What a table that somebody brings holds, column by column."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from nnsim.datasets.own.curves import curve_columns
from nnsim.datasets.own.kinds import Kind
from nnsim.datasets.own.own_table import OwnTable
from nnsim.errors import FileError
from nnsim.problems.own_choice import class_column
from nnsim.problems.own_data import Curve, OwnData
from nnsim.problems.own_question import words_of


@dataclass(frozen=True)
class Column:
    """A column of a table, and what was found in it."""

    name: str  # as the table writes it
    kind: Kind
    unit: str  # that the name of a column of numbers gives; "" if it gives none
    n_missing: int  # rows without a value
    n_different: int  # values
    least: float | None  # of numbers
    most: float | None
    classes: tuple[tuple[str, int], ...]  # value and rows of each, if it is of classes
    fault: str  # cell that keeps it from being numbers, with its line; "" if none does


@dataclass(frozen=True)
class Look:
    """A table, and what was found in it."""

    n_rows: int
    columns: tuple[Column, ...]
    x: str  # column of the x of a curve; "" if it is none
    y: str  # column of its y, or of the classes; "" if there is none

    @property
    def found(self) -> dict[str, str]:
        """The columns that were found or said, by their keys in the settings."""
        return {key: one for key, one in (("x", self.x), ("y", self.y)) if one}


def look_at(table: OwnTable, of: type[OwnData], x: str = "", y: str = "") -> Look:
    """Look at all columns of a table.

    Parameters
    ----------
    table
        What was read.
    of
        The kind of data that it holds.
    x, y
        Columns of a curve, or that of the classes as y; found if not said.
    """
    is_curve = of is Curve
    x, y = _found(table, x, y) if is_curve else ("", y or _class_column(table))
    read = ((name, name == y and not is_curve) for name in table.names)
    columns = tuple(_column(table, name, is_class) for name, is_class in read)
    return Look(len(table), columns, x, y)


def _found(table: OwnTable, x: str, y: str) -> tuple[str, str]:
    """Return the columns of a curve; what is said, if there are not two."""
    try:
        return curve_columns(table, x, y)
    except FileError:
        return x, y


def _class_column(table: OwnTable) -> str:
    """Return the column of the classes; "" if there is none."""
    try:
        return class_column(table)
    except FileError:
        return ""


def _column(table: OwnTable, name: str, is_class: bool) -> Column:
    """Look at one column."""
    counts = Counter(filter(None, table.column(name)))
    kind: Kind = "class" if is_class else table.kind(name)
    values = table.numbers(name) if table.is_numeric(name) else None
    return Column(
        name,
        kind,
        words_of(name)[1] if kind in ("number", "index") else "",
        len(table) - counts.total(),
        len(counts),
        None if values is None else float(np.nanmin(values)),
        None if values is None else float(np.nanmax(values)),
        tuple(counts.items()) if kind == "class" else (),
        _fault(table, name) if kind == "number" and values is None else "",
    )


def _fault(table: OwnTable, name: str) -> str:
    """Say which cell keeps a column from being numbers."""
    try:
        table.numbers(name)
    except FileError as error:
        return f"line {error.line}: {error.why}"
    return ""
