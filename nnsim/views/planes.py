"""Networks of two inputs, seen over the plane of these inputs.

What you can do here
--------------------
- find the range of a plot that holds all points: ``around``;
- lay a grid over it: ``middles`` of its cells, ``corners``;
- evaluate a network on a grid: ``on_grid``;
- find where its last z is zero, so that p = 0.5: ``border``.

A plane is ``((x_low, x_high), (y_low, y_high))`` in the units of the inputs.
"""

from typing import TypeAlias

import numpy as np

from nnsim.arrays import Array
from nnsim.network.network import Network

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
    X = middles(plane, n).reshape(-1, 2)
    field: Array = network.predict(X)[..., 0].reshape(n, n)
    return field


def border(network: Network, plane: Plane, n: int) -> Array:
    """Find where the last z is zero, the border of the first output, piece by piece.

    For a single neuron, whose z is linear, this is exact.

    Parameters
    ----------
    network
        Takes two inputs.
    plane
        Where to look for the border.
    n
        Cells along each side.

    Returns
    -------
    Array
        (n_pieces, 2, 2), both ends of each piece; no pieces where there is no border.
    """
    X = corners(plane, n).reshape(-1, 2)
    return zero_line(network.forward(X).z[-1][:, 0].reshape(n + 1, n + 1), plane)


def middles(plane: Plane, n: int) -> Array:
    """Return the middles of n by n cells, (n, n, 2), the first row at the least y."""
    shares = (np.arange(n) + 0.5) / n
    sides = (low + shares * (high - low) for low, high in plane)
    return np.stack(np.meshgrid(*sides), axis=-1)


def corners(plane: Plane, n: int) -> Array:
    """Return the corners of n by n cells, (n + 1, n + 1, 2)."""
    sides = (np.linspace(low, high, n + 1) for low, high in plane)
    return np.stack(np.meshgrid(*sides), axis=-1)


def zero_line(z: Array, plane: Plane) -> Array:
    """Find where values on a grid pass through zero.

    Each cell is crossed by straight pieces whose ends are interpolated along the
    cell's sides (marching squares).

    Parameters
    ----------
    z
        (n + 1, n + 1), a value at each corner of the cells.
    plane
        What the grid covers.

    Returns
    -------
    Array
        (n_pieces, 2, 2), both ends of each piece.
    """
    grid = corners(plane, len(z) - 1)
    around_cell = [np.s_[:-1, :-1], np.s_[:-1, 1:], np.s_[1:, 1:], np.s_[1:, :-1]]
    values = np.stack([z[c] for c in around_cell], axis=-1).reshape(-1, 4)
    places = np.stack([grid[c] for c in around_cell], axis=-2).reshape(-1, 4, 2)
    after, ends = np.roll(values, -1, axis=1), np.roll(places, -1, axis=1)
    crossed = (values > 0) != (after > 0)  # (n_cells, 4), an even number in each row
    share = np.where(crossed, values, 0) / np.where(crossed, values - after, 1)
    points = places + share[..., None] * (ends - places)
    pieces: Array = points[crossed].reshape(-1, 2, 2)
    return pieces
