"""The training loop, the only one: for one network or an ensemble.

What you can do here
--------------------
- train a network and get its curves: ``train(network, X, y, loss=…, …)``;
- train S networks at once: give ``train`` a ``stack`` of networks. Each learns
  exactly, to the last bit, as it would alone;
- look on at every step, for instance to keep each batch's loss: give ``watch``.
"""

from collections.abc import Callable, Collection, Iterator
from typing import TypeAlias

import numpy as np

from nnsim.arrays import Inputs, Targets, check_inputs
from nnsim.errors import InputError
from nnsim.network.losses import Loss
from nnsim.network.network import Network
from nnsim.network.propagation import Workspace
from nnsim.training.batches import (
    Randomness,
    check_batch_size,
    check_generators,
    gather,
    mini_batches,
)
from nnsim.training.history import History
from nnsim.training.noise import Noise
from nnsim.training.optimizers import Optimizer
from nnsim.training.recording import Recorder
from nnsim.training.trainee import Trainee

# Sees the network in training, a batch's targets and its forward pass, before the step.
Watch: TypeAlias = Callable[[Trainee, Targets, Workspace], object]


def train(
    network: Network,
    X: Inputs,
    y: Targets,
    *,
    loss: Loss,
    optimizer: Optimizer,
    n_epochs: int,
    batch_size: int | None = None,
    rng: Randomness | None = None,
    weight_decay: float = 0.0,
    noise: Noise | None = None,
    validation: tuple[Inputs, Targets] | None = None,
    snapshots: Collection[int] = (),
    watch: Watch | None = None,
) -> History:
    """Train a network, or an ensemble of S, and keep what happened.

    Parameters
    ----------
    network
        Where to start; it stays as it is. Its number format (float32, float64) is
        that of the whole run.
    X
        Inputs, (n_samples, n_in) or (S, n_samples, n_in).
    y
        Targets, (n_samples, n_out) or (S, n_samples, n_out).
    loss
        What to make small.
    optimizer
        How to step.
    n_epochs
        Passes through the rows.
    batch_size
        Rows per step; None takes all rows in every step.
    rng
        Shuffles the rows and draws the noise; a list of S for an ensemble.
    weight_decay
        λ of the penalty (λ/2) Σ W².
    noise
        Dropout and noisy inputs; acts on the steps, not on what is measured.
    validation
        Inputs and targets to watch but not to learn from.
    snapshots
        Epochs after which to keep the network; 0 is before training.
    watch
        Is called before each step and changes nothing.

    Raises
    ------
    InputError
        If shapes, labels or settings cannot be right.
    TrainingDivergedError
        If the loss is no longer finite; carries the history so far.
    """
    _check_settings(n_epochs, weight_decay, snapshots)
    X, y = _prepare(network, X, y, loss)
    held_out = None if validation is None else _prepare(network, *validation, loss)
    n = X.shape[-2]
    batch_size = n if batch_size is None else batch_size
    check_batch_size(n, batch_size)
    if batch_size < n or noise is not None:
        check_generators(rng, network.lead)
    n_batches = -(-n // batch_size)
    trainee = Trainee(network, loss, optimizer, weight_decay)
    recorder = Recorder(trainee, (X, y), held_out, snapshots)
    # A loss that grows without bound is reported by an error, not by a warning.
    with np.errstate(over="ignore", invalid="ignore"):
        for epoch in range(n_epochs):
            work = recorder.record(epoch, epoch * n_batches)
            for X_batch, y_batch in _batches(X, y, batch_size, rng):
                if noise is not None and rng is not None:
                    work = trainee.forward_noisy(X_batch, noise, rng)
                elif X_batch is not X:  # else the record has just gone forward
                    work = trainee.forward(X_batch)
                if watch is not None:
                    watch(trainee, y_batch, work)
                trainee.descend(y_batch, work)
        recorder.record(n_epochs, n_epochs * n_batches)
    return recorder.history()


def _batches(
    X: Inputs, y: Targets, batch_size: int, rng: Randomness | None
) -> Iterator[tuple[Inputs, Targets]]:
    """Yield the batches of one epoch; X and y themselves if one batch is all."""
    if batch_size == X.shape[-2] or rng is None:
        yield X, y
        return
    for rows in mini_batches(X.shape[-2], batch_size, rng):
        yield gather(X, rows), gather(y, rows)


def _prepare(
    network: Network, X: Inputs, y: Targets, loss: Loss
) -> tuple[Inputs, Targets]:
    """Check X and y and bring them into the number format of the network."""
    X = np.asarray(X).astype(network.dtype)
    check_inputs(X, network.widths[0], network.lead)
    expected = (*network.lead, X.shape[-2], network.widths[-1])
    return X, network.as_targets(y, expected, loss)


def _check_settings(
    n_epochs: int, weight_decay: float, snapshots: Collection[int]
) -> None:
    if n_epochs < 0:
        raise InputError(f"n_epochs must not be negative, but is {n_epochs}")
    if not 0 <= weight_decay < np.inf:  # False for NaN too
        raise InputError(f"weight_decay must be 0 or more, not {weight_decay}")
    late = [epoch for epoch in snapshots if not 0 <= epoch <= n_epochs]
    if late:
        raise InputError(f"snapshots {late} lie outside the epochs 0 … {n_epochs}")
