"""The largest families of a table, and who of them is held out.

What you can do here
--------------------
- list families with their links, to be drawn: ``largest``;
- lay the largest family of one kind side by side: ``align``.
"""

from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.datasets.codons import translate
from nnsim.datasets.one_hot import decode
from nnsim.datasets.splice_junctions import SITE


@dataclass(frozen=True, eq=False)
class Relatives:
    """One family."""

    links: Array  # (n_links, 2) members that are related directly
    held_out: Array  # (n_members,) whether a random split holds this one out
    mixed: bool  # some are held out, others are to learn from


@dataclass(frozen=True, eq=False)
class Alignment:
    """Relatives side by side, the likest to the first one on top."""

    sequences: tuple[str, ...]  # (n,) of 60 bases
    same: Array  # (n, 60) whether a base is that of the first
    n_same: Array  # (n,) places where it is
    share_same: float  # of all bases, the first sequence left out
    n: int
    held_out: Array  # (n,) whether a random split holds this one out
    peptide: str  # what the first one's exon codes for


def largest(
    family: Array, pairs: Array, test: Array, at_least: int
) -> tuple[Relatives, ...]:
    """List the families with at least so many members, the largest first.

    Parameters
    ----------
    family
        Family of each row, (n,).
    pairs
        Rows that are related directly, (n_pairs, 2).
    test
        Rows that are held out.
    """
    names, counts = np.unique(family, return_counts=True)
    order = np.argsort(-counts, kind="stable")
    found = []
    for name in names[order][counts[order] >= at_least]:
        rows = np.flatnonzero(family == name)
        links = np.searchsorted(rows, pairs[family[pairs[:, 0]] == name])
        out = np.isin(rows, test)
        mixed = bool(out.any() and not out.all())
        found.append(Relatives(read_only(links), read_only(out), mixed))
    return tuple(found)


def align(X: Array, y: Array, family: Array, test: Array) -> Alignment:
    """Lay the largest family whose members are all donors side by side.

    Parameters
    ----------
    X, y
        One-hot sequences (n, 60, 4) and their classes (n,), 0 for donors.
    family
        Family of each row, (n,).
    test
        Rows that are held out.
    """
    donors = [name for name in np.unique(family) if not y[family == name].any()]
    sizes = [int(np.sum(family == name)) for name in donors]
    rows = np.flatnonzero(family == donors[int(np.argmax(sizes))])
    base = X[rows].argmax(axis=2)
    order = np.argsort(-(base == base[0]).sum(axis=1), kind="stable")
    rows, base = rows[order], base[order]
    same = base == base[0]
    texts = tuple(str(text) for text in decode(X[rows]))
    return Alignment(
        sequences=texts,
        same=read_only(same),
        n_same=read_only(same.sum(axis=1)),
        share_same=float(same[1:].mean()),
        n=len(rows),
        held_out=read_only(np.isin(rows, test)),
        peptide=translate(texts[0][:SITE]),
    )
