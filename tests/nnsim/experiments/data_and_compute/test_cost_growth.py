"""Multiply-adds of dense networks, against the weights of real ones."""

import numpy as np

from nnsim.experiments.data_and_compute.cost_growth import forward, growth
from nnsim.network.network import Network


def test_forward_multiplies_once_by_each_weight() -> None:
    names = ("relu",) * 3 + ("softmax",)
    net = Network.initialise((240, 8, 8, 8, 3), names, np.random.default_rng(0))
    assert forward(240, 8, 3, 3) == sum(layer.W.size for layer in net.layers)


def test_growth_tends_to_a_square_and_to_a_line() -> None:
    by_width, by_depth, by_data = growth(1, 50, 200, 1, (1, 2, 4))
    np.testing.assert_allclose(by_width, [1, 4, 16], rtol=0.01)
    np.testing.assert_allclose(by_depth, [1, 2, 4], rtol=0.01)
    assert by_data.tolist() == [1, 2, 4]
