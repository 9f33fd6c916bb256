"""Numbers as people write them: with a point or with a decimal comma.

What you can do here
--------------------
- turn the cells of a column into numbers, or name the one that is none: ``numbers``;
- tell whether a cell may be a number: ``may_be_number``; one with its unit behind it:
  ``has_unit``;
- tell whether cells show that commas are decimal: ``shows_decimal_comma``.

The rules: a comma is decimal where it can be nothing else, as in 3,5 or 0,125. What
may be thousands too, as 1,234, is decimal only if some column of numbers in the table
shows that its commas are; else it is refused, since nobody but its author knows. A
column holds points or commas, not both. Marks between thousands are refused.
"""

import math
import re
from collections.abc import Callable, Iterable, Sequence

from nnsim.datasets.columns import NUMBER, CellError
from nnsim.datasets.own.naming import is_unit
from nnsim.texts import shortened

_COMMA = re.compile(r"[+-]?(\d+,\d*|,\d+)([eE][+-]?\d+)?", re.ASCII)
_MAY_BE_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:[., '’]\d{3})+([.,]\d*)?", re.ASCII)
_WITH_UNIT = re.compile(r"([+-]?[\d.,]*\d)\s*([^\W\d]{1,5}|[%°‰].?)")
_MOST = 1e30


def plain(cell: str) -> str:
    """Return a cell with the minus sign of a keyboard."""
    return cell.replace("−", "-")


def may_be_number(cell: str) -> bool:
    """Tell whether a cell looks like a number, with a point or a comma."""
    return bool(
        NUMBER.fullmatch(cell)
        or _COMMA.fullmatch(cell)
        or ("−" in cell and may_be_number(plain(cell)))
    )


def has_unit(cell: str) -> bool:
    """Tell whether a cell is a number with a unit; 12M may as well name an animal."""
    found = _WITH_UNIT.fullmatch(cell)
    if found is None or not is_unit(found[2]):
        return False
    return len(found[2]) > 1 or found[2] == "%" or " " in cell


def shows_decimal_comma(cells: Iterable[str]) -> bool:
    """Tell whether all cells are numbers, and one has a comma that must be decimal."""
    shown = False
    for cell in map(plain, cells):
        if _COMMA.fullmatch(cell):
            shown |= not _MAY_BE_THOUSANDS.fullmatch(cell)
        elif cell and ("." in cell or not NUMBER.fullmatch(cell)):
            return False
    return shown


def numbers(
    name: str, cells: Sequence[str], commas_are_decimal: Callable[[], bool]
) -> list[float]:
    """Return the numbers in a column, NaN where a cell is empty.

    Parameters
    ----------
    name
        The column's.
    cells
        As written.
    commas_are_decimal
        Whether the table shows it; asked only where that matters.

    Raises
    ------
    CellError
        Of the first cell that is no number, or may be two.
    """
    values = []
    known: dict[str, float] = {"": math.nan}
    first = {".": "", ",": ""}  # the first cell with a point, with a comma
    for row, cell in enumerate(cells):
        if cell not in known:
            written = plain(cell)
            why = _fault(written, first, commas_are_decimal)
            if why:
                told = f"column {shortened(name)}: {shortened(cell)} {why}"
                raise CellError(told, row)
            known[cell] = float(written.replace(",", "."))
        values.append(known[cell])
    return values


def _fault(
    cell: str, first: dict[str, str], commas_are_decimal: Callable[[], bool]
) -> str:
    """Say what is wrong with a cell; "" if it is one number and no other."""
    has_comma = "," in cell
    if not (_COMMA if has_comma else NUMBER).fullmatch(cell):
        return _no_number(cell)
    mark = "," if has_comma else "." if "." in cell else ""
    if mark:
        other = first["." if has_comma else ","]
        if other:
            return f"is written otherwise than {shortened(other)}: use points in both"
        first[mark] = first[mark] or cell
        if _MAY_BE_THOUSANDS.fullmatch(cell) and has_comma != commas_are_decimal():
            return (
                f"may be {cell.replace(',', '.')} or {re.sub('[.,]', '', cell)}: use "
                "points for decimals, and nothing between thousands"
            )
    if not abs(float(cell.replace(",", "."))) <= _MOST:
        return f"is beyond {_MOST:g}: use another unit, or leave the cell empty"
    return ""


def _no_number(cell: str) -> str:
    """Say why a cell is no number, and what to do."""
    missing = "leave the cell empty if it is missing"
    if cell.strip("+-").lower() in ("inf", "infinity", "∞"):
        return f"is infinite: {missing}"
    if cell.startswith("#"):
        return f"is an error of the spreadsheet: {missing}"
    if is_unit(cell):
        return "is a unit: put it in brackets behind the column's name, not in a row"
    if _GROUPED.fullmatch(cell):
        return "is no number: put nothing between thousands"
    if found := _WITH_UNIT.fullmatch(cell):
        return (
            f"is no number: leave {found[2]} out, and put the unit in brackets "
            "behind the name of the column"
        )
    if cell[0] in "<>≤≥" and may_be_number(cell[1:].strip("= ")):
        return "is a limit, and no number: write one, or leave the cell empty"
    return f"is no number; {missing}, or remove a row that is no sample, as of means"
