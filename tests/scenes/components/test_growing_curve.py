"""A growing curve shows the steps so far, at their places."""

import numpy as np
import pytest

from scenes.components.growing_curve import DASH, GrowingCurve
from scenes.components.plot import Plot
from scenes.frame import theme

VALUES = np.linspace(1, 0, 41) ** 2


@pytest.fixture
def plot() -> Plot:
    return Plot((0, 40), (0, 1), x_label="step", y_label="loss", width=4, height=2)


def curve(plot: Plot, **style: bool | int) -> GrowingCurve:
    return GrowingCurve(plot, VALUES, color=theme.role("loss"), **style)


@pytest.mark.parametrize("k", [1, 7, 40])
@pytest.mark.parametrize("first", [0, 1])
def test_it_ends_at_the_step(plot: Plot, k: int, first: int) -> None:
    drawn = curve(plot, first=first).show_step(k + first)
    assert len(drawn.get_subpaths()) == 1
    np.testing.assert_allclose(drawn.points[-1], plot.at(k + first, VALUES[k]))
    assert drawn.get_num_curves() == k


def test_before_its_first_step_there_is_nothing(plot: Plot) -> None:
    assert len(curve(plot, first=1).show_step(0).points) == 0


def test_dashes_stay_where_they_are(plot: Plot) -> None:
    half, whole = (curve(plot, dashed=True).show_step(k) for k in (20, 40))
    dashes = whole.get_subpaths()
    assert len(dashes) == np.ceil(4 / DASH / 2)
    np.testing.assert_allclose(half.points, whole.points[: len(half.points)])
