"""Bars of a sum: each begins where the last one ended, and the total is the sum."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenes.components.formula import Formula
from scenes.components.number import Number
from scenes.components.waterfall import Waterfall
from scenes.components.weighted_sum import WeightedSum
from scenes.frame import theme

terms = st.lists(
    st.floats(0.5, 40) | st.floats(-40, -0.5), min_size=1, max_size=5
).filter(lambda values: abs(sum(values)) > 0.5)

few = settings(max_examples=25)  # each draws a scale with its figures


@few
@given(terms)
def test_bars_follow_one_another(values: list[float]) -> None:
    chart = Waterfall(values, width=3)
    stops = [0.0, *np.cumsum(values)]
    for bar, start, end in zip(chart.bars, stops, stops[1:], strict=False):
        ends = sorted((chart.at(start), chart.at(end)))
        assert bar.get_left()[0] == pytest.approx(ends[0], abs=0.02)
        assert bar.get_right()[0] == pytest.approx(ends[1], abs=0.02)
        role = "positive" if end > start else "negative"
        assert bar.get_fill_color() == theme.role(role)


@few
@given(terms)
def test_total_is_the_sum(values: list[float]) -> None:
    chart = Waterfall(values, width=3)
    per_unit = 3 / (chart.range.high - chart.range.low)
    assert chart.total.width == pytest.approx(per_unit * abs(sum(values)), abs=0.02)
    left, right = chart.total.get_left()[0], chart.total.get_right()[0]
    start, end = (left, right) if sum(values) > 0 else (right, left)
    assert start == pytest.approx(chart.frame[1].get_start()[0], abs=0.02)
    assert end == pytest.approx(chart.at(sum(values)), abs=0.02)


@few
@given(terms)
def test_all_bars_lie_over_the_scale_in_rows(values: list[float]) -> None:
    chart = Waterfall(values, width=3)
    bars = [*chart.bars, chart.total]
    heights = [bar.get_center()[1] for bar in bars]
    assert heights == sorted(heights, reverse=True)
    assert all(a.get_bottom()[1] > b.get_top()[1] for a, b in pairwise(bars))
    assert min(bar.get_left()[0] for bar in bars) >= -1e-9
    assert max(bar.get_right()[0] for bar in bars) <= 3 + 1e-9
    assert heights[-1] > chart.frame[0].get_center()[1]


def test_weighted_sum_puts_each_value_beside_its_bar() -> None:
    values = (39.1, -18.7, -27.0, -6.6)
    letters = [Formula(letter) for letter in ("w_1 x_1", "w_2 x_2", "b", "z")]
    numbers = [Number(value, "+.1f") for value in values]
    written = WeightedSum(letters, numbers, width=2.4).shift([1, 1, 0])
    steps = list(written.steps())
    assert [number for *_, number in steps] == numbers
    for row, _, bar, number in steps:
        letter = row[0]
        assert row[1] is number
        assert letter.get_right()[0] < number.get_left()[0] < bar.get_left()[0]
        assert number.get_center()[1] == pytest.approx(bar.get_center()[1], abs=1e-6)
        assert letter.baseline == pytest.approx(number.baseline)


@few
@given(terms)
def test_a_line_leads_from_the_end_of_each_bar_to_the_next(values: list[float]) -> None:
    chart = Waterfall(values, width=3)
    below = [*chart.bars[1:], chart.total]
    sums = np.cumsum(values)
    for lead, bar, after, stop in zip(
        chart.leads, chart.bars, below, sums, strict=True
    ):
        np.testing.assert_allclose(lead.points[:, 0], chart.at(stop), atol=1e-9)
        assert lead.get_top()[1] == pytest.approx(bar.get_bottom()[1])
        assert lead.get_bottom()[1] == pytest.approx(after.get_top()[1])


def test_terms_may_all_be_zero() -> None:
    nothing = Waterfall([0.0, 0.0], width=4.0)
    assert np.isfinite(nothing.at(0.0))
    assert all(bar.width < 0.1 for bar in nothing.bars)
