"""Words of k bases, counted along one sequence, and what the counts leave out.

What you can do here
--------------------
- count the words of a sequence, place by place: ``count_words``;
- tell whether its bases in another order have the same words: ``has_another_order``.
"""

from itertools import combinations
from typing import Any

import numpy as np

from nnsim.arrays import Array, one_hot, read_only
from nnsim.datasets import dna_features
from nnsim.datasets.one_hot import BASES, decode
from nnsim.magnitudes import spelled_out

MOST_LISTED = 64  # of more words only those are listed that occur


def count_words(X: Array, k: int, letters: str = BASES) -> dict[str, Any]:
    """Count the words of one sequence (1, n_bases, 4), place by place."""
    words = dna_features.word_numbers(X, k)[0]
    names = dna_features.kmers(k, letters)
    running = np.zeros((len(words) + 1, len(names)), int)
    running[1:] = np.cumsum(one_hot(words, len(names)), axis=0)
    listed = np.arange(len(names))
    if len(names) > MOST_LISTED:
        listed = np.flatnonzero(running[-1])
    return {
        "k_in_words": spelled_out(k),
        "kmers": names,
        "words": read_only(words),
        "running": read_only(running),
        "n_kmers": len(names),
        "n_places": len(words),
        "listed": read_only(listed),
        "n_unlisted": len(names) - len(listed),
        "order_is_lost": has_another_order(str(decode(X)[0]), k),
    }


def has_another_order(bases: str, k: int) -> bool:
    """Tell whether two stretches may change places, and all counts stay.

    They may where the k - 1 bases at which both begin, and those at which both end,
    are the same: then no word is new where they are joined.
    """
    joints = [bases[at : at + k - 1] for at in range(len(bases) - k + 2)]
    equal = [
        (a, b) for a, b in combinations(range(len(joints)), 2) if joints[a] == joints[b]
    ]
    others = (
        bases[:a] + bases[b:d] + bases[c:b] + bases[a:c] + bases[d:]
        for a, b in equal
        for c, d in equal
        if a < c <= b < d
    )
    return any(other != bases for other in others)
