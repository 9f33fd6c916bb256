"""How sure a neuron of one input is of the truth, and what that costs.

What you can do here
--------------------
- make neurons w · (x − threshold), one or many at once: ``neurons``;
- compute the probability that each gives to each sample's class: ``of_truth``;
- compute mean loss and wrong answers of each: ``judge``.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from nnsim.arrays import Array, Inputs, Targets, read_only
from nnsim.network.activations import ACTIVATIONS
from nnsim.network.losses import binary_cross_entropy
from nnsim.network.network import Dense, Network


def neurons(w: npt.ArrayLike, threshold: npt.ArrayLike) -> Network:
    """Return sigmoid neurons z = w x + b with b = −w · threshold.

    Parameters
    ----------
    w, threshold
        Numbers, or arrays (S,) for S neurons at once; threshold is the x of p = 0.5.
    """
    slope, middle = np.broadcast_arrays(np.asarray(w, float), threshold)
    bias = -slope * middle
    layer = Dense(slope[..., None, None], bias[..., None], ACTIVATIONS["sigmoid"])
    return Network((layer,))


def of_truth(network: Network, X: Inputs, y: Targets) -> Array:
    """Return the probability of the right class, (…, n_samples)."""
    p = network.predict(X)
    return np.asarray(np.where(y == 1, p, 1 - p)[..., 0])


@dataclass(frozen=True, eq=False)
class Judged:
    """What two measures say of neurons in a row."""

    w: Array  # (S,)
    threshold: Array  # (S,) in the unit of x
    loss: Array  # (S,) mean cross-entropy
    wrong: Array  # (S,) samples whose class has a probability under one half


def judge(w: npt.ArrayLike, threshold: npt.ArrayLike, X: Inputs, y: Targets) -> Judged:
    """Compute mean loss and wrong answers of S neurons; one of both may be a number."""
    slopes, middles = np.broadcast_arrays(np.asarray(w, float), threshold)
    network = neurons(slopes, middles)
    forward = network.forward(X)
    loss = binary_cross_entropy.value(forward.z[-1], forward.y_hat, y)
    # On which side z lies is exact where x is the threshold; p has rounding in it.
    side = (X[:, 0] - middles[:, None]) * np.sign(slopes)[:, None] * (2 * y[:, 0] - 1)
    return Judged(
        read_only(slopes), read_only(middles), read_only(loss),
        read_only((side < 0).sum(axis=-1)),
    )  # fmt: skip
