"""Points carried into a layer, and squared paper, against plain loops."""

import numpy as np

from nnsim.experiments.layers.hidden_space import after, carry, squared_paper
from nnsim.network.network import Network

NETWORK = Network.initialise(
    (2, 5, 2, 1), ("tanh", "tanh", "sigmoid"), np.random.default_rng(3)
)
PLANE = ((-1.0, 2.0), (10.0, 14.0))


def test_lines_are_straight_evenly_spaced_and_fill_the_plane() -> None:
    paper = squared_paper(PLANE, 4, 7)
    assert paper.shape == (8, 7, 2)
    for k, line in enumerate(paper[:4]):
        np.testing.assert_allclose(line[:, 0], -1 + k)
        np.testing.assert_allclose(line[:, 1], np.linspace(10, 14, 7))
    for k, line in enumerate(paper[4:]):
        np.testing.assert_allclose(line[:, 1], 10 + 4 * k / 3)
        np.testing.assert_allclose(line[:, 0], np.linspace(-1, 2, 7))


def test_points_are_carried_one_by_one() -> None:
    paper = squared_paper(PLANE, 3, 5)
    carried = carry(NETWORK, paper, 1)
    one, two, _ = NETWORK.layers
    for index in np.ndindex(6, 5):
        first = np.tanh(one.W @ paper[index] + one.b)
        np.testing.assert_allclose(carried[index], np.tanh(two.W @ first + two.b))


def test_the_rest_of_the_network_gives_the_same_answer() -> None:
    X = np.random.default_rng(0).normal(size=(9, 2))
    for layer in (0, 1):
        rest = after(NETWORK, layer).predict(carry(NETWORK, X, layer))
        np.testing.assert_allclose(rest, NETWORK.predict(X))
