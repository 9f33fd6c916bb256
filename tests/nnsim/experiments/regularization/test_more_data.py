"""More rows may teach, test rows never."""

import numpy as np

from nnsim.experiments.regularization.more_data import teach_more
from nnsim.experiments.regularization.remedies import Bench

BENCH = Bench(
    hidden_width=8, n_splits=2, n_train=30, n_validation=30, learning_rate=0.05,
    n_epochs=20,
)  # fmt: skip


def test_sizes_grow_within_training_then_validation_rows() -> None:
    found = teach_more(BENCH, (5, 30, 50))
    few, many = found.rows
    assert (len(few), len(many)) == (5, 50)
    assert np.isin(few, BENCH.parts.train[0]).all()
    assert np.isin(few, many).all()
    assert np.isin(BENCH.parts.train[0], many).all()
    assert not np.isin(many, BENCH.parts.test[0]).any()


def test_all_training_rows_in_any_order_are_the_usual_run() -> None:
    usual = BENCH.losses(BENCH.learn().network, BENCH.parts.test)
    found = teach_more(BENCH, (5, 30))
    np.testing.assert_allclose(found.loss[1], usual, rtol=1e-3)
    np.testing.assert_allclose(found.mean, found.loss.mean(axis=1))
