"""Cells stand in the matrix's places; colour, mark and size say the value."""

import numpy as np
import pytest

from scenes.components.network import signed_color
from scenes.components.weight_matrix import WeightMatrix, sign_mark

W = np.array([[-0.5, 2.0], [0.25, -1.0], [0.0, 1.0]])


def test_cells_stand_row_by_row() -> None:
    drawn = WeightMatrix(W, cell=0.5)
    assert [len(row) for row in drawn.rows] == [2, 2, 2]
    corner = drawn.rows[0][0].get_center()
    for j, i in np.ndindex(W.shape):
        at = drawn.rows[j][i][0].get_center() - corner
        np.testing.assert_allclose(at, [0.5 * i, -0.5 * j, 0], atol=1e-9)


def test_marks_have_the_sign_and_grow_with_the_size() -> None:
    drawn = WeightMatrix(W, cell=0.5)
    lengths = {}
    for j, i in np.ndindex(W.shape):
        mark = drawn.rows[j][i][1]
        assert len(mark.get_subpaths()) == (1 if W[j, i] < 0 else 2)
        lengths[abs(W[j, i])] = mark.width
    sizes = sorted(lengths)
    assert [lengths[s] for s in sizes] == sorted(lengths.values())
    assert lengths[2.0] < 0.5


def test_the_largest_has_the_strongest_colour_and_zero_none() -> None:
    drawn = WeightMatrix(W, cell=0.5)
    ways = []
    for j, i in np.ndindex(W.shape):
        fill = drawn.rows[j][i][0].get_fill_color().to_rgb()
        ways.append(np.abs(fill - signed_color(W[j, i]).to_rgb()).sum())
    assert int(np.argmin(ways)) == 1


def test_a_common_scale_makes_two_matrices_comparable() -> None:
    small = WeightMatrix(W / 2, cell=0.5, largest=2.0).rows[0][1]
    same = WeightMatrix(np.array([[1.0]]), cell=0.5, largest=2.0).rows[0][0]
    assert small[0].get_fill_color() == same[0].get_fill_color()
    assert small[1].width == pytest.approx(same[1].width)


def test_frame_surrounds_its_row() -> None:
    drawn = WeightMatrix(W, cell=0.5).shift([1, 2, 0])
    frame = drawn.frame_row(1)
    np.testing.assert_allclose(frame.get_center(), drawn.rows[1].get_center())
    assert frame.width == pytest.approx(drawn.rows[1].width)
    assert frame.height < 0.6


@pytest.mark.parametrize(("value", "arms"), [(-1, 1), (1, 2)])
def test_sign_marks(value: float, arms: int) -> None:
    mark = sign_mark(value, 0.3)
    assert len(mark.get_subpaths()) == arms
    assert mark.width == pytest.approx(0.3)


def test_zeros_can_be_drawn() -> None:
    assert len(WeightMatrix(np.zeros((1, 3)), cell=0.4).rows[0]) == 3
