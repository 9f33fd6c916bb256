"""Spreadsheets in .xlsx: the rows of the first sheet that holds cells.

What you can do here
--------------------
- read its rows: ``rows_of_sheet``.

The rules: hidden sheets are passed over. A number is written as Python writes it, a
whole one without a point; a date as 2024-05-31; yes and no as TRUE and FALSE; an error
as its name, #N/A. Of a formula the value counts that the spreadsheet program left with
it; where there is none, as in files that no such program has saved, it is refused.
"""

import datetime
import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from itertools import islice
from typing import Any

from nnsim.datasets.own.rows import MOST_COLUMNS, Row, padded
from nnsim.texts import TextError

MOST_UNPACKED = 40_000_000  # bytes of what is read: pictures are not
MOST_CELLS = 300_000  # a sheet takes longer to read than a text
MOST_ELEMENTS = 1_000_000  # of XML in a part; three make a cell
MOST_OTHERS = 200_000  # in one that holds no cells
_LAST_ROW = 1_048_576
_AS_TEXT = "save the table as .csv"
_DAMAGED = "cannot be read as .xlsx: open it in a spreadsheet program and save it again"
_READ = (".xml", ".rels")
_DATE = re.compile(r" 00:00:00$")


def rows_of_sheet(content: bytes) -> Iterator[Row]:
    """Return the rows of the first sheet that holds cells, each with its number.

    Raises
    ------
    TextError
        If the file is damaged or too large, or a formula has no value.
    """
    has_formulas = _look_inside(content)
    with warnings.catch_warnings():
        # The reader tells of decoration that it does not know; we read cells alone.
        warnings.simplefilter("ignore")
        try:
            rows, at = _first_sheet(content)
            if has_formulas and at is not None:
                _check_formulas(content, at)
        except TextError:
            raise
        except Exception:  # damage shows itself in whatever the reader meets first
            raise TextError(_DAMAGED) from None
    return padded(rows)


def _look_inside(content: bytes) -> bool:
    """Refuse what unpacks to too much; tell whether a sheet holds formulas."""
    has_formulas = False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            read = [one for one in archive.infolist() if one.filename.endswith(_READ)]
            size = sum(one.file_size for one in read)
            if size > MOST_UNPACKED:
                raise TextError(
                    f"unpacks to {size:,} bytes, over {MOST_UNPACKED:,}: {_AS_TEXT}"
                )
            for one in read:
                part = archive.read(one)
                _check_part(one.filename, part)
                is_sheet = "worksheets/" in one.filename
                has_formulas |= is_sheet and b"<f" in part
    except TextError:
        raise
    except Exception:
        raise TextError(_DAMAGED) from None
    return has_formulas


def _check_part(name: str, part: bytes) -> None:
    """Refuse a part of so many elements that they would take all memory."""
    has_cells = "worksheets/" in name or "sharedStrings" in name
    n_elements = part.count(b"</") + part.count(b"/>")
    most = MOST_ELEMENTS if has_cells else MOST_OTHERS
    if n_elements > most:
        why = f"{name} in it has {n_elements:,} elements, over {most:,}: {_AS_TEXT}"
        raise TextError(why)


def _open(content: bytes, **options: Any) -> Any:
    """Open a workbook for reading; what reads it is loaded only here."""
    from openpyxl import load_workbook

    return load_workbook(
        io.BytesIO(content), read_only=True, keep_links=False, **options
    )


def _first_sheet(content: bytes) -> tuple[list[Row], int | None]:
    """Return the rows of the first sheet with cells, and which it is."""
    book = _open(content, data_only=True)
    for at, sheet in enumerate(book.worksheets):
        if sheet.sheet_state == "visible" and (rows := list(_rows(sheet))):
            return rows, at
    return [], None


def _rows(sheet: Any) -> Iterator[Row]:
    """Yield the rows that hold cells."""
    sheet.reset_dimensions()  # some programs write it down wrongly
    n_cells = 0
    # Of blank rows there may be a million, which are passed over.
    rows = islice(sheet.iter_rows(values_only=True), _LAST_ROW)
    for number, values in enumerate(rows, 1):
        filled = [at for at, value in enumerate(values, 1) if value is not None]
        n_cells += len(filled)
        if n_cells > MOST_CELLS:
            why = f"has more than {MOST_CELLS:,} cells: {_AS_TEXT}"
            raise TextError(why, number)
        if filled:
            # One column more than may be, so that it is found out further on.
            last = min(filled[-1], MOST_COLUMNS + 1)
            yield number, [_text(value) for value in values[:last]]


def _text(value: Any) -> str:
    """Return a cell as text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime.datetime):
        return _DATE.sub("", str(value.replace(microsecond=0)))
    return str(value)


def _check_formulas(content: bytes, at: int) -> None:
    """Refuse a formula that no program has computed yet."""
    computed = _open(content, data_only=True).worksheets[at]
    written = _open(content).worksheets[at]
    for sheet in (computed, written):
        sheet.reset_dimensions()
    both = zip(computed.iter_rows(), written.iter_rows(values_only=True), strict=False)
    for number, (cells, values) in enumerate(islice(both, _LAST_ROW), 1):
        for cell, value in zip(cells, values, strict=False):
            # A formula that gives an empty text has none either, and says so.
            if cell.value is None and value is not None and cell.data_type != "str":
                raise TextError(
                    f"cell {cell.coordinate} is a formula without a value: open the "
                    "file in a spreadsheet program and save it",
                    number,
                )
