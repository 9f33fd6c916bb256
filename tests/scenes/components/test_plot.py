"""Ticks are round and true; points, curves, borders and fields stand at their data."""

from functools import cache
from math import floor, log10

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from manim import BLUE, DL, RED, UR

from scenes.checks.honesty import find_lies
from scenes.components._ticks import Factor
from scenes.components.field import Border, Field
from scenes.components.plot import Plot, draw_marker
from scenes.components.scale import round_ticks, tick_spec
from scenes.components.text import Written
from scenes.frame import theme
from scenes.spelling import MINUS

DATA = np.array([[32.5, 13.0], [45.25, 21.5], [60.0, 16.75]])


def draw() -> Plot:
    plot = Plot(
        (30, 62), (-0.5, 22), x_label="length", y_label="depth", width=7, height=4
    )
    return plot.scale(0.8).shift([-2, 1, 0])


def expected(x: float, y: float) -> np.ndarray:
    """Return where (x, y) stands in the plot of ``draw``, by hand."""
    origin = draw().x_axis.get_start()
    return origin + 0.8 * np.array([7 * (x - 30) / 32, 4 * (y + 0.5) / 22.5, 0])


# --- ticks ------------------------------------------------------------------------

# Ranges from a millionth to a million, neither of them far from zero for its width.
ranges = st.tuples(
    st.floats(-20, 20), st.floats(0.5, 10), st.integers(-6, 6).map(lambda k: 10.0**k)
).map(lambda r: (r[0] * r[2], (r[0] + r[1]) * r[2]))


@given(ranges)
def test_ticks_are_few_round_and_within(low_high: tuple[float, float]) -> None:
    low, high = low_high
    ticks = round_ticks(low, high)
    slack = 1e-6 * (high - low)
    assert 2 <= len(ticks) <= 7
    assert low - slack <= ticks[0]
    assert ticks[-1] <= high + slack
    steps = np.diff(ticks)
    np.testing.assert_allclose(steps, steps[0], rtol=1e-5)
    digit = steps[0] / 10 ** floor(log10(steps[0]) + 1e-6)
    assert min(abs(digit - round_one) for round_one in (1, 2, 5)) < 1e-4
    assert abs(ticks[0] / steps[0] - round(ticks[0] / steps[0])) < 1e-4
    # No room for one more at either end.
    assert ticks[0] - steps[0] < low
    assert ticks[-1] + steps[0] > high


@given(ranges)
def test_ticks_are_written_in_full_and_no_longer(low_high: tuple[float, float]) -> None:
    ticks = round_ticks(*low_high)
    spec = tick_spec(ticks)
    words = [format(tick, spec) for tick in ticks]
    assert [float(word) for word in words] == pytest.approx(ticks, rel=1e-9, abs=1e-12)
    if "." in words[0]:
        assert any(not word.endswith("0") for word in words)


def test_ticks_stand_at_their_values() -> None:
    plot = draw()
    assert len(plot.ticks) >= 4
    for mark, figure in plot.ticks:
        assert float(figure.words.replace(MINUS, "-")) == figure.value
        along_x = mark.width < 1e-6
        place = (figure.value, -0.5) if along_x else (30, figure.value)
        np.testing.assert_allclose(mark.get_start(), expected(*place), atol=1e-6)
        axis = 0 if along_x else 1
        middle = figure.get_center()[axis]
        assert middle == pytest.approx(expected(*place)[axis], abs=0.03)


def test_ticks_can_be_named() -> None:
    plot = Plot(
        (0, 1), (0, 1), x_label="q", y_label="p", width=3, height=2,
        x_ticks=[0, 0.25], y_ticks=[1],
    )  # fmt: skip
    assert [tick[1].words for tick in plot.ticks] == ["0.00", "0.25", "1"]


# --- places -----------------------------------------------------------------------


@cache
def plot() -> Plot:
    """Give the plot that no test changes."""
    return draw()


@given(st.floats(30, 62), st.floats(-0.5, 22))
def test_place_of_a_pair_of_values(x: float, y: float) -> None:
    np.testing.assert_allclose(plot().at(x, y), expected(x, y), atol=1e-9)


@pytest.mark.parametrize("marker", ["circle", "square", "triangle"])
def test_markers_stand_on_their_data(marker: str) -> None:
    cloud = plot().scatter(DATA, color=BLUE, marker=marker)
    n = len(draw_marker(marker, 0.065).points)
    shapes = cloud.points.reshape(len(DATA), n, 3)
    for shape, row in zip(shapes, DATA, strict=True):
        low, high = shape.min(axis=0), shape.max(axis=0)
        at = expected(*row)
        assert np.all((low < at + 0.01) & (at - 0.01 < high))
        assert np.linalg.norm((low + high) / 2 - at) < 0.03
    assert cloud.get_fill_color() == BLUE


