"""How well a straight line parts two classes, in each pair of columns.

What you can do here
--------------------
- measure all pairs at once: ``part_in_pairs``;
- one pair, in the plainest way: ``part_by_line``.

The line is that of least squares: the fit of −1 and 1 to the two columns and a
constant. What counts is the mean share of both classes on their own sides.
"""

from itertools import combinations

import numpy as np

from nnsim.arrays import Array

ALIKE = 0.95  # squared correlation of columns that measure the same
_FLAT = 1e-12  # of a variance of about 1


def part_in_pairs(points: Array, side: Array, least: int) -> tuple[Array, Array]:
    """Return how well a line parts two classes in each pair of columns.

    Parameters
    ----------
    points
        (n, n_columns) measurements, NaN where one is missing.
    side
        (n,) −1 or 1.
    least
        Rows of each class in which both measurements must be known.

    Returns
    -------
    tuple of Array
        Both (n_pairs,), pairs as ``itertools.combinations`` has them: the mean share of
        both classes on their own sides, −1 where a column does not vary or too few rows
        are known; whether both columns measure the same.
    """
    one, other = np.array(list(combinations(range(points.shape[1]), 2))).T
    known = ~np.isnan(points)
    z = np.where(known, _standard(points, known), 0.0)
    # Sums over the rows in which both columns of a pair are known.
    n, n_high = (
        (rows.T @ known)[one, other]
        for rows in (1.0 * known, 1.0 * known * (side > 0)[:, None])
    )
    enough = np.minimum(n_high, n - n_high) >= least
    n = np.maximum(n, 1)
    middle = (2 * n_high - np.where(enough, n, 1)) / n
    means = (z.T @ known)[one, other] / n, (z.T @ known)[other, one] / n
    squares = (z**2).T @ known
    var = (
        squares[one, other] / n - means[0] ** 2,
        squares[other, one] / n - means[1] ** 2,
    )
    both = (z.T @ z)[one, other] / n - means[0] * means[1]
    sided = (z * side[:, None]).T @ known
    to = [
        sums / n - middle * mean
        for sums, mean in zip(
            (sided[one, other], sided[other, one]), means, strict=True
        )
    ]
    varies = enough & (var[0] > _FLAT) & (var[1] > _FLAT)
    alike = both**2 > ALIKE * var[0] * var[1]
    a, b = _solved(*var, both, *to)
    constant = middle - a * means[0] - b * means[1]
    right = (a * z[:, one] + b * z[:, other] + constant) * side[:, None] > 0
    right &= known[:, one] & known[:, other]
    n_right = right[side > 0].sum(axis=0)
    share = n_right / np.maximum(n_high, 1)
    share = (share + (right.sum(axis=0) - n_right) / np.maximum(n - n_high, 1)) / 2
    return np.where(varies, share, -1.0), alike


def _standard(points: Array, known: Array) -> Array:
    """Return columns of mean 0 and standard deviation 1 over what is known."""
    n = np.maximum(known.sum(axis=0), 1)
    centred = points - np.where(known, points, 0).sum(axis=0) / n
    spread = np.sqrt((np.where(known, centred, 0) ** 2).sum(axis=0) / n)
    return np.asarray(centred / np.where(spread > 0, spread, 1))


def _solved(
    xx: Array, yy: Array, xy: Array, x_to: Array, y_to: Array
) -> tuple[Array, Array]:
    """Solve two equations a pair; of columns that say the same, each has half."""
    area = xx * yy - xy**2
    is_flat = area <= 1e-10 * xx * yy
    area = np.where(is_flat, 1, area)
    half = 0.5 / np.maximum(xx, _FLAT), 0.5 / np.maximum(yy, _FLAT)
    a = np.where(is_flat, x_to * half[0], (yy * x_to - xy * y_to) / area)
    b = np.where(is_flat, y_to * half[1], (xx * y_to - xy * x_to) / area)
    return a, b


def part_by_line(points: Array, side: Array) -> float:
    """Return how well the line of least squares parts two classes.

    Parameters
    ----------
    points
        (n, 2) measurements.
    side
        (n,) −1 or 1.

    Returns
    -------
    float
        Mean share of both classes on their own side.
    """
    scaled = (points - points.mean(axis=0)) / np.ptp(points, axis=0)
    rows = np.column_stack([scaled, np.ones(len(points))])
    fit = rows @ np.linalg.lstsq(rows, side, rcond=None)[0]
    return float(np.mean([(fit[side == one] * one > 0).mean() for one in (-1, 1)]))
