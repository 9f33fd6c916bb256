"""Neurons of one input against scikit-learn's log loss, and one by one."""

import numpy as np
import pytest
from sklearn.metrics import log_loss, zero_one_loss

from nnsim.experiments.loss.sureness import judge, neurons, of_truth

X = np.random.default_rng(0).normal(43, 4, (60, 1))
Y = (X + np.random.default_rng(1).normal(0, 3, X.shape) > 43).astype(float)


def test_a_neuron_says_one_half_at_its_threshold() -> None:
    says = neurons(0.5, 43).predict(np.array([[43.0], [45.0]]))
    np.testing.assert_allclose(says[:, 0], [0.5, 1 / (1 + np.exp(-1))])


def test_probability_of_truth_is_that_of_the_class() -> None:
    says = neurons(1, 43).predict(X)[:, 0]
    p = of_truth(neurons(1, 43), X, Y)
    np.testing.assert_array_equal(p[Y[:, 0] == 1], says[Y[:, 0] == 1])
    np.testing.assert_allclose(p[Y[:, 0] == 0], 1 - says[Y[:, 0] == 0])


def test_loss_and_count_are_those_of_scikit_learn() -> None:
    weights = np.array([0.3, 1.0, 2.0])
    judged = judge(weights, 43.5, X, Y)
    for k, w in enumerate(weights):
        says = neurons(w, 43.5).predict(X)[:, 0]
        assert judged.loss[k] == pytest.approx(log_loss(Y[:, 0], says))
        wrong = zero_one_loss(Y[:, 0], says > 0.5, normalize=False)
        assert judged.wrong[k] == wrong


def test_many_at_once_are_as_one_by_one() -> None:
    thresholds = np.array([41.0, 43.0, 44.5])
    together = judge(1.2, thresholds, X, Y)
    for k, threshold in enumerate(thresholds):
        alone = judge(1.2, thresholds[k : k + 1], X, Y)
        assert together.loss[k] == alone.loss[0]
        assert together.wrong[k] == alone.wrong[0]
        assert together.threshold[k] == threshold


def test_a_sample_on_the_threshold_is_on_neither_side() -> None:
    here = np.array([[43.0]])
    for y in (0.0, 1.0):
        assert judge(np.array([1.0]), 43.0, here, np.array([[y]])).wrong[0] == 0
