"""Parameters counted from shapes are those that a network has."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnsim.errors import InputError
from nnsim.experiments.layers.parameter_counts import by_layer, growth
from nnsim.network.network import Network

widths = st.lists(st.integers(1, 9), min_size=2, max_size=5)


@given(widths)
def test_counts_are_the_sizes_of_the_arrays(shape: list[int]) -> None:
    names = ("tanh",) * (len(shape) - 1)
    network = Network.initialise(shape, names, np.random.default_rng(0))
    sizes = tuple(layer.W.size + layer.b.size for layer in network.layers)
    assert by_layer(shape) == sizes
    assert sum(by_layer(shape)) == network.n_parameters


def test_published_counts() -> None:
    assert by_layer((2, 8, 2, 1)) == (24, 18, 3)
    assert sum(by_layer((4, 16, 16, 3))) == 403
    assert by_layer((784, 300, 100, 10)) == (235500, 30100, 1010)  # LeNet-300-100


@pytest.mark.parametrize("shape", [(), (3,), (3, 0, 1)])
def test_what_is_no_network_is_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(InputError):
        by_layer(shape)


def test_growth_with_width_is_linear_then_quadratic() -> None:
    for n_hidden, third in ((1, 0), (2, 1), (4, 3)):
        n = growth(4, 3, n_hidden, range(1, 9))[:, 1]
        assert set(np.diff(n, 2)) == {2 * third}  # a (w²) per pair of hidden layers
    assert growth(4, 3, 2, [16, 32]).tolist() == [[16, 403], [32, 1315]]
