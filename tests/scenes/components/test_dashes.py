"""Dashes: how long they are in all, how long the gaps, and where they lie."""

import numpy as np
import pytest
from manim import BLUE, ManimColor, VMobject

from scenes.components.dashes import (
    DASH,
    SHARE,
    dash_ends,
    dashed,
    dashed_along_x,
    dashes,
)


@pytest.fixture
def line() -> VMobject:
    return VMobject().set_points_as_corners([[0, 0, 0], [3, 0, 0]])


def ends(curve: VMobject) -> np.ndarray:
    """Return (n_dashes, 2): where on x each dash starts and ends."""
    return np.array([path[[0, -1], 0] for path in curve.get_subpaths()])


def test_dashes_and_gaps_have_their_lengths(line: VMobject) -> None:
    found = ends(dashed(line))
    lengths = found[:, 1] - found[:, 0]
    gaps = found[1:, 0] - found[:-1, 1]
    assert len(found) == round(3 / DASH)
    assert lengths.sum() == pytest.approx(SHARE * 3, abs=0.15)
    assert lengths.sum() + gaps.sum() == pytest.approx(3)
    np.testing.assert_allclose(lengths, lengths[0], rtol=1e-3)
    np.testing.assert_allclose(gaps, gaps[0], rtol=1e-3)


def test_dashes_keep_the_look(line: VMobject) -> None:
    broken = dashed(line.set_stroke(ManimColor(BLUE), 5))
    assert broken.get_stroke_width() == 5
    assert broken.get_stroke_color() == ManimColor(BLUE)


@pytest.mark.parametrize("n", [5, 22])
def test_so_many_as_wanted_each_as_long_as_a_gap(line: VMobject, n: int) -> None:
    pieces = dashes(line, n)
    assert len(pieces) == n
    first, second = (ends(piece)[0] for piece in pieces[:2])
    assert first[1] - first[0] == pytest.approx(second[0] - first[1], rel=0.25)


def test_every_second_stretch_of_x_is_left_out() -> None:
    x = np.linspace(0, 4, 401)
    curve = VMobject().set_points_as_corners([[v, v**2, 0] for v in x])
    found = dashed_along_x(curve, 0.5).points.reshape(-1, 4, 3)[:, 0, 0]
    assert len(found) == 200
    assert set(found // 0.5) == {0, 2, 4, 6}


@pytest.mark.parametrize("length", [0.1, 0.3, 1.0, 4.2])
def test_a_straight_line_starts_and_ends_with_a_dash(length: float) -> None:
    found = np.array(list(dash_ends(length, 0.15, 0.1)))
    assert found[0, 0] == 0
    assert found[-1, 1] == pytest.approx(1)
    gaps = found[1:, 0] - found[:-1, 1]
    np.testing.assert_allclose(gaps * length, 0.1)
    sizes = (found[:, 1] - found[:, 0]) * length
    np.testing.assert_allclose(sizes, sizes[0])
    assert len(found) == 1 or 0.09 < sizes[0] < 0.25
