"""Reading CSV tables of data, whoever made them: rightly, or not at all.

What you can do here
--------------------
- read a table whose columns are declared: ``read_table(TABLE, COLUMNS)``, with
  columns of ``nnsim.datasets.columns``;
- take a text of comma-separated values apart: ``parse``.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from nnsim.arrays import Array
from nnsim.datasets.columns import CellError, Column
from nnsim.errors import FileError, unknown
from nnsim.texts import TextError, printable, read_text, shortened

MOST_BYTES = 5_000_000
OURS = Path(__file__).parent
RESTORE = (
    "restore the file as it was released (nnsim/datasets/SOURCES.md says where it "
    "comes from)"
)


def table_error(table: Path, why: str, line: int | None = None) -> FileError:
    """Return what to raise of a table that cannot be right, with a remedy."""
    remedy = RESTORE if table.parent == OURS else "correct it there"
    return FileError(table, printable(f"{why}; {remedy}"), line)


def read_table(table: Path, columns: Sequence[Column]) -> dict[str, Array]:
    """Read a table, one array per column, in the order of `columns`.

    Raises
    ------
    FileError
        If the file is no table of these columns, or a cell cannot be right.
    """
    lines, rows = _rows(table, [column.name for column in columns])
    read = {}
    for column, cells in zip(columns, zip(*rows, strict=True), strict=True):
        try:
            read[column.name] = column.read([*cells])
        except CellError as error:
            line = 1 if error.row is None else lines[error.row]
            raise table_error(table, error.why, line) from None
    return read


def _rows(table: Path, names: Sequence[str]) -> tuple[list[int], list[list[str]]]:
    """Return in which line each row begins, and its cells; all below the names."""
    found = list(_parse(table))
    if not found:
        raise table_error(table, f"is empty, not a table of {','.join(names)}", 1)
    (line, header), *rows = found
    if header != [*names]:
        raise table_error(table, _about_header(header, names), line)
    for line, row in rows:
        if len(row) != len(names):
            what = f"{len(row):,} value{'s' * (len(row) > 1)}, not {len(names)}"
            raise table_error(table, f"{what}: {shortened(','.join(row))}", line)
    if not rows:
        raise table_error(table, "the table has no rows", line + 1)
    return [line for line, _ in rows], [row for _, row in rows]


def _parse(table: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield all rows that are not blank, each with the line (from 1) it begins in."""
    try:
        yield from parse(read_text(table, MOST_BYTES))
    except TextError as error:
        raise table_error(table, error.why, error.line) from None


def parse(
    text: str, delimiter: str = ",", above: int = 0
) -> Iterator[tuple[int, list[str]]]:
    """Yield all rows that are not blank, each with the line it begins in.

    Parameters
    ----------
    text
        Its lines end with a new line alone.
    delimiter
        What stands between cells.
    above
        How many lines stand above the text, for the counting.

    Raises
    ------
    TextError
        If quotation marks do not go together.
    """
    begun = 1 + above
    reader = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=delimiter)
    try:
        for row in reader:
            if row:
                yield begun, row
            begun = reader.line_num + 1 + above
    except csv.Error as error:
        raise TextError(_about_quotes(error), begun) from None


def _about_quotes(error: csv.Error) -> str:
    """Say in our words what the parser says."""
    if "field larger" in str(error):
        return f"a cell has more than {csv.field_size_limit():,} characters"
    if "unexpected end" in str(error):
        return "a quotation mark that opens in this row is never closed"
    return 'a cell in quotation marks goes on behind them; write "" for one within'


def _about_header(header: Sequence[str], names: Sequence[str]) -> str:
    """Say what is wrong with the names of the columns."""
    rule = f"the columns must be {','.join(names)}"
    twice = [name for name, n in Counter(header).items() if n > 1]
    missing = [name for name in names if name not in header]
    strange = [name for name in header if name not in names]
    if len(header) == 1 < len(names) and any(mark in header[0] for mark in ";\t|"):
        return f"{rule}, with commas between them, not {shortened(header[0])}"
    if twice:
        return f"{rule}, but {shortened(twice[0])} stands there twice"
    if missing and strange:
        return f"{rule}; {unknown('column', strange[0], missing)}"
    if missing:
        return f"{rule}, but {missing[0]} is missing"
    if strange:
        return f"{rule}, without {shortened(strange[0])}"
    return f"{rule}, in this order"
