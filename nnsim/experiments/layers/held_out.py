"""Networks of several shapes on the same splits: scores on rows held out.

What you can do here
--------------------
- train one network per split, all at once, and score it: ``score``.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array
from nnsim.datasets.splits import Split
from nnsim.network.losses import binary_cross_entropy
from nnsim.network.network import Network, stack
from nnsim.spread import Spread
from nnsim.training.loop import train
from nnsim.training.optimizers import Optimizer


@dataclass(frozen=True, eq=False)
class Scores:
    """What networks of one shape reach, one network for each split."""

    widths: tuple[int, ...]  # inputs, then neurons in each layer
    n_parameters: int
    right: Spread  # (n_splits,) share of the held-out rows answered right
    train_right: Spread  # (n_splits,) share of the rows it learned from


def score(
    widths: Sequence[int],
    X: Array,
    y: Array,
    splits: Sequence[Split],
    *,
    optimizer: Optimizer,
    n_epochs: int,
    weight_decay: float,
) -> Scores:
    """Train one network per split on its training rows and score it on its test rows.

    Hidden layers are tanh, the output is a sigmoid. Network s starts from seed s,
    whatever its shape.

    Parameters
    ----------
    widths
        Number of inputs, then of neurons in each layer.
    X, y
        All rows, (n_samples, n_in) and (n_samples, 1).
    splits
        All of one size.
    optimizer, n_epochs, weight_decay
        See :func:`nnsim.training.loop.train`.
    """
    activations = ("tanh",) * (len(widths) - 2) + ("sigmoid",)
    rngs = [np.random.default_rng(s) for s in range(len(splits))]
    nets = stack([Network.initialise(widths, activations, rng) for rng in rngs])
    rows = np.stack([part.train for part in splits])
    held_out = np.stack([part.test for part in splits])
    run = train(
        nets,
        X[rows],
        y[rows],
        loss=binary_cross_entropy,
        optimizer=optimizer,
        n_epochs=n_epochs,
        weight_decay=weight_decay,
    )
    return Scores(
        widths=tuple(widths),
        n_parameters=nets.n_parameters,
        right=Spread.of(_share_right(run.network, X[held_out], y[held_out])),
        train_right=Spread.of(_share_right(run.network, X[rows], y[rows])),
    )


def _share_right(networks: Network, X: Array, y: Array) -> Array:
    """Return the share of rows on the right side of one half, (n_networks,)."""
    is_right = (networks.predict(X) > 0.5) == (y > 0.5)
    share: Array = is_right.mean(axis=(-2, -1))
    return share
