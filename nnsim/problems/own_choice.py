"""What to look at in somebody's table where the lecturer does not say.

What you can do here
--------------------
- tell whether a file holds measurements or sequences: ``kind_of_file``;
- find the column of the classes: ``class_column``;
- find that of the sequences: ``sequence_column``;
- find the columns of measurements: ``measured_columns``;
- find two classes and two measurements: ``choose_pair``.

The rules: classes stand in a column of text with 2 to 20 values, two of which have
``LEAST_CLASS`` rows; one of a usual name goes first, then the leftmost; without such a
column, in one of few whole numbers. Of classes and measurements, those pairs are taken
that the line of least squares parts best, or, where a chapter wants a hard question,
the two classes that it parts worst in the measurements in which they part best. A tie
goes to what stands further left, or higher up.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Literal, TypeAlias

import numpy as np

from nnsim.arrays import Array
from nnsim.datasets.own.own_table import OwnTable, read_own
from nnsim.problems.own_data import Measurements, OwnData, Sequences

LEAST_ROWS = 30  # of a table
LEAST_CLASS = 8  # rows of a class
MOST_CLASSES = 20
FEW = 10  # whole numbers that can be names of classes
MOST_COLUMNS = 40  # that are compared in pairs
LEAST_LENGTH = 6  # letters of a sequence; shorter ones are as well names of classes
USUAL = (
    "species", "class", "label", "target", "diagnosis", "cultivar", "variety", "group",
    "type", "sex",
)  # fmt: skip
_BASES = re.compile(r"[ACGTUNRYKMSWBDHV.-]+", re.IGNORECASE)  # unknown ones as well
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
    has_sequences = sequence_column(read_own(file, labels)) is not None
    return Sequences if has_sequences else Measurements


def sequence_column(table: OwnTable) -> str | None:
    """Return the first column of sequences of one length; None if there is none."""
    return next((name for name in table.names if _has_sequences(table, name)), None)


def _has_sequences(table: OwnTable, name: str) -> bool:
    """Tell whether a column holds sequences of bases."""
    known = list(filter(None, table.column(name)))
    lengths = {len(sequence) for sequence in known}
    is_one = len(lengths) == 1 and min(lengths) >= LEAST_LENGTH
    return is_one and all(map(_BASES.fullmatch, known))


def class_column(table: OwnTable) -> str:
    """Return the column of the classes.

    Raises
    ------
    FileError
        If there is none.
    """
    names = [name for name in table.names if _has_classes(table, name)]
    text = [name for name in names if not table.is_numeric(name)]
    whole = [name for name in names if name not in text and _is_of_few(table, name)]
    usual = [name for name in (*text, *whole) if name.strip().lower() in USUAL]
    usual.sort(key=lambda name: USUAL.index(name.strip().lower()))
    if found := [*usual, *text, *reversed(whole)]:
        return found[0]
    raise table.error(
        "no column tells of which class a row is: one with 2 to "
        f"{MOST_CLASSES} different texts, two of them in {LEAST_CLASS} rows or more; "
        'if there is one all the same, name it: y = "…"'
    )


def _has_classes(table: OwnTable, name: str) -> bool:
    """Tell whether the values of a column can be classes."""
    counts = Counter(filter(None, table.column(name)))
    enough = [n for n in counts.values() if n >= LEAST_CLASS]
    return len(enough) >= 2 and len(counts) <= MOST_CLASSES


def _is_of_few(table: OwnTable, name: str) -> bool:
    """Tell whether a column of numbers holds a few whole ones."""
    values = table.numbers(name)
    values = np.unique(values[~np.isnan(values)])
    return len(values) <= FEW and bool((values == values.round()).all())


def measured_columns(table: OwnTable, y: str) -> tuple[str, ...]:
    """Return the columns of numbers that are measurements of what the rows are."""
    return tuple(
        name
        for name in table.names
        if name != y and table.is_numeric(name) and _is_measured(table.numbers(name))
    )


def _is_measured(values: Array) -> bool:
    """Tell whether numbers vary and do not merely count the rows."""
    known = values[~np.isnan(values)]
    if len(known) < LEAST_ROWS or np.ptp(known) == 0:
        return False
    return not (len(known) == len(values) and (np.diff(values) == 1).all())


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
    best = [
        max(pairs, key=lambda pair: pair.parted)
        for two in combinations(classes, 2)
        if (pairs := list(_pairs(table, y, x[:MOST_COLUMNS], two)))
    ]
    choose = max if parted == "easily" else min
    return choose(best, key=lambda pair: pair.parted, default=None)


def _pairs(
    table: OwnTable, y: str, x: Sequence[str], classes: tuple[str, str]
) -> Iterator[Pair]:
    """Yield all pairs of measurements in which two classes have rows enough."""
    labels = np.array(table.column(y))
    columns = {name: table.numbers(name) for name in x}
    side = (labels == classes[1]) * 2.0 - 1
    for one, other in combinations(x, 2):
        points = np.stack([columns[one], columns[other]], axis=1)
        rows = np.isin(labels, classes) & ~np.isnan(points).any(axis=1)
        n_each = [int((labels[rows] == name).sum()) for name in classes]
        spread = points[rows].std(axis=0) if rows.any() else np.zeros(2)
        if min(n_each) >= LEAST_CLASS and (spread > 0).all():
            share = part_by_line(points[rows], side[rows])
            yield Pair((one, other), classes, share)


def part_by_line(points: Array, side: Array) -> float:
    """Return how well the line of least squares parts two classes.

    Parameters
    ----------
    points
        (n, 2) measurements.
    side
        (n,) −1 or 1.

    Returns
    -------
    float
        Mean share of both classes on their own side.
    """
    scaled = (points - points.mean(axis=0)) / points.std(axis=0)
    rows = np.column_stack([scaled, np.ones(len(points))])
    fit = rows @ np.linalg.lstsq(rows, side, rcond=None)[0]
    return float(np.mean([(fit[side == one] * one > 0).mean() for one in (-1, 1)]))
