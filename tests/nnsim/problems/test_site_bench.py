"""The bench of models: what they learn from is what they are given."""

import numpy as np

from nnsim.problems.site_bench import MODELS, Bench, epochs, right_answers, with_copies
from nnsim.problems.site_data import load_sites

SITES = load_sites(0, 0, 1, 1)
TEST = np.arange(0, 3000, 30)


def test_copies_stand_behind_the_table() -> None:
    more = with_copies(SITES, TEST, 0.0, np.random.default_rng(0))
    assert np.array_equal(more.X[3000:], SITES.X[TEST])
    assert np.array_equal(more.y[3000:], SITES.y[TEST])
    assert np.array_equal(more.targets[:3000], SITES.targets)


def test_every_model_answers_for_every_set() -> None:
    rows = np.setdiff1d(np.arange(3000), TEST)[::5]
    bench = Bench(4, 60, 0.002, 0)
    right = right_answers(SITES, [rows[:30], rows], TEST, bench)
    assert right.shape == (len(MODELS), 2, len(TEST))
    assert np.array_equal(right, right_answers(SITES, [rows[:30], rows], TEST, bench))
    few, many = right.mean(axis=2).T
    assert np.all(many[[0, 2, 3]] > few[[0, 2, 3]])
    assert many[0] > 0.9


def test_same_number_of_steps_for_any_set() -> None:
    steps = [epochs(n, 320) * -(-n // 64) for n in (20, 100, 250, 500, 1000, 2000)]
    assert all(abs(n - 320) <= 16 for n in steps)
    assert epochs(10**6, 320) == 1
