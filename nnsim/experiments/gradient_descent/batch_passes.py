"""Steps on all rows, on mini-batches and on single rows of the same data.

What you can do here
--------------------
- compare the steps that each asks for from one point: ``compare_steps``;
- go once through the data with each: ``pass_once``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.experiments.gradient_descent.least_squares import LeastSquares
from nnsim.spread import Spread
from nnsim.training.batches import mini_batches
from nnsim.training.optimizers import GradientDescent
from nnsim.training.walks import walk


@dataclass(frozen=True, eq=False)
class Steps:
    """Steps from one point."""

    point: Array  # (2,) w and b
    singles: Array  # (n, 2) steps on one row each
    batches: Array  # (n_batches, 2) steps on a batch each
    everyone: Array  # (1, 2) step on all rows


@dataclass(frozen=True, eq=False)
class Passes:
    """One pass through all rows, by rows a step."""

    sizes: tuple[int, ...]  # (n_sizes,) rows a step
    n_steps: tuple[int, ...]  # (n_sizes,) steps in a pass
    points: tuple[Array, ...]  # (n_sizes,) of (n_steps + 1, 2), w and b, first shuffle
    losses: Spread  # (n_sizes, n_shuffles) after the pass


def compare_steps(
    bowl: LeastSquares, point: Array, rate: float, batches: Sequence[Array], n: int
) -> Steps:
    """Take a step on each batch, on each row of the first ``n``, and on all rows.

    Parameters
    ----------
    bowl
        The loss.
    point
        Where all start, (2,).
    rate
        Learning rate of all.
    batches
        Row numbers of each batch.
    n
        Batches whose rows are taken one by one.
    """

    def steps(groups: Iterable[Array]) -> Array:
        slopes = [bowl.gradient(point, rows) for rows in groups]
        return read_only(-rate * np.stack(slopes))

    return Steps(
        point=read_only(point),
        singles=steps(np.concatenate(batches[:n])[:, None]),
        batches=steps(batches),
        everyone=steps([np.arange(len(bowl.y))]),
    )


def pass_once(
    bowl: LeastSquares,
    start: Array,
    rate: float,
    sizes: Sequence[int],
    shuffles: Sequence[Sequence[int]],
) -> Passes:
    """Go through all rows once for each size of batch and each shuffle.

    Parameters
    ----------
    bowl
        The loss.
    start
        Where all start, (2,).
    rate
        Learning rate of all.
    sizes
        Rows a step.
    shuffles
        Seed of each.
    """

    def go(size: int, seed: Sequence[int]) -> Array:
        batches = mini_batches(len(bowl.y), size, np.random.default_rng(seed))
        slopes = (partial(bowl.gradient, rows=rows) for rows in batches)
        return walk(GradientDescent(rate), start, slopes).points

    ways = [[go(size, seed) for seed in shuffles] for size in sizes]
    losses = np.array([[bowl.loss(points[-1]) for points in way] for way in ways])
    return Passes(
        sizes=tuple(sizes),
        n_steps=tuple(len(way[0]) - 1 for way in ways),
        points=tuple(way[0] for way in ways),
        losses=Spread.of(losses, axis=1),
    )
