"""Networks of several shapes on the same splits: scores on rows held out.

What you can do here
--------------------
- train one network per split, all at once, and score it: ``score``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from nnsim.arrays import Array
from nnsim.datasets.splits import Split
from nnsim.network.losses import binary_cross_entropy
from nnsim.spread import Spread
from nnsim.training.loop import train
from nnsim.training.optimizers import Optimizer
from nnsim.training.scores import over_splits
from nnsim.training.starts import draw


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
    networks = draw(widths, activations, len(splits))
    learn = partial(
        train,
        loss=binary_cross_entropy,
        optimizer=optimizer,
        n_epochs=n_epochs,
        weight_decay=weight_decay,
    )
    found = over_splits(networks, X, y, splits, learn)
    return Scores(
        widths=tuple(widths),
        n_parameters=networks.n_parameters,
        right=found.right,
        train_right=found.train_right,
    )
