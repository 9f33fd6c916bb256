"""Several starts at once: the same as one by one, judged on rows kept apart."""

import numpy as np
import pytest

from nnsim.network.losses import binary_cross_entropy
from nnsim.network.network import Network
from nnsim.training.history import History
from nnsim.training.loop import train
from nnsim.training.optimizers import Adam
from nnsim.training.starts import draw, gradient_sizes, held_out_accuracy

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


def test_held_out_rows_are_not_learned_from() -> None:
    seen = []

    def remember(networks: Network, X: np.ndarray, y: np.ndarray) -> History:
        seen.append((X, y))
        return train(
            networks, X, y, loss=binary_cross_entropy, optimizer=Adam(0.1), n_epochs=0
        )

    networks = draw((2, 1), ("sigmoid",), 5)
    found = held_out_accuracy(networks, X, Y, n_test=12, train=remember)
    ((learned, y),) = seen
    assert learned.shape == (5, 48, 2)
    for s in range(5):
        rest = np.array([row not in learned[s] for row in X])
        right = (networks[s].predict(X[rest]) > 0.5) == (Y[rest] > 0.5)
        assert rest.sum() == 12
        assert found[s] == pytest.approx(right.mean())
        assert abs(y[s].mean() - Y.mean()) < 0.02  # classes in the same shares


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
