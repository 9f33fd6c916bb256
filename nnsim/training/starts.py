"""The same network from several random starts, trained and judged at once.

What you can do here
--------------------
- draw one network for each start: ``draw(widths, activations, n_starts)``;
- see how it does on rows that it did not learn from: ``held_out_accuracy``;
- measure the gradient in each layer before any training: ``gradient_sizes``.
"""

from collections.abc import Callable, Sequence

import numpy as np

from nnsim.arrays import Array, Inputs, Targets, read_only
from nnsim.datasets.splits import split
from nnsim.network.losses import Loss
from nnsim.network.network import Network, stack
from nnsim.training.history import History

Train = Callable[[Network, Inputs, Targets], History]


def draw(widths: Sequence[int], activations: Sequence[str], n_starts: int) -> Network:
    """Draw an ensemble; network s has its weights from the generator of seed s."""
    return stack(
        [
            Network.initialise(widths, activations, np.random.default_rng(seed))
            for seed in range(n_starts)
        ]
    )


def held_out_accuracy(
    networks: Network, X: Inputs, y: Targets, *, n_test: int, train: Train
) -> Array:
    """Train each network on a random part of the rows; judge it on the others.

    Parameters
    ----------
    networks
        S networks; number s learns from the split drawn with seed s, in which both
        classes have the same shares as in the whole.
    X, y
        All rows, (n_samples, n_in) and (n_samples, 1) of 0 and 1.
    n_test
        Rows that are held out.
    train
        Trains an ensemble on (S, n_train, n_in) and (S, n_train, 1).

    Returns
    -------
    Array
        (S,) share of the held-out rows on the right side of one half.
    """
    (n_splits,) = networks.lead
    parts = [
        split(
            len(X),
            np.random.default_rng(seed),
            train=len(X) - n_test,
            test=n_test,
            labels=y[:, 0].astype(int),
        )
        for seed in range(n_splits)
    ]
    learned = np.stack([part.train for part in parts])
    judged = np.stack([part.test for part in parts])
    trained = train(networks, X[learned], y[learned]).network
    right = (trained.predict(X[judged]) > 0.5) == (y[judged] > 0.5)
    return read_only(right.mean(axis=(1, 2)))


def gradient_sizes(networks: Network, X: Inputs, y: Targets, loss: Loss) -> Array:
    """Return the root mean square of dL/dW in each layer, (S, n_layers)."""
    gradients = networks.backward(networks.forward(X), y, loss)
    return read_only(
        np.stack([np.sqrt((dW**2).mean(axis=(-2, -1))) for dW in gradients.dW], axis=-1)
    )
