"""Settings stand below their places; where there is no room, some are left out."""

from types import SimpleNamespace

import pytest

from scenes.components.number import Number
from scenes.components.plot import Plot
from scenes.components.scale import Log
from scenes.drawings.settings_axis import write_settings
from tests.scenes.stub import Stub


def written(settings: list[int]) -> dict[int, Number]:
    lesson = Stub()
    lesson.result = SimpleNamespace(widths=settings)
    plot = Plot(
        Log(0.5, 200), (0, 1), x_label="x", y_label="y", x_ticks=(), width=6, height=3
    )
    write_settings(lesson, plot, "widths", "d")
    numbers = {m.value: m for m in plot if isinstance(m, Number)}
    for value, number in numbers.items():
        assert number.get_x() == pytest.approx(plot.at(value, 0)[0])
        assert number.get_top()[1] < plot.x_axis.get_y()
    return numbers


def test_each_setting_stands_below_its_place() -> None:
    assert [*written([1, 2, 8, 64])] == [1, 2, 8, 64]


def test_what_would_lie_on_its_neighbour_is_left_out() -> None:
    assert [*written([1, 2, 60, 61, 62, 150])] == [1, 2, 60, 150]
