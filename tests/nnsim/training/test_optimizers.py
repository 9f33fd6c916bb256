"""Optimizers against autograd's, closed forms, and refusals."""

from collections.abc import Callable

import numpy as np
import pytest
from autograd.misc.optimizers import adam

from nnsim.errors import InputError
from nnsim.training.optimizers import Adam, GradientDescent, Momentum, Optimizer

CURVATURE = np.array([2.0, 0.5])
ALL = (GradientDescent(0.1), Momentum(0.1), Adam(0.1))


def slope(theta: np.ndarray) -> np.ndarray:
    """Gradient of the bowl ½ Σ curvature θ²."""
    return CURVATURE * theta


def path(optimizer: Optimizer, n_steps: int) -> np.ndarray:
    theta = np.array([1.0, -2.0])
    state, points = optimizer.start(theta), [theta]
    for _ in range(n_steps):
        theta, state = optimizer.step(theta, slope(theta), state)
        points.append(theta)
    return np.array(points)


def test_gradient_descent_shrinks_geometrically() -> None:
    # On a bowl every step multiplies θ by 1 − η · curvature.
    expected = np.array([1, -2]) * (1 - 0.1 * CURVATURE) ** np.arange(21)[:, None]
    np.testing.assert_allclose(path(GradientDescent(0.1), 20), expected)


@pytest.mark.parametrize(
    ("learning_rate", "second"), [(0.5, 0.0), (0.9, -0.8), (1.0, -1.0), (1.05, -1.1)]
)
def test_learning_rate_decides_how_a_bowl_is_walked(
    learning_rate: float, second: float
) -> None:
    # Curvature 2: arrives at once, zig-zags, cycles for ever, diverges.
    theta, _ = GradientDescent(learning_rate).step(np.ones(1), 2 * np.ones(1), None)
    assert theta[0] == pytest.approx(second)


def test_momentum_equals_its_recurrence() -> None:
    # θ(t+1) − θ(t) = μ (θ(t) − θ(t−1)) − η ∇L(θ(t))
    points = path(Momentum(0.1, 0.9), 20)
    steps = np.diff(points, axis=0)
    expected = 0.9 * steps[:-1] - 0.1 * slope(points[1:-1])
    np.testing.assert_allclose(steps[1:], expected, atol=1e-14)


def test_momentum_zero_is_gradient_descent() -> None:
    plain = path(GradientDescent(0.1), 20)
    np.testing.assert_array_equal(path(Momentum(0.1, 0.0), 20), plain)


def test_adam_equals_autograd() -> None:
    expected = adam(
        lambda theta, _: slope(theta), np.array([1.0, -2.0]), num_iters=50,
        step_size=0.1, b1=0.9, b2=0.999, eps=1e-8,
    )  # fmt: skip
    np.testing.assert_allclose(path(Adam(0.1), 50)[-1], expected, rtol=1e-12)


def test_first_step_of_adam_has_the_length_of_its_rate() -> None:
    first = path(Adam(0.1), 1)
    np.testing.assert_allclose(np.abs(first[1] - first[0]), 0.1, rtol=1e-6)


@pytest.mark.parametrize("optimizer", ALL)
def test_step_changes_nothing_it_is_given(optimizer: Optimizer) -> None:
    theta, gradient = np.ones(3), np.ones(3)
    state = optimizer.start(theta)
    first, _ = optimizer.step(theta, gradient, state)
    second, _ = optimizer.step(theta, gradient, state)
    np.testing.assert_array_equal(first, second)
    assert np.all(theta == 1)
    assert np.all(gradient == 1)


@pytest.mark.parametrize("optimizer", ALL)
def test_number_format_is_kept(optimizer: Optimizer) -> None:
    theta = np.ones(3, np.float32)
    state = optimizer.start(theta)
    for _ in range(3):
        theta, state = optimizer.step(theta, theta, state)
    assert theta.dtype == np.float32


@pytest.mark.parametrize("kind", [GradientDescent, Momentum, Adam])
@pytest.mark.parametrize("learning_rate", [0.0, -0.1, float("nan"), float("inf")])
def test_learning_rate_must_be_positive(
    kind: Callable[[float], Optimizer], learning_rate: float
) -> None:
    with pytest.raises(InputError, match=f"learning_rate .* not {learning_rate}"):
        kind(learning_rate)


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (lambda: Momentum(0.1, momentum=1.0), "momentum"),
        (lambda: Adam(0.1, beta1=1.0), "beta1"),
        (lambda: Adam(0.1, beta2=-0.1), "beta2"),
        (lambda: Adam(0.1, epsilon=0.0), "epsilon"),
    ],
)
def test_other_settings_have_their_range(
    make: Callable[[], Optimizer], name: str
) -> None:
    with pytest.raises(InputError, match=name):
        make()
