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
from nnsim.datasets.puromycin import Puromycin
from nnsim.problems import michaelis_menten


@dataclass(frozen=True, eq=False)
class RateCurves:
    """Curves in a row, each with its errors at the measurements."""

    v_max: Array  # (n,) counts/min²
    k_m: Array  # (n,) ppm
    curves: Array  # (n, n_points) rate at each concentration drawn, counts/min²
    predicted: Array  # (n, n_runs) rate at the measured concentrations, counts/min²
    errors: Array  # (n, n_runs) predicted less measured, counts/min²
    loss: Array  # (n,) mean of (error / 100)²


def draw_curves(parameters: Array, runs: Puromycin, at: Array) -> RateCurves:
    """Compute the curves of Vmax and Km, (n, 2), at concentrations (n_points,)."""
    theta = michaelis_menten.scaled(parameters)
    return RateCurves(
        v_max=read_only(parameters[:, 0]),
        k_m=read_only(parameters[:, 1]),
        curves=read_only(michaelis_menten.predict(theta, at)),
        predicted=read_only(michaelis_menten.predict(theta, runs.concentration)),
        errors=read_only(michaelis_menten.errors(theta, runs)),
        loss=read_only(michaelis_menten.loss(theta, runs)),
    )


def way(stops: Sequence[Array], n_steps: Sequence[int]) -> Array:
    """Return places from stop to stop in equal steps, (1 + sum(n_steps), 2)."""
    parts = [np.asarray(stops[0])[None]]
    for start, end, n in zip(stops, stops[1:], n_steps, strict=False):
        shares = np.arange(1, n + 1)[:, None] / n
        parts.append(start + shares * (end - start))
    return np.concatenate(parts)


def best_v_max(k_m: float, runs: Puromycin) -> float:
    """Return the Vmax of least loss at a given Km, counts/min².

    The rate is Vmax times a known share, so this is a line through zero.
    """
    share = runs.concentration / (k_m + runs.concentration)
    return float(share @ runs.rate / (share @ share))


@dataclass(frozen=True, eq=False)
class Replicates:
    """Rates measured at the same concentration, averaged."""

    concentration: Array  # (n_concentrations,) ppm
    mean: Array  # (n_concentrations,) counts/min²
    off: Array  # (n_runs,) each rate less the average of its kind, counts/min²
    loss: float  # of the averages, which no function of concentration can better


def average_replicates(runs: Puromycin) -> Replicates:
    """Average the rates at each concentration."""
    concentration, which = np.unique(runs.concentration, return_inverse=True)
    mean = np.bincount(which, runs.rate) / np.bincount(which)
    off = runs.rate - mean[which]
    return Replicates(
        concentration=read_only(concentration),
        mean=read_only(mean),
        off=read_only(off),
        loss=float(np.mean((off / michaelis_menten.RATE) ** 2)),
    )
