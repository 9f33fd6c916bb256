"""How sure networks are of a bird's sex, above all when they are wrong.

What you can do here
--------------------
- get the probability that a network gives to the true sex: ``p_of_truth``;
- compare how sure wrong answers are, at the turn and at the end of a run:
  ``of_wrong_answers``.
"""

from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array
from nnsim.errors import InputError
from nnsim.experiments.overfitting.capacity import Fit
from nnsim.network.network import Network
from nnsim.problems.question import Question
from nnsim.problems.sexes import Parts
from nnsim.spread import Spread
from nnsim.training.history import History


@dataclass(frozen=True, eq=False)
class Sureness:
    """Mean probability that test birds taken for the other sex were given of it."""

    at_turn: Spread  # (n_splits,) where the test loss is least
    at_end: Spread  # (n_splits,)


def p_of_truth(network: Network, birds: Question, rows: Array) -> Array:
    """Return the probability given to the true sex of the birds in these rows."""
    p, is_male = network.predict(birds.X[rows])[:, 0], birds.y[rows][:, 0] == 1
    return np.where(is_male, p, 1 - p)


def of_wrong_answers(
    birds: Question, parts: Parts, found: Fit, history: History
) -> Sureness:
    """Measure how sure networks are of test birds that they get wrong.

    Parameters
    ----------
    birds, parts
        What :func:`nnsim.experiments.overfitting.capacity.fit` was given.
    found, history
        What it returned.

    Raises
    ------
    InputError
        If in a split there is no such bird.
    """

    def at(points: Array) -> Spread:
        networks = (history.snapshots[k][s] for s, k in enumerate(points))
        truth = [
            p_of_truth(network, birds, rows)
            for network, rows in zip(networks, parts.test, strict=True)
        ]
        if not all((p < 0.5).any() for p in truth):
            raise InputError(
                "in a split no held-out bird is taken for the other sex: hold more out "
                "(n_train, n_validation)"
            )
        return Spread.of(np.array([1 - p[p < 0.5].mean() for p in truth]))

    last = np.full_like(found.turns, len(history.snapshots) - 1)
    return Sureness(at_turn=at(found.turns), at_end=at(last))
