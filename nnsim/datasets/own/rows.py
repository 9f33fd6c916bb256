"""Rows of cells become named columns, or it is said what is wrong with them.

What you can do here
--------------------
- put rows in order, whether of a text or of a sheet: ``arrange``.

The rules: the first row names the columns. Blank rows, and columns without a name
and without a cell, are left out: spreadsheets leave them. A first column of cells
without a name holds the names of the rows, as R and pandas write them, and is called
``ROW``.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from nnsim.datasets.columns import NUMBER
from nnsim.texts import TextError, shortened

MOST_ROWS = 200_000
MOST_COLUMNS = 2_000
MOST_CELLS = 3_000_000
ROW = "row"  # the name of a column that has none and names the rows
Row: TypeAlias = tuple[int, list[str]]  # line, or row of the sheet; cells


@dataclass(frozen=True)
class Columns:
    """Cells as text, without blanks around them."""

    names: tuple[str, ...]  # (n_columns,)
    cells: tuple[tuple[str, ...], ...]  # (n_columns, n_rows)
    lines: tuple[int, ...]  # (n_rows,)


def arrange(found: Iterable[Row]) -> Columns:
    """Put rows in order.

    Parameters
    ----------
    found
        Rows as they stand there, blank ones too.

    Raises
    ------
    TextError
        If they make no table; it names line and remedy.
    """
    rows = list(_filled(found))
    if not rows:
        raise TextError("is empty: a table has the names of its columns in a row")
    (line, header), *body = rows
    if not body:
        why = "the table has no rows below the names of the columns"
        raise TextError(why, line)
    names = _widths_agree(line, header, body)
    columns = [*zip(*(row[: len(names)] for _, row in body), strict=True)]
    kept = [k for k, name in enumerate(names) if name or any(columns[k])]
    named = _named(line, names, kept)
    _check_names(line, named)
    lines = tuple(line for line, _ in body)
    return Columns(named, tuple(columns[k] for k in kept), lines)


def _filled(found: Iterable[Row]) -> Iterator[Row]:
    """Yield rows that are not blank, their cells without blanks around them."""
    n_rows, n_cells = 0, 0
    for line, row in found:
        cells = [cell.strip() for cell in row]
        if any(cells):
            n_rows, n_cells = n_rows + 1, n_cells + len(cells)
            # Limits stand here, so that a table of millions is not read to its end.
            if n_rows > MOST_ROWS + 1:
                raise TextError(f"has more than {MOST_ROWS:,} rows: take some", line)
            if len(cells) > MOST_COLUMNS:
                why = f"has more than {MOST_COLUMNS:,} columns: take some"
                raise TextError(why, line)
            if n_cells > MOST_CELLS:
                why = f"has more than {MOST_CELLS:,} cells: take some rows or columns"
                raise TextError(why, line)
            yield line, cells


def _widths_agree(line: int, header: list[str], body: list[Row]) -> list[str]:
    """Return the names of the columns; refuse rows that have more or fewer cells."""
    names = header[: _width(header)]
    widths = [_width(row) for _, row in body]
    widest = max(widths)
    n_given = len(header)
    if widest == n_given + 1 and {len(row) for _, row in body} == {widest}:
        return ["", *header]  # R names the rows, and not their column
    if sum(map(bool, names)) == 1 and widest > 1:
        raise TextError(
            f"{shortened(max(names))} stands alone where the columns should be named: "
            "remove what stands above their names",
            line,
        )
    for (at, row), width in zip(body, widths, strict=True):
        if width > len(names):
            why = f"the row has {width:,} cells, but {len(names):,} columns have names"
            raise TextError(f"{why}: name each, and put text with marks in quotes", at)
        if len(row) < len(names):
            raise TextError(
                f"the row has {len(row):,} cells, not {len(names):,}: put the mark "
                "between cells also where one is missing",
                at,
            )
    return names


def _width(row: list[str]) -> int:
    """Count the cells up to the last that is not empty."""
    return next((n for n in range(len(row), 0, -1) if row[n - 1]), 0)


def _named(line: int, names: list[str], kept: list[int]) -> tuple[str, ...]:
    """Return the names of the columns that are kept."""
    found = [" ".join(names[k].split()) for k in kept]
    if not found[0]:
        found[0] = ROW
        while found[0] in found[1:]:
            found[0] += "_"
    if "" in found:
        at = kept[found.index("")] + 1
        raise TextError(f"column {at} has no name: give it one", line)
    return tuple(found)


def _check_names(line: int, names: tuple[str, ...]) -> None:
    """Refuse names that cannot be the columns'."""
    if len(names) == 1:
        raise TextError(
            f"has one column only, {shortened(names[0])}: put commas, semicolons or "
            "tabs between the cells",
            line,
        )
    numbers = [name for name in names if NUMBER.fullmatch(name.replace(",", "."))]
    if 2 * len(numbers) >= len(names) and any(not n.isdigit() for n in numbers):
        raise TextError(
            f"{shortened(numbers[0])} is a number where the columns should be named: "
            "put a row with their names above",
            line,
        )
    twice, n = Counter(names).most_common(1)[0]
    if n > 1:
        why = f"{n} columns have the name {shortened(twice)}: give each its own"
        raise TextError(why, line)
    for name in names:
        if not name.isprintable():
            why = f"the name {shortened(name)} holds hidden signs: write it anew"
            raise TextError(why, line)


def padded(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield rows of a sheet, which end with their last cell, all as wide."""
    width = max((len(row) for _, row in rows), default=0)
    for line, row in rows:
        yield line, row + [""] * (width - len(row))
