"""Fields and borders of two-input networks against closed forms and dense scans."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from nnsim.network.activations import ACTIVATIONS
from nnsim.network.network import Dense, Network
from nnsim.views.planes import around, border, on_grid
from tests.strategies import rngs

PLANE = ((-2.0, 3.0), (-1.0, 2.0))


def neuron(w: list[float], b: float) -> Network:
    return Network((Dense(np.array([w]), np.array([b]), ACTIVATIONS["sigmoid"]),))


def random_network(rng: np.random.Generator) -> Network:
    network = Network.initialise((2, 4, 1), ("tanh", "sigmoid"), rng)
    return network.with_parameters(2 * rng.normal(size=network.n_parameters))


# --- the plane --------------------------------------------------------------------


@given(rngs, st.floats(0, 0.5))
def test_plane_holds_all_points_with_the_margin(
    rng: np.random.Generator, margin: float
) -> None:
    X = rng.normal(size=(9, 2)) * [1, 50]
    for (low, high), x in zip(around(X, margin), X.T, strict=True):
        assert low <= x.min() <= x.max() <= high
        assert x.min() - low == pytest.approx(margin * np.ptp(x))
        assert high - x.max() == pytest.approx(margin * np.ptp(x))


@given(rngs, st.integers(1, 12))
def test_grid_is_evaluated_at_the_middle_of_its_cells(
    rng: np.random.Generator, n: int
) -> None:
    network = random_network(rng)
    field = on_grid(network, PLANE, n)
    for row, column in np.ndindex(n, n):
        x = [-2 + 5 * (column + 0.5) / n, -1 + 3 * (row + 0.5) / n]
        assert field[row, column] == pytest.approx(
            network.predict(np.array([x])).item()
        )


# --- the border -------------------------------------------------------------------


@given(
    st.floats(-3, 3), st.floats(-3, 3).filter(lambda w: abs(w) > 0.1), st.floats(-2, 2)
)
def test_border_of_one_neuron_is_its_line(w1: float, w2: float, b: float) -> None:
    pieces = border(neuron([w1, w2], b), PLANE, 20)
    ends = pieces.reshape(-1, 2)
    np.testing.assert_allclose(ends @ [w1, w2] + b, 0, atol=1e-9)
    # Together the pieces are as long as the line is inside the plane.
    x = np.linspace(-2, 3, 200_001)
    off_centre = np.abs(-(w1 * x + b) / w2 - 0.5)
    inside = off_centre <= 1.5
    # A line along the plane's own edge may count as inside or outside.
    assume(np.mean(np.abs(off_centre - 1.5) < 1e-6) < 1e-3)
    length = inside.mean() * 5 * np.hypot(1, w1 / w2)
    total = np.linalg.norm(pieces[:, 1] - pieces[:, 0], axis=1).sum()
    assert total == pytest.approx(length, abs=1e-3)


@given(rngs)
def test_border_passes_wherever_the_answer_changes(rng: np.random.Generator) -> None:
    network, n = random_network(rng), 24
    ends = border(network, PLANE, n).reshape(-1, 2)
    x, y = np.linspace(-2, 3, n + 1), np.linspace(-1, 2, n + 1)
    places = np.array([[u, v] for v in y for u in x])
    z = network.forward(places).z[-1].reshape(n + 1, n + 1)
    changes = [
        ((x[i], y[j]), (x[i + di], y[j + dj]))
        for di, dj in ((1, 0), (0, 1))
        for j, i in np.ndindex(n + 1 - dj, n + 1 - di)
        if (z[j, i] > 0) != (z[j + dj, i + di] > 0)
    ]
    for side in changes:  # there is an end on each side of a cell that is crossed
        low, high = np.array(side)
        on_side = np.all((ends >= low - 1e-9) & (ends <= high + 1e-9), axis=1)
        assert on_side.any()
    assert len(changes) <= len(ends) <= 2 * len(changes)  # and no other


def test_border_of_a_bent_network_comes_nearer_with_more_cells() -> None:
    network = random_network(np.random.default_rng(3))
    far = []
    for n in (10, 40, 160):
        ends = border(network, PLANE, n).reshape(-1, 2)
        far.append(np.abs(network.forward(ends).z[-1]).max())
    assert far[0] > 5 * far[1] > 25 * far[2]


@pytest.mark.parametrize(
    "network", [neuron([0, 0], 1), neuron([0, 0], 0), neuron([1, 1], 9)]
)
def test_where_the_answer_never_changes_there_is_no_border(network: Network) -> None:
    assert border(network, PLANE, 10).shape == (0, 2, 2)


def test_pieces_join_end_to_end() -> None:
    pieces = border(neuron([1, 2], -0.5), PLANE, 15)
    points, counts = np.unique(
        pieces.reshape(-1, 2).round(9), axis=0, return_counts=True
    )
    assert sorted(counts)[:2] == [1, 1]  # only the line's two ends stand alone
    assert set(counts[np.argsort(counts)][2:]) == {2}
    assert len(points) == len(pieces) + 1
