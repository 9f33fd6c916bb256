"""Convolutional networks that learn splice sites from one-hot sequences.

What you can do here
--------------------
- train one where the site is always in the middle: ``train_aligned``;
- train one where it may lie anywhere: ``train_moved``;
- count its parameters and multiply-adds: ``count_layers``.
"""

from functools import partial
from typing import NamedTuple

import numpy as np

from nnsim.datasets.dna_features import cut_anywhere
from nnsim.network import costs
from nnsim.network.conv_network import ConvNetwork
from nnsim.network.costs import Counted
from nnsim.network.losses import categorical_cross_entropy
from nnsim.problems.site_data import N_CLASSES, Sites
from nnsim.training.loop import train
from nnsim.training.noise import Noise
from nnsim.training.optimizers import Adam


class Shape(NamedTuple):
    """How many filters, and how many bases each sees."""

    n_filters: int
    width: int


SHAPE = Shape(16, 9)  # of the network that reads aligned sequences
N_BASES = 4  # numbers for each base of a one-hot sequence
BATCH = 64  # sequences in a step


def count_layers(length: int) -> tuple[Counted, Counted]:
    """Count both layers of the network that reads aligned sequences of a length."""
    n_places = length - SHAPE.width + 1
    return (
        costs.convolution(*SHAPE, N_BASES, n_places),
        costs.dense(n_places * SHAPE.n_filters, N_CLASSES),
    )


def train_aligned(
    sites: Sites,
    part: int,
    n_epochs: int,
    rng: np.random.Generator,
    learning_rate: float = 0.001,
    batch: int = BATCH,
) -> ConvNetwork:
    """Train filters of ``SHAPE``, every place feeding one dense layer."""
    shape, length = (*SHAPE, N_BASES), sites.X.shape[1]
    net = ConvNetwork.initialise(
        shape, length, "flatten", (sites.n_classes,), rng, "f4"
    )
    rows = sites.parts[part].train
    return train(
        net, sites.X[rows], sites.targets[rows],
        loss=categorical_cross_entropy, optimizer=Adam(learning_rate),
        n_epochs=n_epochs, batch_size=min(batch, len(rows)), rng=rng,
        noise=Noise(dropout=0.5),
    ).network  # fmt: skip


def train_moved(
    sites: Sites,
    part: int,
    shape: Shape,
    window: int,
    epochs: tuple[int, ...],
    rng: np.random.Generator,
    hidden: tuple[int, ...],
    batch: int = BATCH,
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
    batch
        Sequences in a step.
    """
    widths = (*hidden, sites.n_classes)
    net = ConvNetwork.initialise((*shape, N_BASES), window, "max", widths, rng, "f4")
    rows = sites.parts[part].train
    return train(
        net, sites.X[rows], sites.targets[rows],
        loss=categorical_cross_entropy, optimizer=Adam(0.003), n_epochs=epochs[-1],
        batch_size=min(batch, len(rows)), rng=rng, noise=Noise(dropout=0.1),
        fresh=partial(cut_anywhere, length=window), snapshots=epochs,
    ).snapshots  # fmt: skip
