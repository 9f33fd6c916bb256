"""A table that somebody brings, its cells as text, each column asked for by name.

What you can do here
--------------------
- read a file, whatever wrote it: ``read_own``;
- take a column as numbers or as text: ``table.numbers``, ``table.column``;
- say what is wrong with a cell, with file, line and column: ``table.error``.
"""

import csv
import hashlib
import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.errors import FileError, unknown
from nnsim.texts import decode, printable, read_bytes

MOST_BYTES = 20_000_000
MISSING = frozenset(("", "na", "n/a", "nan", "null", "none", "-", "?", "."))


@dataclass(frozen=True, eq=False)
class OwnTable:
    """Cells as text, without blanks around them; "" where a value is missing."""

    file: Path
    digest: str  # SHA-256 of the file
    names: tuple[str, ...]  # (n_columns,)
    cells: tuple[tuple[str, ...], ...]  # (n_columns, n_rows)
    lines: tuple[int, ...]  # (n_rows,) line, or row of the sheet, from 1

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.lines)

    def column(self, name: str) -> tuple[str, ...]:
        """Return the cells of a column, (n_rows,)."""
        if name not in self.names:
            raise self.error(unknown("column", name, self.names))
        return self.cells[self.names.index(name)]

    def numbers(self, name: str) -> Array:
        """Return a column as numbers, (n_rows,) NaN where one is missing."""
        return read_only(
            np.array([float(cell) if cell else np.nan for cell in self.column(name)])
        )

    def is_numeric(self, name: str) -> bool:
        """Tell whether a column holds numbers and nothing else."""
        try:
            self.numbers(name)
        except ValueError:
            return False
        return True

    def error(self, why: str, row: int | None = None) -> FileError:
        """Return what to raise of the table, or of a row counted from 0."""
        line = None if row is None else self.lines[row]
        return FileError(self.file, printable(why), line)


def read_own(file: Path, labels: Path | None = None) -> OwnTable:
    """Read a table, or sequences: these have columns "name", "sequence" and "label".

    Parameters
    ----------
    file
        Commas, tabs or semicolons between cells, a sheet, or FASTA.
    labels
        Of sequences that do not carry theirs: a table of names and labels.

    Raises
    ------
    FileError
        If it cannot be read; it names line, column and remedy.
    """
    content = read_bytes(file, MOST_BYTES)
    rows = list(csv.reader(io.StringIO(decode(content), newline="")))
    header, *body = rows
    cells = [
        ["" if cell.strip().lower() in MISSING else cell.strip() for cell in row]
        for row in body
    ]
    return OwnTable(
        file=file,
        digest=hashlib.sha256(content).hexdigest(),
        names=tuple(name.strip() for name in header),
        cells=tuple(tuple(column) for column in zip(*cells, strict=True)),
        lines=tuple(range(2, len(body) + 2)),
    )
