"""Families of related sequences: who shares a long word, or nearly every base.

What you can do here
--------------------
- find all pairs of relatives: ``related_pairs``;
- put everyone who is related, directly or by others, into one family: ``families``;
- count in how many places sequences differ: ``mismatches``.

Sequences are one-hot, (n, length, 4), as ``one_hot.encode`` gives them.
"""

import numpy as np

from nnsim.arrays import Array
from nnsim.datasets.dna_features import word_numbers


def mismatches(X: Array) -> Array:
    """Count the places in which each two sequences differ, (n, n) integers."""
    flat = X.reshape(len(X), -1).astype(np.float32)
    same = flat @ flat.T  # exact: whole numbers far below 2 ** 24
    return np.asarray(X.shape[1] - same.astype(int))


def word_pairs(X: Array, k: int) -> Array:
    """Return all pairs of sequences that share a word of k bases, anywhere.

    Parameters
    ----------
    k
        At most 31: the words are numbered in 64 bits.

    Returns
    -------
    Array
        (n_pairs, 2) row numbers, the smaller one first; each pair once.
    """
    words = word_numbers(X.astype(np.int64), k)
    rows = np.repeat(np.arange(len(X)), words.shape[1])
    order = np.argsort(words, axis=None, kind="stable")
    words, rows = words.ravel()[order], rows[order]
    found = []
    for apart in range(1, len(words)):  # equal words stand side by side
        same = words[apart:] == words[:-apart]
        if not same.any():
            break
        found.append(np.stack([rows[:-apart], rows[apart:]], axis=1)[same])
    return _tidy(found)


def related_pairs(X: Array, k: int, most: int) -> Array:
    """Return all pairs that share a word of k bases or have few mismatches.

    Parameters
    ----------
    k
        Length of a word that counts as a sign of kinship, wherever it stands.
    most
        Mismatches up to which two sequences, laid side by side, are relatives.

    Returns
    -------
    Array
        (n_pairs, 2) row numbers, the smaller one first; each pair once.
    """
    near = np.argwhere(np.triu(mismatches(X) <= most, 1))
    return _tidy([near, word_pairs(X, k)])


def join(n: int, pairs: Array) -> Array:
    """Return the family of each of n members, (n,): the lowest number in it.

    Everyone takes the lowest number among relatives, then that one's own number,
    until nothing changes (union-find, all pairs at once).
    """
    family = np.arange(n)
    while True:
        before = family.copy()
        lowest = family[pairs].min(axis=1)
        for side in pairs.T:
            np.minimum.at(family, before[side], lowest)
        family = family[family]
        if np.array_equal(family, before):
            return family


def families(X: Array, k: int, most: int) -> Array:
    """Return the family of each sequence, (n,): the lowest row number in it."""
    return join(len(X), related_pairs(X, k, most))


def _tidy(found: list[Array]) -> Array:
    """Put pairs together: each once, the smaller row first, none with itself."""
    pairs = np.sort(np.concatenate([np.empty((0, 2), int), *found]), axis=1)
    return np.unique(pairs[pairs[:, 0] < pairs[:, 1]], axis=0)
