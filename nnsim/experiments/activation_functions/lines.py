"""The best straight line between two classes in a plane, found by trying them all.

What you can do here
--------------------
- find a line that leaves the fewest points on the wrong side: ``best_line``.

Turn a line through half a circle: the order in which it meets the points changes
only where it is parallel to a line through two of them. So one direction between
each two such angles, with every threshold, stands for all lines there are.
"""

from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only

CHUNK = 1000  # directions that are tried at once, to spare memory


@dataclass(frozen=True, eq=False)
class Line:
    """The line w · x + b = 0; the side where it is positive is the class's."""

    w: Array  # (2,) of length 1
    b: float
    n_wrong: int  # points on the wrong side


def best_line(X: Array, is_class: Array) -> Line:
    """Find a line that leaves the fewest points on the wrong side.

    Of several, the first in order of angle is taken; it runs midway between the
    points on either side of it.

    Parameters
    ----------
    X
        Points, (n_samples, 2).
    is_class
        True for the points of the class, (n_samples,).
    """
    points, which = np.unique(X, axis=0, return_inverse=True)
    n = len(points)
    inside = np.bincount(which.ravel(), weights=is_class, minlength=n)
    outside = np.bincount(which.ravel(), weights=~is_class, minlength=n)
    angles = _between(_turning_points(points))
    w = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    found = [
        _best_threshold(w[k : k + CHUNK], points, inside, outside)
        for k in range(0, len(w), CHUNK)
    ]
    wrong, thresholds = (np.concatenate(part) for part in zip(*found, strict=True))
    best = int(wrong.argmin())
    # Turned by half a circle, the same line has its class on the other side.
    return Line(read_only(w[best]), -float(thresholds[best]), int(wrong[best]))


def _turning_points(points: Array) -> Array:
    """Return the angles of w, 0 … 2π, at which two points change their order."""
    i, j = np.triu_indices(len(points), 1)
    along = points[j] - points[i]
    half = np.mod(np.arctan2(along[:, 0], -along[:, 1]), np.pi)
    half = np.unique(np.round(half, 12))
    return np.concatenate([half, half + np.pi])


def _between(angles: Array) -> Array:
    """Return the middle of each two neighbouring angles, once around."""
    following = np.append(angles[1:], angles[0] + 2 * np.pi)
    return np.asarray((angles + following) / 2)


def _best_threshold(
    w: Array, points: Array, inside: Array, outside: Array
) -> tuple[Array, Array]:
    """Return the fewest wrong and their threshold for each direction of w, (n,)."""
    along = w @ points.T  # (n, n_points)
    order = np.argsort(along, axis=1)
    along = np.take_along_axis(along, order, axis=1)
    # A threshold after the first k points: wrong are the class's points below it
    # and the others above it.
    wrong = np.cumsum(inside[order] - outside[order], axis=1) + outside.sum()
    best = wrong[:, :-1].argmin(axis=1)
    rows = np.arange(len(w))
    return wrong[rows, best], (along[rows, best] + along[rows, best + 1]) / 2
