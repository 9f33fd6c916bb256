"""Plain gradient descent on the bowls of straight lines: step length and units.

What you can do here
--------------------
- try a step and several learning rates on a bowl of one weight: ``walk_one_weight``;
- walk to the bottom of a bowl with the soonest of several learning rates:
  ``walk_to_bottom``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.errors import InputError
from nnsim.experiments.gradient_descent.least_squares import LeastSquares
from nnsim.training.optimizers import GradientDescent
from nnsim.training.walks import CLOSE, arrival, walk
from nnsim.views.planes import Plane, around, corners

GRID = 120  # cells of a map along each axis
TANGENT = 0.45  # half the length of the tangent along w
# Learning rates tried, as shares of the longest that does not climb out.
SHARES = 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99
LEVELS = 0.3, 0.5, 1.0, 2.0, 4.0, 10.0, 30.0, 100.0


@dataclass(frozen=True, eq=False)
class OneWeight:
    """The loss of a line y = w x, and walks down it."""

    curve: Array  # (GRID + 1, 2) w and loss, over the weights that are drawn
    best: float  # w of the least loss
    least: float  # that loss
    w: Array  # (2,) before and after one step
    loss: Array  # (2,) likewise
    slope: float  # of the loss at the first weight
    change: float  # of w in that step
    tangent: Array  # (2, 2) w and loss at both ends of a piece of the tangent
    walks: Array  # (n_rates, n_steps + 1) w
    losses: Array  # (n_rates, n_steps + 1)


@dataclass(frozen=True, eq=False)
class Bottom:
    """A bowl of weight and bias, and the walk to its bottom."""

    minimum: Array  # (2,) w and b of the least loss
    condition_number: float  # how many times steeper across the valley than along
    points: Array  # (n_shown + 1, 2) w and b, before and after each step that is drawn
    n_steps: int  # steps to the goal
    n_shown: int  # of these drawn
    n_tried: int  # learning rates; this is the walk of the soonest
    plane: Plane  # range of w and of b that is drawn
    heights: Array  # (2 GRID + 1, 2 GRID + 1) loss at the corners of the cells
    levels: tuple[float, ...]  # of the lines drawn


def walk_one_weight(
    bowl: LeastSquares,
    first: float,
    first_rate: float,
    rates: Sequence[float],
    n_steps: int,
    weights: tuple[float, float],
) -> OneWeight:
    """Take one step from the first weight, then walk with each learning rate.

    Parameters
    ----------
    bowl
        The loss, of one weight.
    first, first_rate
        Weight at the start; learning rate of the one step.
    rates, n_steps
        Learning rates that are tried, and the steps of each.
    weights
        Least and greatest weight that is drawn.
    """
    start, n = np.array([first]), n_steps
    slope = bowl.gradient(start)
    pair = walk(GradientDescent(first_rate), start, [bowl.gradient]).points
    w = np.linspace(*weights, GRID + 1)
    ends = np.clip(start + TANGENT * np.array([-1.0, 1.0]), *weights)
    tangent = np.stack([ends, bowl.loss(start) + slope * (ends - start)], axis=1)
    ways = [walk(GradientDescent(r), start, repeat(bowl.gradient, n)) for r in rates]
    walks = np.stack([way.points for way in ways])
    return OneWeight(
        curve=read_only(np.stack([w, bowl.loss(w[:, None])], axis=1)),
        best=bowl.minimum.item(),
        least=float(bowl.loss(bowl.minimum)),
        w=read_only(pair[:, 0]),
        loss=read_only(bowl.loss(pair)),
        slope=slope.item(),
        change=float(pair[1, 0] - pair[0, 0]),
        tangent=read_only(tangent),
        walks=read_only(walks[..., 0]),
        losses=read_only(bowl.loss(walks)),
    )


def walk_to_bottom(
    bowl: LeastSquares,
    start: Array,
    plane: Plane | None = None,
    *,
    n_shown: int,
    n_most: int,
) -> Bottom:
    """Walk to the goal with the learning rate that is soonest there.

    Parameters
    ----------
    bowl
        The loss, of weight and bias.
    start
        (2,) w and b.
    plane
        What is drawn; all the points drawn and the minimum, if None.
    n_shown, n_most
        Steps that are drawn; steps within which it must be at the goal.

    Raises
    ------
    InputError
        If none is.
    """
    goal = CLOSE * float(bowl.loss(bowl.minimum))
    arrived = []
    for share in SHARES:
        rule = GradientDescent(share * bowl.longest_rate)
        tried = walk(rule, start, repeat(bowl.gradient, n_most)).points
        steps = arrival(bowl.loss(tried), goal)
        if steps is not None:
            arrived.append((steps, tried))
    if not arrived:
        raise InputError(f"the line is not at its goal within {n_most} steps (n_most)")
    n_steps, points = min(arrived, key=lambda one: one[0])
    drawn = points[: min(n_steps, n_shown) + 1]
    plane = plane or around(np.concatenate([drawn, bowl.minimum[None]]), margin=0.2)
    return Bottom(
        minimum=read_only(bowl.minimum),
        condition_number=bowl.condition_number,
        points=read_only(drawn),
        n_steps=n_steps,
        n_shown=len(drawn) - 1,
        n_tried=len(SHARES),
        plane=plane,
        heights=read_only(bowl.loss(corners(plane, 2 * GRID))),  # for narrow valleys
        levels=LEVELS,
    )
