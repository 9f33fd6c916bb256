"""Several starts at once: the same as one by one."""

import numpy as np
import pytest

from nnsim.network.losses import binary_cross_entropy
from nnsim.network.network import Network
from nnsim.training.starts import draw, gradient_sizes

RNG = np.random.default_rng(0)
X = RNG.normal(size=(60, 2))
Y = (X[:, :1] * X[:, 1:] > 0).astype(float)


def test_each_start_is_drawn_from_its_own_seed() -> None:
    networks = draw((2, 3, 1), ("tanh", "sigmoid"), 4)
    for seed in range(4):
        alone = Network.initialise(
            (2, 3, 1), ("tanh", "sigmoid"), np.random.default_rng(seed)
        )
        np.testing.assert_array_equal(networks[seed].parameters, alone.parameters)


def test_starts_in_single_precision_are_the_same_rounded() -> None:
    shape, names = (2, 3, 1), ("tanh", "sigmoid")
    found, exact = draw(shape, names, 2, np.float32), draw(shape, names, 2)
    assert found.dtype == np.float32
    rounded = exact.parameters.astype(np.float32)
    np.testing.assert_array_equal(found.parameters, rounded)


@pytest.mark.parametrize("name", ["sigmoid", "tanh", "relu"])
def test_gradient_sizes_are_those_of_each_network_alone(name: str) -> None:
    networks = draw((2, 5, 5, 1), (name, name, "sigmoid"), 3)
    found = gradient_sizes(networks, X, Y, binary_cross_entropy)
    assert found.shape == (3, 3)
    for s in range(3):
        net = networks[s]
        dW = net.backward(net.forward(X), Y, binary_cross_entropy).dW
        rms = [np.linalg.norm(part) / np.sqrt(part.size) for part in dW]
        np.testing.assert_allclose(found[s], rms, rtol=1e-10)
