"""Parameters, memory and training, against real networks and published figures."""

import numpy as np
import pytest

from nnsim.network import costs
from nnsim.network.network import Network


@pytest.mark.parametrize("widths", [(2, 1), (2, 3, 1), (4, 16, 16, 3)])
def test_dense_layers_hold_as_many_numbers(widths: tuple[int, ...]) -> None:
    names = ["tanh"] * (len(widths) - 1)
    net = Network.initialise(widths, names, np.random.default_rng(0))
    for layer, n_in, n_out in zip(net.layers, widths, widths[1:], strict=False):
        counted = costs.dense(n_in, n_out)
        assert counted.n_weights == layer.W.size
        assert counted.n_biases == layer.b.size
        assert counted.n_parameters == layer.W.size + layer.b.size


def test_filters_are_used_at_each_place_and_counted_once() -> None:
    filters = costs.convolution(16, 9, 4, 52)
    kernel, windows = np.ones((16, 9 * 4)), np.ones((52, 9 * 4))
    assert filters.n_parameters == kernel.size + 16
    assert filters.multiply_adds == (windows @ kernel.T).size * 9 * 4


def test_memory_is_that_of_arrays() -> None:
    value = np.zeros(403, np.float32)
    assert costs.memory(403) == value.nbytes
    assert costs.memory(403, costs.FLOAT16) == value.astype(np.float16).nbytes
    kept = (value, value, value, value)  # value, gradient and two running means
    assert costs.memory(403, costs.ADAM) == sum(part.nbytes for part in kept)


def test_gpt3_took_what_its_authors_say() -> None:
    # Brown et al. 2020, table D.1: 174.6 billion parameters, 300 billion tokens,
    # 3.14e23 floating-point operations.
    operations = costs.training_operations(174.6e9, 300e9)
    assert operations == pytest.approx(3.14e23, rel=0.002)


def test_rule_holds_roughly_for_a_small_dense_net() -> None:
    # Forward x W', then dW = dz' x and dx = dz W but for the first layer.
    weights = np.array([4 * 16, 16 * 16, 16 * 3])
    exact = 2 * (weights.sum() * 2 + weights[1:].sum())
    assert costs.training_operations(403, 1) == pytest.approx(exact, rel=0.2)


def test_backward_takes_twice_but_for_the_first_layer() -> None:
    # dW = dz' x in every layer, dx = dz W in all but the first.
    layers = [costs.dense(*pair) for pair in ((4, 16), (16, 16), (16, 3))]
    weights = np.array([4 * 16, 16 * 16, 16 * 3])
    assert costs.backward(layers) == weights.sum() + weights[1:].sum()
    assert costs.backward(layers[:1]) == weights[0]
