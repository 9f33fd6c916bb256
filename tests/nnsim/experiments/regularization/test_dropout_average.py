"""Thinned networks do what dropout does in training."""

import numpy as np
import pytest
from sklearn.metrics import log_loss

from nnsim.experiments.regularization.dropout_average import (
    average,
    masks_of_bird,
    thin,
)
from nnsim.network.losses import binary_cross_entropy
from nnsim.network.network import Network
from nnsim.training.noise import Noise
from nnsim.training.optimizers import GradientDescent
from nnsim.training.starts import draw
from nnsim.training.trainee import Trainee

RNG = np.random.default_rng(3)
NET = Network.initialise((2, 6, 1), ("tanh", "sigmoid"), RNG)
X = RNG.normal(size=(5, 2))
NOISE = Noise(dropout=0.5)


def test_thinned_network_is_the_forward_pass_with_that_mask() -> None:
    (mask,) = NOISE.masks(np.random.default_rng(0), 1, NET.widths)
    trainee = Trainee(NET, binary_cross_entropy, GradientDescent(0.1), 0.0)
    work = trainee.forward(X, [np.repeat(mask, 5, axis=0)])
    np.testing.assert_allclose(thin(NET, mask[0]).predict(X), work.a[-1], atol=1e-7)


def test_a_neuron_that_is_off_is_as_good_as_cut_out() -> None:
    on = np.array([1, 0, 1, 1, 0, 1])
    hidden, output = NET.layers
    a = np.tanh(X @ hidden.W[on == 1].T + hidden.b[on == 1])
    z = a @ output.W[:, on == 1].T + output.b
    np.testing.assert_allclose(thin(NET, on).predict(X), 1 / (1 + np.exp(-z)))


def test_masks_are_those_that_training_draws() -> None:
    rng = np.random.default_rng(7)
    drawn = [NOISE.masks(rng, 5, NET.widths)[0][0] > 0 for _ in range(3)]
    np.testing.assert_array_equal(masks_of_bird(NOISE, 7, 5, 6, 3), drawn)


def test_without_dropout_alone_together_and_all_on_are_one() -> None:
    nets = draw((2, 6, 1), ("tanh", "sigmoid"), 2)
    y = np.array([0.0, 1, 1, 0, 1])[:, None]
    X2, y2 = np.stack([X, X]), np.stack([y, y])
    found = average(nets, X2, y2, Noise(dropout=1e-12), 3)
    expected = [log_loss(y[:, 0], p) for p in nets.predict(X2)[..., 0]]
    np.testing.assert_allclose(found.alone, expected, rtol=1e-5)
    np.testing.assert_allclose(found.together, expected, rtol=1e-5)


def test_a_mean_of_probabilities_never_loses_more_than_its_members() -> None:
    nets = draw((2, 6, 1), ("tanh", "sigmoid"), 4)
    y = (RNG.random((4, 5, 1)) < 0.5).astype(float)
    found = average(nets, np.stack([X] * 4), y, NOISE, 20)
    assert (found.together < found.alone).all()  # Jensen's inequality
    assert found.alone.shape == pytest.approx((4,))
