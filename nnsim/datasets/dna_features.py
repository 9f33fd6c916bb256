"""Features of DNA made by hand: counts of short words, and an expert's rules.

What you can do here
--------------------
- count every word of k bases: ``kmer_counts``, named by ``kmers``;
- ask what a biologist would ask of a splice site: ``expert_rules``;
- weigh the bases of a known pattern: ``pattern``;
- cut a window out of each sequence at its own place: ``cut``; at random:
  ``cut_anywhere``.

Sequences are one-hot, (n_sequences, length, 4), as ``one_hot.encode`` gives them.
"""

from itertools import product

import numpy as np

from nnsim.arrays import Array
from nnsim.datasets.one_hot import BASES

A, C, G, T = range(4)
TRACT = (-18, -3)  # where the pyrimidine tract lies, counted from the site
RULES = (
    "GT after the site",
    "AG before the site",
    "C or T in the tract",
    "longest run of C, T",
    "G just before",
    "G at the fifth base",
    "G, C before the site",
    "G, C after the site",
)


# Where the first three look, counted from the site: first base, and first one after.
PLACES = ((0, 2), (-2, 0), TRACT)


def kmers(k: int, letters: str = BASES) -> tuple[str, ...]:
    """Return all words of k bases in alphabetical order."""
    return tuple("".join(word) for word in product(letters, repeat=k))


def word_numbers(X: Array, k: int) -> Array:
    """Return the place in ``kmers(k)`` of the word at each position, (n, L − k + 1)."""
    base = X.argmax(axis=2)
    n_places = base.shape[1] - k + 1
    powers = [4 ** (k - 1 - i) * base[:, i : i + n_places] for i in range(k)]
    return np.asarray(np.sum(powers, axis=0))


def kmer_counts(X: Array, k: int) -> Array:
    """Count how often each word of k bases occurs, (n_sequences, 4 ** k)."""
    words = word_numbers(X, k)
    rows = 4**k * np.arange(len(X))[:, None]
    counts = np.bincount((words + rows).ravel(), minlength=len(X) * 4**k)
    return counts.reshape(len(X), 4**k)


def expert_rules(X: Array, site: int) -> Array:
    """Answer the eight ``RULES``, (n_sequences, 8); ``site``: first base after it."""
    pyrimidine = X[:, :, C] + X[:, :, T]
    strong = X[:, :, G] + X[:, :, C]
    return np.stack(
        [
            X[:, site, G] * X[:, site + 1, T],
            X[:, site - 2, A] * X[:, site - 1, G],
            pyrimidine[:, site + TRACT[0] : site + TRACT[1]].mean(axis=1),
            longest_run(pyrimidine[:, :site]),
            X[:, site - 1, G],
            X[:, site + 4, G],
            strong[:, :site].mean(axis=1),
            strong[:, site:].mean(axis=1),
        ],
        axis=1,
    )


def pattern(X: Array, background: Array) -> Array:
    """Return a position-weight matrix: log of the share over that in ``background``.

    Parameters
    ----------
    X
        Aligned sequences that have the pattern, (n, width, 4).
    background
        Other sequences, (n, length, 4).

    Returns
    -------
    Array
        (width, 4); one sequence more of each base keeps the logarithms finite.
    """
    share = (X.sum(axis=0) + 1) / (len(X) + 4)
    return np.asarray(np.log(share / background.mean(axis=(0, 1))))


def longest_run(marks: Array) -> Array:
    """Return the length of the longest run of ones in each row, (n_rows,)."""
    run = longest = np.zeros(len(marks))
    for mark in marks.T:
        run = (run + 1) * mark
        longest = np.maximum(longest, run)
    return longest


def cut(X: Array, start: Array, length: int) -> Array:
    """Cut ``length`` bases out of each sequence from its own ``start``, (n,)."""
    columns = start[:, None] + np.arange(length)
    return np.asarray(X[np.arange(len(X))[:, None], columns])


def cut_anywhere(X: Array, rng: np.random.Generator, length: int) -> Array:
    """Cut ``length`` bases out of each sequence at a random place of its own."""
    return cut(X, rng.integers(0, X.shape[1] - length + 1, len(X)), length)
