"""A question about somebody's own table: two classes by two measurements.

What you can do here
--------------------
- pose it: ``pose_own``.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np

from nnsim.datasets.own.lengths import refuse_long
from nnsim.datasets.own.naming import class_shown as class_shown
from nnsim.datasets.own.naming import (
    classes_shown,
    features_of,
    kind_in_words,
    plural_of,
    short_of,
)
from nnsim.datasets.own.naming import words_of as words_of
from nnsim.datasets.own.own_table import OwnTable
from nnsim.datasets.scaling import fit_round
from nnsim.errors import unknown
from nnsim.problems.own_choice import (
    LEAST_CLASS,
    LEAST_ROWS,
    LEAST_VALUES,
    Pair,
    Parted,
    choose_pair,
    class_column,
    classes_in,
    measured_columns,
)
from nnsim.problems.own_data import Measurements, read_once
from nnsim.problems.question import Question
from nnsim.texts import shortened


@lru_cache(maxsize=8)
def pose_own(data: Measurements, parted: Parted = "easily") -> Question:
    """Ask of which of two classes each row is, by two measurements.

    Parameters
    ----------
    data
        The table; what it leaves open is found, see
        :mod:`~nnsim.problems.own_choice`.
    parted
        Whether a question is looked for that is easy for a line or a hard one.

    Raises
    ------
    FileError
        If the table cannot be read, or holds too little; with the remedy.
    """
    table = read_once(Path(data.file))
    if len(table) < LEAST_ROWS:
        rows = f"{len(table)} row{'s' * (len(table) != 1)}"
        why = f"has {rows}: a chapter needs {LEAST_ROWS} or more"
        raise table.error(why)
    y = data.y or class_column(table)
    pair = _pair(table, data, y, parted)
    refuse_long(table, (*pair.x, y), pair.classes)
    return _pose(table, data, y, pair)


def _pair(table: OwnTable, data: Measurements, y: str, parted: Parted) -> Pair:
    """Return the two measurements and the two classes; say why there are none."""
    x = data.x or measured_columns(table, y)
    if y in x or len(set(x)) < len(x):
        raise table.error(
            f"x names {', '.join(map(shortened, x))}, and y {shortened(y)}: each must "
            "be another column"
        )
    for name in x:
        table.numbers(name)  # or it says which cell is none
    if len(x) < 2:
        raise table.error(
            f"a chapter needs two columns of numbers with {LEAST_VALUES} different "
            f"values or more, and there {'is one' if len(x) == 1 else 'is none'}"
        )
    classes = _named(table, y, data.classes) if data.classes else classes_in(table, y)
    pair = choose_pair(table, y, x, classes, parted)
    if pair is None:
        raise table.error(
            f"no two classes in {shortened(y)} have {LEAST_CLASS} rows or more in "
            f"which two measurements that vary are known: {', '.join(x[:10])}"
        )
    return pair


def _named(table: OwnTable, y: str, classes: Sequence[str]) -> tuple[str, ...]:
    """Return classes that settings name, as the table writes them."""
    counts = Counter(filter(None, table.column(y)))
    alike = {_plain(name): name for name in counts}
    found = []
    for name in classes:
        written = name if name in counts else alike.get(_plain(name), "")
        if not written:
            why = unknown("class", name, counts)
            raise table.error(f"column {shortened(y)}: {why}")
        if (n := counts[written]) < LEAST_CLASS:
            rows = f"{n} row{'s' * (n != 1)}"
            why = f"stands in {rows}: a class needs {LEAST_CLASS} or more"
            raise table.error(f"column {shortened(y)}: {shortened(written)} {why}")
        found.append(written)
    if len(set(found)) < max(2, len(found)):
        why = f"classes names {len(set(found))} of {y}: name two or more, each once"
        raise table.error(why)
    return tuple(found)


def _plain(name: str) -> str:
    """Return how a class may be written as well: in small letters, 1 for 1.0."""
    return re.sub(r"[.,]0+$", "", name.strip()).casefold()


def _pose(table: OwnTable, data: Measurements, y: str, pair: Pair) -> Question:
    """Put rows and words together."""
    points = np.stack([table.numbers(name) for name in pair.x], axis=1)
    written = np.array(table.column(y))
    known = ~np.isnan(points).any(axis=1)
    is_meant = np.isin(written, pair.classes)
    rows = known & is_meant
    words = features_of(pair.x)
    features = tuple(name for name, _ in words)
    noun = data.noun or "sample"
    nouns = data.nouns or plural_of(noun)
    of = kind_in_words(y)
    return Question(
        measured=points[rows],
        labels=(written[rows] == pair.classes[1]).astype(int),
        scale=fit_round(points[rows], pair.x),
        features=features,
        short=short_of(features),
        units=tuple(unit for _, unit in words),
        keys=pair.classes,
        classes=classes_shown(pair.classes, of),
        nouns=(noun, nouns),
        population=nouns,
        asked=1,
        of=of,
        credit=table.file.name,
        is_own=True,
        digest=table.digest,
        n_missing=int((is_meant & ~known).sum() + (written == "").sum()),
    )
