"""A bench on which remedies against memorising are compared: same birds, same starts.

What you can do here
--------------------
- train the wide network on every split, with a remedy: ``bench.learn``;
- judge it on the test birds, and against no remedy: ``bench.remedy``.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from nnsim.arrays import Array
from nnsim.experiments.regularization.outcomes import Outcome, judge
from nnsim.network.network import Network
from nnsim.problems.sexes import LOSS, learn, load_birds, part
from nnsim.training.history import History
from nnsim.training.starts import draw


@dataclass(frozen=True, eq=False)
class Remedy:
    """A way to train the wide network."""

    outcome: Outcome  # on the test birds of all splits
    n_lower: int  # splits in which the test loss is lower than with no remedy
    loss: float  # test loss in the split shown
    border: Array  # (n_pieces, 2, 2) border p = 0.5 in the split shown, mm and g
    field: Array  # (GRID, GRID) probability of male there


class Bench:
    """Birds, splits and starts that all remedies share; of the splits, 0 is shown.

    Parameters
    ----------
    hidden_width
        Neurons of the one hidden layer.
    n_splits, n_train, n_validation
        See :func:`nnsim.problems.sexes.part`.
    usual
        Settings of :func:`nnsim.problems.sexes.learn` that hold unless others are
        given.
    """

    def __init__(
        self,
        *,
        hidden_width: int,
        n_splits: int,
        n_train: int,
        n_validation: int,
        **usual: float,
    ) -> None:
        self.usual = usual
        self.birds = load_birds()
        self.parts = part(len(self.birds.y), n_splits, n_train, n_validation)
        shape, names = (2, hidden_width, 1), ("tanh", "sigmoid")
        self.starts = draw(shape, names, n_splits, np.float32)

    def learn(self, rows: Array | None = None, **settings: Any) -> History:
        """Train one network a split, on its training birds or on other rows."""
        rows = self.parts.train if rows is None else rows
        return learn(self.starts, self.birds, rows, **(self.usual | settings))

    def losses(self, networks: Network, rows: Array) -> Array:
        """Return the loss of network s on row s of rows, (n_splits,)."""
        return networks.loss(self.birds.X[rows], self.birds.y[rows], LOSS)

    def judge(self, networks: Network) -> Outcome:
        """Score on the test birds."""
        rows = self.parts.test
        return judge(networks, self.birds.X[rows], self.birds.y[rows])

    def remedy(self, networks: Network, without: Outcome | None = None) -> Remedy:
        """Score on the test birds, compare, and draw the split shown."""
        outcome = self.judge(networks)
        lower = 0 if without is None else (outcome.loss.each < without.loss.each).sum()
        return Remedy(
            outcome=outcome,
            n_lower=int(lower),
            loss=float(outcome.loss.each[0]),
            border=self.birds.border(networks[0]),
            field=self.birds.field(networks[0]),
        )
