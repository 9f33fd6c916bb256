"""Networks of two inputs, seen over the plane of these inputs.

What you can do here
--------------------
- evaluate a network on a grid: ``on_grid``;
- find the line on which a neuron's z is zero: ``border``.

A plane is ``((x_low, x_high), (y_low, y_high))`` in the units of the inputs.
"""

import itertools
from typing import TypeAlias

import numpy as np

from nnsim.arrays import Array
from nnsim.network import Network

Plane: TypeAlias = tuple[tuple[float, float], tuple[float, float]]


def around(X: Array, margin: float = 0.06) -> Plane:
    """Return the plane that holds all points with a margin on each side.

    Parameters
    ----------
    X
        Points, (n_samples, 2).
    margin
        Share of the range that is added on each side.
    """
    low, high = X.min(axis=0), X.max(axis=0)
    low, high = low - margin * (high - low), high + margin * (high - low)
    return (float(low[0]), float(high[0])), (float(low[1]), float(high[1]))


def on_grid(network: Network, plane: Plane, n: int) -> Array:
    """Evaluate the first output on a grid of n by n cells.

    Returns
    -------
    Array
        (n, n), at the middle of each cell, the first row at the least y.
    """
    middles = (np.arange(n) + 0.5) / n
    x, y = (low + middles * (high - low) for low, high in plane)
    X = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    return network.predict(X)[..., 0].reshape(n, n)


def border(W: Array, b: float, plane: Plane) -> Array:
    """Return both ends of the line w₁ x + w₂ y + b = 0 within a plane.

    Parameters
    ----------
    W
        Weights of one neuron, (2,).
    b
        Its bias.
    plane
        Where to end the line.

    Returns
    -------
    Array
        (2, 2), one row for each end; NaN where the line misses the plane.
    """
    ends = []
    for axis, side in itertools.product((0, 1), (0, 1)):
        other = 1 - axis
        fixed = plane[axis][side]
        if W[other] == 0:
            continue
        free = -(W[axis] * fixed + b) / W[other]
        if plane[other][0] <= free <= plane[other][1]:
            ends.append((fixed, free) if axis == 0 else (free, fixed))
    if len(ends) < 2:
        return np.full((2, 2), np.nan)
    return np.array([min(ends), max(ends)])
