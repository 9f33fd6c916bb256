"""The same network taught by few rows and by many.

What you can do here
--------------------
- train on growing parts of what may teach, and judge on the test rows: ``teach_more``.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.experiments.regularization.remedies import Bench, Remedy
from nnsim.spread import Spread


@dataclass(frozen=True, eq=False)
class MoreData:
    """The same network without remedy, taught by few birds and by many."""

    loss: Spread  # (n_sizes, n_splits) on the test birds
    ends: tuple[Remedy, Remedy]  # fewest birds and most
    rows: tuple[Array, Array]  # (n_birds,) those birds, in the split shown


def teach_more(bench: Bench, sizes: Sequence[int]) -> MoreData:
    """Train on few and on many birds; nothing is chosen, so validation may teach."""
    parts = bench.parts
    rows = [
        np.random.default_rng(s).permutation(row) for s, row in enumerate(parts.train)
    ]
    pool = read_only(np.concatenate([np.stack(rows), parts.validation], axis=1))
    runs = [bench.learn(pool[:, :size]).network for size in sizes]
    loss = np.stack([bench.losses(networks, parts.test) for networks in runs])
    few, many = (bench.remedy(runs[k]) for k in (0, -1))
    return MoreData(
        ends=(few, many),
        rows=(pool[0, : sizes[0]], pool[0, : sizes[-1]]),
        loss=Spread.of(loss, axis=1),
    )
