"""What relatives among the training sequences do to a score.

What you can do here
--------------------
- compare a model's scores with and without them: ``leak``.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.experiments.data_and_compute.family_splits import FamilySplit
from nnsim.problems.site_bench import MODELS


@dataclass(frozen=True, eq=False)
class Leak:
    """What relatives among the training sequences do to one model's score."""

    features: str
    model: str
    honest: Array  # (n_splits,) share right without relatives
    leaky: Array  # (n_splits,) with all relatives
    planted: Array  # (n_splits,) with a near-copy of each
    means: tuple[float, float, float]  # honest, leaky, planted
    gain: float  # leaky less honest, mean, in percentage points
    planted_gain: float  # planted less honest, likewise
    n_raised: int  # splits in which leaky is above honest
    n_raised_planted: int  # splits in which planted is above honest
    related_honest: float  # share right of those that have relatives, without them
    related_leaky: float  # the same with them


def leak(right: Array, splits: Sequence[FamilySplit], model: int) -> Leak:
    """Compare a model's scores with and without relatives.

    Parameters
    ----------
    right
        (n_splits, n_sets, n_test) right answers; the last three sets are the honest,
        the leaky and the planted one.
    splits
        One a split.
    model
        Place in ``MODELS``.
    """
    honest, leaky, planted = right[:, -3:].mean(axis=2).T
    related = np.array([
        both[-3:-1, part.related].mean(axis=1)
        for both, part in zip(right, splits, strict=True)
    ])  # fmt: skip
    means = (float(honest.mean()), float(leaky.mean()), float(planted.mean()))
    kind, name = MODELS[model]
    return Leak(
        features=kind,
        model=name,
        honest=read_only(honest),
        leaky=read_only(leaky),
        planted=read_only(planted),
        means=means,
        gain=100 * (means[1] - means[0]),
        planted_gain=100 * (means[2] - means[0]),
        n_raised=int(np.sum(leaky > honest)),
        n_raised_planted=int(np.sum(planted > honest)),
        related_honest=float(related[:, 0].mean()),
        related_leaky=float(related[:, 1].mean()),
    )
