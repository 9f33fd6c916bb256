"""Sequence logos as numbers: what weights or a filter ask for at each position.

What you can do here
--------------------
- centre weights, so that each position says only which base: ``centred``;
- find the windows that excite a filter: ``excited_windows``;
- turn windows into letter heights in bits: ``letter_heights``;
- read the tallest letter of each position: ``consensus``.
"""

import numpy as np

from nnsim.arrays import Array
from nnsim.datasets.one_hot import BASES
from nnsim.network.convolution import convolve

EXCITED = 0.6  # share of a filter's largest z from which a window counts


def centred(W: Array) -> Array:
    """Take the mean over the bases off each position, (…, n_positions, 4).

    Of the four inputs of a position exactly one is 1, so a constant added to their
    weights only shifts the bias.
    """
    return np.asarray(W - W.mean(axis=-1, keepdims=True))


def excited_windows(X: Array, W: Array) -> tuple[Array, Array]:
    """Find where one filter W (width, 4) answers with 60 % of its largest z or more.

    Returns
    -------
    tuple of Array
        Rows of X (n_windows,) and first positions of the windows (n_windows,).
    """
    z = convolve(X, W[None], np.zeros(1, X.dtype))[:, :, 0]
    rows, first = np.nonzero(z >= EXCITED * z.max())
    return rows, first


def letter_heights(X: Array, rows: Array, first: Array, width: int) -> Array:
    """Return share × information of each base in windows of X, in bits, (width, 4).

    The letters of a position add up to 2 − H bits, H the entropy of its bases; 2 if
    one base stands there always, 0 if all four are as frequent.

    Source: Schneider & Stephens 1990, Nucleic Acids Research 18:6097,
    https://doi.org/10.1093/nar/18.20.6097.
    """
    share = X[rows[:, None], first[:, None] + np.arange(width)].mean(axis=0)
    logarithm = np.log2(np.where(share > 0, share, 1))
    information = 2 + (share * logarithm).sum(axis=1, keepdims=True)
    return np.asarray(share * information)


def consensus(heights: Array, letters: str = BASES) -> str:
    """Read the tallest letter of each position of (n_positions, 4)."""
    return "".join(letters[k] for k in heights.argmax(axis=1))
