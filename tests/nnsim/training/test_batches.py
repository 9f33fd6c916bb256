"""Every row once per epoch, in an order of its own for each network."""

import numpy as np
import pytest

from nnsim.errors import InputError
from nnsim.training.batches import (
    check_batch_size,
    check_generators,
    gather,
    mini_batches,
)


def rng(seed: int = 0) -> np.random.Generator:
    return np.random.default_rng(seed)


@pytest.mark.parametrize("batch_size", [1, 3, 7, 10])
def test_every_row_comes_once(batch_size: int) -> None:
    batches = list(mini_batches(10, batch_size, rng()))
    assert sorted(np.concatenate(batches)) == list(range(10))
    assert all(len(batch) == batch_size for batch in batches[:-1])


def test_epochs_differ_in_order() -> None:
    generator = rng()
    first, second = (next(mini_batches(50, 50, generator)) for _ in range(2))
    assert not np.array_equal(first, second)


def test_ensemble_has_the_orders_of_its_generators() -> None:
    together = list(mini_batches(10, 4, [rng(0), rng(1)]))
    for s in (0, 1):
        alone = list(mini_batches(10, 4, rng(s)))
        for both, one in zip(together, alone, strict=True):
            np.testing.assert_array_equal(both[s], one)


def test_gather_shared_and_own_rows() -> None:
    rows = np.array([[2, 0], [1, 1]])
    shared = np.arange(6).reshape(3, 2)
    own = np.stack([shared, shared + 100])
    assert gather(shared, rows).tolist() == [[[4, 5], [0, 1]], [[2, 3], [2, 3]]]
    assert gather(own, rows)[1].tolist() == [[102, 103], [102, 103]]
    assert gather(shared, rows[0]).tolist() == [[4, 5], [0, 1]]


@pytest.mark.parametrize("batch_size", [0, -1, 11])
def test_batch_size_has_its_range(batch_size: int) -> None:
    with pytest.raises(InputError, match=f"1 … 10 .* not {batch_size}"):
        check_batch_size(10, batch_size)


@pytest.mark.parametrize(
    ("generators", "lead", "message"),
    [
        (None, (), "one Generator"),
        ([np.random.default_rng(0)], (), "one Generator"),
        (np.random.default_rng(0), (2,), "list of 2 generators"),
        ([np.random.default_rng(0)], (2,), "list of 2 generators"),
    ],
)
def test_generators_must_match_the_networks(
    generators: object, lead: tuple[int, ...], message: str
) -> None:
    with pytest.raises(InputError, match=message):
        check_generators(generators, lead)  # type: ignore[arg-type]
