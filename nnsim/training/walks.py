"""Walks down a loss: every point that an optimizer passes, and what it remembers.

What you can do here
--------------------
- walk with a gradient function for each step: ``walk(Adam(0.1), start, gradients)``;
  with the same one in all, ``itertools.repeat(gradient, n_steps)``;
- find after how many steps a walk is at its goal for good: ``arrival``.

No network learns here: a walk moves a point on a surface whose slope is given, so
that every place it passes can be drawn. Networks learn in :mod:`nnsim.training.loop`,
by the same optimizers.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.training.optimizers import Optimizer

CLOSE = 1.01  # at the bottom: loss at most so many times the least there is


@dataclass(frozen=True, eq=False)
class Walk:
    """The way of one optimizer."""

    points: Array  # (n_steps + 1, n_parameters) θ before the first and after each step
    states: tuple[Any, ...]  # (n_steps + 1,) what the optimizer remembers there


def walk(
    optimizer: Optimizer,
    start: Array,
    gradients: Iterable[Callable[[Array], Array]],
) -> Walk:
    """Walk from a start, one step for each gradient function.

    Parameters
    ----------
    optimizer
        Turns a gradient into a step.
    start
        First θ, (n_parameters,).
    gradients
        For each step, the function that gives dθ at θ: the same one for all rows,
        another each time for mini-batches.
    """
    theta, state = start, optimizer.start(start)
    points, states = [theta], [state]
    for gradient in gradients:
        theta, state = optimizer.step(theta, gradient(theta), state)
        points.append(theta)
        states.append(state)
    return Walk(read_only(np.stack(points)), tuple(states))


def arrival(losses: Array, goal: float) -> int | None:
    """Count the steps after which the loss stays at or below a goal.

    Parameters
    ----------
    losses
        (n_steps + 1,) before the first and after each step.
    goal
        What counts as arrived.

    Returns
    -------
    int or None
        None if the last loss is above the goal, or not a number.
    """
    (above,) = np.nonzero(~(losses <= goal))  # NaN is above, too
    if len(above) == 0:
        return 0
    return None if above[-1] == len(losses) - 1 else int(above[-1]) + 1