def test_markers_have_about_the_same_area() -> None:
    areas = []
    for marker in ("circle", "square", "triangle"):
        x, y, _ = np.array(draw_marker(marker, 1.0).get_anchors()).T
        areas.append(abs(x @ np.roll(y, 1) - y @ np.roll(x, 1)) / 2)
    assert max(areas) < 1.25 * min(areas)


def test_curve_passes_through_its_data() -> None:
    x, y = np.linspace(30, 62, 9), np.linspace(0, 20, 9) ** 2 / 20
    anchors = np.array(plot().curve(x, y, color=RED).get_anchors())
    for pair in zip(x, y, strict=True):
        assert np.linalg.norm(anchors - expected(*pair), axis=1).min() < 1e-9


@pytest.mark.parametrize(("corner", "x", "y"), [(UR, 62, 22), (DL, 30, -0.5)])
def test_corner_is_inside(corner: np.ndarray, x: float, y: float) -> None:
    inward = expected(x, y) - plot().corner(corner, 0.2)
    np.testing.assert_allclose(inward, 0.2 * corner, atol=1e-9)


# --- borders and fields -----------------------------------------------------------


def test_border_is_made_of_its_pieces() -> None:
    ends = np.array([DATA[:2], DATA[1:] + 1])
    border = Border(plot(), ends)
    assert len(border.get_subpaths()) == 2
    border.trace(ends[:1])
    (piece,) = border.get_subpaths()
    np.testing.assert_allclose(piece[0], expected(*DATA[0]), atol=1e-9)
    np.testing.assert_allclose(piece[-1], expected(*DATA[1]), atol=1e-9)
    border.trace(np.empty((0, 2, 2)))
    assert not border.has_points()


def test_field_goes_from_one_colour_over_paper_to_the_other() -> None:
    values = np.array([[0.0, 0.5, 1.0], [0.25, 0.5, 0.75]])  # lowest row first
    pixels = Field(plot(), values, BLUE, RED).pixel_array[..., :3].astype(float)
    paper = 255 * theme.role("paper").to_rgb()
    low, high = 255 * BLUE.to_rgb() - paper, 255 * RED.to_rgb() - paper
    foot, top = pixels[1] - paper, pixels[0] - paper
    np.testing.assert_allclose(foot[1], 0, atol=1)
    np.testing.assert_allclose(top[0], foot[0] / 2, atol=1)
    for mix, end in ((foot[0], low), (foot[2], high)):
        share = (mix @ end) / (end @ end)
        assert 0.1 < share < 0.6
        np.testing.assert_allclose(mix, share * end, atol=1)


def test_field_covers_the_plane_and_can_be_repainted() -> None:
    field = Field(plot(), np.zeros((4, 4)), BLUE, RED)
    low, high = expected(30, -0.5), expected(62, 22)
    np.testing.assert_allclose(field.get_corner(DL), low, atol=1e-6)
    np.testing.assert_allclose(field.get_corner(UR), high, atol=1e-6)
    before = field.pixel_array.copy()
    field.paint(np.ones((4, 4)))
    assert (field.pixel_array != before).any()
    np.testing.assert_array_equal(
        field.pixel_array, Field(plot(), np.ones((4, 4)), BLUE, RED).pixel_array
    )


@pytest.mark.parametrize("size", [1e-15, 3e-9, 4e-6, 1.0, 2e4, 5e7, 1e12, 3e30])
def test_figures_stay_short_whatever_the_size(size: float) -> None:
    plot = Plot(
        (0, size), (-size, size), x_label="x", y_label="y", width=7, height=4
    )  # fmt: skip
    factors = [part for part in plot.get_family() if isinstance(part, Factor)]
    assert len(factors) == (0 if 1e-4 < size < 1e6 else 2)
    assert len({factor.value for factor in factors}) <= 1
    written = [part for part in plot.get_family() if isinstance(part, Written)]
    factor = factors[0].value if factors else 1.0
    for _, figure in plot.ticks:
        words = figure.words.replace(MINUS, "-")
        assert len(words.lstrip("-")) <= 7
        assert float(words) * factor == pytest.approx(figure.value, rel=1e-9)
    for one in factors:
        assert float(one.words) == one.value
        assert plot.x_axis.get_left()[0] < one.get_left()[0]
        assert one.get_right()[0] < plot.x_axis.get_right()[0]
    assert not [*find_lies(written, None)]
