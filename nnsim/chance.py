"""Whether one score lies above another by more than chance makes of both.

What you can do here
--------------------
- compare the shares right of two models: ``is_above``;
- compare the losses of two models: ``is_higher``;
- compare what else was measured in the same splits: ``exceeds``;
- tell how far chance may have moved a share: ``doubt``.

Models that were judged in the same splits are compared split by split: what is easy
or hard about a split is so for both. Splits draw on the same rows, so that many of them
make a mean no surer: the doubt of a mean is that of one split.
"""

import math

import numpy as np

from nnsim.spread import Spread

TINY = 1e-12  # no loss is less


def is_above(one: Spread, other: Spread, n_test: int) -> bool:
    """Tell whether the mean of ``one`` is higher, and chance does not explain it.

    Parameters
    ----------
    one, other
        Shares right, one a split; as many of both are of the same splits.
    n_test
        Held-out rows of each split.
    """
    if one.n == other.n > 1:
        return exceeds(one, other, _counted(one, n_test) + _counted(other, n_test))
    gap = float(one.mean - other.mean)
    return gap > doubt(one, n_test) + doubt(other, n_test)


def is_higher(one: Spread, other: Spread) -> bool:
    """Tell whether one loss is higher than another in the same splits, beyond chance.

    How many times as high it is counts: a loss has no upper end, so that a split in
    which it explodes would otherwise hide what is so in all.
    """
    high, low = (np.log(np.maximum(loss.each, TINY)) for loss in (one, other))
    return exceeds(Spread.of(high), Spread.of(low))


def exceeds(one: Spread, other: Spread, least: float = 0.0) -> bool:
    """Tell whether ``one`` is higher by more than the gap varies from split to split.

    Parameters
    ----------
    one, other
        Measured in the same splits, two or more.
    least
        What a gap is doubted by at least.
    """
    gap = Spread.of(one.each - other.each)
    return float(gap.mean) > max(float(gap.sd), least)


def doubt(right: Spread, n_test: int) -> float:
    """Return the standard deviation of shares right over splits.

    It is at least that of counting so few rows: a single split has no spread of its
    own, and two may agree by luck.
    """
    counted = _counted(right, n_test)
    return max(counted, float(right.sd)) if right.n > 1 else counted


def _counted(right: Spread, n_test: int) -> float:
    """Return how far the luck of the rows moves a share of so many."""
    return math.sqrt(right.mean * (1 - right.mean) / n_test)
