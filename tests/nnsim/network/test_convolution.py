"""Convolution against scipy, its derivatives against differences and autograd."""

import numpy as np
import pytest
from scipy.signal import correlate

from nnsim.errors import InputError
from nnsim.network.conv_network import ConvNetwork
from nnsim.network.convolution import (
    convolve,
    convolve_backward,
    convolve_backward_inputs,
    global_max_pool,
    global_max_pool_backward,
)
from nnsim.network.losses import categorical_cross_entropy

RNG = np.random.default_rng(0)
X, W, B = RNG.normal(size=(3, 9, 4)), RNG.normal(size=(5, 4, 4)), RNG.normal(size=5)


def test_scipy_correlates_alike() -> None:
    z = convolve(X, W, B)
    assert z.shape == (3, 6, 5)
    for n, f in ((0, 0), (2, 4)):
        other = correlate(X[n], W[f], mode="valid")[:, 0] + B[f]
        np.testing.assert_allclose(z[n, :, f], other)


def test_derivatives_are_the_transposed_maps() -> None:
    # z is linear in X, W and b: <dz, z(direction)> is the directional derivative.
    dz = RNG.normal(size=(3, 6, 5))
    dW, db = convolve_backward(X, W, dz)
    dX = convolve_backward_inputs(W, dz)
    zero = np.zeros(5)
    V, U = RNG.normal(size=W.shape), RNG.normal(size=X.shape)
    assert np.sum(dW * V) == pytest.approx(np.sum(dz * convolve(X, V, zero)))
    assert np.sum(dX * U) == pytest.approx(np.sum(dz * convolve(U, W, zero)))
    np.testing.assert_allclose(db, dz.sum(axis=(0, 1)))


def test_max_pool_keeps_the_largest_and_sends_back_to_its_place() -> None:
    a = convolve(X, W, B)
    pooled, place = global_max_pool(a)
    np.testing.assert_array_equal(pooled, a.max(axis=1))
    da = global_max_pool_backward(np.ones_like(pooled), place, a.shape[1])
    np.testing.assert_array_equal(da != 0, a == a.max(axis=1, keepdims=True))


@pytest.mark.parametrize("pool", ["max", "flatten"])
@pytest.mark.parametrize("dropped", [False, True])
def test_backward_agrees_with_central_differences(pool: str, *, dropped: bool) -> None:
    net = ConvNetwork.initialise((3, 4, 4), 9, pool, (3,), np.random.default_rng(1))
    y = np.eye(3)
    n_features = net.head.widths[0]
    mask = 2.0 * (RNG.random((3, n_features)) < 0.5) if dropped else None
    gradient = net.backward(net.forward(X, mask), y, categorical_cross_entropy)

    def loss(parameters: np.ndarray) -> float:
        done = net.with_parameters(parameters).forward(X, mask).head
        return float(categorical_cross_entropy.value(done.z[-1], done.y_hat, y))

    steps = 1e-6 * np.eye(net.parameters.size)
    numeric = [(loss(net.parameters + h) - loss(net.parameters - h)) / 2e-6
               for h in steps]  # fmt: skip
    np.testing.assert_allclose(gradient.parameters, numeric, atol=1e-8)


def test_filters_wider_than_the_sequence_are_refused() -> None:
    with pytest.raises(InputError, match="does not fit"):
        convolve(X, np.ones((1, 10, 4)), np.zeros(1))
