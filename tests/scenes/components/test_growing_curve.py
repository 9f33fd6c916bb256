"""A growing curve shows the steps so far, at their places."""

import numpy as np
import pytest
from manim import LineJointType, VMobject

from scenes.components.dashes import dashed, dashed_along_x
from scenes.components.growing_curve import GrowingCurve
from scenes.components.plot import Plot
from scenes.frame import theme

STEPS = np.arange(0, 201, 5)
VALUES = np.linspace(1, 0, 41) ** 2


@pytest.fixture
def plot() -> Plot:
    return Plot((0, 200), (0, 1), x_label="step", y_label="loss", width=4, height=2)


@pytest.fixture
def line(plot: Plot) -> VMobject:
    return plot.curve(STEPS, VALUES, color=theme.role("loss"))


@pytest.mark.parametrize("k", range(1, len(STEPS)))
def test_it_ends_at_the_value_of_each_step(plot: Plot, line: VMobject, k: int) -> None:
    drawn = GrowingCurve(line, plot, STEPS).show_step(k)
    assert len(drawn.get_subpaths()) == 1
    np.testing.assert_allclose(drawn.points[0], plot.at(0, 1))
    np.testing.assert_allclose(drawn.points[-1], plot.at(STEPS[k], VALUES[k]))
    assert drawn.get_num_curves() == k


def test_at_the_first_step_there_is_nothing(plot: Plot, line: VMobject) -> None:
    assert len(GrowingCurve(line, plot, STEPS).show_step(0).points) == 0


def test_a_line_that_starts_later_or_ends_earlier(plot: Plot) -> None:
    line = plot.curve(STEPS[2:20], VALUES[2:20], color=theme.role("loss"))
    drawn = GrowingCurve(line, plot, STEPS)
    for k, last in ((2, None), (3, 3), (19, 19), (30, 19)):
        drawn.show_step(k)
        if last is None:
            assert len(drawn.points) == 0
        else:
            place = plot.at(STEPS[last], VALUES[last])
            np.testing.assert_allclose(drawn.points[-1], place)


def test_stairs_stand_after_each_step(plot: Plot) -> None:
    x, y = np.repeat(STEPS, 2)[1:], np.repeat(VALUES, 2)[:-1]
    drawn = GrowingCurve(plot.curve(x, y, color=theme.role("ink")), plot, STEPS)
    np.testing.assert_allclose(
        drawn.show_step(7).points[-1], plot.at(STEPS[7], VALUES[7])
    )


@pytest.mark.parametrize("broken", [dashed, lambda line: dashed_along_x(line, 0.12)])
def test_dashes_stay_where_they_are(plot: Plot, line: VMobject, broken) -> None:
    curve = GrowingCurve(broken(line), plot, STEPS)
    whole = curve.points
    half = curve.show_step(20).points
    assert 0 < len(half) < len(whole)
    np.testing.assert_array_equal(half, whole[: len(half)])
    end = plot.at(STEPS[20], 0)[0]
    assert end - 0.3 < half[-1, 0] <= end + 1e-6


def test_moved_while_whole_it_grows_at_its_new_place(
    plot: Plot, line: VMobject
) -> None:
    drawn = GrowingCurve(line, plot, STEPS).shift([1, 2, 0])
    for k in (3, 40, 9):
        place = plot.at(STEPS[k], VALUES[k]) + np.array([1, 2, 0])
        np.testing.assert_allclose(drawn.show_step(k).points[-1], place)


def test_it_looks_as_the_line_does(plot: Plot, line: VMobject) -> None:
    line.joint_type = LineJointType.ROUND
    drawn = GrowingCurve(line.set_z_index(2), plot, STEPS)
    assert drawn.joint_type is LineJointType.ROUND
    assert drawn.get_stroke_color() == line.get_stroke_color()
    assert drawn.get_stroke_width() == line.get_stroke_width() == theme.CURVE
    assert drawn.z_index == 2
