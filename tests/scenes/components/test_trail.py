"""A trail passes through its points, and stays at the last."""

import numpy as np
import pytest

from scenes.components.plot import Plot
from scenes.components.trail import Trail
from scenes.frame import theme

POINTS = np.array([[0.0, 1.0], [1.0, 2.0], [3.0, 0.5]])


@pytest.fixture
def plot() -> Plot:
    return Plot((0, 4), (0, 4), x_label="w", y_label="b", width=4, height=4)


def trail(plot: Plot) -> Trail:
    return Trail(plot, POINTS, color=theme.role("ink"), dots=True)


@pytest.mark.parametrize("k", [0, 1, 2, 9])
def test_mark_stands_at_the_step(plot: Plot, k: int) -> None:
    at = plot.at(*POINTS[min(k, 2)])
    np.testing.assert_allclose(trail(plot).show_step(k).mark.get_center(), at)


@pytest.mark.parametrize(("k", "n_pieces"), [(0, 0), (1, 1), (2, 2)])
def test_line_and_dots_are_those_of_the_points_passed(
    plot: Plot, k: int, n_pieces: int
) -> None:
    drawn = trail(plot).show_step(k)
    assert drawn.line.get_num_curves() == n_pieces
    assert len(drawn.stops.get_subpaths()) == k + 1
    if k:
        corners = [drawn.line.points[0], *drawn.line.points[3::4]]
        np.testing.assert_allclose(corners, [plot.at(*p) for p in POINTS[: k + 1]])


def test_stepping_back_leaves_the_line_unfilled(plot: Plot) -> None:
    drawn = trail(plot).step_back()
    assert drawn.line.get_stroke_opacity() == theme.DIMMED
    assert drawn.line.get_fill_opacity() == 0
    assert drawn.come_forward().mark.get_fill_opacity() == 1
