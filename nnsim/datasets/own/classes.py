"""Which column of a table holds the classes, and which classes there are.

What you can do here
--------------------
- find the column: ``class_column``;
- find the classes, in order: ``classes_in``.

The rules: classes stand in a column of text with 2 to ``MOST_CLASSES`` values, two of
which have ``LEAST_CLASS`` rows, or in one of a few whole numbers. One of a usual name
goes first, then the leftmost of text, then the rightmost of numbers. Numbers go up;
a class whose name says that something is not there (control, healthy, wild type) goes
before the others; else they stand as in the table.
"""

import re
from collections import Counter

from nnsim.datasets.own.kinds import (
    LEAST_CLASS,
    MOST_CLASSES,
    are_few_whole,
    can_be_classes,
    rank_of,
)
from nnsim.datasets.own.naming import USUAL
from nnsim.datasets.own.own_table import OwnTable
from nnsim.texts import shortened

_WORD = 4  # letters
_ABSENT = (
    "control", "controls", "ctrl", "healthy", "normal", "wild type", "wildtype", "wt",
    "benign", "negative", "neg", "no", "none", "false", "absent", "untreated", "mock",
    "placebo", "vehicle", "sham", "saline", "dmso", "uninfected", "unaffected", "-",
    "+/+", "gesund", "kontrolle", "nein", "sain", "témoin",
)  # fmt: skip


def class_column(table: OwnTable) -> str:
    """Return the column of the classes.

    Raises
    ------
    FileError
        If there is none.
    """
    names = [name for name in table.names if table.kind(name) == "class"]
    text = [name for name in names if not table.is_numeric(name)]
    whole = [name for name in reversed(names) if name not in text]
    # The sort keeps the order of those that are as usual.
    names = sorted([*text, *whole], key=rank_of)
    names += [name for name in reversed(table.names) if _is_of_few(table, name)]
    if names:
        return names[0]
    usual = min(table.names, key=rank_of)
    if rank_of(usual) < 2 * len(USUAL):
        classes_in(table, usual)  # it says what is missing there
    raise table.error(
        "no column tells of which class a row is: one with 2 to "
        f"{MOST_CLASSES} different texts, two of them in {LEAST_CLASS} rows or more; "
        'if there is one all the same, name it: y = "…"'
        f"{_turned(table)}"
    )


def _turned(table: OwnTable) -> str:
    """Say what to do if the columns may be the samples, as those of gene counts are."""
    n = sum(table.kind(name) == "number" for name in table.names)
    if n < MOST_CLASSES:
        return ""
    return "; if its columns are the samples, turn it round: a sample must be a row"


def _is_of_few(table: OwnTable, name: str) -> bool:
    """Tell whether a column of numbers holds a few whole ones, each in rows enough."""
    counts = Counter(filter(None, table.column(name)))
    return can_be_classes(counts) and are_few_whole([*counts])


def classes_in(table: OwnTable, y: str) -> tuple[str, ...]:
    """Return the classes that have rows enough, as the table writes them, in order.

    Raises
    ------
    FileError
        If there are not two.
    """
    counts = Counter(filter(None, table.column(y)))
    _refuse_spellings(table, y, counts)
    found = [name for name, n in counts.items() if n >= LEAST_CLASS]
    if len(found) < 2:
        raise table.error(
            f"column {shortened(y)} {_too_few(table, counts, len(found))}"
        )
    if len(found) > MOST_CLASSES:
        raise table.error(
            f"column {shortened(y)} has {len(found):,} different values: name two to "
            f'{MOST_CLASSES} of them, classes = ["…", "…"]'
        )
    if table.is_numeric(y):
        value = dict(zip(table.column(y), table.numbers(y), strict=True))
        return tuple(sorted(found, key=lambda name: value[name]))
    return tuple(sorted(found, key=lambda name: not _says_absent(name)))


def _refuse_spellings(table: OwnTable, y: str, counts: Counter[str]) -> None:
    """Refuse a class that is written in two ways: "male" and "Male"."""
    known: dict[str, str] = {}
    for name in counts:
        other = known.setdefault(" ".join(name.casefold().split()), name)
        # Short names may differ so on purpose, as the genotypes Aa and aa do.
        if other != name and len(name) >= _WORD:
            raise table.error(
                f"column {shortened(y)} holds {shortened(other)} and "
                f"{shortened(name)}: write them alike, or name the classes meant, "
                'classes = ["…", "…"]',
                table.column(y).index(name),
            )


def _too_few(table: OwnTable, counts: Counter[str], n_found: int) -> str:
    """Say why values are not the classes of a chapter, and what to do."""
    n = len(counts)
    if n == 1:
        why = f"has one value: a chapter needs two, each in {LEAST_CLASS} rows or more"
    else:
        why = (
            f"has {n:,} different values, of which {n_found or 'none'} "
            f"stand{'s' * (n_found == 1)} in {LEAST_CLASS} rows or more: a chapter "
            "needs two such classes"
        )
    n_empty = len(table) - counts.total()
    if 2 * n_empty <= len(table):
        return why
    return (
        f"{why}; {n_empty:,} of its {len(table):,} cells are empty: of cells that a "
        "spreadsheet merged only the first holds the value, so write it in each row"
    )


def _says_absent(name: str) -> bool:
    """Tell whether a class is that of which something is not there."""
    words = re.sub(r"[\s_-]+", " ", name.lower()).strip() or name
    return words in _ABSENT or words.split()[0] in ("non", "not", "no")
