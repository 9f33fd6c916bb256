"""Weight decay acts on weights alone and is the derivative of its penalty."""

import numpy as np
import pytest

from nnsim.network.losses import mean_squared_error
from nnsim.network.network import stack
from nnsim.training.loop import train
from nnsim.training.optimizers import GradientDescent
from nnsim.training.weight_decay import penalty, weights_only
from tests.strategies import random_case


def test_mask_marks_weights_and_not_biases() -> None:
    # 2-3-1: W 3·2, b 3, W 1·3, b 1
    assert weights_only((2, 3, 1)).tolist() == [1] * 6 + [0] * 3 + [1] * 3 + [0]


def test_penalty_by_hand() -> None:
    network = random_case((2, 1), mean_squared_error, 1).network
    network = network.with_parameters(np.array([3.0, 4.0, 100.0]))
    assert penalty(network, 0.1) == pytest.approx(0.1 / 2 * (9 + 16))
    assert penalty(stack([network] * 3), 0.1).shape == (3,)


def test_one_step_follows_loss_and_penalty() -> None:
    network, X, y, loss = random_case((2, 3, 1), mean_squared_error, 5)
    gradient = network.backward(network.forward(X), y, loss).parameters
    theta = network.parameters
    expected = theta - 0.1 * (gradient + 0.3 * weights_only((2, 3, 1)) * theta)
    history = train(
        network, X, y, loss=loss, optimizer=GradientDescent(0.1), n_epochs=1,
        weight_decay=0.3,
    )  # fmt: skip
    np.testing.assert_allclose(history.network.parameters, expected, rtol=1e-13)


def test_decay_without_slope_shrinks_the_weights() -> None:
    network, X, _, loss = random_case((2, 1), mean_squared_error, 5)
    y = network.predict(X)  # no error, so only the penalty pulls
    history = train(
        network, X, y, loss=loss, optimizer=GradientDescent(0.1), n_epochs=1,
        weight_decay=0.5,
    )  # fmt: skip
    np.testing.assert_allclose(
        history.network.layers[0].W, network.layers[0].W * (1 - 0.1 * 0.5)
    )
