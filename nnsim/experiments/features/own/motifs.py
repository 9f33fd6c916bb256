"""What the weights of a single layer spell for each class, and whether that is so.

What you can do here
--------------------
- read the motif of each class: ``read_motifs``;
- choose the bases of which weights are drawn: ``drawn``.

A motif is read off the weights alone; how many of its letters sequences have is then
counted in those held out. It is borne out if those of its class have more of them than
the others, and more than these letters are in the whole of such sequences: a class is
also told by what it lacks, and that spells nothing.
"""

from dataclasses import dataclass, replace

import numpy as np

from nnsim.arrays import Array
from nnsim.datasets.one_hot import BASES
from nnsim.experiments.features.logos import consensus
from nnsim.spread import Spread

LONGEST = 6  # letters of a motif
TALL = 0.5  # of the tallest letter of a motif, what those at its ends have at least
DRAWN = 32  # bases of which weights are drawn at most
SURE = 2.0  # doubts of both shares that a gap must exceed


@dataclass(frozen=True, eq=False)
class Motif:
    """The letters for which the weights of a class ask most, where they do."""

    label: int  # number of the class
    class_name: str
    word: str  # its letters
    start: int  # base at which it begins, from 0
    first: int  # the same, from 1
    last: int  # base at which it ends, from 1
    of_class: float  # share of its letters that held-out sequences of the class have
    of_others: float  # the same share of the others
    is_borne_out: bool  # whether the class has more there, by more than chance


def read_motifs(
    weights: Array, X: Array, y: Array, names: tuple[str, ...], letters: str = BASES
) -> tuple[Motif, ...]:
    """Read a motif for each class.

    Parameters
    ----------
    weights
        (n_classes, n_bases, 4), centred.
    X, y
        Held-out sequences, one-hot, and their classes.
    names
        Of the classes.
    letters
        In which motifs are written.
    """
    motifs = (
        _read(one, X, y == k, k, name)
        for k, (one, name) in enumerate(zip(weights, names, strict=True))
    )
    return tuple(
        replace(one, word=one.word.translate(str.maketrans(BASES, letters)))
        for one in motifs
    )


def _read(weights: Array, X: Array, is_of_class: Array, label: int, name: str) -> Motif:
    """Read the motif of a class."""
    start, stop = _tallest(weights.max(axis=1))
    word = consensus(weights[start:stop])
    letters = np.array([BASES.index(base) for base in word])
    has = X[:, np.arange(start, stop), letters].mean(axis=1)
    one, other = Spread.of(has[is_of_class]), Spread.of(has[~is_of_class])
    usual = float(X[is_of_class].mean(axis=(0, 1))[letters].mean())
    gap = float(one.mean - max(other.mean, usual))
    return Motif(
        label=label,
        class_name=name,
        word=word,
        start=start,
        first=start + 1,
        last=stop,
        of_class=float(one.mean),
        of_others=float(other.mean),
        is_borne_out=bool(gap > SURE * (_doubt(one) + _doubt(other))),
    )


def _tallest(heights: Array) -> tuple[int, int]:
    """Return the stretch of the tallest letters: its first base, and first after."""
    n = min(LONGEST, len(heights))
    sums = np.convolve(heights, np.ones(n), "valid")
    start = int(sums.argmax())
    tall = heights[start : start + n] >= TALL * heights[start : start + n].max()
    (where,) = np.nonzero(tall)
    return start + int(where[0]), start + int(where[-1]) + 1


def _doubt(share: Spread) -> float:
    """Return the standard error of a mean share."""
    return float(share.sd) / np.sqrt(share.n) if share.n > 1 else 1.0


def drawn(weights: Array, motif: Motif) -> slice:
    """Choose the bases of which weights are drawn: those with the tallest letters.

    Parameters
    ----------
    weights
        (n_classes, n_bases, 4), centred.
    motif
        Is among them.
    """
    heights = weights.max(axis=(0, 2))
    n = min(DRAWN, len(heights))
    sums = np.convolve(heights, np.ones(n), "valid")
    first, last = max(0, motif.last - n), min(motif.start, len(sums) - 1)
    start = first + int(sums[first : last + 1].argmax())
    return slice(start, start + n)
