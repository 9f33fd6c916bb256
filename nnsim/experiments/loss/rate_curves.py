"""Rate curves one after another, as a parameter changes, and what no curve can do.

What you can do here
--------------------
- compute all that is drawn of curves in a row: ``draw_curves``;
- go straight from one place to the next in equal steps: ``way``;
- find the least loss with one parameter held: ``best_v_max``;
- find what replicates alone leave to any curve: ``average_replicates``.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.datasets.puromycin import michaelis_menten
from nnsim.experiments.loss.measured import Measurements


@dataclass(frozen=True, eq=False)
class RateCurves:
    """Curves in a row, each with its errors at the measurements."""

    v_max: Array  # (n,) heights that they come near, in the unit of y
    k_m: Array  # (n,) x at half of these
    curves: Array  # (n, n_points) y at each x drawn
    predicted: Array  # (n, n_runs) y at the measured x
    errors: Array  # (n, n_runs) predicted less measured y
    loss: Array  # (n,) mean of (error / unit)²


def draw_curves(
    parameters: Array, measured: Measurements, at: Array, unit: float
) -> RateCurves:
    """Compute the curves of heights and k, (n, 2), at x (n_points,)."""
    v_max, k_m = parameters.T[..., None]
    predicted = michaelis_menten(measured.x, v_max, k_m)
    errors = predicted - measured.y
    return RateCurves(
        v_max=read_only(parameters[:, 0]),
        k_m=read_only(parameters[:, 1]),
        curves=read_only(michaelis_menten(at, v_max, k_m)),
        predicted=read_only(predicted),
        errors=read_only(errors),
        loss=read_only(mean_square(errors, unit)),
    )


def mean_square(errors: Array, unit: float) -> Array:
    """Compute the mean of (error / unit)² over the last axis, (…,)."""
    return np.asarray(np.mean((errors / unit) ** 2, axis=-1))


def way(stops: Sequence[Array], n_steps: Sequence[int]) -> Array:
    """Return places from stop to stop in equal steps, (1 + sum(n_steps), 2)."""
    parts = [np.asarray(stops[0])[None]]
    for start, end, n in zip(stops, stops[1:], n_steps, strict=False):
        shares = np.arange(1, n + 1)[:, None] / n
        parts.append(start + shares * (end - start))
    return np.concatenate(parts)


def best_v_max(k_m: float, x: Array, y: Array) -> float:
    """Return the height of least loss at a given k, in the unit of y.

    What is predicted is the height times a known share, so this is a line through zero.
    """
    share = x / (k_m + x)
    return float(share @ y / (share @ share))


@dataclass(frozen=True, eq=False)
class Replicates:
    """What was measured at the same x, averaged."""

    x: Array  # (n_x,)
    n_each: Array  # (n_x,) measurements there
    mean: Array  # (n_x,)
    off: Array  # (n_runs,) each y less the average at its x
    loss: float  # of the averages, which no function of x can better


def average_replicates(x: Array, y: Array, unit: float) -> Replicates:
    """Average what was measured at each x."""
    places, which = np.unique(x, return_inverse=True)
    n_each = np.bincount(which)
    mean = np.bincount(which, y) / n_each
    # What stands alone is its own average, without rounding.
    off = np.where(n_each[which] > 1, y - mean[which], 0.0)
    return Replicates(
        x=read_only(places),
        n_each=read_only(n_each),
        mean=read_only(mean),
        off=read_only(off),
        loss=float(mean_square(off, unit)),
    )
