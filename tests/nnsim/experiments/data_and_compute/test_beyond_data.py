"""A law and networks beyond the data: fits against scipy, claims over all starts."""

import numpy as np
import pytest
from scipy.optimize import curve_fit

from nnsim.datasets import puromycin
from nnsim.experiments.data_and_compute.beyond_data import Beyond, compare

RUNS = puromycin.load()


@pytest.fixture(scope="module")
def found() -> Beyond:
    return compare(RUNS, 16, 10, 1500)


def law(c: np.ndarray, v_max: float, k_m: float) -> np.ndarray:
    return v_max * c / (k_m + c)


def test_errors_of_the_law_are_scipys(found: Beyond) -> None:
    errors = []
    for level in np.unique(RUNS.concentration):
        out = level == RUNS.concentration
        c, v = RUNS.concentration, RUNS.rate
        fit, _ = curve_fit(law, c[~out], v[~out], p0=(200, 0.06))
        errors.append(np.sqrt(np.mean((law(c[out], *fit) - v[out]) ** 2)))
    assert found.law_error == pytest.approx(errors[-1], rel=1e-4)
    assert found.law_between == pytest.approx(np.mean(errors[1:-1]), rel=1e-4)
    assert found.law_overall == pytest.approx(np.mean(errors), rel=1e-4)


def test_curves_are_those_of_the_highest_held_out(found: Beyond) -> None:
    low = RUNS.concentration < 1
    fit, _ = curve_fit(law, RUNS.concentration[low], RUNS.rate[low], p0=(200, 0.06))
    np.testing.assert_allclose(found.law, law(found.grid, *fit), rtol=1e-5)
    at = np.interp(1.1, found.grid, found.networks[3])
    miss = np.sqrt(np.mean((at - RUNS.rate[~low]) ** 2))
    assert miss == pytest.approx(found.network_error.each[3], rel=1e-3)
    assert (found.n_learned, found.held_out.sum()) == (10, 2)


def test_law_is_nearer_beyond_the_data_from_every_start(found: Beyond) -> None:
    assert found.n_law_better == found.n_starts == 10
    assert found.network_error.each.min() > 1.5 * found.law_error


def test_between_the_data_they_are_alike(found: Beyond) -> None:
    assert 0.8 < found.network_between / found.law_between < 1.25
