"""Scaling against scikit-learn, and there and back."""

import numpy as np
import pytest
from sklearn.preprocessing import StandardScaler

from nnsim.datasets.scaling import Scaling, fit
from nnsim.errors import InputError, UnknownNameError

TABLE = np.random.default_rng(0).normal(size=(20, 3)) * [1, 10, 100] + [5, 6, 7]
NAMES = ("a", "b", "c")


def test_fit_equals_scikit_learn() -> None:
    new = TABLE[:5] * 2
    expected = StandardScaler().fit(TABLE).transform(new)
    np.testing.assert_allclose(fit(TABLE, NAMES).apply(new), expected)


def test_there_and_back() -> None:
    scaling = fit(TABLE, NAMES)
    np.testing.assert_allclose(scaling.undo(scaling.apply(TABLE)), TABLE)


def test_some_columns() -> None:
    scaling = fit(TABLE, NAMES)
    some = scaling.columns("c", "a").apply(TABLE[:, [2, 0]])
    np.testing.assert_array_equal(some, scaling.apply(TABLE)[:, [2, 0]])


def test_refusals() -> None:
    with pytest.raises(UnknownNameError, match="known are a, b, c"):
        fit(TABLE, NAMES).columns("d")
    with pytest.raises(InputError, match=r"\(20, 2\), but the scaling has 3"):
        fit(TABLE, NAMES).apply(TABLE[:, :2])
    with pytest.raises(InputError, match="one per column"):
        Scaling(NAMES, np.zeros(2), np.ones(2))
    with pytest.raises(InputError, match="positive"):
        Scaling(("a",), np.zeros(1), np.zeros(1))


@pytest.mark.parametrize("bad", [1.0, np.nan])
def test_columns_without_spread_cannot_be_fitted(bad: float) -> None:
    with pytest.raises(InputError, match="cannot be standardised"):
        fit(np.full((4, 1), bad), ("a",))
