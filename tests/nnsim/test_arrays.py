"""Seals, checks and one-hot rows."""

import numpy as np
import pytest

from nnsim.arrays import (
    check_finite,
    check_inputs,
    check_targets,
    one_hot,
    read_only,
    row_max,
    row_sum,
)
from nnsim.errors import InputError


def test_read_only_arrays_cannot_be_written() -> None:
    sealed = read_only(np.zeros(3))
    with pytest.raises(ValueError, match="read-only"):
        sealed[0] = 1


def test_read_only_leaves_the_original_writable() -> None:
    original = np.zeros(3)
    read_only(original)
    original[0] = 1


@pytest.mark.parametrize("shape", [(5, 3), (2, 5, 3), (5, 1)])
def test_row_max_and_sum_equal_those_of_numpy(shape: tuple[int, ...]) -> None:
    table = np.random.default_rng(0).normal(size=shape)
    np.testing.assert_array_equal(row_max(table), table.max(axis=-1, keepdims=True))
    np.testing.assert_allclose(row_sum(table), table.sum(axis=-1, keepdims=True))


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_first_value_that_is_not_finite_is_named(bad: float) -> None:
    table = np.zeros((2, 3))
    table[1, 2] = bad
    with pytest.raises(InputError, match=r"X\[1, 2\] is"):
        check_finite("X", table)


@pytest.mark.parametrize("shape", [(5,), (5, 3), (2, 5, 4), (3, 1, 5, 4)])
def test_inputs_of_wrong_shape_name_both_shapes(shape: tuple[int, ...]) -> None:
    with pytest.raises(InputError) as caught:
        check_inputs(np.zeros(shape), 4, (3,))
    assert str(shape) in str(caught.value)
    assert "(n_samples, 4) or (3, n_samples, 4)" in str(caught.value)


def test_inputs_without_rows_are_refused() -> None:
    with pytest.raises(InputError, match="no samples"):
        check_inputs(np.zeros((0, 4)), 4)


@pytest.mark.parametrize("shape", [(5,), (4, 2), (5, 1), (2, 5, 2)])
def test_targets_of_wrong_shape_name_both_shapes(shape: tuple[int, ...]) -> None:
    with pytest.raises(InputError) as caught:
        check_targets(np.zeros(shape), (5, 2))
    assert str(shape) in str(caught.value)
    assert "(5, 2)" in str(caught.value)


def test_one_hot_rows() -> None:
    assert one_hot([2, 0], 3).tolist() == [[0, 0, 1], [1, 0, 0]]


def test_one_hot_keeps_the_ensemble_axis() -> None:
    assert one_hot(np.zeros((2, 5), int), 3).shape == (2, 5, 3)


@pytest.mark.parametrize(
    ("labels", "message"),
    [
        ([], "no labels"),
        ([0.5], "must be integers"),
        ([0, 3], "from 0 to 3, but with 3 classes"),
        ([-1, 0], r"from -1 to 0, but with 3 classes they must lie in 0 … 2"),
    ],
)
def test_bad_labels_are_refused(labels: list[float], message: str) -> None:
    with pytest.raises(InputError, match=message):
        one_hot(labels, 3)
