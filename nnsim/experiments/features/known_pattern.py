"""Known patterns, looked for at every place, and windows to look in.

What you can do here
--------------------
- cut windows out of sequences at random places: ``cut_windows``;
- look for a known pattern at every place: ``scan``.
"""

import numpy as np

from nnsim.arrays import Array
from nnsim.datasets.dna_features import cut_anywhere, pattern
from nnsim.datasets.splice_junctions import SITE
from nnsim.datasets.splits import Split
from nnsim.network.convolution import convolve
from nnsim.problems.site_data import ACCEPTOR, DONOR, NEITHER, Sites

# Class and bases of the patterns that a biologist would look for.
PATTERNS = ((DONOR, SITE - 3, SITE + 7), (ACCEPTOR, SITE - 20, SITE + 3))


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
