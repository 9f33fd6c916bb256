"""Whether one score lies above another by more than chance makes of both.

What you can do here
--------------------
- compare the scores of two models: ``is_above``;
- tell how far chance may have moved one: ``doubt``.
"""

import math

from nnsim.spread import Spread


def is_above(one: Spread, other: Spread, n_test: int) -> bool:
    """Tell whether the mean of ``one`` is higher, and their doubts do not overlap.

    Parameters
    ----------
    one, other
        Shares right, one a split.
    n_test
        Held-out rows of each split.
    """
    gap = float(one.mean - other.mean)
    return gap > doubt(one, n_test) + doubt(other, n_test)


def doubt(right: Spread, n_test: int) -> float:
    """Return the standard deviation of shares right over splits.

    It is at least that of counting so few rows: a single split has no spread of its
    own, and two may agree by luck.
    """
    counted = math.sqrt(right.mean * (1 - right.mean) / n_test)
    return max(counted, float(right.sd)) if right.n > 1 else counted
