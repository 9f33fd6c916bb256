"""Repeats of one measurement: each, their mean, and how far they lie apart.

What you can do here
--------------------
- summarise repeats: ``Spread.of(scores)``, over another axis ``Spread.of(a, axis=1)``.

The standard deviation is everywhere that of a sample (divided by n − 1): the splits,
starts or shuffles at hand are a few of all that might have been drawn.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from nnsim.arrays import Array, read_only


@dataclass(frozen=True, eq=False)
class Spread:
    """Repeats and what they say together.

    In every shape ``…`` is what each repeat holds: nothing if it is one number, and
    then mean, deviation and ends are plain numbers.
    """

    each: Array  # the repeats as they were given, along one axis
    mean: Array  # (…,)
    sd: Array  # (…,) standard deviation; NaN for one repeat, which has none
    low: Array  # (…,) mean less standard deviation
    high: Array  # (…,) mean and standard deviation
    n: int  # repeats

    @classmethod
    def of(cls, each: npt.ArrayLike, axis: int = 0) -> "Spread":
        """Summarise repeats that lie along ``axis``."""
        each = read_only(each)
        n, mean = each.shape[axis], each.mean(axis=axis)
        sd = each.std(axis=axis, ddof=1) if n > 1 else np.full_like(mean, np.nan)
        mean, sd, low, high = map(_seal, (mean, sd, mean - sd, mean + sd))
        return cls(each, mean, sd, low, high, n)


def _seal(array: Array) -> Array:
    """Make an array read-only, and of an array without axes a plain number."""
    sealed: Array = read_only(array) if np.ndim(array) else array.item()
    return sealed
