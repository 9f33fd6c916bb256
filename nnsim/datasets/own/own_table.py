"""A table that somebody brings, its cells as text, each column asked for by name.

What you can do here
--------------------
- read a file, whatever wrote it: ``read_own``;
- take a column as numbers or as text: ``table.numbers``, ``table.column``;
- tell what a column holds: ``table.kind``;
- say what is wrong with a cell, with file, line and column: ``table.error``.

Text is read in UTF-8, and in UTF-16 or UTF-32 with a mark. Other encodings cannot be
told apart, and a guess may put wrong letters on screen: they are refused.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.datasets.columns import CellError
from nnsim.datasets.own.decimals import numbers, shows_decimal_comma
from nnsim.datasets.own.delimited import rows_of
from nnsim.datasets.own.fasta import NAMES as FASTA
from nnsim.datasets.own.fasta import SUFFIXES, is_fasta, read_fasta
from nnsim.datasets.own.formats import is_sheet
from nnsim.datasets.own.kinds import Kind, kind_of
from nnsim.datasets.own.labels import joined, labels_of
from nnsim.datasets.own.missing import blanked
from nnsim.datasets.own.rows import Columns, arrange
from nnsim.datasets.own.sheet import rows_of_sheet
from nnsim.errors import FileError, unknown
from nnsim.texts import TextError, decode_marked, printable, read_bytes

MOST_BYTES = 20_000_000


@dataclass(frozen=True, eq=False)
class OwnTable:
    """Cells as text, without blanks around them; "" where a value is missing."""

    file: Path
    digest: str  # SHA-256 of the file; of two of them with + between
    names: tuple[str, ...]  # (n_columns,)
    cells: tuple[tuple[str, ...], ...]  # (n_columns, n_rows)
    lines: tuple[int, ...]  # (n_rows,) line, or row of the sheet, from 1
    _numbers: dict[str, Array] = field(default_factory=dict, init=False, repr=False)
    _kinds: dict[str, Kind] = field(default_factory=dict, init=False, repr=False)

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
        if name not in self._numbers:
            cells = self.column(name)
            try:
                values = numbers(name, cells, lambda: self._has_decimal_commas)
            except CellError as error:
                raise self.error(error.why, error.row) from None
            self._numbers[name] = read_only(np.array(values))
        return self._numbers[name]

    def is_numeric(self, name: str) -> bool:
        """Tell whether a column holds numbers and nothing else."""
        cells = self.column(name)
        try:
            self.numbers(name)
        except FileError:
            return False
        return any(cells)

    def kind(self, name: str) -> Kind:
        """Tell what a column holds, see :mod:`~nnsim.datasets.own.kinds`."""
        if name not in self._kinds:
            self._kinds[name] = kind_of(name, self.column(name))
        return self._kinds[name]

    def error(self, why: str, row: int | None = None) -> FileError:
        """Return what to raise of the table, or of a row counted from 0."""
        line = None if row is None else self.lines[row]
        return FileError(self.file, printable(why), line)

    @cached_property
    def _has_decimal_commas(self) -> bool:
        """Tell whether some column shows that commas are decimal."""
        return any(map(shows_decimal_comma, self.cells))


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
    with _about(file):
        columns, digest = _read(file)
    if labels is not None:
        with _about(labels):
            given, also = _read(labels)
            with_labels = labels_of(given)
        with _about(file):
            columns = joined(columns, with_labels)
        digest = f"{digest}+{also}"
    elif columns.names == FASTA and not any(columns.cells[2]):
        why = "no sequence has a label: write it behind the name, as in >seq1 donor"
        raise FileError(file, f'{why}, or in a second file: labels = "…"')
    return OwnTable(file, digest, columns.names, columns.cells, columns.lines)


@contextmanager
def _about(file: Path) -> Iterator[None]:
    """Name the file of which something is said."""
    try:
        yield
    except TextError as error:
        raise FileError(file, printable(error.why), error.line) from None


def _read(file: Path) -> tuple[Columns, str]:
    """Return what a file holds, and its digest."""
    content = read_bytes(file, MOST_BYTES)
    digest = hashlib.sha256(content).hexdigest()
    if is_sheet(content):
        return _with_gaps(arrange(rows_of_sheet(content))), digest
    text = _decoded(content)
    if is_fasta(text):
        return read_fasta(text), digest
    if file.suffix.lower() in SUFFIXES:
        raise TextError("is no FASTA: its first sign must be >", 1)
    return _with_gaps(arrange(rows_of(text))), digest


def _decoded(content: bytes) -> str:
    """Decode a text; say how a spreadsheet program writes one that can be."""
    try:
        return decode_marked(content)
    except TextError as error:
        if error.why.endswith("save it as UTF-8"):
            why = f'{error.why} (in Excel: "CSV UTF-8")'
            raise TextError(why, error.line) from None
        raise


def _with_gaps(columns: Columns) -> Columns:
    """Return the same, "" where a value is missing."""
    return replace(columns, cells=tuple(map(blanked, columns.cells)))
