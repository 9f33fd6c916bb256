"""Networks with some of their hidden neurons switched off, as dropout does.

What you can do here
--------------------
- draw which neurons are on, row by row of a run: ``masks_of_bird``;
- cut the neurons of one mask out of a network: ``thin``;
- compare what thinned networks answer alone, and all together: ``average``.
"""

from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.network.losses import binary_cross_entropy
from nnsim.network.network import Dense, Network
from nnsim.training.noise import Noise


@dataclass(frozen=True, eq=False)
class Average:
    """Losses of networks, each thinned by many masks, (n_networks,) each."""

    alone: Array  # mean loss of the thinned networks, each answering for itself
    together: Array  # loss of the mean of their probabilities


def masks_of_bird(noise: Noise, seed: int, n: int, width: int, n_steps: int) -> Array:
    """Return the masks that training draws for row 0 in its first steps.

    Parameters
    ----------
    noise
        Its dropout.
    seed
        Of the generator that training was given.
    n, width
        Rows in a step, and neurons of the one hidden layer.

    Returns
    -------
    Array
        (n_steps, width) True where a neuron is on.
    """
    rng = np.random.default_rng(seed)
    drawn = [noise.masks(rng, n, (1, width, 1))[0][0] for _ in range(n_steps)]
    return read_only(np.stack(drawn) > 0)


def thin(network: Network, mask: Array) -> Network:
    """Multiply what the neurons of the one hidden layer pass on.

    Parameters
    ----------
    network
        One hidden layer; one network, or S.
    mask
        (width,), or (S, width); 0 switches off, as in
        :meth:`nnsim.training.noise.Noise.masks`.
    """
    hidden, output = network.layers
    W = output.W * mask[..., None, :]
    return Network((hidden, Dense(W, output.b, output.activation)))


def average(
    networks: Network, X: Array, y: Array, noise: Noise, n_masks: int
) -> Average:
    """Let thinned networks answer alone and together.

    Parameters
    ----------
    networks
        S networks of one hidden layer.
    X, y
        (S, n_samples, 2) and (S, n_samples, 1).
    noise
        Its dropout.
    n_masks
        Masks of each network, the same for all samples.
    """
    rng = np.random.default_rng(0)
    shape = len(X), networks.widths
    masks = (noise.masks(rng, *shape)[0] for _ in range(n_masks))
    p = np.stack([thin(networks, mask).predict(X) for mask in masks])
    alone = np.stack([_loss(one, y) for one in p]).mean(axis=0)
    return Average(read_only(alone), read_only(_loss(p.mean(axis=0), y)))


def _loss(p: Array, y: Array) -> Array:
    """Return the mean cross-entropy of probabilities, (S,)."""
    p = np.clip(p, 1e-7, 1 - 1e-7)  # of a probability only, z is not to be had
    z = np.log(p) - np.log1p(-p)
    return binary_cross_entropy.value(z, p, y)
