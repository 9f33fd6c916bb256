"""How well each model tells splice sites, by features and over several splits.

What you can do here
--------------------
- score the classical models where the site is in the middle: ``score_aligned``;
- score them where it may lie anywhere: ``score_moved``;
- score networks: ``score_networks``;
- score one and the same answer to all: ``score_constant``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array
from nnsim.classical.scoring import score
from nnsim.experiments.features.known_pattern import scan
from nnsim.network.conv_network import ConvNetwork
from nnsim.problems.site_data import Sites, features_of
from nnsim.spread import Spread
from nnsim.training.scores import share_right


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


def score_networks(sites: Sites, X: Array, networks: Iterable[ConvNetwork]) -> Score:
    """Score the network of each split on what of X, whole or cut, it is held out."""
    shares = [
        share_right(network.predict(X[part.test]), sites.targets[part.test])
        for network, part in zip(networks, sites.parts, strict=True)
    ]
    return Score("one_hot", "cnn", Spread.of(shares))


def score_constant(sites: Sites, label: int) -> Spread:
    """Return the share of the held-out sequences that are of a class, (n_splits,)."""
    return Spread.of([np.mean(sites.y[part.test] == label) for part in sites.parts])
