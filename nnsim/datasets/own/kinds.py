"""What a column holds, judged by its cells and its name.

What you can do here
--------------------
- tell: ``kind_of``;
- tell whether values can be classes: ``can_be_classes``.

The rules, in this order: a column of numbers, where three of four cells are some (so
that what else stands there is found and told), is of classes if it has two whole
values, or few and a usual name; names or counts rows if its name says so, if it goes up
by ones, or if it holds each of many whole numbers once, without a gap, and its name
gives no unit and no time; else is of numbers. A column of text is of classes if it has
2 to ``MOST_CLASSES`` values, two of which stand in ``LEAST_CLASS`` rows or more; names
rows if its name says so; is of numbers if three of four cells have a unit behind one
(which is found and told, too); is of sequences if its cells are of the letters of DNA,
RNA or proteins; else is of text.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal, TypeAlias

from nnsim.datasets.own.decimals import has_unit, may_be_number, plain
from nnsim.datasets.own.naming import USUAL, words_of
from nnsim.datasets.own.rows import ROW

Kind: TypeAlias = Literal["number", "class", "sequence", "index", "text"]
LEAST_CLASS = 8  # rows of a class
MOST_CLASSES = 20
FEW = 10  # whole numbers that can be names of classes
_OF_ROWS = frozenset(
    (
        ROW, "#", "id", "index", "no", "no.", "nr", "nr.", "number", "obs", "case",
        "sample", "specimen", "individual", "animal", "plant", "patient", "subject",
        "name", "accession", "barcode",
    )
)  # fmt: skip
# At the end of a name, under which whole numbers that all differ are names of rows.
_OF_ONE = frozenset(("number", "no", "no.", "nr", "nr.", "code", "tag", "ring", "band"))
_OF_TIME = frozenset(
    ("time", "year", "month", "week", "day", "hour", "minute", "second", "age", "jahr")
)
_OF_MORE = frozenset(("of", "per", "in", "by"))  # "cells per animal" are counted
LEAST_RUN = 20  # whole numbers without a gap that hardly anything but a count gives
_IDENTIFIER = re.compile(r"(?i:.*[\s_.-]id)|.*[a-z]I[Dd]|(?i:id[\s_.-].*)")
_NUCLEOTIDES = re.compile(r"[ACGTUNRYKMSWBDHV*.-]{4,}", re.IGNORECASE)
_AMINO_ACIDS = re.compile(r"[ACDEFGHIKLMNPQRSTVWXY*.-]{10,}")
_MOSTLY = 0.75


def kind_of(name: str, cells: Sequence[str]) -> Kind:
    """Tell what a column holds.

    Parameters
    ----------
    name
        The column's.
    cells
        "" where one is missing.
    """
    counts = Counter(filter(None, cells))
    if not counts:
        return "text"
    n_numbers = sum(n for cell, n in counts.items() if may_be_number(cell))
    if n_numbers >= _MOSTLY * counts.total():
        return _kind_of_numbers(name, cells, counts)
    if can_be_classes(counts):
        return "class"
    if _names_rows(name):
        return "index"
    if sum(n for cell, n in counts.items() if has_unit(cell)) >= _MOSTLY * len(cells):
        return "number"  # so that the units are told of
    return "sequence" if _are_sequences(counts) else "text"


def can_be_classes(counts: Counter[str]) -> bool:
    """Tell whether values, each with its number of rows, can be classes."""
    enough = [n for n in counts.values() if n >= LEAST_CLASS]
    return len(enough) >= 2 and len(counts) <= MOST_CLASSES


def rank_of(name: str) -> int:
    """Tell how usual a name is for a column of classes; the less, the more so."""
    words = name.lower().replace("_", " ").split()
    for at, usual in enumerate(USUAL):
        if words == [usual]:
            return at
    for at, usual in enumerate(USUAL):
        if words and usual in (words[-1], words[0]):
            return len(USUAL) + at
    return 2 * len(USUAL)


def are_few_whole(values: Sequence[str]) -> bool:
    """Tell whether different values are a few whole numbers."""
    whole = [re.fullmatch(r"[+-]?\d+([.,]0*)?", plain(value)) for value in values]
    return len(values) <= FEW and all(whole)


def _kind_of_numbers(name: str, cells: Sequence[str], counts: Counter[str]) -> Kind:
    """Tell what a column of numbers holds."""
    is_class = can_be_classes(counts) and are_few_whole([*counts])
    if is_class and (len(counts) == 2 or rank_of(name) < 2 * len(USUAL)):
        return "class"
    is_whole = all(cell.isdecimal() for cell in counts)
    if is_whole and (_names_rows(name) or _counts(cells) or _names_each(name, counts)):
        return "index"
    return "number"


def _names_rows(name: str) -> bool:
    """Tell whether a column's name says that it names or numbers the rows."""
    return name.lower() in _OF_ROWS or bool(_IDENTIFIER.fullmatch(name))


def _counts(cells: Sequence[str]) -> bool:
    """Tell whether whole numbers go up by ones, from 0 or 1."""
    first = cells[0]
    return first in ("0", "1") and all(
        cell == str(number) for number, cell in enumerate(cells, int(first))
    )


def _names_each(name: str, counts: Counter[str]) -> bool:
    """Tell whether whole numbers that all differ are names or numbers of rows."""
    if not LEAST_RUN <= len(counts) == counts.total() or max(map(len, counts)) > 15:
        return False
    words, unit = words_of(name)
    said = words.lower().split()
    if said and said[-1] in _OF_ONE | _OF_ROWS and _OF_MORE.isdisjoint(said):
        return True
    values = sorted(map(int, counts))
    is_run = values[-1] - values[0] == len(values) - 1
    return is_run and not unit and _OF_TIME.isdisjoint(said)


def _are_sequences(counts: Counter[str]) -> bool:
    """Tell whether all cells are of the letters of DNA, RNA or proteins."""
    return any(
        all(map(letters.fullmatch, counts)) for letters in (_NUCLEOTIDES, _AMINO_ACIDS)
    )
