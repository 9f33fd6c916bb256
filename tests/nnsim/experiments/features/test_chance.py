"""Which scores lie above which, by cases that can be reckoned in the head."""

import pytest

from nnsim.experiments.features.chance import doubt, is_above
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
