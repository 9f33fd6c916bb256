"""A race of plain descent, momentum and Adam on the enzyme's surface, step by step.

What you can do here
--------------------
- collect ways, losses and counts of the three, and Adam's averages: ``collect``.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.experiments.gradient_descent.enzyme_race import (
    Descent,
    EnzymeSurface,
    averages,
)
from nnsim.problems import michaelis_menten
from nnsim.training.optimizers import Adam
from nnsim.training.walks import CLOSE


@dataclass(frozen=True, eq=False)
class Race:
    """Plain descent, momentum and Adam from the same start to the goal."""

    paths: tuple[Array, ...]  # (3,) of (n_steps + 1, 2), Km (ppm), Vmax (counts/min²)
    losses: tuple[Array, ...]  # (3,) of (n_steps + 1,)
    log_losses: tuple[Array, ...]  # (3,) of (n_steps + 1,), their powers of ten
    log_goal: float  # power of ten of the loss that is the goal
    n_steps: tuple[int, ...]  # (3,) to the goal
    most_steps: int  # of the slowest
    counts: Array  # (most_steps + 1, 3) steps taken, until each is at the goal
    means: Array  # (n_steps, 2) Adam's running mean of the slope, Vmax and Km
    sizes: Array  # (n_steps, 2) Adam's running size of the slope
    slope_ratio: float  # size of Vmax's slope over that of Km's, mean along Adam's way
    closeness: float  # how far above the least loss the goal is, as a share of it


def collect(surface: EnzymeSurface, runs: Sequence[Descent], adam: Adam) -> Race:
    """Collect what the race shows.

    Parameters
    ----------
    surface
        Where they walk.
    runs
        Ways of plain descent, momentum and Adam, each up to the goal.
    adam
        The rule of the last.
    """
    n_steps = tuple(len(way.losses) - 1 for way in runs)
    least = michaelis_menten.least_squares(surface.runs).loss
    means, sizes = averages(runs[-1].walk, adam)
    return Race(
        paths=tuple(read_only(way.points[:, ::-1]) for way in runs),
        losses=tuple(way.losses for way in runs),
        log_losses=tuple(read_only(np.log10(way.losses)) for way in runs),
        log_goal=float(np.log10(CLOSE * least)),
        n_steps=n_steps,
        most_steps=max(n_steps),
        counts=read_only(np.minimum(np.arange(max(n_steps) + 1)[:, None], n_steps)),
        means=means,
        sizes=sizes,
        slope_ratio=float(np.divide(*sizes.mean(axis=0))),
        closeness=CLOSE - 1,
    )
