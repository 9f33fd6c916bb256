"""Dead neurons: found where made, and their gradient is exactly zero."""

import numpy as np
import pytest

from nnsim.errors import InputError
from nnsim.experiments.activation_functions.dead_relu import dead_neurons, until_dead
from nnsim.network.activations import ACTIVATIONS
from nnsim.network.losses import binary_cross_entropy
from nnsim.network.network import Dense, Network

X = np.random.default_rng(0).uniform(-1, 1, size=(40, 2))
Y = (X[:, :1] > 0).astype(float)


def network(bias: float) -> Network:
    """Return two ReLU neurons; the second has z = x_1 + bias."""
    hidden = Dense(np.eye(2)[::-1], np.array([0.0, bias]), ACTIVATIONS["relu"])
    output = Dense(np.array([[1.0, -1.0]]), np.zeros(1), ACTIVATIONS["sigmoid"])
    return Network((hidden, output))


def test_a_neuron_below_zero_for_all_is_dead_and_its_slopes_are_zero() -> None:
    net = network(-1.5)
    assert dead_neurons(net, X).tolist() == [False, True]
    dW = net.backward(net.forward(X), Y, binary_cross_entropy).dW[0]
    assert np.all(dW[1] == 0)
    assert np.any(dW[0] != 0)


def test_followed_to_the_first_step_after_its_last_sign_of_life() -> None:
    runs = [network(b) for b in (0.0, -1.5, -0.5, -1.5, -2.0)]
    z = until_dead(runs, 1, X)
    assert len(z) == 4  # dead at step 1, but awake again at 2
    np.testing.assert_allclose(z[-1], X[:, 0] - 1.5)
    assert (z[-1] <= 0).all()
    assert (z[-2] > 0).any()


def test_a_live_neuron_is_refused() -> None:
    with pytest.raises(InputError, match="alive"):
        until_dead([network(-1.5), network(0.0)], 1, X)
