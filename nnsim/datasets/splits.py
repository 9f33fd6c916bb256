"""Parting rows into those to learn from, to choose by, and to judge by.

What you can do here
--------------------
- part n rows at random: ``split(n, rng, train=…, validation=…, test=…)``;
- keep the shares of the classes in each part: give ``labels``;
- hold rows out several times, once for each seed: ``hold_out``.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.errors import InputError


@dataclass(frozen=True, eq=False)
class Split:
    """Row numbers of three parts that have no row in common."""

    train: Array  # (n_train,) rows to learn from
    validation: Array  # (n_validation,) rows to choose by, such as when to stop
    test: Array  # (n_test,) rows to judge by, once


def split(
    n: int,
    rng: np.random.Generator,
    *,
    train: int,
    validation: int = 0,
    test: int = 0,
    labels: Array | None = None,
) -> Split:
    """Part the rows 0 … n − 1 at random.

    Parameters
    ----------
    n
        Number of rows.
    rng
        Source of the random numbers.
    train, validation, test
        Number of rows in each part; rows beyond their sum are left out.
    labels
        Class of each row, (n,). If given, every part has the classes in the shares
        of the whole, as nearly as whole rows allow.

    Raises
    ------
    InputError
        If the parts need more rows than there are, or one has fewer than none.
    """
    sizes = (train, validation, test)
    if min(sizes) < 0 or train == 0 or sum(sizes) > n:
        raise InputError(
            f"{train} + {validation} + {test} rows for training, validation and test "
            f"cannot be taken from {n}"
        )
    order = rng.permutation(n)
    if labels is not None:
        order = _spread_classes(order, np.asarray(labels))
    ends = np.cumsum(sizes)
    parts = [order[end - size : end] for size, end in zip(sizes, ends, strict=True)]
    return Split(*(read_only(np.sort(part)) for part in parts))


def hold_out(
    n: int, n_test: int, seeds: Iterable[int], labels: Array
) -> tuple[Split, ...]:
    """Part n rows at random for each seed, ``n_test`` of them to judge by.

    Every part has the classes, ``labels`` (n,), in the shares of the whole.
    """
    return tuple(
        split(n, np.random.default_rng(s), train=n - n_test, test=n_test, labels=labels)
        for s in seeds
    )


def _spread_classes(order: Array, labels: Array) -> Array:
    """Reorder rows so that every stretch of them has the classes in equal shares."""
    if labels.shape != order.shape:
        raise InputError(f"labels have shape {labels.shape}, but n is {len(order)}")
    place = np.empty(len(order))
    for label in np.unique(labels):
        rows = np.flatnonzero(labels[order] == label)
        place[rows] = (np.arange(len(rows)) + 0.5) / len(rows)
    return order[np.argsort(place, kind="stable")]
