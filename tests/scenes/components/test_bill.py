"""The bill is drawn to scale: two measurements, two lengths on screen."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenes.components.bill import Bill
from scenes.frame import theme

bills = {"length": st.floats(30, 60), "depth": st.floats(13, 22)}


@settings(max_examples=25)
@given(**bills, scale=st.floats(0.03, 0.15))
def test_outline_is_as_long_and_as_deep_as_measured(
    length: float, depth: float, scale: float
) -> None:
    bill = Bill(length, depth, scale=scale)
    curve = np.concatenate([bill.outline.point_from_proportion(p)[None]
                            for p in np.linspace(0, 1, 200)])  # fmt: skip
    assert np.ptp(curve[:, 0]) == pytest.approx(length * scale, rel=0.01)
    assert np.ptp(curve[:, 1]) == pytest.approx(depth * scale, rel=0.01)
    assert bill.outline.width == pytest.approx(length * scale)
    assert bill.outline.height == pytest.approx(depth * scale)


def test_dimension_lines_are_as_long_as_what_they_measure() -> None:
    bill = Bill(39.1, 18.7, scale=0.1).scale(1.5).shift([1, 2, 0])
    assert bill.measure_length()[0].get_length() == pytest.approx(39.1 * 0.15)
    assert bill.measure_depth()[0].get_length() == pytest.approx(18.7 * 0.15)


def test_two_bills_to_one_scale_compare() -> None:
    one, other = (Bill(n, 18, scale=0.1).outline for n in (40, 50))
    assert other.width / one.width == pytest.approx(50 / 40)
    assert other.get_fill_color() == theme.role("bill")
