"""How well each model tells splice sites, by features and over several splits.

What you can do here
--------------------
- score the classical models where the site is in the middle: ``score_aligned``;
- score them where it may lie anywhere: ``score_moved``;
- look for a known pattern at every place: ``scan``.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array
from nnsim.classical.scoring import score
from nnsim.datasets.dna_features import cut_anywhere, pattern
from nnsim.datasets.splits import Split
from nnsim.network.convolution import convolve
from nnsim.problems.site_data import ACCEPTOR, DONOR, NEITHER, Sites, features_of
from nnsim.spread import Spread

# Class and bases of the patterns that a biologist would look for.
PATTERNS = ((DONOR, 27, 37), (ACCEPTOR, 10, 33))


@dataclass(frozen=True, eq=False)
class Score:
    """Held-out accuracy of one model on one kind of features."""

    features: str  # "kmers", "rules", "one_hot" or "scan"
    model: str  # "logistic", "svm", "forest" or "cnn"
    right: Spread  # (n_splits,) share right, 0 … 1


def score_aligned(sites: Sites, kind: str, model: str, k: int) -> Score:
    """Score a model where the site is always in the middle."""
    X, y = features_of(sites.X, kind, k), sites.y
    shares = [
        score(model, (X[part.train], y[part.train]), (X[part.test], y[part.test]))
        for part in sites.parts
    ]
    return Score(kind, model, Spread.of(shares))


def score_moved(
    sites: Sites, kind: str, model: str, k: int, windows: Array, more: Sequence[Array]
) -> Score:
    """Score a model on windows cut at random.

    Parameters
    ----------
    sites
        The whole sequences, of which ``windows`` are cuts.
    kind, model, k
        Features ("scan" too), model, bases in a counted word.
    windows
        One window of each sequence, (n, length, 4), to learn from or to judge by.
    more
        Further windows of the sequences, to learn from.
    """
    shares = []
    for part in sites.parts:
        X = np.concatenate([cuts[part.train] for cuts in (windows, *more)])
        y = np.tile(sites.y[part.train], 1 + len(more))
        held_out = windows[part.test]
        if kind == "scan":
            train, test = scan(sites, part, X), scan(sites, part, held_out)
        else:
            train, test = features_of(X, kind, k), features_of(held_out, kind, k)
        shares.append(score(model, (train, y), (test, sites.y[part.test])))
    return Score(kind, model, Spread.of(shares))


def scan(sites: Sites, part: Split, windows: Array) -> Array:
    """Slide the known patterns along windows; keep the best match of each, (n, 2).

    The patterns are those of the aligned training sequences: this model is told
    where the sites lie.
    """
    X, y = sites.X[part.train], sites.y[part.train]
    best = []
    for label, start, end in PATTERNS:
        W = pattern(X[y == label, start:end], X[y == NEITHER])
        best.append(convolve(windows, W[None], np.zeros(1)).max(axis=(1, 2)))
    return np.stack(best, axis=1)


def cut_windows(
    sites: Sites, length: int, n_cuts: int, rng: np.random.Generator
) -> tuple[Array, ...]:
    """Cut windows out of every sequence at random places, ``n_cuts`` times."""
    return tuple(cut_anywhere(sites.X, rng, length) for _ in range(n_cuts))
