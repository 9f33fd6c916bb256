"""The short runs behind the small pictures, against their own functions."""

import numpy as np
import pytest

from nnsim.datasets import puromycin
from nnsim.experiments.summary.small_runs import (
    KM_VMAX,
    Hill,
    compete,
    enzyme,
    memorise,
)
from nnsim.problems import michaelis_menten


@pytest.fixture(scope="module")
def hill() -> Hill:
    return enzyme(0.4, 440)


def test_heights_are_the_loss_over_the_plane(hill: Hill) -> None:
    runs = puromycin.load("treated")
    n = len(hill.heights) - 1
    (x_low, x_high), (y_low, y_high) = KM_VMAX
    for row, column in ((n, n), (7, 40)):
        k_m = x_low + column / n * (x_high - x_low)
        v_max = y_low + row / n * (y_high - y_low)
        rates = v_max * runs.concentration / (k_m + runs.concentration)
        expected = np.mean(((rates - runs.rate) / 100) ** 2)
        np.testing.assert_allclose(hill.heights[row, column], expected)


def test_the_way_leads_down_to_the_least_loss(hill: Hill) -> None:
    assert np.all(np.diff(hill.losses) < 0)
    least = michaelis_menten.least_squares(puromycin.load("treated"))
    assert hill.losses[-1] < 1.02 * least.loss
    (x_low, x_high), (y_low, y_high) = hill.plane
    assert x_low < hill.path[:, 0].min() <= hill.path[:, 0].max() < x_high
    assert y_low < hill.path[:, 1].min() <= hill.path[:, 1].max() < y_high


def test_both_runs_begin_alike_and_the_free_one_learns_more() -> None:
    memory = memorise(16, 300, 0.003)
    assert memory.held_out[0] == memory.decayed[0]
    assert memory.steps[[0, -1]].tolist() == [0, 300]
    assert memory.train[-1] < memory.train[0] / 2


def test_scores_are_whole_sequences() -> None:
    race = compete((20, 60), n_splits=2, n_test=50, n_steps=4)
    for wrong in (race.rules.each, race.network.each):
        assert wrong.shape == (2, 2)
        np.testing.assert_allclose(wrong / 2, np.round(wrong / 2), atol=1e-9)
    np.testing.assert_allclose(race.rules.mean, race.rules.each.mean(axis=0))
