"""A scale tells where values stand, and a plot what stands at a place."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from manim import RED, VGroup

from scenes.components.plot import Cloud, Curve, Plot
from scenes.components.scale import Linear, Log, Scale

shares = st.floats(0, 1)
linear = st.tuples(st.floats(-1e3, 1e3), st.floats(0.1, 1e3)).map(
    lambda ends: Linear(ends[0], ends[0] + ends[1])
)
log = st.tuples(st.floats(-6, 6), st.floats(0.1, 6)).map(
    lambda ends: Log(10 ** ends[0], 10 ** (ends[0] + ends[1]))
)
scales = linear | log
pairs = st.lists(st.tuples(shares, shares), min_size=1, max_size=9).map(np.array)


@given(scales, shares)
def test_the_value_at_a_portion_has_that_portion(scale: Scale, share: float) -> None:
    assert scale.portion(scale.value(share)) == pytest.approx(share, abs=1e-9)
    assert scale.value(0) == pytest.approx(scale.low)
    assert scale.value(1) == pytest.approx(scale.high)


def test_equal_steps_or_equal_ratios_are_equally_far() -> None:
    assert Linear(2, 10).portion([2, 4, 6, 10]) == pytest.approx([0, 0.25, 0.5, 1])
    assert Log(1, 1000).portion([1, 10, 100, 1000]) == pytest.approx(
        [0, 1 / 3, 2 / 3, 1]
    )
    assert Linear(3.5, -0.5).portion(2.5) == pytest.approx(0.25)  # runs downwards


def test_ticks_of_a_logarithm_are_the_powers_of_ten_within() -> None:
    assert Log(1, 1000).ticks() == [1, 10, 100, 1000]
    assert Log(0.02, 50).ticks() == pytest.approx([0.1, 1, 10])


def draw(x: Scale, y: Scale) -> Plot:
    return Plot(x, y, x_label="x", y_label="y", width=5, height=3, x_ticks=(),
                y_ticks=())  # fmt: skip


def test_ticks_of_logarithmic_axes_stand_at_their_values() -> None:
    plot = Plot(Log(1, 1000), Log(1, 50), x_label="x", y_label="y", width=6, height=4,
                y_ticks=(1, 5, 20)).shift([1, 2, 0])  # fmt: skip
    assert [tick[1].words for tick in plot.ticks] == [
        "1", "10", "100", "1000", "1", "5", "20",
    ]  # fmt: skip
    for k, (mark, figure) in enumerate(plot.ticks):
        at = (figure.value, 1) if k < 4 else (1, figure.value)
        np.testing.assert_allclose(mark.get_start(), plot.at(*at), atol=1e-9)


def test_a_power_law_is_a_straight_line() -> None:
    plot = draw(Log(1, 1000), Log(1, 50))
    a, b, c = (plot.at(x, np.sqrt(x)) for x in (1.0, 50.0, 1000.0))
    np.testing.assert_allclose(np.cross(b - a, c - a), 0, atol=1e-9)


places = st.tuples(st.floats(-3, 3), st.floats(-3, 3), st.just(0.0)).map(np.array)


@given(scales, scales, pairs, st.floats(0.2, 3), places)
def test_values_come_back_from_the_screen_wherever_the_plot_went(
    x: Scale, y: Scale, portions: np.ndarray, factor: float, way: np.ndarray
) -> None:
    plot = draw(x, y)
    xy = np.stack([x.value(portions[:, 0]), y.value(portions[:, 1])], axis=1)
    curve, cloud = (
        plot.curve(*xy.T, color=RED),
        plot.scatter(xy, color=RED, marker="triangle"),
    )
    group = VGroup(plot, curve, cloud).scale(factor).shift(way).copy()
    moved, line, dots = group
    assert moved.key == line.plot_key == dots.plot_key == plot.key
    size = np.array([max(abs(x.low), abs(x.high)), max(abs(y.low), abs(y.high))])
    for found in (moved.values_at(moved.places(xy)), moved.values_at(dots.places)):
        np.testing.assert_allclose(found / size, xy / size, atol=1e-9)
    anchors = moved.values_at(line.points.reshape(-1, 4, 3)[:, 3])
    np.testing.assert_allclose(anchors / size, xy[1:] / size, atol=1e-9)
    for pair, place in zip(xy, moved.places(xy), strict=True):
        np.testing.assert_allclose(moved.at(*pair), place, atol=1e-12)


def test_marks_say_what_they_are_and_carry_no_axes() -> None:
    plot, other = (draw(Linear(0, 1), Log(1, 10)) for _ in range(2))
    assert plot.key != other.key
    xy = np.array([[0.0, 1.0], [0.5, 10.0]])
    curve = plot.curve(*xy.T, color=RED)
    cloud = plot.scatter(xy, color=RED, marker="square")
    assert isinstance(curve, Curve)
    assert isinstance(cloud, Cloud)
    for mark in (curve, cloud):
        assert not any(isinstance(value, Plot) for value in vars(mark.copy()).values())
