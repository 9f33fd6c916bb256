"""How sure networks are of a sample's class, above all when they are wrong.

What you can do here
--------------------
- get the probability that a network gives to the true class: ``p_of_truth``;
- compare how sure wrong answers are, at the turn and at the end of a run:
  ``of_wrong_answers``.
"""

from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array
from nnsim.errors import InputError
from nnsim.experiments.overfitting.capacity import Fit
from nnsim.network.network import Network
from nnsim.problems.own_data import UnfitDataError
from nnsim.problems.question import Question
from nnsim.problems.sexes import Parts
from nnsim.spread import Spread
from nnsim.training.history import History

LEAST = 2  # splits with wrong answers, so that there is a spread


@dataclass(frozen=True, eq=False)
class Sureness:
    """Mean probability that test rows taken for the other class were given of it.

    Of those splits that have such rows at the turn and at the end.
    """

    at_turn: Spread  # (n,) where the test loss is least
    at_end: Spread  # (n,)
    n: int  # splits


def p_of_truth(network: Network, asked: Question, rows: Array) -> Array:
    """Return the probability given to the true class of the samples in these rows."""
    p, is_asked = network.predict(asked.X[rows])[:, 0], asked.y[rows][:, 0] == 1
    return np.where(is_asked, p, 1 - p)


def of_wrong_answers(
    asked: Question, parts: Parts, found: Fit, history: History
) -> Sureness:
    """Measure how sure networks are of test rows that they get wrong.

    Parameters
    ----------
    asked, parts
        What :func:`nnsim.experiments.overfitting.capacity.fit` was given.
    found, history
        What it returned.

    Raises
    ------
    InputError
        If hardly a split has such rows.
    """

    def at(points: Array) -> Array:
        networks = (history.snapshots[k][s] for s, k in enumerate(points))
        truth = [
            p_of_truth(network, asked, rows)
            for network, rows in zip(networks, parts.test, strict=True)
        ]
        return np.array(
            [(1 - p[p < 0.5]).mean() if (p < 0.5).any() else np.nan for p in truth]
        )

    last = np.full_like(found.turns, len(history.snapshots) - 1)
    sure = np.stack([at(found.turns), at(last)])
    sure = sure[:, ~np.isnan(sure).any(axis=0)]
    if sure.shape[1] < LEAST:
        error = UnfitDataError if asked.is_own else InputError
        raise error(
            f"in all splits but {sure.shape[1]} no held-out {asked.noun} is taken for "
            f"the other {asked.of}: hold more out (n_train, n_validation)"
        )
    at_turn, at_end = map(Spread.of, sure)
    return Sureness(at_turn=at_turn, at_end=at_end, n=at_end.n)
