"""Walks down the bowls of lines against their closed form."""

import numpy as np
import pytest

from nnsim.errors import InputError
from nnsim.experiments.gradient_descent.bowl_walks import (
    walk_one_weight,
    walk_to_bottom,
)
from nnsim.experiments.gradient_descent.least_squares import LeastSquares

RNG = np.random.default_rng(0)
X, Y = RNG.normal(size=50), RNG.normal(size=50)
ONE = LeastSquares(X[:, None], Y)
TWO = LeastSquares(np.stack([X, np.ones(50)], axis=1), Y)
RATES = (0.1, 0.3)


def test_weights_shrink_towards_the_best_by_a_factor() -> None:
    found = walk_one_weight(ONE, 2.0, 0.2, RATES, 5, (-1, 3))
    curvature, best = ONE.curvature.item(), X @ Y / (X @ X)
    for rate, w in zip(RATES, found.walks, strict=True):
        expected = best + (2 - best) * (1 - rate * curvature) ** np.arange(6)
        np.testing.assert_allclose(w, expected)
    assert found.best == pytest.approx(best)


def test_one_step_is_the_rate_times_the_slope() -> None:
    found = walk_one_weight(ONE, 2.0, 0.2, RATES, 5, (-1, 3))
    assert found.slope == pytest.approx(2 * np.mean((2 * X - Y) * X))
    assert found.change == pytest.approx(-0.2 * found.slope)
    assert np.diff(found.w) == pytest.approx(found.change)
    np.testing.assert_allclose(found.loss, [np.mean((w * X - Y) ** 2) for w in found.w])


def test_tangent_touches_the_curve_with_its_slope() -> None:
    found = walk_one_weight(ONE, 2.0, 0.2, RATES, 5, (-1, 3))
    (w0, low), (w1, high) = found.tangent
    assert (high - low) / (w1 - w0) == pytest.approx(found.slope)
    assert (low + high) / 2 == pytest.approx(found.loss[0])
    w, losses = found.curve.T
    assert (w[0], w[-1]) == (-1, 3)
    np.testing.assert_allclose(losses, np.mean((w[:, None] * X - Y) ** 2, axis=1))


def test_walk_to_the_bottom_is_drawn_from_its_start() -> None:
    found = walk_to_bottom(TWO, np.array([3.0, -2.0]), n_shown=1, n_most=200)
    assert found.points[0].tolist() == [3, -2]
    assert found.n_shown == len(found.points) - 1 == 1
    np.testing.assert_allclose(found.minimum, np.polyfit(X, Y, 1))
    assert found.condition_number == pytest.approx(np.linalg.cond(TWO.curvature))
    for (low, high), values in zip(found.plane, found.points.T, strict=True):
        assert np.all((low < values) & (values < high))


def test_too_few_steps_are_an_error() -> None:
    with pytest.raises(InputError, match="within 1 steps"):
        walk_to_bottom(TWO, np.array([3.0, -2.0]), n_shown=3, n_most=1)
