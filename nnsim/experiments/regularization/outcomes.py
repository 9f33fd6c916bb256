"""How networks do on birds that neither taught them nor chose them.

What you can do here
--------------------
- judge one network per split on its test rows: ``judge``;
- take out of each run the network of the epoch where validation was best:
  ``stopped``.
"""

from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.network.losses import binary_cross_entropy
from nnsim.network.network import Network, stack
from nnsim.training.history import History


@dataclass(frozen=True, eq=False)
class Outcome:
    """Test scores of one network per split."""

    loss: Array  # (n_splits,) mean loss on the test rows
    right: Array  # (n_splits,) share of them answered right
    sure: Array  # (n_splits,) mean probability of the answer given, right or wrong
    mean: float  # of ``loss``
    spread: float  # its standard deviation over the splits
    right_mean: float
    right_spread: float
    sure_mean: float
    sure_spread: float


def judge(networks: Network, X: Array, y: Array) -> Outcome:
    """Score network s on rows s of X (S, n, n_in) and y (S, n, 1)."""
    p = networks.predict(X)
    loss = networks.loss(X, y, binary_cross_entropy)
    right = ((p > 0.5) == (y > 0.5)).mean(axis=(1, 2))
    sure = np.maximum(p, 1 - p).mean(axis=(1, 2))
    return Outcome(
        loss=read_only(loss),
        right=read_only(right),
        sure=read_only(sure),
        mean=float(loss.mean()),
        spread=float(loss.std(ddof=1)),
        right_mean=float(right.mean()),
        right_spread=float(right.std(ddof=1)),
        sure_mean=float(sure.mean()),
        sure_spread=float(sure.std(ddof=1)),
    )


def stopped(history: History, epochs: Array) -> Network:
    """Take network s as it was after epoch s; each has to be among the snapshots."""
    kept = dict(zip(history.snapshot_epochs, history.snapshots, strict=True))
    return stack([kept[int(epoch)][s] for s, epoch in enumerate(epochs)])
