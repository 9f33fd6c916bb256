"""Held-out sequences with and without relatives among those to learn from.

What you can do here
--------------------
- draw such splits: ``draw``.

Three sets to learn from, all of one size, are judged on the same held-out sequences:
``honest`` has no relative of any of them; ``leaky`` has all their relatives, as a
random split may have; ``planted`` has a near-copy of each. So whatever differs between
the scores is due to the relatives.
"""

from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.errors import InputError


@dataclass(frozen=True, eq=False)
class FamilySplit:
    """Row numbers; those from n on, in ``planted``, are near-copies of ``test``."""

    test: Array  # (n_test,) held out
    honest: Array  # (n_train,) no relatives of these, in random order
    leaky: Array  # (n_train,) all relatives first, then as many of ``honest`` as fit
    planted: Array  # (n_train,) of ``honest``, then near-copy n + i of ``test[i]``
    related: Array  # (n_test,) whether a held-out sequence has relatives elsewhere


def draw(
    family: Array, n_train: int, n_test: int, rng: np.random.Generator
) -> FamilySplit:
    """Hold sequences out at random; see who of the others is related to them.

    Parameters
    ----------
    family
        Family of each sequence, (n,).
    n_train, n_test
        Sequences to learn from and held out.
    rng
        Source of the random numbers.

    Raises
    ------
    InputError
        If too few sequences are left that are not related.
    """
    n = len(family)
    test, rest = np.split(rng.permutation(n), [n_test])
    is_relative = np.isin(family[rest], family[test])
    strangers, relatives = rest[~is_relative], rest[is_relative]
    if not n_test <= n_train <= len(strangers):
        raise InputError(
            f"{n_train} sequences to learn from must be at least the {n_test} held "
            f"out, and at most the {len(strangers)} that are not related to them"
        )
    honest = strangers[:n_train]
    copies = np.arange(n, n + n_test)
    return FamilySplit(
        read_only(test),
        read_only(honest),
        read_only(np.concatenate([relatives, honest])[:n_train]),
        read_only(np.concatenate([honest[: n_train - n_test], copies])),
        read_only(np.isin(family[test], family[rest])),
    )
