"""Curves in a row, the ways between them, and what replicates leave."""

import numpy as np
import pytest
from scipy.optimize import minimize_scalar

from nnsim.datasets import puromycin
from nnsim.experiments.loss.measured import measure
from nnsim.experiments.loss.rate_curves import (
    average_replicates,
    best_v_max,
    draw_curves,
    way,
)
from nnsim.problems.own_data import Curve

RUNS = measure(Curve())
PLACES = np.array([[300.0, 0.15], [200.0, 0.05]])


def test_curves_are_those_of_the_formula() -> None:
    drawn = draw_curves(PLACES, RUNS, np.array([0.0, 0.05, 1.0]), 100.0)
    np.testing.assert_allclose(
        drawn.curves, [[0, 75, 300 / 1.15], [0, 100, 200 / 1.05]]
    )
    np.testing.assert_allclose(drawn.errors, drawn.predicted - RUNS.y)
    np.testing.assert_allclose(drawn.loss, np.mean((drawn.errors / 100) ** 2, axis=1))
    assert not drawn.curves.flags.writeable


def test_way_goes_through_its_stops_in_equal_steps() -> None:
    there = way([np.array([0, 0]), np.array([3, 6]), np.array([3, 0])], (3, 2))
    np.testing.assert_allclose(there, [[0, 0], [1, 2], [2, 4], [3, 6], [3, 3], [3, 0]])


@pytest.mark.parametrize("k_m", [0.02, 0.15])
def test_best_v_max_is_the_least_on_its_row(k_m: float) -> None:
    def loss(v_max: float) -> float:
        off = v_max * RUNS.x / (k_m + RUNS.x) - RUNS.y
        return float(np.mean((off / 100) ** 2))

    least = minimize_scalar(loss, bracket=(100, 300))
    assert best_v_max(k_m, RUNS.x, RUNS.y) == pytest.approx(least.x, abs=1e-4)


def test_averages_are_those_of_the_pairs() -> None:
    found = average_replicates(RUNS.x, RUNS.y, 100.0)
    pairs = RUNS.y.reshape(-1, 2)
    np.testing.assert_allclose(found.mean, pairs.mean(axis=1))
    half = np.diff(pairs, axis=1)[:, 0] / 2  # each run is half their difference away
    np.testing.assert_allclose(np.abs(found.off.reshape(-1, 2)[:, 0]), np.abs(half))
    assert found.loss == pytest.approx(np.mean(half**2) / 100**2)


def test_a_single_run_is_its_own_average() -> None:
    runs = puromycin.load("untreated")  # its last has no pair
    found = average_replicates(runs.concentration, runs.rate, 100.0)
    assert found.off[-1] == 0
    assert len(found.mean) == 6
