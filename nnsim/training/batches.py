"""Mini-batches: which rows each step sees, shuffled anew in every epoch.

What you can do here
--------------------
- walk through the row numbers of one epoch: ``mini_batches``;
- pick those rows out of X or y: ``gather``;
- refuse settings that cannot work: ``check_batch_size``, ``check_generators``.

``…`` is nothing for one network or S for an ensemble; each network of an ensemble
has its own random numbers and so its own order.
"""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

import numpy as np

from nnsim.arrays import Array
from nnsim.errors import InputError

Randomness: TypeAlias = np.random.Generator | Sequence[np.random.Generator]


def check_batch_size(n: int, batch_size: int) -> None:
    """Refuse a batch size out of 1 … n."""
    if not 1 <= batch_size <= n:
        raise InputError(f"batch_size must lie in 1 … {n} (the rows), not {batch_size}")


def check_generators(rng: Randomness | None, lead: tuple[int, ...]) -> None:
    """Refuse generators that are not one, or S for an ensemble (lead = (S,))."""
    wanted = f"a list of {lead[0]} generators" if lead else "one Generator"
    given = () if isinstance(rng, np.random.Generator) else (len(rng or ()),)
    if rng is None or given != lead:
        raise InputError(f"mini-batches and noise are random: give rng, {wanted}")


def mini_batches(n: int, batch_size: int, rng: Randomness) -> Iterator[Array]:
    """Yield the rows of each batch of one epoch, (…, batch_size) integers.

    Every row comes once per epoch; the last batch may be smaller.
    """
    if isinstance(rng, np.random.Generator):
        order = rng.permutation(n)
    else:
        order = np.stack([one.permutation(n) for one in rng])
    for start in range(0, n, batch_size):
        yield order[..., start : start + batch_size]


def gather(table: Array, rows: Array) -> Array:
    """Pick rows out of a table.

    Parameters
    ----------
    table
        (n_samples, …) for one network or the same for all, or (S, n_samples,
        n_columns), one per network.
    rows
        Row numbers, (…, batch_size).

    Returns
    -------
    Array
        (…, batch_size, n_columns), or (batch_size, …) for one network.
    """
    if table.ndim == 2 or rows.ndim == 1:
        return table.take(rows, axis=0)
    n_networks, n, n_columns = table.shape
    offsets = n * np.arange(n_networks)[:, None]
    picked: Array = table.reshape(-1, n_columns).take(rows + offsets, axis=0)
    return picked
