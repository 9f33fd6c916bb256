"""Sequences of DNA or RNA that somebody brings, of one length, each of a class.

What you can do here
--------------------
- read and check them, and find what the lecturer does not say: ``read_sequences``.

The rules: the sequences stand in the leftmost column of letters of DNA or proteins, or
else in one named so, or in the leftmost one whose cells are long words without blanks,
most of them different. Lower case is read as upper case and U as T; it
is shown as U where no T stands in the file. What cannot be told
from a sequence is left out and counted: rows in which a base is open (N, R, a gap) or
something is missing; rows whose sequence stands above already, so that nobody is judged
by what was learned; and all rows of a sequence that is said to be of two classes. Rows
of classes that are not looked at are counted too.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.datasets.one_hot import BASES, OF_RNA
from nnsim.datasets.own.lengths import refuse_long
from nnsim.datasets.own.naming import classes_shown, kind_in_words, plural_of
from nnsim.datasets.own.own_table import OwnTable
from nnsim.datasets.repeats import of_one_label
from nnsim.problems.own_choice import (
    LEAST_CLASS,
    LEAST_ROWS,
    class_column,
    classes_in,
)
from nnsim.problems.own_data import Sequences, read_once
from nnsim.problems.question import Classed

OPEN = frozenset("NRYSWKMBDHV-.*?")  # a base that is not known, or none
USUAL = ("sequence", "seq", "dna")
LONG = 10  # letters of a word that can be a sequence
MOST_CLASSES = 4
IN_PICTURES = 13  # letters of a class's name


@dataclass(frozen=True, eq=False)
class Labelled(Classed):
    """Sequences of one length, each of a class, and the words for them."""

    bases: Array  # (n_sequences,) text of A, C, G, T
    letters: str  # in which they are written: those, or A, C, G, U
    short: tuple[str, ...]  # (n_classes,) as shown in pictures
    credit: str  # where they come from, as shown: "promoters.fasta"
    n_open: int  # rows left out, since a base, the sequence or the class is not known
    n_repeated: int  # rows left out, since the same sequence stands elsewhere
    n_other: int  # rows of classes that are not looked at

    @property
    def n_bases(self) -> int:
        """Count the bases of each."""
        return len(self.bases[0])

    @property
    def molecule(self) -> str:
        """Return what they are sequences of."""
        return "RNA" if self.letters == OF_RNA else "DNA"

    @property
    def first(self) -> list[int]:
        """Return the first row of each class."""
        return [int(np.argmax(self.labels == k)) for k in range(len(self.keys))]

    @property
    def examples(self) -> tuple[str, ...]:
        """Return the first sequence of each class, as it is written."""
        as_written = str.maketrans(BASES, self.letters)
        return tuple(str(self.bases[row]).translate(as_written) for row in self.first)

    @property
    def named(self) -> str:
        """Return the names of the classes, to stand in a sentence."""
        *others, last = self.classes
        return f"{', '.join(others)} and {last}"


def read_sequences(data: Sequences) -> Labelled:
    """Read the sequences of a file, with their classes.

    Raises
    ------
    FileError
        If it cannot be read, or holds no such sequences; with line and remedy.
    """
    labels_of = Path(data.labels) if data.labels else None
    table = read_once(Path(data.file), labels_of)
    written = table.column(data.sequence or column_of(table))
    bases = [cell.upper().replace("U", "T") for cell in written]
    y = data.y or ("label" if "label" in table.names else class_column(table))
    labels = table.column(y)
    keys = data.classes or classes_in(table, y)
    meant = [row for row, label in enumerate(labels) if label in keys or not label]
    _check_letters(table, bases, meant)
    known = [row for row in meant if labels[row] and _is_known(bases[row])]
    differ = of_one_label((bases[row], labels[row]) for row in known)
    rows = [known[place] for place in differ]
    _check_classes(table, y, [labels[row] for row in rows], keys)
    refuse_long(table, [y], keys)
    of = kind_in_words(y)
    classes = classes_shown(keys, of)
    noun = data.noun or "sequence"
    return Labelled(
        bases=read_only(np.array([bases[row] for row in rows])),
        letters=_letters_of(written[row].upper() for row in rows),
        labels=read_only(np.array([keys.index(labels[row]) for row in rows])),
        keys=keys,
        classes=classes,
        short=_short(classes),
        nouns=(noun, data.nouns or plural_of(noun)),
        credit=table.file.name,
        n_open=len(meant) - len(known),
        n_repeated=len(known) - len(rows),
        n_other=len(table) - len(meant),
    )


def column_of(table: OwnTable) -> str:
    """Return the column of the sequences.

    Raises
    ------
    FileError
        If there is none.
    """
    right = [name for name in table.names if table.kind(name) == "sequence"]
    usual = [name for name in table.names if name.strip().lower() in USUAL]
    long = (name for name in table.names if _has_long_words(table.column(name)))
    if found := [*right, *usual, *long]:
        return found[0]
    raise table.error(
        "no column holds sequences: words of A, C, G and T or U without blanks; if "
        'there is one all the same, name it: sequence = "…"'
    )


def _has_long_words(cells: Sequence[str]) -> bool:
    """Tell whether cells are long words, most of them different."""
    words = [cell for cell in cells if cell]
    are_long = all(
        len(word) >= LONG
        and not set(word.upper()) - {*"ABCDEFGHIKLMNPQRSTUVWXYZ", *OPEN}
        for word in words
    )
    return bool(words) and are_long and 2 * len(set(words)) > len(words)


def _letters_of(written: Iterable[str]) -> str:
    """Return the letters of sequences: those of RNA if U stands in place of T."""
    used = set[str]().union(*written)
    return OF_RNA if "U" in used and "T" not in used else BASES


def _is_known(bases: str) -> bool:
    """Tell whether each base of a sequence is known."""
    return bool(bases) and not set(bases) - set(BASES)


def _check_letters(table: OwnTable, bases: Sequence[str], rows: Sequence[int]) -> None:
    """Refuse what is neither DNA nor RNA, and sequences of several lengths."""
    there = [row for row in rows if bases[row]]
    for row in there:
        strange = sorted(set(bases[row]) - {*BASES, *OPEN})
        if strange:
            raise table.error(
                f"{', '.join(strange)} in a sequence {_is_no_dna(strange)}: the "
                "chapter tells of DNA and RNA, in A, C, G and T or U",
                row,
            )
        if len(bases[row]) != len(bases[there[0]]):
            raise table.error(
                f"has a sequence of {len(bases[row])} bases, and the first has "
                f"{len(bases[there[0]])}: cut all to one length",
                row,
            )


def _is_no_dna(strange: Sequence[str]) -> str:
    """Say what letters are of that are no bases."""
    are_amino_acids = not set(strange) - set("EFILPQX")
    return "is of a protein" if are_amino_acids else "is no base"


def _check_classes(
    table: OwnTable, y: str, labels: Sequence[str], keys: Sequence[str]
) -> None:
    """Refuse too many classes, too few, and too few sequences."""
    if not 2 <= len(keys) <= MOST_CLASSES:
        names = ", ".join(
            [*keys[:MOST_CLASSES], *("…" for _ in keys[MOST_CLASSES:][:1])]
        )
        raise table.error(
            f"{y} names {len(keys)} classes ({names}): the chapter tells of 2 to "
            f'{MOST_CLASSES}; choose them: classes = ["…", "…"]'
        )
    for fault in _too_few(y, labels, keys):
        raise table.error(fault)


def _too_few(y: str, labels: Sequence[str], keys: Sequence[str]) -> Iterator[str]:
    """Yield where there are too few sequences that differ and are known."""
    if len(labels) < LEAST_ROWS:
        yield f"{len(labels)} sequences differ: at least {LEAST_ROWS} are needed"
    for key in keys:
        if (n := labels.count(key)) < LEAST_CLASS:
            yield (
                f"{y} is {key!r} of {n} sequences that differ: a class needs "
                f'{LEAST_CLASS} or more; choose others: classes = ["…", "…"]'
            )


def _short(classes: tuple[str, ...]) -> tuple[str, ...]:
    """Return names that find room in a picture, and still differ."""
    short = tuple(
        name if len(name) <= IN_PICTURES else f"{name[: IN_PICTURES - 1].rstrip()}…"
        for name in classes
    )
    if len(set(short)) == len(short):
        return short
    return tuple(
        f"{k}: {name[: IN_PICTURES - 4]}…" for k, name in enumerate(classes, 1)
    )
