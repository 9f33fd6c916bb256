"""Which scores lie above which, by cases that can be reckoned in the head."""

import numpy as np
import pytest

from nnsim.chance import doubt, exceeds, is_above, is_higher
from nnsim.spread import Spread


def test_doubt_is_the_deviation_over_splits() -> None:
    assert doubt(Spread.of([0.4, 0.6]), 10_000) == pytest.approx(0.02**0.5)


@pytest.mark.parametrize("shares", [[0.5], [0.5, 0.5]])
def test_doubt_is_at_least_that_of_counting(shares: list[float]) -> None:
    assert doubt(Spread.of(shares), 100) == pytest.approx(0.05)  # √(½ · ½ / 100)


def test_doubts_must_not_overlap() -> None:
    low, near, far = Spread.of([0.5]), Spread.of([0.59]), Spread.of([0.61])
    assert not is_above(near, low, 100)
    assert is_above(far, low, 100)
    assert not is_above(low, far, 100)
    assert is_above(near, low, 1000)


def test_no_score_lies_above_itself() -> None:
    for share in (0.0, 0.5, 1.0):
        assert not is_above(Spread.of([share]), Spread.of([share]), 50)


def test_scores_of_the_same_splits_are_compared_split_by_split() -> None:
    hard_and_easy = np.array([0.5, 0.7, 0.9])  # far apart, the same for both
    low, high = Spread.of(hard_and_easy), Spread.of(hard_and_easy + 0.05)
    assert is_above(high, low, 1000)
    assert not is_above(low, high, 1000)
    assert not is_above(high, Spread.of([0.7]), 1000)  # of other splits


def test_a_gap_that_turns_from_split_to_split_is_chance() -> None:
    one, other = Spread.of([0.8, 0.7, 0.9]), Spread.of([0.7, 0.8, 0.7])
    assert float(one.mean) > float(other.mean)
    assert not is_above(one, other, 10_000)
    assert not exceeds(one, other)


def test_a_gap_of_fewer_rows_than_luck_moves_is_chance() -> None:
    low, high = Spread.of([0.5, 0.5]), Spread.of([0.55, 0.55])
    assert exceeds(high, low)
    assert not is_above(high, low, 100)  # 2 · √(½ · ½ / 100) = 0.1
    assert is_above(high, low, 1000)


def test_losses_are_compared_by_how_many_times_one_is_the_other() -> None:
    low, high = Spread.of([0.1, 0.2, 0.1]), Spread.of([0.2, 0.3, 0.9])
    assert not exceeds(high, low)  # 0.9 makes the gap vary
    assert is_higher(high, low)
    assert not is_higher(low, high)
    assert not is_higher(Spread.of([0.2, 0.1, 0.5]), low)
    assert not is_higher(Spread.of([0.0, 0.0]), Spread.of([0.0, 0.0]))


def test_more_splits_of_the_same_rows_are_no_more_evidence() -> None:
    one, other = [0.6, 0.4], [0.5, 0.45]
    for times in (1, 20):
        few_or_many = Spread.of(one * times), Spread.of(other * times)
        assert not exceeds(*few_or_many)
