"""More rows may teach, test rows never."""

import numpy as np

from nnsim.experiments.regularization.more_data import teach_more
from nnsim.experiments.regularization.remedies import Bench


def test_sizes_grow_within_training_then_validation_rows(bench: Bench) -> None:
    found = teach_more(bench, (5, 30, 50))
    few, many = found.rows
    assert (len(few), len(many)) == (5, 50)
    assert np.isin(few, bench.parts.train[0]).all()
    assert np.isin(few, many).all()
    assert np.isin(bench.parts.train[0], many).all()
    assert not np.isin(many, bench.parts.test[0]).any()


def test_all_training_rows_in_any_order_are_the_usual_run(bench: Bench) -> None:
    usual = bench.losses(bench.learn().network, bench.parts.test)
    found = teach_more(bench, (5, 30))
    np.testing.assert_allclose(found.loss.each[1], usual, rtol=1e-3)
    np.testing.assert_allclose(found.loss.mean, found.loss.each.mean(axis=1))
