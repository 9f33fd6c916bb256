"""Train a convolutional network on sequences, cut anew in every epoch if wished.

What you can do here
--------------------
- train one and keep snapshots: ``train_filters``.
"""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, Inputs, Targets
from nnsim.datasets.dna_features import cut
from nnsim.network.conv_network import ConvNetwork
from nnsim.network.losses import Loss
from nnsim.training.batches import mini_batches
from nnsim.training.noise import Noise
from nnsim.training.optimizers import Optimizer


@dataclass(frozen=True)
class Schedule:
    """How long and how to train."""

    n_epochs: int  # passes through the sequences
    batch_size: int = 64  # sequences per step
    dropout: float = 0.0  # share of pooled features set to 0 in each step
    length: int | None = None  # bases cut out at a random place; None: all


def train_filters(
    network: ConvNetwork,
    X: Inputs,
    y: Targets,
    *,
    loss: Loss,
    optimizer: Optimizer,
    schedule: Schedule,
    rng: np.random.Generator,
    snapshots: Collection[int] = (),
) -> tuple[ConvNetwork, tuple[ConvNetwork, ...]]:
    """Train a network; return it and those kept after the epochs ``snapshots``.

    Parameters
    ----------
    network
        Where to start; it stays as it is.
    X, y
        Sequences (n_samples, length, 4) and targets (n_samples, n_out).
    loss, optimizer
        What to make small, and how to step.
    schedule
        Epochs, batch size, dropout, random cuts.
    rng
        Shuffles the rows, draws the cuts and the dropout.
    snapshots
        Epochs after which to keep the network; 0 is before training.
    """
    parameters, kept = network.parameters, []
    state = optimizer.start(parameters)
    for epoch in range(schedule.n_epochs + 1):
        if epoch in snapshots:
            kept.append(network)
        if epoch == schedule.n_epochs:
            break
        seen = random_cut(X, schedule.length, rng)
        for rows in mini_batches(len(X), schedule.batch_size, rng):
            mask = draw_mask(network, len(rows), schedule.dropout, rng)
            done = network.forward(seen[rows], mask)
            gradient = network.backward(done, y[rows], loss)
            parameters, state = optimizer.step(parameters, gradient, state)
            network = network.with_parameters(parameters)
    return network, tuple(kept)


def random_cut(X: Inputs, length: int | None, rng: np.random.Generator) -> Inputs:
    """Cut ``length`` bases out of each sequence, each at a place of its own."""
    if length is None:
        return X
    return cut(X, rng.integers(0, X.shape[1] - length + 1, len(X)), length)


def draw_mask(
    network: ConvNetwork, n: int, dropout: float, rng: np.random.Generator
) -> Array | None:
    """Draw a dropout mask for the pooled features of n sequences."""
    n_features = network.head.widths[0]
    masks = Noise(dropout).masks(rng, n, (0, n_features, 0))
    return masks[0] if masks else None
