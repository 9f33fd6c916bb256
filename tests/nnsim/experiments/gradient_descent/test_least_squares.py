"""The bowl of a straight-line fit against autograd, SciPy and closed forms."""

import autograd
import autograd.numpy as anp
import numpy as np
import pytest
from scipy import stats

from nnsim.errors import InputError
from nnsim.experiments.gradient_descent.least_squares import LeastSquares

RNG = np.random.default_rng(0)
A = RNG.normal(size=(30, 2)) * [3, 1]
Y = RNG.normal(size=30)
BOWL = LeastSquares(A, Y)


@pytest.mark.parametrize("rows", [slice(None), np.array([3, 7, 7])])
def test_gradient_and_curvature_equal_autograd(rows: slice | np.ndarray) -> None:
    def loss(theta: np.ndarray) -> float:
        return anp.mean((A[rows] @ theta - Y[rows]) ** 2)

    theta = np.array([0.3, -1.2])
    expected = autograd.grad(loss)(theta)
    np.testing.assert_allclose(BOWL.gradient(theta, rows), expected, rtol=1e-12)
    if isinstance(rows, slice):
        np.testing.assert_allclose(BOWL.curvature, autograd.hessian(loss)(theta))


def test_loss_takes_one_point_or_many() -> None:
    points = RNG.normal(size=(4, 5, 2))
    losses = BOWL.loss(points)
    assert losses.shape == (4, 5)
    assert losses[1, 2] == pytest.approx(np.mean((A @ points[1, 2] - Y) ** 2))


def test_minimum_is_the_regression_line() -> None:
    x = A[:, 0]
    line = LeastSquares(np.stack([x, np.ones(30)], axis=1), Y)
    theirs = stats.linregress(x, Y)
    np.testing.assert_allclose(line.minimum, [theirs.slope, theirs.intercept])
    np.testing.assert_allclose(line.gradient(line.minimum), 0, atol=1e-12)


def test_condition_number_is_that_of_the_curvature() -> None:
    assert BOWL.condition_number == pytest.approx(np.linalg.cond(BOWL.curvature))


@pytest.mark.parametrize(("share", "arrives"), [(0.99, True), (1.01, False)])
def test_beyond_the_longest_rate_steps_grow(share: float, *, arrives: bool) -> None:
    theta = BOWL.minimum + 1
    for _ in range(2000):
        theta = theta - share * BOWL.longest_rate * BOWL.gradient(theta)
    assert np.allclose(theta, BOWL.minimum) is arrives


def test_one_parameter_is_as_steep_as_it_is_flat() -> None:
    bowl = LeastSquares(np.array([[1.0], [-1.0]]), np.array([1.0, -1.0]))
    assert bowl.condition_number == 1
    assert bowl.longest_rate == pytest.approx(1.0)  # curvature 2


@pytest.mark.parametrize(("A", "y"), [(A, Y[:-1]), (A[:, 0], Y)])
def test_shapes_must_fit(A: np.ndarray, y: np.ndarray) -> None:
    with pytest.raises(InputError, match="n_rows"):
        LeastSquares(A, y)
