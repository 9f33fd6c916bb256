"""Equal ratios are equal distances, and ticks stand at their values."""

import numpy as np
import pytest

from scenes.components.log_plot import LogPlot


@pytest.fixture
def plot() -> LogPlot:
    """Give a plane over three and two powers of ten."""
    return LogPlot((1, 1000), (1, 100), x_label="x", y_label="y", width=6, height=4,
                   x_ticks=(1, 20, 1000), y_ticks=(1, 10, 100),
                   ).shift([1, 2, 0])  # fmt: skip


def test_powers_of_ten_are_equally_far(plot: LogPlot) -> None:
    places = np.array([plot.at(10.0**k, 10.0 ** (k - 1)) for k in (1, 2, 3)])
    np.testing.assert_allclose(np.diff(places[:, 0]), 2)
    np.testing.assert_allclose(np.diff(places[:, 1]), 2)
    np.testing.assert_allclose(plot.at(1, 1), plot.x_axis.get_start())
    np.testing.assert_allclose(plot.at(1000, 1), plot.x_axis.get_end(), atol=1e-9)


def test_ticks_stand_at_their_values(plot: LogPlot) -> None:
    values = [tick[1].value for tick in plot.ticks]
    assert values == [1, 20, 1000, 1, 10, 100]
    for tick, value in zip(plot.ticks[:3], values[:3], strict=True):
        assert tick[1].get_center()[0] == pytest.approx(plot.at(value, 1)[0], abs=0.02)
        assert float(tick[1].words) == value


def test_a_power_law_is_a_straight_line(plot: LogPlot) -> None:
    a, b, c = (plot.at(x, np.sqrt(x)) for x in (1.0, 50.0, 1000.0))
    np.testing.assert_allclose(np.cross(b - a, c - a), 0, atol=1e-9)
