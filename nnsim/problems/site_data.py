"""Splice-site sequences encoded and parted, for models of every kind.

What you can do here
--------------------
- load, encode and part them: ``load_sites``;
- turn them into features of a kind: ``features_of``.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from nnsim.arrays import Array, one_hot
from nnsim.datasets import dna_features, splice_junctions
from nnsim.datasets.one_hot import BASES, encode
from nnsim.datasets.splits import Split, split

N_CLASSES = len(splice_junctions.CLASSES)
DONOR, ACCEPTOR, NEITHER = range(N_CLASSES)  # places in CLASSES
KINDS = ("donor", "acceptor", "no site")  # what they are called


@dataclass(frozen=True, eq=False)
class Sites:
    """Sequences, what they are, and random splits of them."""

    X: Array  # (n, 60, 4) float32, one-hot
    y: Array  # (n,) class numbers
    targets: Array  # (n, 3) float32, one-hot
    parts: tuple[Split, ...]  # rows to learn from and rows held out
    letters: str = BASES  # in which they are written

    @property
    def n_classes(self) -> int:
        """Count the classes."""
        return int(self.targets.shape[1])


@cache
def n_sequences() -> int:
    """Count the different sequences."""
    return len(splice_junctions.load().number)


def load_sites(seed: int, n_splits: int, n_train: int, n_test: int) -> Sites:
    """Load the different sequences and part them ``n_splits`` times at random."""
    table = splice_junctions.load()
    rng = np.random.default_rng([seed, 0])
    parts = tuple(
        split(len(table.number), rng, train=n_train, test=n_test)
        for _ in range(n_splits)
    )
    targets = one_hot(table.number, N_CLASSES).astype(np.float32)
    return Sites(encode(table.sequence, np.float32), table.number, targets, parts)


def features_of(X: Array, kind: str, k: int) -> Array:
    """Turn sequences into rows of features: "kmers", "rules" or "one_hot".

    The rules take it that the site is in the middle.
    """
    match kind:
        case "kmers":
            return dna_features.kmer_counts(X, k)
        case "rules":
            return dna_features.expert_rules(X, X.shape[1] // 2)
    return X.reshape(len(X), -1)
