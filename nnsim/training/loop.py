"""The training loop, the only one: for a network, an ensemble, or filters.

What you can do here
--------------------
- train a network and get its curves: ``train(network, X, y, loss=…, …)``;
- train S networks at once: give ``train`` a ``stack`` of networks. Each learns
  exactly, to the last bit, as it would alone;
- train a convolutional network likewise: ``train(conv_network, X, y, …)``;
- see other inputs in every epoch, for instance windows cut at random: give ``fresh``;
- look on at every step, for instance to keep each batch's loss: give ``watch``.
"""

from collections.abc import Callable, Collection, Iterator
from typing import Any, TypeAlias

import numpy as np

from nnsim.arrays import Inputs, Targets
from nnsim.errors import InputError
from nnsim.network.losses import Loss
from nnsim.training.batches import (
    Randomness,
    check_batch_size,
    check_generators,
    gather,
    mini_batches,
)
from nnsim.training.history import N, Run
from nnsim.training.noise import Noise
from nnsim.training.optimizers import Optimizer
from nnsim.training.recording import Recorder
from nnsim.training.trainable import begin

# Sees the network in training, a batch's targets and its forward pass, before the step.
Watch: TypeAlias = Callable[[Any, Targets, Any], object]
# Makes the inputs of an epoch out of all of them, at random.
Fresh: TypeAlias = Callable[[Inputs, Any], Inputs]


def train(
    network: N,
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
    fresh: Fresh | None = None,
    watch: Watch | None = None,
) -> Run[N]:
    """Train a network, or an ensemble of S, and keep what happened.

    Parameters
    ----------
    network
        Where to start; it stays as it is. Its number format (float32, float64) is
        that of the whole run.
    X
        Inputs, (n_samples, n_in) or (S, n_samples, n_in); of a convolutional network
        (n_samples, length, n_channels).
    y
        Targets, (n_samples, n_out) or (S, n_samples, n_out).
    loss
        What to make small.
    optimizer
        How to step.
    n_epochs
        Passes through the rows.
    batch_size
        Rows per step, shuffled anew in every epoch; None takes all rows in every
        step, in their order.
    rng
        Shuffles the rows, draws the noise and is handed to ``fresh``; a list of S for
        an ensemble.
    weight_decay
        λ of the penalty (λ/2) Σ W².
    noise
        Dropout and noisy inputs; acts on the steps, not on what is measured.
    validation
        Inputs and targets to watch but not to learn from.
    snapshots
        Epochs after which to keep the network; 0 is before training.
    fresh
        Makes other inputs of X in every epoch; acts on the steps, not on what is
        measured.
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
    trainee = begin(network, loss, optimizer, weight_decay)
    X, y = trainee.prepare(X, y)
    held_out = None if validation is None else trainee.prepare(*validation)
    n = y.shape[-2]
    if batch_size is not None:
        check_batch_size(n, batch_size)
    if any(part is not None for part in (batch_size, noise, fresh)):
        check_generators(rng, network.lead)
    n_batches = 1 if batch_size is None else -(-n // batch_size)
    recorder = Recorder(trainee, (X, y), held_out, snapshots)
    # A loss that grows without bound is reported by an error, not by a warning.
    with np.errstate(over="ignore", invalid="ignore"):
        for epoch in range(n_epochs):
            work = recorder.record(epoch, epoch * n_batches)
            seen = X if fresh is None else fresh(X, rng)
            for X_batch, y_batch in _batches(seen, y, batch_size, rng):
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
    X: Inputs, y: Targets, batch_size: int | None, rng: Randomness | None
) -> Iterator[tuple[Inputs, Targets]]:
    """Yield the batches of one epoch; X and y themselves if one batch is all."""
    if batch_size is None or rng is None:
        yield X, y
        return
    for rows in mini_batches(y.shape[-2], batch_size, rng):
        yield gather(X, rows), gather(y, rows)


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
