"""A run as pictures: what the network names where, step by step, epoch by epoch.

What you can do here
--------------------
- picture every network that a run has kept: ``pictures``;
- picture the first epoch, batch after batch: ``first_epoch``.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.network.losses import categorical_cross_entropy
from nnsim.network.network import Network
from nnsim.problems.question import Question
from nnsim.training.diary import Diary
from nnsim.training.history import History


@dataclass(frozen=True, eq=False)
class Run:
    """Pictures of a run, one at each of some epochs."""

    epochs: Array  # (n_pictures,)
    losses: Array  # (n_pictures,) mean loss
    wrong: Array  # (n_pictures,) birds misnamed, of those it learns from
    fields: Array  # (n_pictures, GRID, GRID, 3) probabilities over the plane
    borders: tuple[Array, ...]  # (n_pieces, 2, 2) where the answer changes, mm


@dataclass(frozen=True, eq=False)
class Steps:
    """The first epoch, step by step; picture k is before step k, the last after all."""

    rows: Array  # (n_birds,) bird at each place after shuffling, batch after batch
    batch_losses: Array  # (n_batches,) loss of each batch before its step
    losses: Array  # (n_batches + 1,) mean loss of all birds
    wrong: Array  # (n_batches + 1,) birds misnamed
    count: Array  # (n_batches + 1,) 0, 1, 2, …
    fields: Array  # (n_batches + 1, GRID, GRID, 3) probabilities over the plane
    borders: tuple[Array, ...]  # (n_pieces, 2, 2) where the answer changes, mm
    first_loss: float  # of the first batch, before its step
    stepped_loss: float  # of the same batch, after it


def pictures(birds: Question, history: History) -> Run:
    """Take a picture of every network that was kept."""
    networks, epochs = history.snapshots, np.array(history.snapshot_epochs)
    return Run(
        epochs=read_only(epochs),
        losses=read_only(history.train_loss[epochs]),
        wrong=read_only(np.array([birds.wrong(net) for net in networks])),
        fields=read_only(np.stack([birds.field(net) for net in networks])),
        borders=tuple(birds.border(net) for net in networks),
    )


def first_epoch(
    birds: Question, diary: Diary, after: Network, rows: Sequence[Array]
) -> Steps:
    """Collect the first epoch.

    Parameters
    ----------
    diary
        Of the run, with the network before each of these steps.
    after
        The network after them.
    rows
        The birds of each batch.
    """
    networks = [*diary.networks, after]
    loss, first = categorical_cross_entropy, rows[0]
    return Steps(
        rows=read_only(np.concatenate(rows)),
        batch_losses=diary.losses[: len(rows)],
        losses=read_only([float(n.loss(birds.X, birds.y, loss)) for n in networks]),
        wrong=read_only(np.array([birds.wrong(net) for net in networks])),
        count=read_only(np.arange(len(networks))),
        fields=read_only(np.stack([birds.field(net) for net in networks])),
        borders=tuple(birds.border(net) for net in networks),
        first_loss=float(diary.losses[0]),
        stepped_loss=float(networks[1].loss(birds.X[first], birds.y[first], loss)),
    )
