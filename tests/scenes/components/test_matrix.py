"""A matrix of numbers: aligned, in order, and inside its brackets."""

import numpy as np
import pytest

from scenes.components.matrix import Matrix
from scenes.components.number import Number

VALUES = np.array([[0.17, -0.79, -0.54], [1.84, 0.78, 0.27]])


@pytest.fixture
def matrix() -> Matrix:
    """Give a matrix of two rows and three columns."""
    return Matrix([[Number(v, "+.2f") for v in row] for row in VALUES]).shift([2, 1, 0])


def test_numbers_stand_in_reading_order(matrix: Matrix) -> None:
    assert [number.value for number in matrix.numbers] == VALUES.ravel().tolist()
    for row in matrix.rows:
        assert len({round(number.baseline, 6) for number in row}) == 1
        xs = [number.get_center()[0] for number in row]
        assert xs == sorted(xs)
    assert matrix.rows[0][0].baseline > matrix.rows[1][0].baseline


def test_columns_end_at_one_place(matrix: Matrix) -> None:
    for one, other in zip(*matrix.rows, strict=True):
        assert one.get_right()[0] == pytest.approx(other.get_right()[0])


def test_brackets_hold_all_numbers_and_touch_none(matrix: Matrix) -> None:
    left, right = matrix.brackets
    assert left.get_left()[0] < matrix.rows.get_left()[0]
    assert right.get_right()[0] > matrix.rows.get_right()[0]
    assert left.get_top()[1] > matrix.rows.get_top()[1]
    assert left.get_bottom()[1] < matrix.rows.get_bottom()[1]
    # The lips point inward.
    assert left.get_start()[0] > left.get_left()[0]
    assert right.get_start()[0] < right.get_right()[0]
