"""Every weight is counted once, biases are not."""

import numpy as np

from nnsim.experiments.regularization.remedies import Bench
from nnsim.experiments.regularization.weight_counts import count_weights


def test_counts_are_those_of_numpy_for_the_first_network(bench: Bench) -> None:
    runs = [bench.learn(weight_decay=d, snapshots=(0, 10)) for d in (0.0, 0.1)]
    found = count_weights(runs, (0, 10))
    layers = runs[1].snapshots[1][0].layers
    weights = np.concatenate([layer.W.ravel() for layer in layers])
    expected = np.histogram(weights, found.edges)[0]
    np.testing.assert_array_equal(found.counts[1, 1], expected)
    assert (found.counts.sum(axis=2) == found.n_weights).all()
    assert found.n_weights == 24
    assert np.isclose(found.largest[1], np.abs(weights).max())
    assert np.isclose(found.size[1], np.sqrt(np.mean(weights**2)))


def test_one_bin_has_zero_in_its_middle(bench: Bench) -> None:
    edges = count_weights([bench.learn(snapshots=(0,))], (0,)).edges
    assert {-0.5, 0.5} <= set(edges.tolist())
