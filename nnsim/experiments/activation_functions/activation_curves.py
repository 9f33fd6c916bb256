"""Activation functions as curves, with values that stand on them.

What you can do here
--------------------
- get the curve of an activation, its slope, and both at given z: ``bend``.
"""

from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.network.activations import ACTIVATIONS

BENDS = {"relu": "ReLU", "sigmoid": "sigmoid", "tanh": "tanh"}  # as they are written


@dataclass(frozen=True, eq=False)
class Bend:
    """One activation function, and some samples on it."""

    name: str  # as it is written
    points: Array  # (n, 2) points (z, a)
    slopes: Array  # (n, 2) points (z, f'(z))
    a: Array  # (n_samples,) value at each z
    slope: Array  # (n_samples,) slope at each z


def bend(name: str, z: Array) -> Bend:
    """Compute an activation and its slope along an axis, and at z (n_samples,)."""
    f = ACTIVATIONS[name]
    grid = np.linspace(-1.1, 1.1, 221) * np.abs(z).max()
    a, a_grid = f.value(z), f.value(grid)
    return Bend(
        BENDS[name],
        read_only(np.stack([grid, a_grid], axis=1)),
        read_only(np.stack([grid, f.derivative(grid, a_grid)], axis=1)),
        read_only(a),
        read_only(f.derivative(z, a)),
    )
