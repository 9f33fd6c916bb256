"""Walks against closed forms; when they are at their goal for good."""

from functools import partial
from itertools import repeat

import numpy as np
import pytest

from nnsim.experiments.gradient_descent.least_squares import LeastSquares
from nnsim.training.batches import mini_batches
from nnsim.training.optimizers import Adam, GradientDescent, Momentum
from nnsim.training.walks import arrival, walk

START = np.array([1.0, -2.0])


def test_points_of_a_bowl_shrink_geometrically() -> None:
    curvature = np.array([2.0, 0.5])
    found = walk(GradientDescent(0.1), START, repeat(lambda t: curvature * t, 20))
    expected = START * (1 - 0.1 * curvature) ** np.arange(21)[:, None]
    np.testing.assert_allclose(found.points, expected)
    assert found.states == (None,) * 21


@pytest.mark.parametrize("optimizer", [Momentum(0.1), Adam(0.1)])
def test_states_are_those_along_the_way(optimizer: Momentum | Adam) -> None:
    found = walk(optimizer, START, repeat(np.copy, 3))
    for k in range(3):
        theta, state = optimizer.step(found.points[k], found.points[k], found.states[k])
        np.testing.assert_array_equal(theta, found.points[k + 1])
        np.testing.assert_equal(state, found.states[k + 1])


def test_each_step_has_its_own_gradient() -> None:
    rng = np.random.default_rng(0)
    bowl = LeastSquares(rng.normal(size=(12, 2)), rng.normal(size=12))
    batches = list(mini_batches(12, 3, rng))
    steps = [partial(bowl.gradient, rows=rows) for rows in batches]
    found = walk(GradientDescent(0.1), START, steps)
    for k, rows in enumerate(batches):
        step = -0.1 * bowl.gradient(found.points[k], rows)
        np.testing.assert_allclose(np.diff(found.points, axis=0)[k], step, atol=1e-15)


def test_points_cannot_be_changed() -> None:
    found = walk(GradientDescent(0.1), START, [])
    assert found.points.tolist() == [START.tolist()]
    assert not found.points.flags.writeable


@pytest.mark.parametrize(
    ("losses", "steps"),
    [
        ([3, 2, 1, 1], 2),
        ([3, 1, 2, 1], 3),  # it left again: the first arrival does not count
        ([1, 1], 0),
        ([3, 1, 2], None),
        ([3, 1, np.nan, 1], 3),
        ([3, 1, np.nan], None),
    ],
)
def test_arrived_is_who_stays(losses: list[float], steps: int | None) -> None:
    assert arrival(np.array(losses), 1.0) == steps
