"""The record that is kept while a network trains.

What you can do here
--------------------
- measure and store one epoch, and stop a run that diverged: ``Recorder.record``;
- turn the record into a frozen value: ``Recorder.history``.
"""

from collections.abc import Collection
from typing import Any, Generic

import numpy as np

from nnsim.arrays import Array, Inputs, Targets
from nnsim.training.history import N, Run, TrainingDivergedError
from nnsim.training.trainable import Trainable


class Recorder(Generic[N]):
    """Curves and snapshots of a run so far.

    Parameters
    ----------
    trainee
        The network in training.
    rows
        X and y it learns from.
    held_out
        X and y it is only watched on, or None.
    snapshots
        Epochs after which to keep the network.
    """

    def __init__(
        self,
        trainee: Trainable[N],
        rows: tuple[Inputs, Targets],
        held_out: tuple[Inputs, Targets] | None,
        snapshots: Collection[int],
    ) -> None:
        self.trainee: Trainable[N] = trainee
        self.rows, self.held_out = rows, held_out
        self.wanted = frozenset(snapshots)
        self.kept: dict[int, N] = {}
        self.curves: dict[str, list[Array]] = {}
        self.last_finite = trainee.parameters.copy()

    def record(self, epoch: int, n_steps: int) -> Any:
        """Measure the network after an epoch.

        Returns
        -------
        Workspace or ConvPass
            Every z and a of the training rows, from which a step can start.

        Raises
        ------
        TrainingDivergedError
            If the training loss is not finite.
        """
        # Validation first: rows of equal number share one workspace.
        if self.held_out is not None:
            self._measure("validation", *self.held_out)
        work = self._measure("train", *self.rows)
        if not np.all(np.isfinite(self.curves["train_loss"][-1])):
            raise TrainingDivergedError(n_steps, epoch, self.history())
        np.copyto(self.last_finite, self.trainee.parameters)
        if epoch in self.wanted:
            self.kept[epoch] = self.trainee.freeze()
        return work

    def _measure(self, name: str, X: Inputs, y: Targets) -> Any:
        work = self.trainee.forward(X)
        loss, accuracy = self.trainee.measure(y, work)
        self.curves.setdefault(f"{name}_loss", []).append(loss)
        if accuracy is not None:
            self.curves.setdefault(f"{name}_accuracy", []).append(accuracy)
        return work

    def _curve(self, name: str) -> Array | None:
        points = self.curves.get(name)
        return None if points is None else np.stack(points, axis=-1)

    def history(self) -> Run[N]:
        """Freeze the record; the network is the last whose loss was finite."""
        return Run(
            train_loss=np.stack(self.curves["train_loss"], axis=-1),
            validation_loss=self._curve("validation_loss"),
            train_accuracy=self._curve("train_accuracy"),
            validation_accuracy=self._curve("validation_accuracy"),
            snapshot_epochs=tuple(self.kept),
            snapshots=tuple(self.kept.values()),
            network=self.trainee.network.with_parameters(self.last_finite),
        )
