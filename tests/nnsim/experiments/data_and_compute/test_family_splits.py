"""No relative of a held-out sequence is left where none should be."""

import numpy as np
import pytest

from nnsim.errors import InputError
from nnsim.experiments.data_and_compute.family_splits import draw

FAMILY = np.concatenate([np.repeat(np.arange(20) * 5, 5), np.arange(100, 200)])
PART = draw(FAMILY, 60, 40, np.random.default_rng(0))


def test_honest_set_has_no_relatives() -> None:
    assert not np.isin(FAMILY[PART.honest], FAMILY[PART.test]).any()
    assert len(PART.honest) == len(PART.leaky) == len(PART.planted) == 60


def test_leaky_set_has_all_relatives() -> None:
    others = np.setdiff1d(np.arange(200), PART.test)
    relatives = others[np.isin(FAMILY[others], FAMILY[PART.test])]
    assert 0 < len(relatives) < 60
    assert set(relatives) <= set(PART.leaky)
    assert not set(PART.leaky) & set(PART.test)


def test_planted_set_ends_in_a_copy_of_each() -> None:
    assert PART.planted[-40:].tolist() == list(range(200, 240))
    assert PART.planted[:20].tolist() == PART.honest[:20].tolist()


def test_who_has_relatives() -> None:
    for row, related in zip(PART.test, PART.related, strict=True):
        family = np.flatnonzero(FAMILY[row] == FAMILY)
        assert related == (not set(family) <= set(PART.test))


def test_too_few_strangers_are_refused() -> None:
    with pytest.raises(InputError, match="not related"):
        draw(FAMILY, 155, 40, np.random.default_rng(0))
