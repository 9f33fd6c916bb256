"""What a training run leaves behind.

What you can do here
--------------------
- read the curves and networks of a finished run: ``History``, or ``ConvHistory``;
- find where validation loss was least: ``history.best_epoch``;
- catch a run whose loss became infinite, and see how far it came:
  ``TrainingDivergedError.history``.

In every shape ``…`` is nothing for one network or S for an ensemble. Epoch 0 is
the state before training.
"""

from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.network.conv_network import ConvNetwork
from nnsim.network.network import Network

N = TypeVar("N", Network, ConvNetwork)


@dataclass(frozen=True, eq=False)
class Run(Generic[N]):
    """Curves, snapshots and outcome of one training run."""

    train_loss: Array  # (…, n_epochs + 1) mean loss on the training rows
    validation_loss: Array | None  # (…, n_epochs + 1), if there were validation rows
    train_accuracy: Array | None  # (…, n_epochs + 1) share right, if the loss has one
    validation_accuracy: Array | None  # (…, n_epochs + 1), likewise
    snapshot_epochs: tuple[int, ...]  # epochs at which the networks below were kept
    snapshots: tuple[N, ...]  # one network or ensemble per snapshot epoch
    network: N  # as it was after the last epoch

    def __post_init__(self) -> None:
        """Seal the arrays."""
        for name, value in vars(self).items():
            if isinstance(value, np.ndarray):
                object.__setattr__(self, name, read_only(value))

    @property
    def n_epochs(self) -> int:
        """Number of epochs trained."""
        return int(self.train_loss.shape[-1]) - 1

    @property
    def best_epoch(self) -> Array:
        """Epoch of the least validation loss, (…,) integers: the early stop."""
        if self.validation_loss is None:
            raise ValueError("there were no validation rows in this run")
        return np.asarray(self.validation_loss.argmin(axis=-1))


History: TypeAlias = Run[Network]
ConvHistory: TypeAlias = Run[ConvNetwork]


class TrainingDivergedError(ArithmeticError):
    """The training loss is no longer a finite number; usually η is too large."""

    def __init__(self, step: int, epoch: int, history: Run[Any]) -> None:
        loss = np.atleast_1d(history.train_loss[..., -1])
        bad = np.flatnonzero(~np.isfinite(loss)).tolist()
        which = f" of networks {bad}" if history.train_loss.ndim > 1 else ""
        super().__init__(
            f"the loss{which} is not finite after step {step} (epoch {epoch}); "
            "try a smaller learning rate. The run so far is in .history"
        )
        self.step = step  # optimizer steps taken
        self.epoch = epoch  # epochs trained
        self.history = history  # up to and with the epoch that failed
