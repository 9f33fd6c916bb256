"""How well a straight line parts two classes, in each pair of columns.

What you can do here
--------------------
- measure all pairs at once: ``part_in_pairs``;
- tell how far apart the classes lie in each column alone: ``apart_alone``.

The line is Fisher's linear discriminant: it leans as the fit of least squares of −1
and 1 to the two columns, and runs half-way between the means, so that a class of few
rows counts as much as one of many. What counts is the mean share of both classes on
their own sides.
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
    n_low = np.maximum(n - n_high, 1)
    n = np.maximum(n, 1)
    middle = (2 * n_high - np.where(enough, n, 1)) / n
    n_high = np.maximum(n_high, 1)
    total, high = ((rows.T @ known) for rows in (z, z * (side > 0)[:, None]))
    means = total[one, other] / n, total[other, one] / n
    squares = (z**2).T @ known
    var = (
        squares[one, other] / n - means[0] ** 2,
        squares[other, one] / n - means[1] ** 2,
    )
    both = (z.T @ z)[one, other] / n - means[0] * means[1]
    sided = 2 * high - total
    to = [
        sums / n - middle * mean
        for sums, mean in zip(
            (sided[one, other], sided[other, one]), means, strict=True
        )
    ]
    varies = enough & (var[0] > _FLAT) & (var[1] > _FLAT)
    alike = both**2 > ALIKE * var[0] * var[1]
    a, b = _solved(*var, both, *to)
    x, y = (
        (high[two] / n_high + (total - high)[two] / n_low) / 2
        for two in ((one, other), (other, one))
    )
    right = (a * (z[:, one] - x) + b * (z[:, other] - y)) * side[:, None] > 0
    right &= known[:, one] & known[:, other]
    n_right = right[side > 0].sum(axis=0)
    share = (n_right / n_high + (right.sum(axis=0) - n_right) / n_low) / 2
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


def apart_alone(points: Array, side: Array, least: int) -> Array:
    """Return how far apart the means of two classes lie in each column.

    Parameters
    ----------
    points, side, least
        See :func:`part_in_pairs`.

    Returns
    -------
    Array
        (n_columns,) in standard deviations within the classes; −1 where a column does
        not vary or too few rows are known.
    """
    known = ~np.isnan(points)
    z = np.where(known, _standard(points, known), 0.0)
    means, variances, counts = [], [], []
    for rows in (side > 0, side < 0):
        n = known[rows].sum(axis=0)
        mean = z[rows].sum(axis=0) / np.maximum(n, 1)
        means.append(mean)
        variances.append((z[rows] ** 2).sum(axis=0) / np.maximum(n, 1) - mean**2)
        counts.append(n)
    difference = np.abs(means[0] - means[1])
    # Of classes that do not vary, and yet differ, no distance is larger.
    within = np.sqrt(np.maximum(sum(variances) / 2, _FLAT))
    varies = (np.minimum(*counts) >= least) & ((z**2).sum(axis=0) > _FLAT)
    return np.where(varies, difference / within, -1.0)
