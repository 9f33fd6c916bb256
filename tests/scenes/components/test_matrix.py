"""A matrix of numbers: aligned, in order, and inside its brackets."""

import numpy as np
import pytest
from manim import DOWN

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


def test_each_number_of_a_product_falls_from_under_its_column(matrix: Matrix) -> None:
    values = np.array([[1.0, 0.5]]) @ VALUES
    product = Matrix([[Number(v, "+.2f") for v in values[0]]]).next_to(matrix, DOWN)
    goals = [number.get_center() for number in product.numbers]
    falls = matrix.multiply(product)
    falls.scene = None  # nobody plays it
    falls.begin()
    for k, column in enumerate(zip(*matrix.rows, strict=True)):
        falls.interpolate((k + 0.01) / 3)
        at = product.numbers[k].get_center()
        assert at[0] == pytest.approx(column[0].get_center()[0], abs=0.05)
        assert at[1] == pytest.approx(matrix.get_bottom()[1], abs=0.05)
    falls.interpolate(1)
    falls.finish()
    for number, goal in zip(product.numbers, goals, strict=True):
        assert number.get_center() == pytest.approx(goal)
        assert number.glyphs[1].get_fill_opacity() == 1
