"""Neurons that no sample wakes: z ≤ 0 for all, so ReLU's slope is 0 and none learns.

What you can do here
--------------------
- find the dead neurons of a hidden layer: ``dead_neurons``;
- follow one neuron until no sample wakes it any more: ``until_dead``.
"""

from collections.abc import Sequence

import numpy as np

from nnsim.arrays import Array, Inputs, read_only
from nnsim.errors import InputError
from nnsim.network.network import Network


def dead_neurons(network: Network, X: Inputs) -> Array:
    """Tell which neurons of the first layer have z ≤ 0 for all rows, (…, n_out)."""
    return np.asarray((network.forward(X).z[0] <= 0).all(axis=-2))


def until_dead(snapshots: Sequence[Network], neuron: int, X: Inputs) -> Array:
    """Follow z of one neuron of the first layer until it is dead for good.

    Returns
    -------
    Array
        (n_steps + 1, n_samples): z before each step; in the last row, for the first
        time, no z is above zero, and none is again.

    Raises
    ------
    InputError
        If the neuron is alive in the last snapshot.
    """
    z = np.stack([network.forward(X).z[0][:, neuron] for network in snapshots])
    awake = np.flatnonzero((z > 0).any(axis=1))
    if len(awake) and awake[-1] == len(z) - 1:
        raise InputError(f"neuron {neuron} is alive in the last snapshot")
    n_alive = int(awake[-1]) + 1 if len(awake) else 0
    return read_only(z[: n_alive + 1])
