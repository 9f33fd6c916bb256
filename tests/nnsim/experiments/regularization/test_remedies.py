"""The bench: same birds, same starts, and a comparison that is one."""

import numpy as np

from nnsim.experiments.regularization.remedies import Bench

BENCH = Bench(
    hidden_width=8, n_splits=2, n_train=30, n_validation=30, learning_rate=0.05,
    n_epochs=10,
)  # fmt: skip


def test_settings_that_are_given_replace_the_usual() -> None:
    assert BENCH.learn().n_epochs == 10
    assert BENCH.learn(n_epochs=3).n_epochs == 3


def test_every_run_starts_from_the_same_networks() -> None:
    one, other = BENCH.learn(), BENCH.learn(weight_decay=0.1)
    np.testing.assert_array_equal(one.train_loss[:, 0], other.train_loss[:, 0])
    assert (one.train_loss[:, -1] != other.train_loss[:, -1]).all()


def test_lower_counts_splits_below_those_without() -> None:
    none = BENCH.remedy(BENCH.learn(n_epochs=0).network)
    some = BENCH.remedy(BENCH.learn(n_epochs=60).network, none.outcome)
    assert none.n_lower == 0
    assert some.n_lower == (some.outcome.loss < none.outcome.loss).sum()
    assert some.loss == some.outcome.loss[0]


def test_losses_are_of_the_rows_given() -> None:
    nets = BENCH.starts
    test = BENCH.losses(nets, BENCH.parts.test)
    np.testing.assert_allclose(test, BENCH.judge(nets).loss)
    assert (BENCH.losses(nets, BENCH.parts.train) != test).all()
