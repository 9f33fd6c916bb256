"""Splice junctions: a donor, an acceptor or no site in the middle of 60 bases.

What you can do here
--------------------
- load the unique sequences with one label: ``load()``; all rows: ``load_all()``;
- turn sequences into numbers: ``one_hot.encode``.

A site lies between positions 29 and 30, counted from 0. Labels: ``ei``, an intron
begins (5′ site, donor); ``ie``, it ends (3′ site, acceptor); ``n``, neither.

Source: UCI Molecular Biology (Splice-junction Gene Sequences), Towell, Noordewier &
Shavlik 1991, from GenBank 64.1, https://doi.org/10.24432/C5M888. Licence: CC BY 4.0.
UCI's notes confuse donor and acceptor; the table does not.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.datasets.columns import Category, Sequence
from nnsim.datasets.one_hot import BASES
from nnsim.datasets.repeats import of_one_label
from nnsim.datasets.table import read_table

TABLE = Path(__file__).with_name("splice_junctions.csv")
CLASSES = ("ei", "ie", "n")
LENGTH = 60  # bases in each sequence
COLUMNS = (
    Category("cls", CLASSES, needed=CLASSES),
    Sequence("seq", BASES, LENGTH),
)
SITE = 30  # position of the first base after the site, counted from 0


@dataclass(frozen=True, eq=False)
class SpliceJunctions:
    """Sequences and their labels, in the order of the table."""

    sequence: Array  # (n_sequences,) text of 60 bases, A C G T
    label: Array  # (n_sequences,) one of CLASSES

    @property
    def number(self) -> Array:
        """Class of each sequence as its place in CLASSES, (n_sequences,)."""
        return np.searchsorted(CLASSES, self.label)


def load_all() -> SpliceJunctions:
    """Load all 3186 rows, duplicates and contradictions among them."""
    columns = read_table(TABLE, COLUMNS)
    return SpliceJunctions(columns["seq"], columns["cls"])


def load() -> SpliceJunctions:
    """Load the 3000 different sequences that carry one label only.

    Of equal rows the first is kept; a sequence with two labels is dropped.
    """
    everything = load_all()
    rows = of_one_label(zip(everything.sequence, everything.label, strict=True))
    return SpliceJunctions(
        read_only(everything.sequence[rows]), read_only(everything.label[rows])
    )
