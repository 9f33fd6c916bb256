"""Splits have no row in common and keep the shares of the classes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnsim.datasets.splits import split
from nnsim.errors import InputError


def rng(seed: int = 0) -> np.random.Generator:
    return np.random.default_rng(seed)


sizes = st.tuples(st.integers(1, 20), st.integers(0, 20), st.integers(0, 20))


@given(sizes, st.integers(0, 5), st.integers(0, 99))
def test_parts_have_their_sizes_and_no_row_in_common(
    sizes: tuple[int, int, int], spare: int, seed: int
) -> None:
    train, validation, test = sizes
    n = sum(sizes) + spare
    parts = split(n, rng(seed), train=train, validation=validation, test=test)
    rows = np.concatenate([parts.train, parts.validation, parts.test])
    assert (len(parts.train), len(parts.validation), len(parts.test)) == sizes
    assert len(set(rows)) == sum(sizes)
    assert set(rows) <= set(range(n))


@given(st.lists(st.integers(0, 3), min_size=30, max_size=90), st.integers(0, 99))
def test_stratified_parts_keep_the_shares(classes: list[int], seed: int) -> None:
    labels, n = np.array(classes), len(classes)
    parts = split(n, rng(seed), train=n // 2, test=n // 3, labels=labels)
    for part in (parts.train, parts.test):
        for label in range(4):
            expected = np.mean(labels == label) * len(part)
            # One row too many or too few at each end of a part.
            assert abs(np.sum(labels[part] == label) - expected) <= 2


def test_same_seed_same_parts() -> None:
    labels = np.arange(30) % 3
    first, second = (split(30, rng(4), train=10, labels=labels) for _ in range(2))
    np.testing.assert_array_equal(first.train, second.train)
    assert not np.array_equal(first.train, split(30, rng(5), train=10).train)


@pytest.mark.parametrize("sizes", [(8, 2, 1), (0, 5, 5), (5, -1, 0)])
def test_sizes_must_fit(sizes: tuple[int, int, int]) -> None:
    train, validation, test = sizes
    with pytest.raises(InputError, match="cannot be taken from 10"):
        split(10, rng(), train=train, validation=validation, test=test)


def test_labels_must_be_one_per_row() -> None:
    with pytest.raises(InputError, match=r"\(9,\), but n is 10"):
        split(10, rng(), train=5, labels=np.zeros(9))
