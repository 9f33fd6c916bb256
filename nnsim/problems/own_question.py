"""A question about somebody's own table: two classes by two measurements.

What you can do here
--------------------
- pose it: ``pose_own``;
- read words and units out of a column's name: ``words_of``.
"""

import re
from functools import lru_cache
from pathlib import Path

import numpy as np

from nnsim.datasets.own.own_table import OwnTable, read_own
from nnsim.datasets.scaling import fit_round
from nnsim.problems.own_choice import (
    LEAST_CLASS,
    LEAST_ROWS,
    Pair,
    Parted,
    choose_pair,
    class_column,
    measured_columns,
)
from nnsim.problems.own_data import Measurements
from nnsim.problems.question import Question

_IN_BRACKETS = re.compile(r"(?P<words>.+?)\s*[(\[](?P<unit>[^()\[\]]{1,12})[)\]]")
_UNITS = "nm um µm mm cm dm m km ng ug µg mg g kg ml l µl ul s ms min h d kDa Da bp °C"
_AT_END = re.compile(rf"(?P<words>.+?)[_ .](?P<unit>{'|'.join(_UNITS.split())})")


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
    table = _read(data.file, data.digest)
    if len(table) < LEAST_ROWS:
        why = f"has {len(table)} rows: a chapter needs {LEAST_ROWS} or more"
        raise table.error(why)
    y = data.y or class_column(table)
    pair = _pair(table, data, y, parted)
    return _pose(table, data, y, pair)


@lru_cache(maxsize=8)
def _read(file: str, digest: str) -> OwnTable:
    """Read a table once; of another digest it is another one."""
    return read_own(Path(file))


def _pair(table: OwnTable, data: Measurements, y: str, parted: Parted) -> Pair:
    """Return the two measurements and the two classes; say why there are none."""
    x = data.x or measured_columns(table, y)
    for name in x:
        table.numbers(name)  # or it says which cell is none
    if len(x) < 2:
        raise table.error(
            "a chapter needs two columns of numbers that vary, and there "
            f"{'is one' if len(x) == 1 else 'is none'}"
        )
    written = table.column(y)
    for name in data.classes:
        if (n := written.count(name)) < LEAST_CLASS:
            raise table.error(
                f"{y} is {name!r} in {n} rows: a class needs {LEAST_CLASS} or more"
            )
    classes = data.classes or tuple(dict.fromkeys(filter(None, written)))
    if len(classes) < 2:
        raise table.error(f"{y} names {len(classes)} class: a chapter needs two")
    pair = choose_pair(table, y, x, classes, parted)
    if pair is None:
        raise table.error(
            f"no two classes in {y} have {LEAST_CLASS} rows or more in which two of "
            f"the measurements are known: {', '.join(x)}"
        )
    return pair


def _pose(table: OwnTable, data: Measurements, y: str, pair: Pair) -> Question:
    """Put rows and words together."""
    points = np.stack([table.numbers(name) for name in pair.x], axis=1)
    written = np.array(table.column(y))
    known = ~np.isnan(points).any(axis=1)
    is_meant = np.isin(written, pair.classes)
    rows = known & is_meant
    words = [words_of(name) for name in pair.x]
    features = tuple(name for name, _ in words)
    noun = data.noun or "sample"
    of = words_of(y)[0]
    return Question(
        measured=points[rows],
        labels=(written[rows] == pair.classes[1]).astype(int),
        scale=fit_round(points[rows], pair.x),
        features=features,
        short=_short(features),
        units=tuple(unit for _, unit in words),
        keys=pair.classes,
        classes=tuple(_shown(name, of) for name in pair.classes),
        nouns=(noun, data.nouns or f"{noun}s"),
        population=data.nouns or f"{noun}s",
        asked=1,
        of=of,
        credit=table.file.name,
        is_own=True,
        digest=table.digest,
        n_missing=int((is_meant & ~known).sum() + (written == "").sum()),
    )


def words_of(name: str) -> tuple[str, str]:
    """Read words and unit out of a column's name; the unit is "" if it names none.

    >>> words_of("carapace width (mm)"), words_of("body_mass_g"), words_of("ash")
    (('carapace width', 'mm'), ('body mass', 'g'), ('ash', ''))
    """
    found = _IN_BRACKETS.fullmatch(name) or _AT_END.fullmatch(name)
    words, unit = (found["words"], found["unit"]) if found else (name, "")
    return " ".join(words.replace("_", " ").split()), unit


def _short(features: tuple[str, ...]) -> tuple[str, ...]:
    """Return the last word of each name, where that tells them apart."""
    last = tuple(name.split()[-1] for name in features)
    return last if len(set(last)) == len(last) else features


def _shown(name: str, of: str) -> str:
    """Return a class as shown: a bare number says of what it is one."""
    return f"{of} {name}" if re.fullmatch(r"[+-]?[\d.]+", name) else name
