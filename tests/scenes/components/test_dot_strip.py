"""Every value has a dot above or below its place, and no dot hides another."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.components.dot_strip import SIZE, DotStrip, stacked
from scenes.components.plot import Plot
from scenes.frame import theme

VALUES = np.array([0.9, 0.95, 0.95, 0.95, 0.85])


def draw() -> tuple[Plot, DotStrip]:
    plot = Plot((0.8, 1), (0, 2), x_label="share", y_label="net", width=4, height=2)
    return plot, DotStrip(plot, VALUES, 0.5, theme.role("train"))


def test_dots_stand_at_their_values() -> None:
    plot, strip = draw()
    shown = plot.values_at(strip.dots.places)
    np.testing.assert_allclose(shown[:, 0], VALUES)
    assert shown[:, 1].mean() == pytest.approx(0.5)


def test_mean_is_marked() -> None:
    plot, strip = draw()
    expected = plot.at(float(VALUES.mean()), 0.5)
    np.testing.assert_allclose(strip.mean.get_center(), expected, atol=1e-9)


@given(st.lists(st.integers(0, 114), min_size=1, max_size=25))
def test_no_dot_hides_another(birds: list[int]) -> None:
    values = np.array(birds) / 114
    rise = stacked(values, 2.1 * SIZE, 1.5 / 114)
    places = {(round(v, 6), round(r, 6)) for v, r in zip(values, rise, strict=True)}
    assert len(places) == len(values)


def test_ties_are_stacked_about_the_middle() -> None:
    np.testing.assert_allclose(stacked(np.ones(3), 0.2, 0.1), [-0.2, 0, 0.2])
    np.testing.assert_allclose(stacked(np.array([0.0, 1.0]), 0.2, 0.1), 0)
