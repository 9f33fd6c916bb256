"""The wide network on its way, step by step, and at its turn.

What you can do here
--------------------
- follow it: ``watch``.
"""

from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.experiments.overfitting.capacity import Fit
from nnsim.experiments.overfitting.confident_errors import p_of_truth
from nnsim.experiments.overfitting.examples import trace
from nnsim.experiments.overfitting.settings import Config
from nnsim.problems.question import Question
from nnsim.problems.sexes import Parts
from nnsim.training.history import History


@dataclass(frozen=True, eq=False)
class Watched:
    """The wide network of the split shown, at each step looked at."""

    borders: tuple[Array, ...]  # (n_pieces, 2, 2) a step, as measured
    fields: Array  # (n_steps, GRID, GRID) probability of the class asked for
    train_loss: Array  # (n_steps,)
    test_loss: Array  # (n_steps,)
    n_train_right: Array  # (n_steps,)
    n_test_wrong: Array  # (n_steps,)
    truth: Array  # (n_steps, n_test) probability given to the true class
    turn: int  # number of the step of least test loss
    turn_step: int  # that step
    turn_loss: float  # test loss there
    turn_train_loss: float  # training loss there
    turn_border: Array  # (n_pieces, 2, 2) there
    turn_field: Array  # (GRID, GRID) there
    setback: float  # most that the training loss then rises above its least so far
    n_sure_wrong_at_turn: int  # held out, surely taken for the other class
    n_sure_wrong_at_end: int  # held out, surely taken for the other class


def watch(
    config: Config,
    question: Question,
    parts: Parts,
    wide: Fit,
    history: History,
    split: int,
) -> Watched:
    """Follow the wide network of a split."""
    nets = [networks[split] for networks in history.snapshots]
    rows, turn = parts.test[split], int(wide.turns[split])
    truth = np.stack([p_of_truth(net, question, rows) for net in nets])
    sure = (truth < 0.5) & (1 - truth.astype(float) >= config.sure)
    n_sure = sure.sum(axis=1)
    after = history.train_loss[split, history.snapshot_epochs[turn] :]
    n_train, n_test = len(parts.train[split]), len(rows)
    right = np.round(n_train * wide.train_right.each[split])
    wrong = np.round(n_test * (1 - wide.test_right.each[split]))
    borders = tuple(trace(question, net) for net in nets)
    fields = [read_only(question.field(net)) for net in nets]
    return Watched(
        borders=borders,
        fields=read_only(np.stack(fields)),
        train_loss=read_only(wide.train.each[split]),
        test_loss=read_only(wide.test.each[split]),
        n_train_right=read_only(right.astype(int)),
        n_test_wrong=read_only(wrong.astype(int)),
        truth=read_only(truth),
        turn=turn,
        turn_step=history.snapshot_epochs[turn],
        turn_loss=float(wide.test.each[split, turn]),
        turn_train_loss=float(wide.train.each[split, turn]),
        turn_border=borders[turn],
        turn_field=fields[turn],
        setback=float((after - np.minimum.accumulate(after)).max()),
        n_sure_wrong_at_turn=int(n_sure[turn]),
        n_sure_wrong_at_end=int(n_sure[-1]),
    )
