"""How often networks are right: over rows, and over splits of them.

What you can do here
--------------------
- tell which rows are answered wrongly: ``is_wrong``; count them: ``n_wrong``;
- compute the share answered right: ``share_right``;
- train one network a split, all at once, and score each: ``over_splits``.

With one output, an answer is right on its target's side of one half; with several, if
the largest is that of the target. In every shape ``…`` is nothing for one network or
S for an ensemble.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from nnsim.arrays import Array, Inputs, Outputs, PerNetwork, Targets
from nnsim.datasets.splits import Split
from nnsim.network.network import Network
from nnsim.spread import Spread
from nnsim.training.history import History

Train: TypeAlias = Callable[[Network, Inputs, Targets], History]


def is_wrong(y_hat: Outputs, y: Targets) -> Array:
    """Tell which rows are answered wrongly, (…, n_samples)."""
    if y.shape[-1] == 1:
        return np.asarray(((y_hat > 0.5) != (y > 0.5))[..., 0])
    return np.asarray(y_hat.argmax(axis=-1) != y.argmax(axis=-1))


def n_wrong(y_hat: Outputs, y: Targets) -> PerNetwork:
    """Count the rows answered wrongly, (…,)."""
    return np.asarray(is_wrong(y_hat, y).sum(axis=-1))


def share_right(y_hat: Outputs, y: Targets) -> PerNetwork:
    """Return the share of rows answered right, (…,)."""
    return np.asarray((~is_wrong(y_hat, y)).mean(axis=-1))


@dataclass(frozen=True, eq=False)
class Scores:
    """How often networks are right, one network a split."""

    right: Spread  # (S,) share of the rows held out
    train_right: Spread  # (S,) share of the rows learned from


def over_splits(
    networks: Network, X: Inputs, y: Targets, splits: Sequence[Split], train: Train
) -> Scores:
    """Train network s on the training rows of split s; score it on its test rows.

    Parameters
    ----------
    networks
        S networks.
    X, y
        All rows, (n_samples, n_in) and (n_samples, n_out).
    splits
        S, all of one size.
    train
        Trains an ensemble on (S, n_train, n_in) and (S, n_train, n_out).
    """
    rows = np.stack([part.train for part in splits])
    held_out = np.stack([part.test for part in splits])
    trained = train(networks, X[rows], y[rows]).network

    def right(rows: Array) -> Spread:
        return Spread.of(share_right(trained.predict(X[rows]), y[rows]))

    return Scores(right=right(held_out), train_right=right(rows))
