"""How networks do on birds that neither taught them nor chose them.

What you can do here
--------------------
- judge one network per split on its test rows: ``judge``;
- take out of each run the network of the epoch where validation was best:
  ``stopped``.
"""

from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array
from nnsim.network.losses import binary_cross_entropy
from nnsim.network.network import Network, stack
from nnsim.spread import Spread
from nnsim.training.history import History
from nnsim.training.scores import share_right


@dataclass(frozen=True, eq=False)
class Outcome:
    """Test scores of one network per split."""

    loss: Spread  # (n_splits,) mean loss on the test rows
    right: Spread  # (n_splits,) share of them answered right
    sure: Spread  # (n_splits,) mean probability of the answer given, right or wrong


def judge(networks: Network, X: Array, y: Array) -> Outcome:
    """Score network s on rows s of X (S, n, n_in) and y (S, n, 1)."""
    p = networks.predict(X)
    sure = np.maximum(p, 1 - p).mean(axis=(1, 2))
    return Outcome(
        loss=Spread.of(networks.loss(X, y, binary_cross_entropy)),
        right=Spread.of(share_right(p, y)),
        sure=Spread.of(sure),
    )


def stopped(history: History, epochs: Array) -> Network:
    """Take network s as it was after epoch s; each has to be among the snapshots."""
    kept = dict(zip(history.snapshot_epochs, history.snapshots, strict=True))
    return stack([kept[int(epoch)][s] for s, epoch in enumerate(epochs)])
