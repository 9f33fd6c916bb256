"""Networks of one width on many splits: what they learn by heart, what they know.

What you can do here
--------------------
- pick the steps at which a run is looked at: ``moments``;
- train networks of one width, one a split, and follow both losses: ``fit``.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.problems.question import Question
from nnsim.problems.sexes import Parts, learn
from nnsim.spread import Spread
from nnsim.training.history import History
from nnsim.training.starts import draw


@dataclass(frozen=True, eq=False)
class Fit:
    """Networks of one width, one a split; a point of a curve is a step looked at."""

    width: int  # hidden neurons
    n_parameters: int
    train: Spread  # (n_splits, n_points) loss on the rows learned from
    test: Spread  # (n_splits, n_points) loss on the rows held out
    train_right: Spread  # (n_splits, n_points) share answered right
    test_right: Spread  # (n_splits, n_points)
    turns: Array  # (n_splits,) number of the point of least test loss, in hindsight
    at_turn: Spread  # (n_splits,) test loss there
    right_at_turn: Spread  # (n_splits,) share of test rows answered right there
    train_at_turn: Spread  # (n_splits,) training loss there
    at_end: Spread  # (n_splits,) test loss at the end
    right_at_end: Spread  # (n_splits,) share of test rows answered right at the end
    train_at_end: Spread  # (n_splits,) training loss at the end
    train_right_at_end: Spread  # (n_splits,) share of training rows, likewise
    least: Spread  # (n_splits,) least test loss of all steps, looked at or not
    rises: Array  # (n_splits,) test loss at the end over the least


def moments(n_epochs: int, about: int) -> tuple[int, ...]:
    """Pick steps from 1 to the last, each later than the one before by one share."""
    steps = np.unique(np.geomspace(1, n_epochs, about).round().astype(int))
    return tuple(int(step) for step in steps)


def fit(
    width: int,
    question: Question,
    parts: Parts,
    *,
    learning_rate: float,
    n_epochs: int,
    steps: tuple[int, ...],
) -> tuple[Fit, History]:
    """Train networks with one hidden layer, network s on split s from seed s.

    Parameters
    ----------
    width
        Hidden neurons, tanh; the output is a sigmoid.
    learning_rate, n_epochs
        See :func:`nnsim.problems.sexes.learn`.
    steps
        At which to look; networks of these steps are kept in the history, whose
        validation curves are those of the test rows.
    """
    shape, names = (2, width, 1), ("tanh", "sigmoid")
    starts = draw(shape, names, len(parts.train), np.float32)  # fast
    history = learn(
        starts,
        question,
        parts.train,
        learning_rate=learning_rate,
        n_epochs=n_epochs,
        validation=parts.test,
        snapshots=steps,
    )
    return measure(width, starts.n_parameters, history, steps), history


def measure(
    width: int, n_parameters: int, history: History, steps: tuple[int, ...]
) -> Fit:
    """Read off the curves of a run: at the steps looked at, at the turn, at the end."""
    train, test, train_right, test_right = (
        _at(curve, steps)
        for curve in (
            history.train_loss, history.validation_loss, history.train_accuracy,
            history.validation_accuracy,
        )
    )  # fmt: skip
    turns = test.argmin(axis=1)
    turn = np.arange(len(turns)), turns
    least = _at(history.validation_loss, range(1, history.n_epochs + 1)).min(axis=1)
    return Fit(
        width=width,
        n_parameters=n_parameters,
        train=Spread.of(train),
        test=Spread.of(test),
        train_right=Spread.of(train_right),
        test_right=Spread.of(test_right),
        turns=read_only(turns),
        at_turn=Spread.of(test[turn]),
        right_at_turn=Spread.of(test_right[turn]),
        train_at_turn=Spread.of(train[turn]),
        at_end=Spread.of(test[:, -1]),
        right_at_end=Spread.of(test_right[:, -1]),
        train_at_end=Spread.of(train[:, -1]),
        train_right_at_end=Spread.of(train_right[:, -1]),
        least=Spread.of(least),
        rises=read_only(test[:, -1] / least),
    )


def _at(curve: Array | None, steps: Sequence[int]) -> Array:
    """Take the points of curves (n_splits, n_epochs + 1) at some steps."""
    assert curve is not None  # cross-entropy has an accuracy, and rows were watched
    return np.asarray(curve[:, list(steps)], dtype=float)
