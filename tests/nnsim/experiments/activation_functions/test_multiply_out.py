"""Layers without activation are one layer, whatever their number and widths."""

import numpy as np
import pytest

from nnsim.errors import InputError
from nnsim.experiments.activation_functions.multiply_out import multiply_out
from nnsim.network.network import Network


@pytest.mark.parametrize("widths", [(2, 8, 8, 1), (3, 1), (2, 5, 1, 7, 16, 16, 4)])
def test_one_layer_answers_as_the_stack_does(widths: tuple[int, ...]) -> None:
    rng = np.random.default_rng(1)
    names = ("identity",) * (len(widths) - 1)
    network = Network.initialise(widths, names, rng)
    network = network.with_parameters(rng.normal(size=network.n_parameters))
    X = rng.normal(size=(50, widths[0]))
    steps = multiply_out(network.layers)
    W, b = steps[-1]
    assert len(steps) == len(network.layers)
    assert W.shape == (widths[-1], widths[0])
    np.testing.assert_allclose(X @ W.T + b, network.predict(X), rtol=1e-12, atol=1e-9)


def test_what_is_on_the_way_is_the_last_layers_as_one() -> None:
    network = Network.initialise(
        (2, 3, 3, 1), ("identity",) * 3, np.random.default_rng(0)
    )
    W1, W2, W3 = (layer.W for layer in network.layers)
    Ws = [W for W, _ in multiply_out(network.layers)]
    for found, expected in zip(Ws, (W3, W3 @ W2, W3 @ W2 @ W1), strict=True):
        np.testing.assert_allclose(found, expected, atol=1e-15)


def test_a_bend_in_between_is_refused() -> None:
    network = Network.initialise(
        (2, 3, 1), ("tanh", "sigmoid"), np.random.default_rng(0)
    )
    with pytest.raises(InputError, match="tanh"):
        multiply_out(network.layers)
