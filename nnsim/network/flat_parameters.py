"""All parameters of a network in one row: W row by row, then b, layer after layer.

What you can do here
--------------------
- count them: ``count``;
- join W and b of each layer into a row: ``flatten``;
- cut a row into W and b of each layer, without copying: ``split``.

In every shape ``…`` is nothing for one network or S for an ensemble.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np

from nnsim.arrays import Biases, Flat, Weights


def count(widths: Sequence[int]) -> int:
    """Count the parameters of a network with these widths, inputs first."""
    return sum(n_out * n_in + n_out for n_in, n_out in pairwise(widths))


def flatten(pairs: Iterable[tuple[Weights, Biases]]) -> Flat:
    """Copy W and b of each layer into one row, (…, n_parameters)."""
    parts = [part for W, b in pairs for part in (W.reshape(*b.shape[:-1], -1), b)]
    return np.concatenate(parts, axis=-1)


def split(flat: Flat, widths: Sequence[int]) -> list[tuple[Weights, Biases]]:
    """Cut parameters (…, n_parameters) into views: W and b of each layer."""
    views, start = [], 0
    for n_in, n_out in pairwise(widths):
        middle, end = start + n_out * n_in, start + n_out * (n_in + 1)
        W = flat[..., start:middle].reshape(*flat.shape[:-1], n_out, n_in)
        views.append((W, flat[..., middle:end]))
        start = end
    return views
