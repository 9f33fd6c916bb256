"""Penalties that keep a network simple.

What you can do here
--------------------
- compute the penalty of weight decay: ``penalty(network, weight_decay)``;
- know which parameters it acts on: ``weights_only``.

Convention: weight decay λ adds (λ/2) Σ W² to the loss, hence λ W to its gradient
(L2; Krogh & Hertz 1991). Biases are left alone. The optimizer sees the sum, so
with Adam this is L2 in the classical sense, not the decoupled AdamW. Reported
losses never contain the penalty.
"""

from collections.abc import Sequence

import numpy as np

from nnsim.arrays import Flat, PerNetwork
from nnsim.network.flat_parameters import count, split
from nnsim.network.network import Network


def weights_only(widths: Sequence[int]) -> Flat:
    """Mark the parameters that decay: 1.0 for each W, 0.0 for each b.

    Returns
    -------
    Flat
        (n_parameters,), in the order of ``Network.parameters``.
    """
    mask = np.zeros(count(widths))
    for W, _ in split(mask, widths):
        W[...] = 1.0  # W is a view into mask
    return mask


def penalty(network: Network, weight_decay: float) -> PerNetwork:
    """Compute (λ/2) Σ W² of each network, (…,)."""
    squares = network.parameters**2 * weights_only(network.widths)
    return np.asarray(weight_decay / 2 * squares.sum(axis=-1))
