"""Where learning curves cross, against straight lines that are known."""

import numpy as np
import pytest

from nnsim.experiments.data_and_compute.learning_curves import crossing, curve

SIZES = np.array([10, 100, 1000])


def test_crossing_on_a_logarithmic_axis() -> None:
    falling = 10 - 2 * np.log10(SIZES)  # 8, 6, 4
    assert crossing(SIZES, falling, np.full(3, 5.0)) == pytest.approx(10**2.5)


def test_last_crossing_counts() -> None:
    x = crossing(SIZES, np.array([1.0, 6.0, 1.0]), np.array([5.0, 5.0, 5.0]))
    assert x == pytest.approx(10**2.2)


def test_no_crossing() -> None:
    assert np.isnan(crossing(SIZES, np.ones(3), np.zeros(3)))
    assert crossing(SIZES, np.zeros(3), np.ones(3)) == 10


def test_low_end_is_fit_for_a_logarithmic_axis() -> None:
    found = curve("rules", "logistic", np.array([[4.0, 1.0], [8.0, 11.0]]))
    np.testing.assert_allclose(found.wrong.mean, [6, 6])
    np.testing.assert_allclose(found.low, [6 - np.sqrt(8), 0.6])
    assert not found.low.flags.writeable
