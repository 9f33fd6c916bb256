"""What to look at in somebody's table where the lecturer does not say.

What you can do here
--------------------
- tell whether a file holds measurements, sequences or a curve: ``kind_of_file``;
- find the column of the classes and these, in order: ``class_column``, ``classes_in``;
- find the columns of measurements: ``measured_columns``;
- find two classes and two measurements: ``choose_pair``.

The rules: for classes see :mod:`~nnsim.datasets.own.classes`. Measurements are columns
of numbers with ``LEAST_VALUES`` values or more that neither count the rows nor name the
classes once more. Of classes and measurements, those pairs are taken that a straight
line parts best, or, where a chapter wants a hard question, the two classes
that it parts worst in the measurements in which they part best; columns that measure
the same make no pair, if there are others. A tie goes to what stands further left, or
higher up. Of more than ``MOST_COLUMNS`` measurements, those are paired in which the
means of the two classes lie furthest apart, in standard deviations.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Literal, TypeAlias

import numpy as np

from nnsim.arrays import Array
from nnsim.datasets.own.classes import class_column as class_column
from nnsim.datasets.own.classes import classes_in as classes_in
from nnsim.datasets.own.curves import is_curve, is_of_repeats
from nnsim.datasets.own.kinds import LEAST_CLASS as LEAST_CLASS
from nnsim.datasets.own.kinds import MOST_CLASSES as MOST_CLASSES
from nnsim.datasets.own.kinds import rank_of
from nnsim.datasets.own.naming import USUAL
from nnsim.datasets.own.own_table import OwnTable
from nnsim.datasets.own.pairs import apart_alone, part_in_pairs
from nnsim.errors import FileError
from nnsim.problems.own_data import Curve, Measurements, OwnData, Sequences, read_once

LEAST_ROWS = 30  # of a table
LEAST_VALUES = 5  # different ones of a measurement
MOST_COLUMNS = 40  # that are compared in pairs
LEAST_LENGTH = 6  # letters of a sequence; shorter ones are as well names of classes
MOST_TRIED = 1000  # rows of a class by which a pair is chosen; they lie evenly
_BASES = re.compile(r"[ACGTUNRYKMSWBDHV.-]+", re.IGNORECASE)  # unknown ones as well
_LETTERS = re.compile(r"[A-Z*.-]+", re.IGNORECASE)
Parted: TypeAlias = Literal["easily", "hardly"]


@dataclass(frozen=True)
class Pair:
    """Two measurements and two classes."""

    x: tuple[str, str]
    classes: tuple[str, str]
    parted: float  # mean share of both classes on their sides of the line


def kind_of_file(file: Path, labels: Path | None = None) -> type[OwnData]:
    """Return the kind of data that a file holds.

    Parameters
    ----------
    file, labels
        See :func:`~nnsim.datasets.own.own_table.read_own`.

    Raises
    ------
    FileError
        If it cannot be read.
    """
    table = read_once(file, labels)
    if any(_has_sequences(table, name) for name in table.names):
        return Sequences
    return Measurements if _has_classes(table) or not is_curve(table) else Curve


def _has_classes(table: OwnTable) -> bool:
    """Tell whether a column is of classes, or may be beside two of measurements."""
    names = [name for name in table.names if not is_of_repeats(name)]
    if any(_is_of_classes(table, name) for name in names):
        return True
    try:
        y = class_column(table)
        return y in names and len(measured_columns(table, y)) > 1
    except FileError:
        return False


def _is_of_classes(table: OwnTable, name: str) -> bool:
    """Tell whether a column is of classes; by its name, if their rows are few."""
    if table.kind(name) != "text":
        return table.kind(name) == "class"
    different = set(filter(None, table.column(name)))
    return len(different) > 1 and rank_of(name) < 2 * len(USUAL)


def _has_sequences(table: OwnTable, name: str) -> bool:
    """Tell whether a column holds sequences: bases, as many each, or by its name."""
    known = list(filter(None, table.column(name)))
    if name == "sequence":  # as that of FASTA: proteins, several lengths are told of
        return bool(known) and all(map(_LETTERS.fullmatch, known))
    lengths = set(map(len, known))
    is_one = len(lengths) == 1 and min(lengths) >= LEAST_LENGTH
    return is_one and all(map(_BASES.fullmatch, known))


def measured_columns(table: OwnTable, y: str) -> tuple[str, ...]:
    """Return the columns of numbers that are measurements of what the rows are.

    Raises
    ------
    FileError
        If such a column holds a cell that is no number.
    """
    return tuple(
        name
        for name in table.names
        if name != y and table.kind(name) == "number" and _is_measured(table, name, y)
    )


def _is_measured(table: OwnTable, name: str, y: str) -> bool:
    """Tell whether numbers vary, and not as the classes do."""
    try:
        values = table.numbers(name)
    except FileError as error:
        why = f'{error.why}; or name the columns to look at: x = ["…", "…"]'
        raise FileError(table.file, why, error.line) from None
    known = values[~np.isnan(values)]
    if len(known) < LEAST_ROWS or len(np.unique(known)) < LEAST_VALUES:
        return False
    if not y:
        return True
    first: dict[str, str] = {}  # what the first row of each class holds
    rows = zip(table.column(y), table.column(name), strict=True)
    return any(cell != first.setdefault(label, cell) for label, cell in rows)


def choose_pair(
    table: OwnTable,
    y: str,
    x: Sequence[str],
    classes: Sequence[str],
    parted: Parted,
) -> Pair | None:
    """Choose two measurements and two classes.

    Parameters
    ----------
    y
        Column of the classes.
    x, classes
        To choose among; of two there is no choice.
    parted
        Whether the question is to be easy for a line or hard.

    Returns
    -------
    None if no two classes have enough rows.
    """
    columns = np.stack([table.numbers(name) for name in x], axis=1)
    labels = np.array(table.column(y))
    points = {name: _some(columns[labels == name]) for name in classes}
    best = [
        pair
        for two in combinations(classes, 2)
        if (pair := _best(points, x, two)) is not None
    ]
    choose = max if parted == "easily" else min
    return choose(best, key=lambda pair: pair.parted, default=None)


def _some(points: Array) -> Array:
    """Return some of many rows, which lie evenly."""
    if len(points) <= MOST_TRIED:
        return points
    rows = np.linspace(0, len(points) - 1, MOST_TRIED).astype(int)
    return np.asarray(points[rows])


def _best(
    points: Mapping[str, Array], x: Sequence[str], classes: tuple[str, str]
) -> Pair | None:
    """Return the measurements in which a line parts two classes best."""
    rows = np.concatenate([points[name] for name in classes])
    side = np.repeat([-1.0, 1.0], [len(points[name]) for name in classes])
    if len(x) > MOST_COLUMNS:
        far = np.argsort(-apart_alone(rows, side, LEAST_CLASS), kind="stable")
        kept = np.sort(far[:MOST_COLUMNS])
        rows, x = rows[:, kept], [x[k] for k in kept]
    shares, alike = part_in_pairs(rows, side, LEAST_CLASS)
    if (shares[~alike] >= 0).any():
        shares = np.where(alike, -1, shares)
    at = int(shares.argmax())
    if shares[at] < 0:
        return None
    one, other = list(combinations(x, 2))[at]
    return Pair((one, other), classes, float(shares[at]))
