"""How the multiply-adds of a dense network grow with width, depth and data.

What you can do here
--------------------
- count one pass forward through a network of equal layers: ``forward``;
- see what several times the width, depth or data costs: ``growth``.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.network.costs import dense


def forward(n_in: int, width: int, depth: int, n_out: int) -> int:
    """Count the multiply-adds of ``depth`` hidden layers and an output layer."""
    widths = (n_in, *(width,) * depth, n_out)
    return sum(dense(*pair).multiply_adds for pair in pairwise(widths))


def growth(
    n_in: int, width: int, depth: int, n_out: int, factors: Sequence[int]
) -> Array:
    """Count again with a factor on one of width, depth and data.

    Returns
    -------
    Array
        (3, n_factors) multiply-adds over those of the network as it is, by width, by
        depth and by data.
    """
    base = forward(n_in, width, depth, n_out)
    counts = [
        [forward(n_in, f * width, depth, n_out) for f in factors],
        [forward(n_in, width, f * depth, n_out) for f in factors],
        [f * base for f in factors],
    ]
    return read_only(np.array(counts) / base)
