"""Near-copies differ as often as they should, and in a base each time."""

import numpy as np
import pytest

from nnsim.datasets.mutation import near_copies
from nnsim.datasets.one_hot import encode
from nnsim.errors import InputError

X = encode(["ACGT" * 25] * 400, np.float32)


def test_share_of_mutated_bases_is_the_rate() -> None:
    copies = near_copies(X, 0.1, np.random.default_rng(0))
    changed = copies.argmax(axis=2) != X.argmax(axis=2)
    assert changed.mean() == pytest.approx(0.1, abs=0.005)  # 40 000 bases
    assert copies.dtype == X.dtype
    assert np.all(copies.sum(axis=2) == 1)


def test_all_three_other_bases_are_as_likely() -> None:
    copies = near_copies(X[:, ::4], 1.0, np.random.default_rng(1))  # all A
    shares = copies.mean(axis=(0, 1))
    assert shares[0] == 0
    np.testing.assert_allclose(shares[1:], 1 / 3, atol=0.02)


def test_no_mutation_leaves_the_sequences() -> None:
    assert np.array_equal(near_copies(X, 0.0, np.random.default_rng(0)), X)


def test_impossible_rate_is_refused() -> None:
    with pytest.raises(InputError, match="0 … 1"):
        near_copies(X, 1.2, np.random.default_rng(0))
