"""Held-out error against the number of sequences to learn from.

What you can do here
--------------------
- put the errors of all splits together: ``Curve``, ``curve``;
- find where one curve falls below another: ``crossing``.
"""

from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.spread import Spread


@dataclass(frozen=True, eq=False)
class Curve:
    """Errors of one model on one kind of features."""

    features: str  # "rules", "kmers" or "one_hot"
    model: str  # "logistic", "forest" or "cnn"
    wrong: Spread  # (n_splits, n_sizes) %, held out
    low: Array  # (n_sizes,) its low end; at least a tenth of the mean, for a log


def curve(features: str, model: str, each: Array) -> Curve:
    """Summarise errors (n_splits, n_sizes) in % over the splits."""
    wrong = Spread.of(each)
    low = np.maximum(wrong.low, wrong.mean / 10)
    return Curve(features, model, wrong, read_only(low))


def crossing(sizes: Array, falling: Array, other: Array) -> float:
    """Return the size from which on a curve stays below another; NaN if it does not.

    Between two sizes both curves are taken as straight over the logarithm of the size.

    Parameters
    ----------
    sizes
        (n_sizes,), rising.
    falling, other
        Errors at each size, (n_sizes,).
    """
    gap = falling - other
    if gap[-1] >= 0:
        return float("nan")
    above = np.flatnonzero(gap >= 0)
    if len(above) == 0:
        return float(sizes[0])
    i = above[-1]
    share = gap[i] / (gap[i] - gap[i + 1])
    x = np.log(sizes)
    return float(np.exp(x[i] + share * (x[i + 1] - x[i])))
