"""One network of a width, as it is at the end: what it answers, and how well.

What you can do here
--------------------
- draw and score it: ``show``;
- trace its border finely: ``trace``.
"""

from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.experiments.overfitting.capacity import Fit
from nnsim.experiments.overfitting.lone_samples import lone
from nnsim.network.network import Network
from nnsim.problems.question import Question
from nnsim.problems.sexes import LOSS, Parts
from nnsim.training.history import History
from nnsim.training.scores import is_wrong

FINE = 150  # cells along each axis, for borders that turn on the spot


@dataclass(frozen=True, eq=False)
class Example:
    """Networks of one width; all but ``fit`` is the split shown, at the end."""

    fit: Fit  # over all splits
    border: Array  # (n_pieces, 2, 2) where p = 0.5, as measured
    field: Array  # (GRID, GRID) probability of the class asked for over the plane
    train_loss: float
    train_right: float  # share of the samples it learned from
    n_train_right: int
    n_train_wrong: int
    test_loss: float
    test_right: float  # share of the samples held out
    n_test_right: int
    n_test_wrong: int
    missed: Array  # (n_test_wrong,) rows of those held out that it gets wrong
    train_missed: Array  # (n_train_wrong,) rows of the others it gets wrong
    n_lone_right: int  # learned from, among those of the other class: answered right


def show(
    question: Question, parts: Parts, found: Fit, history: History, split: int
) -> Example:
    """Draw and score the network of a split."""
    network = history.network[split]
    train, test = parts.train[split], parts.test[split]
    seen, lonely = np.concatenate([train, test]), lone(question, train)
    wrong = np.zeros(len(question.y), bool)
    wrong[seen] = is_wrong(network.predict(question.X[seen]), question.y[seen])
    train_missed, missed = train[wrong[train]], test[wrong[test]]
    losses = [
        float(network.loss(question.X[r], question.y[r], LOSS)) for r in (train, test)
    ]
    return Example(
        fit=found,
        border=trace(question, network),
        field=question.field(network),
        train_loss=losses[0],
        train_right=1 - len(train_missed) / len(train),
        n_train_right=len(train) - len(train_missed),
        n_train_wrong=len(train_missed),
        test_loss=losses[1],
        test_right=1 - len(missed) / len(test),
        n_test_right=len(test) - len(missed),
        n_test_wrong=len(missed),
        missed=read_only(missed),
        train_missed=read_only(train_missed),
        n_lone_right=len(lonely) - int(wrong[lonely].sum()),
    )


def trace(question: Question, network: Network) -> Array:
    """Return where a network's last z is zero, finely, as measured."""
    return question.border(network, FINE)
