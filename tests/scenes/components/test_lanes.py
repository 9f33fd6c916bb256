"""Bars of a race are as long as their counts."""

import numpy as np
import pytest

from scenes.components.lanes import Lanes
from scenes.components.number import Number
from scenes.components.text import Label
from scenes.frame import theme


@pytest.fixture
def lanes() -> Lanes:
    names = [Label(words) for words in ("plain", "momentum")]
    numbers = [Number(count, "d") for count in (40, 10)]
    return Lanes(names, numbers, [theme.role("ink")] * 2, unit=0.05)


@pytest.mark.parametrize("counts", [None, (3, 60), (0, 0)])
def test_bars_start_at_one_line_and_reach_their_counts(
    lanes: Lanes, counts: tuple[float, float] | None
) -> None:
    if counts:
        lanes.show_counts(counts)
    for bar, count in zip(lanes.bars, counts or (40, 10), strict=True):
        assert bar.get_left()[0] == pytest.approx(0)
        assert bar.width == pytest.approx(max(0.05 * count, 0.01))


def test_counts_go_along_with_the_ends(lanes: Lanes) -> None:
    gaps = [n.get_left()[0] - b.get_right()[0] for n, b in
            zip(lanes.counts, lanes.bars, strict=True)]  # fmt: skip
    lanes.show_counts((70, 2))
    after = [n.get_left()[0] - b.get_right()[0] for n, b in
             zip(lanes.counts, lanes.bars, strict=True)]  # fmt: skip
    np.testing.assert_allclose(after, gaps)
    assert min(gaps) > 0


def test_name_and_count_stand_on_one_line(lanes: Lanes) -> None:
    for name, number in zip(lanes.names, lanes.counts, strict=True):
        assert name.baseline == pytest.approx(number.baseline)
        assert name.get_right()[0] < 0
