"""How the weights of networks spread while they learn: counts in bins.

What you can do here
--------------------
- count the weights of several runs in the same bins: ``count_weights``.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.network.network import Network
from nnsim.training.history import History


@dataclass(frozen=True, eq=False)
class Weights:
    """The weights of the split shown, counted in bins, without decay and with."""

    steps: Array  # (n_pictures,) of training
    edges: Array  # (n_bins + 1,) of the bins
    counts: Array  # (2, n_pictures, n_bins) weights in each bin
    largest: Array  # (2,) size of the largest weight at the end
    size: Array  # (2,) root mean square of the weights at the end
    n_weights: int


def count_weights(runs: Sequence[History], steps: Sequence[int]) -> Weights:
    """Count the weights of the split shown in bins, run by run and step by step."""
    kept = [dict(zip(run.snapshot_epochs, run.snapshots, strict=True)) for run in runs]
    networks = [[run[step][0] for step in steps] for run in kept]
    weights = np.array([[_weights(net) for net in row] for row in networks])
    reach = round(float(np.abs(weights).max())) + 0.5  # a bin is 1 wide, one is at 0
    edges = np.arange(-reach, reach + 0.5)
    counts = np.apply_along_axis(lambda w: np.histogram(w, edges)[0], 2, weights)
    return Weights(
        steps=read_only(np.array(steps)),
        edges=read_only(edges),
        counts=read_only(counts),
        largest=read_only(np.abs(weights[:, -1]).max(axis=1)),
        size=read_only(np.sqrt((weights[:, -1] ** 2).mean(axis=1))),
        n_weights=weights.shape[2],
    )


def _weights(network: Network) -> Array:
    """Return all weights of a network in a row, without the biases."""
    return np.concatenate([layer.W.ravel() for layer in network.layers])
