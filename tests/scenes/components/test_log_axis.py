"""Powers of ten along an axis that lies or stands."""

import numpy as np
import pytest
from manim import RIGHT, UP

from scenes.components.log_axis import LogAxis, Mark
from scenes.components.text import Label
from scenes.components.travel import Travel


@pytest.mark.parametrize(("reach", "along"), [(None, RIGHT), (4.0, UP)])
def test_equal_factors_are_equally_far_apart(
    reach: float | None, along: np.ndarray
) -> None:
    axis = LogAxis((0, 4), powers=(0, 4), words={}, width=8, reach=reach)
    for k in range(5):
        assert axis.at(10.0**k) == pytest.approx((2 * k - 4) * along)


def test_labels_of_an_upright_axis_end_within_reach() -> None:
    axis = LogAxis((0, 4), powers=(0, 4), words={}, width=8, reach=3.0)
    label = Label("a thousand")
    axis.add_mark("far", Mark(1e3, label))
    axis.show_window((0, 4), {"far": 9.0}, {"far": 1.0})
    assert label.get_right()[0] == pytest.approx(3.0)
    assert label.get_center()[1] == pytest.approx(2.0)


def test_travel_shows_what_was_outside_the_window() -> None:
    axis = LogAxis((0, 2), powers=(0, 7), words={}, width=4, reach=3.0)
    mark = Mark(1e4, Label("far"))
    axis.add_mark("far", mark)
    assert mark.dot.get_fill_opacity() == 0
    travel = Travel(axis, (3, 6), heights={"far": 1.0})
    travel.begin()
    travel.finish()
    assert mark.dot.get_fill_opacity() == 1
    assert axis.at(1e4) == pytest.approx((-2 + 4 / 3) * UP)
