"""Reading CSV tables of data.

What you can do here
--------------------
- read a table as columns of text: ``read_table(penguins.TABLE, …)``;
- turn a column into numbers or checked names: ``numbers``, ``categories``.
"""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.errors import InputError

MISSING = "NA"  # how the tables write a value that was not measured


def read_table(table: Path, columns: Sequence[str]) -> dict[str, list[str]]:
    """Read a table, one list of text per column.

    Raises
    ------
    InputError
        If the columns are not those expected or a row has too few or too many.
    """
    return parse(table, table.read_text(encoding="utf-8").splitlines(), columns)


def parse(
    table: Path, lines: Iterable[str], columns: Sequence[str]
) -> dict[str, list[str]]:
    """Parse the lines of a CSV table; see ``read_table``."""
    rows = list(csv.reader(lines))
    if not rows or rows[0] != list(columns):
        raise _malformed(table, 1, f"the columns must be {','.join(columns)}")
    for line, row in enumerate(rows, start=1):
        if len(row) != len(columns):
            raise _malformed(table, line, f"{len(row)} values, not {len(columns)}")
    if len(rows) == 1:
        raise _malformed(table, 2, "the table has no rows")
    return dict(zip(columns, map(list, zip(*rows[1:], strict=True)), strict=True))


def numbers(table: Path, column: str, values: Sequence[str]) -> Array:
    """Turn a column into numbers, (n_rows,) float64; NaN where it says NA."""
    parsed = np.empty(len(values))
    for row, value in enumerate(values):
        try:
            parsed[row] = np.nan if value == MISSING else float(value)
        except ValueError:
            problem = f"{column} is {value!r}, neither a number nor {MISSING}"
            raise _malformed(table, row + 2, problem) from None
    return read_only(parsed)


def categories(
    table: Path, column: str, values: Sequence[str], known: Sequence[str]
) -> Array:
    """Turn a column into text, (n_rows,); refuse a value that is not known."""
    for row, value in enumerate(values):
        if value not in known:
            problem = f"{column} is {value!r}, not one of {', '.join(known)}"
            raise _malformed(table, row + 2, problem)
    return read_only(np.array(values))


def _malformed(table: Path, line: int, problem: str) -> InputError:
    return InputError(
        f"{table.name}, line {line}: {problem}. Restore the file as it was released: "
        "it lies in nnsim/datasets, and SOURCES.md there says where it comes from"
    )
