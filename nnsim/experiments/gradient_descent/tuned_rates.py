"""Rules of descent at their best: each with the learning rate that is soonest.

What you can do here
--------------------
- tune several rules, in usual and in rounder units: ``tune``.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.experiments.gradient_descent.enzyme_race import EnzymeSurface, soonest
from nnsim.training.optimizers import Optimizer


@dataclass(frozen=True, eq=False)
class Tuned:
    """Each rule with the best of the rates tried, in usual and in rounder units."""

    steps: Array  # (2, 3) to the goal
    rates: Array  # (2, 3) those rates
    condition_numbers: tuple[float, ...]  # (2,) at the minimum
    n_tried: int
    round_unit: float  # of Km, so many times its usual one


def tune(
    surface: EnzymeSurface,
    rules: Sequence[Callable[[float], Optimizer]],
    rates: Sequence[float],
    start: Array,
    n_steps: int,
    round_unit: float,
) -> Tuned:
    """Give each rule the best of the rates, in usual and in rounder units.

    Parameters
    ----------
    surface
        The loss, in usual units.
    rules
        Optimizers, each for a learning rate.
    rates
        Learning rates to try.
    start
        Vmax and Km, (2,).
    n_steps
        Within which to arrive.
    round_unit
        Rounder unit of Km, so many times its usual one.
    """
    both = [surface, EnzymeSurface(surface.runs, (1.0, round_unit))]
    found = np.array(
        [[soonest(one, rule, rates, start, n_steps) for rule in rules] for one in both]
    )
    return Tuned(
        steps=read_only(found[..., 0].astype(int)),
        rates=read_only(found[..., 1]),
        condition_numbers=tuple(one.condition_number() for one in both),
        n_tried=len(rates),
        round_unit=round_unit,
    )
