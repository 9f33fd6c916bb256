"""Arrows of a fan are as long as the steps, in the scale of the plane."""

import numpy as np
import pytest

from scenes.components.fan import Fan
from scenes.components.plot import Plot
from scenes.frame import theme

START = np.array([1.0, 1.0])
STEPS = np.array([[2.0, 0.5], [-0.5, 1.0], [0.01, 0.0]])


@pytest.fixture
def plot() -> Plot:
    return Plot((0, 4), (0, 2), x_label="w", y_label="b", width=4, height=3)


def test_each_arrow_starts_at_the_point_and_ends_at_its_step(plot: Plot) -> None:
    fan = Fan(plot, START, STEPS, color=theme.role("ink"), stroke=2)
    shafts, tips = fan.shafts.get_subpaths(), fan.tips.get_subpaths()
    assert len(shafts) == len(tips) == len(STEPS)
    for step, shaft, tip in zip(STEPS, shafts, tips, strict=True):
        end = plot.at(*(START + step))
        np.testing.assert_allclose(shaft[0], plot.at(*START), atol=1e-9)
        np.testing.assert_allclose(tip[0], end, atol=1e-9)
        way, along = end - shaft[0], shaft[-1] - shaft[0]
        np.testing.assert_allclose(np.cross(way, along), 0, atol=1e-9)
        assert 0 < np.linalg.norm(along) < np.linalg.norm(way)
