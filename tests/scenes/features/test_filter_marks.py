"""Words about a peak stand where the curve is not, on the plane."""

from collections.abc import Sequence

import numpy as np
import pytest
from manim import LEFT, RIGHT, UP, Dot

from scenes.components.plot import Plot
from scenes.components.text import InLine, Label
from scenes.features.filter_marks import beside, tallest
from scenes.frame import theme


def place(z: Sequence[float]) -> np.ndarray:
    """Return in which direction words stand from the peak of a curve."""
    plot = Plot((0, len(z) - 1), (-2, 3), x_label="x", y_label="y", width=8, height=3)
    curve = plot.curve(np.arange(len(z)), np.array(z), color=theme.role("signal"))
    best = int(np.argmax(z))
    dot = Dot(plot.at(best, z[best]), radius=0.1)
    words = beside(InLine(Label("largest z 1.47")), dot, curve, plot)
    assert words.get_left()[0] >= plot.x_axis.get_start()[0] - 1e-6
    assert words.get_right()[0] <= plot.x_axis.get_end()[0] + 1e-6
    x, y = curve.points[:, 0], curve.points[:, 1]
    under = (words.get_left()[0] < x) & (x < words.get_right()[0])
    assert (y[under] < words.get_bottom()[1]).all()
    away = words.get_center() - dot.get_center()
    return np.sign(away) * (np.abs(away) > 0.2)


@pytest.mark.parametrize(
    ("z", "side"),
    [
        ([-1, 0, 2, 0, -1, -1, -1, -1, -1], RIGHT),
        ([-1, -1, -1, -1, -1, -1, 0, 0, 2], LEFT),
        ([-1, -1, -1, 1.9, 2, 1.9, -1, -1, -1], UP),
    ],
)
def test_words_stand_beside_the_peak_or_above(
    z: Sequence[float], side: np.ndarray
) -> None:
    np.testing.assert_array_equal(place(z), side)


def test_words_above_a_peak_at_the_end_stay_on_the_plane() -> None:
    assert place([-1, -1, -1, -1, 1.9, 1.9, 1.9, 1.9, 2])[1] == 1


def test_the_tallest_letters_are_those_above_the_axis() -> None:
    weights = np.array([[1.0, 0.5, -1, -0.5], [0.2, 0.2, 0.2, -0.6]])
    assert tallest(weights) == pytest.approx(1.5)
    assert tallest(np.stack([weights, 2 * weights])) == pytest.approx(3.0)
