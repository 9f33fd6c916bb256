"""Pairs of columns are judged as one line of least squares after the other would."""

import time
from itertools import combinations

import numpy as np
import pytest
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis

from nnsim.arrays import Array
from nnsim.datasets.own.pairs import apart_alone, part_in_pairs


def share_by_another(points: Array, side: Array) -> float:
    fair = LinearDiscriminantAnalysis(priors=[0.5, 0.5]).fit(points, side)
    right = fair.predict(points) == side
    return float(np.mean([np.mean(right[side == s]) for s in (-1, 1)]))


@pytest.mark.parametrize("missing", [0.0, 0.2])
@pytest.mark.parametrize("seed", range(5))
def test_all_pairs_at_once_are_as_one_by_one(seed: int, missing: float) -> None:
    rng = np.random.default_rng(seed)
    side = np.where(rng.random(90) < 0.3, 1.0, -1.0)
    points = rng.normal(size=(90, 6)) * [1, 1e-9, 1e6, 1, 3, 1] + [0, 0, 1e7, 5, 0, 0]
    points[:, 0] += side
    points[:, 4] -= 2 * side
    points[rng.random(points.shape) < missing] = np.nan
    shares, alike = part_in_pairs(points, side, 5)
    for k, two in enumerate(combinations(range(6), 2)):
        rows = ~np.isnan(points[:, two]).any(axis=1)
        chosen = points[np.ix_(rows, two)]
        scaled = (chosen - chosen.mean(axis=0)) / chosen.std(axis=0)
        assert shares[k] == pytest.approx(share_by_another(scaled, side[rows]))
    assert not alike.any()


def test_what_makes_no_pair() -> None:
    rng = np.random.default_rng(1)
    side = np.repeat([-1.0, 1.0], 20)
    base = rng.normal(size=40) + side
    few = np.where(np.arange(40) % 6 == 0, base, np.nan)
    points = np.stack([base, np.full(40, 3.0), few, 2 * base + 7], axis=1)
    shares, alike = part_in_pairs(points, side, 8)
    pairs = list(combinations(range(4), 2))
    assert {pairs[k] for k in np.flatnonzero(shares >= 0)} == {(0, 3)}
    assert alike[pairs.index((0, 3))]
    half_way = (base[:20].mean() + base[20:].mean()) / 2
    alone = np.sign(base - half_way) == side  # two that are one decide as one
    assert shares[pairs.index((0, 3))] == pytest.approx(alone.mean())


def test_a_rare_class_counts_as_much_as_a_common_one() -> None:
    rng = np.random.default_rng(2)
    side = np.where(np.arange(400) < 20, 1.0, -1.0)
    points = rng.normal(size=(400, 2)) + 2 * (side > 0)[:, None]
    [share], _ = part_in_pairs(points, side, 8)
    assert share > 0.88  # of a line that seeks the fewest errors it is 0.7


@pytest.mark.parametrize("missing", [0.0, 0.2])
def test_how_far_apart_columns_lie_alone(missing: float) -> None:
    rng = np.random.default_rng(7)
    side = np.where(rng.random(90) < 0.3, 1.0, -1.0)
    points = rng.normal(size=(90, 7)) * [1, 1e-9, 1e6, 1, 3, 1, 0] + 1e3
    points[:, 3] += 2 * side
    points[rng.random(points.shape) < missing] = np.nan
    points[5:, 5] = np.nan
    found = apart_alone(points, side, 8)
    for k in range(5):
        one, other = (points[(side == s) & ~np.isnan(points[:, k]), k] for s in (-1, 1))
        within = np.sqrt((one.var() + other.var()) / 2)
        assert found[k] == pytest.approx(abs(one.mean() - other.mean()) / within, 1e-3)
    assert (found[5:] == -1).all()


def test_thirty_columns_and_twenty_classes_are_quick() -> None:
    rng = np.random.default_rng(0)
    columns = [rng.normal(size=(100, 30)) + k for k in range(20)]
    side = np.repeat([-1.0, 1.0], 100)
    begun = time.process_time()
    for one, other in combinations(columns, 2):
        part_in_pairs(np.concatenate([one, other]), side, 8)
    assert time.process_time() - begun < 2
