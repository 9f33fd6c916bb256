"""Steps and passes, batch by batch, against plain loops."""

import numpy as np
import pytest

from nnsim.experiments.gradient_descent.batch_passes import compare_steps, pass_once
from nnsim.experiments.gradient_descent.least_squares import LeastSquares
from nnsim.training.batches import mini_batches

RNG = np.random.default_rng(0)
A, Y = RNG.normal(size=(12, 2)), RNG.normal(size=12)
BOWL = LeastSquares(A, Y)
START = np.array([1.0, -1.0])


def step(theta: np.ndarray, rows: np.ndarray, rate: float) -> np.ndarray:
    return -rate * np.mean([2 * (A[i] @ theta - Y[i]) * A[i] for i in rows], axis=0)


def test_steps_are_those_of_their_rows() -> None:
    batches = list(mini_batches(12, 3, np.random.default_rng(1)))
    found = compare_steps(BOWL, START, 0.2, batches, 2)
    for rows, arrow in zip(batches, found.batches, strict=True):
        np.testing.assert_allclose(arrow, step(START, rows, 0.2))
    for i, arrow in zip(np.concatenate(batches[:2]), found.singles, strict=True):
        np.testing.assert_allclose(arrow, step(START, [i], 0.2))
    np.testing.assert_allclose(found.everyone, [step(START, range(12), 0.2)])


def test_batches_of_one_size_average_to_all() -> None:
    batches = list(mini_batches(12, 3, np.random.default_rng(1)))
    found = compare_steps(BOWL, START, 0.2, batches, 4)
    for arrows in (found.batches, found.singles):
        np.testing.assert_allclose(arrows.mean(axis=0), found.everyone[0])


@pytest.mark.parametrize(("k", "size"), [(0, 12), (1, 3), (2, 1)])
def test_a_pass_sees_every_row_once(k: int, size: int) -> None:
    found = pass_once(BOWL, START, 0.1, (12, 3, 1), [[5], [6]])
    assert found.n_steps[k] == 12 // size
    theta, points = START, [START]
    for rows in mini_batches(12, size, np.random.default_rng([5])):
        theta = theta + step(theta, rows, 0.1)
        points.append(theta)
    np.testing.assert_allclose(found.points[k], points)
    assert found.losses.each[k, 0] == pytest.approx(np.mean((A @ theta - Y) ** 2))


def test_means_and_spreads_are_over_the_shuffles() -> None:
    found = pass_once(BOWL, START, 0.1, (12, 3), [[seed] for seed in range(5)])
    losses = found.losses.each
    assert losses.shape == (2, 5)
    np.testing.assert_allclose(found.losses.mean, losses.mean(axis=1))
    np.testing.assert_allclose(found.losses.sd, losses.std(axis=1, ddof=1))
    assert found.losses.sd[0] < 1e-12 < found.losses.sd[1]
