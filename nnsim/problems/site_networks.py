"""Convolutional networks that learn splice sites from one-hot sequences.

What you can do here
--------------------
- train one where the site is always in the middle: ``train_aligned``;
- train one where it may lie anywhere: ``train_moved``;
- compute the share of right answers: ``share_right``.
"""

import numpy as np

from nnsim.arrays import Array
from nnsim.network.conv_network import ConvNetwork
from nnsim.network.losses import categorical_cross_entropy
from nnsim.problems.site_data import N_CLASSES, Sites
from nnsim.training.conv_loop import Schedule, train_filters
from nnsim.training.optimizers import Adam


def train_aligned(
    sites: Sites,
    part: int,
    n_epochs: int,
    rng: np.random.Generator,
    learning_rate: float = 0.001,
) -> ConvNetwork:
    """Train 16 filters of 9 bases, every place feeding one dense layer."""
    shape, length = (16, 9, 4), sites.X.shape[1]
    net = ConvNetwork.initialise(shape, length, "flatten", (N_CLASSES,), rng, "f4")
    rows = sites.parts[part].train
    net, _ = train_filters(
        net, sites.X[rows], sites.targets[rows],
        loss=categorical_cross_entropy, optimizer=Adam(learning_rate),
        schedule=Schedule(n_epochs, dropout=0.5), rng=rng,
    )  # fmt: skip
    return net


def train_moved(
    sites: Sites,
    part: int,
    shape: tuple[int, int],
    window: int,
    epochs: tuple[int, ...],
    rng: np.random.Generator,
    hidden: tuple[int, ...] = (16,),
) -> tuple[ConvNetwork, ...]:
    """Train filters whose best place alone goes on, on windows cut at random.

    Parameters
    ----------
    sites, part
        The sequences, and which split of them.
    shape
        Number of filters and bases that each sees.
    window
        Bases of a window, cut anew in every epoch.
    epochs
        After which to keep the network; the last one ends the training.
    rng
        Source of the random numbers.
    hidden
        Widths of the layers between the filters and the classes.
    """
    widths = (*hidden, N_CLASSES)
    net = ConvNetwork.initialise((*shape, 4), window, "max", widths, rng, "f4")
    rows = sites.parts[part].train
    _, kept = train_filters(
        net, sites.X[rows], sites.targets[rows],
        loss=categorical_cross_entropy, optimizer=Adam(0.003),
        schedule=Schedule(epochs[-1], dropout=0.1, length=window), rng=rng,
        snapshots=epochs,
    )  # fmt: skip
    return kept


def share_right(network: ConvNetwork, X: Array, y: Array) -> float:
    """Return the share of sequences X (n, length, 4) whose class y (n,) it names."""
    return float(np.mean(network.predict(X).argmax(axis=1) == y))
