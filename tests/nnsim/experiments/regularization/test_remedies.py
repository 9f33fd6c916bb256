"""The bench: same birds, same starts, and a comparison that is one."""

import numpy as np

from nnsim.experiments.regularization.remedies import Bench


def test_settings_that_are_given_replace_the_usual(bench: Bench) -> None:
    assert bench.learn().n_epochs == 10
    assert bench.learn(n_epochs=3).n_epochs == 3


def test_every_run_starts_from_the_same_networks(bench: Bench) -> None:
    one, other = bench.learn(), bench.learn(weight_decay=0.1)
    np.testing.assert_array_equal(one.train_loss[:, 0], other.train_loss[:, 0])
    assert (one.train_loss[:, -1] != other.train_loss[:, -1]).all()


def test_lower_counts_splits_below_those_without(bench: Bench) -> None:
    none = bench.remedy(bench.learn(n_epochs=0).network)
    some = bench.remedy(bench.learn(n_epochs=60).network, none.outcome)
    assert none.n_lower == 0
    assert some.n_lower == (some.outcome.loss.each < none.outcome.loss.each).sum()
    assert some.loss == some.outcome.loss.each[0]


def test_losses_are_of_the_rows_given(bench: Bench) -> None:
    nets = bench.starts
    test = bench.losses(nets, bench.parts.test)
    np.testing.assert_allclose(test, bench.judge(nets).loss.each)
    assert (bench.losses(nets, bench.parts.train) != test).all()
