"""Bars on a logarithmic axis: as high as the logarithms, marks in powers of ten."""

import numpy as np
import pytest

from scenes.components.log_bars import LogBars
from scenes.components.magnitude import PowerTick
from scenes.frame import theme

VALUES = (1e-7, 2e-5, 1e-2)


@pytest.fixture
def bars() -> LogBars:
    """Give three bars between the 8th and the 0th negative power of ten."""
    return LogBars(
        VALUES, (-8, 0), x_label="layer", y_label="slope", width=3, height=4,
        color=theme.role("gradient"),
    ).shift([1, -1, 0])  # fmt: skip


def test_equal_ratios_are_equal_heights(bars: LogBars) -> None:
    heights = [bar.height for bar in bars.bars]
    assert heights[0] == pytest.approx(4 / 8)  # one of eight powers above the foot
    assert heights[2] == pytest.approx(6 * heights[0])
    assert heights[1] == pytest.approx((8 - 4.69897) / 8 * 4, rel=1e-5)


def test_values_can_be_read_off_the_bars(bars: LogBars) -> None:
    tops = np.array([bar.get_top() for bar in bars.bars])
    x, values = bars.plane.values_at(tops).T
    np.testing.assert_allclose(x, [1, 2, 3])
    np.testing.assert_allclose(values, VALUES)


def test_all_bars_stand_on_the_axis_over_their_number(bars: LogBars) -> None:
    foot = bars.plane.x_axis.get_start()[1]
    for k, bar in enumerate(bars.bars, start=1):
        assert bar.get_bottom()[1] == pytest.approx(foot)
        assert bar.get_center()[0] == pytest.approx(bars.plane.at(k, 1e-8)[0])


def test_marks_stand_at_their_values(bars: LogBars) -> None:
    assert [mark.value for mark in bars.marks] == [1e-8, 1e-6, 1e-4, 1e-2, 1.0]
    for mark, line, exponent in zip(
        bars.marks, bars.lines, range(-8, 1, 2), strict=True
    ):
        assert line.get_center()[1] == pytest.approx(
            bars.plane.at(1, 10.0**exponent)[1]
        )
        assert mark.get_right()[0] < line.get_left()[0]


@pytest.mark.parametrize(("exponent", "n_glyphs"), [(-6, 4), (0, 3), (12, 4)])
def test_a_power_is_ten_with_its_exponent_raised(exponent: int, n_glyphs: int) -> None:
    power = PowerTick(exponent)
    figures = power.glyphs[1:]
    assert len(figures) == n_glyphs
    one, zero, *raised = figures
    assert zero.get_left()[0] > one.get_left()[0]
    for glyph in raised:
        assert glyph.get_left()[0] > zero.get_right()[0]
        assert glyph.get_top()[1] > zero.get_center()[1]
        assert glyph.height < zero.height
