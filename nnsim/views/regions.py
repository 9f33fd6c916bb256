"""Answers of several classes over a plane of two inputs, from any model.

What you can do here
--------------------
- evaluate a model on a grid: ``answers``;
- find the lines between its answers: ``frontiers``;
- take a network back to unscaled measurements: ``unscaled``.

A model is here a function from inputs (n_samples, 2) to probabilities
(n_samples, n_classes).
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from nnsim.arrays import Array
from nnsim.datasets.scaling import Scaling
from nnsim.network.network import Network
from nnsim.views.planes import Plane, corners, middles, zero_line

Predict: TypeAlias = Callable[[Array], Array]
LEAST = 1e-12  # probability below which logarithms make no difference


def answers(predict: Predict, plane: Plane, n: int) -> Array:
    """Return the probabilities at the middle of n by n cells, (n, n, n_classes)."""
    return predict(middles(plane, n).reshape(-1, 2)).reshape(n, n, -1)


def frontiers(predict: Predict, plane: Plane, n: int) -> Array:
    """Find where the most probable class changes.

    Looked for in the logarithm of the probabilities, which for a linear model
    is linear too, so that its straight lines come out straight.

    Returns
    -------
    Array
        (n_pieces, 2, 2), both ends of each piece.
    """
    p = predict(corners(plane, n).reshape(-1, 2)).reshape(n + 1, n + 1, -1)
    scores = np.log(np.maximum(p, LEAST))
    pieces = []
    for k in range(scores.shape[-1]):
        others = np.delete(scores, k, axis=-1).max(axis=-1)
        pieces.append(zero_line(scores[..., k] - others, plane))
    return np.concatenate(pieces)


def unscaled(network: Network, scale: Scaling) -> Predict:
    """Return the network as a function of unscaled measurements."""
    return lambda X: network.predict(scale.apply(X))
