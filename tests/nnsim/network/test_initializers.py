"""Spread of the weights at the start."""

import numpy as np
import pytest

from nnsim.network.initializers import (
    INITIALIZERS,
    constant,
    normal,
    normal_relu,
    usual_for,
)


@pytest.mark.parametrize(("name", "variance"), [("normal", 1), ("normal_relu", 2)])
def test_variance_is_scaled_by_the_number_of_inputs(name: str, variance: int) -> None:
    W = INITIALIZERS[name](np.random.default_rng(0), 400, 100)
    assert W.shape == (400, 100)
    # The variance of 40,000 draws is known to about 0.7 %.
    assert W.var() * 100 == pytest.approx(variance, rel=0.03)
    assert abs(W.mean()) < 0.005


def test_same_generator_same_weights() -> None:
    first, second = (normal(np.random.default_rng(3), 4, 5) for _ in range(2))
    np.testing.assert_array_equal(first, second)


def test_constant_weights_draw_nothing() -> None:
    rng = np.random.default_rng(0)
    assert np.all(constant(0.5)(rng, 2, 3) == 0.5)
    assert np.all(INITIALIZERS["zeros"](rng, 2, 3) == 0)
    assert rng.random() == np.random.default_rng(0).random()


def test_relu_gets_the_wider_spread() -> None:
    assert usual_for("relu") is usual_for("leaky_relu") is normal_relu
    assert usual_for("tanh") is usual_for("softmax") is normal
