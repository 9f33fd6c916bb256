"""Which two columns of a table are a curve y(x), and what was measured of it.

What you can do here
--------------------
- tell whether a table holds a curve: ``is_curve``; find both columns:
  ``curve_columns``;
- read what was measured, in order of x: ``read_curve``.

The rules: the columns of a curve hold numbers that vary; those that number the rows or
the repeats (replicate, plate, well …) are none. x is the column with the most usual
name (dose, substrate, light, time, concentration …), of equals the leftmost; where none
has such a name, the first column of numbers. y is the first of the others. A table
holds a curve if none of its columns is of classes, and either x has a usual name or
there are just two columns of numbers. Rows in which x or y is missing are left out.
"""

from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.datasets.own.naming import words_of
from nnsim.datasets.own.own_table import OwnTable
from nnsim.texts import shortened

USUAL = (  # words in the name of x, the likeliest first
    "dose", "substrate", "ligand", "agonist", "inhibitor", "drug", "light",
    "irradiance", "par", "ppfd", "photon", "time", "concentration", "conc",
)  # fmt: skip
_REPEATS = frozenset(
    ("replicate", "rep", "repeat", "run", "plate", "well", "batch", "block", "trial")
)


@dataclass(frozen=True, eq=False)
class Measured:
    """What was measured of a curve, in order of x."""

    x: Array  # (n,) in the unit that the column's name gives
    y: Array  # (n,)
    n_missing: int  # rows of the table left out, since x or y is missing


def is_curve(table: OwnTable) -> bool:
    """Tell whether a table without classes holds a curve.

    Raises
    ------
    FileError
        If a column that may be one of its two holds a cell that is no number.
    """
    names = _varying(table)
    return len(names) == 2 or (len(names) > 2 and rank_of(_x_of(names)) < len(USUAL))


def curve_columns(table: OwnTable, x: str = "", y: str = "") -> tuple[str, str]:
    """Return the columns of x and y; one that is given stays.

    Raises
    ------
    FileError
        If there are not two.
    """
    if x and x == y:
        why = f"x and y both name {shortened(x)}: each must be another column"
        raise table.error(why)
    if x and y:
        return x, y
    found = [name for name in _varying(table) if name not in (x, y)]
    if len(found) < (1 if x or y else 2):
        raise table.error(
            "a curve needs two columns of numbers that vary, x and y, and there "
            f"{'is one' if x or y or found else 'is none'}"
        )
    x = x or _x_of(found)
    return x, y or next(name for name in found if name != x)


def read_curve(table: OwnTable, x: str, y: str) -> Measured:
    """Read what was measured.

    Raises
    ------
    FileError
        If a cell is no number, or both are known in no row.
    """
    along, up = table.numbers(x), table.numbers(y)
    known = ~np.isnan(along) & ~np.isnan(up)
    if not known.any():
        raise table.error(f"no row holds both {shortened(x)} and {shortened(y)}")
    along, up = along[known], up[known]
    order = np.argsort(along, kind="stable")
    n_missing = int((~known).sum())
    return Measured(read_only(along[order]), read_only(up[order]), n_missing)


def rank_of(name: str) -> int:
    """Tell how usual a name is for the x of a curve; the less, the more so."""
    words = words_of(name)[0].lower().split()
    return next((k for k, usual in enumerate(USUAL) if usual in words), len(USUAL))


def is_of_repeats(name: str) -> bool:
    """Tell whether a column's name says that it numbers repeats."""
    words = words_of(name)[0].lower().split()
    return bool(words) and not _REPEATS.isdisjoint((words[0], words[-1]))


def _x_of(names: list[str]) -> str:
    """Return the column whose name is the most usual for x."""
    return min(names, key=rank_of)


def _varying(table: OwnTable) -> list[str]:
    """Return the columns of numbers that vary and count nothing."""
    return [name for name in table.names if _varies(table, name)]


def _varies(table: OwnTable, name: str) -> bool:
    """Tell whether a column holds numbers that vary and count nothing.

    Raises
    ------
    FileError
        If most of it are numbers, and a cell is none.
    """
    # Hours and doses may go up by ones, as numbers of rows do.
    is_index = table.kind(name) == "index" and rank_of(name) < len(USUAL)
    if is_of_repeats(name) or not (table.kind(name) == "number" or is_index):
        return False
    values = table.numbers(name)
    return len(np.unique(values[~np.isnan(values)])) > 1
