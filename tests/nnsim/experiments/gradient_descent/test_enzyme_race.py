"""Optimizers on the enzyme's surface against autograd, SciPy and each other."""

import autograd
import autograd.numpy as anp
import numpy as np
import pytest

from nnsim.datasets import puromycin
from nnsim.errors import InputError
from nnsim.experiments.gradient_descent.enzyme_race import (
    EnzymeSurface,
    averages,
    descend,
    soonest,
)
from nnsim.problems import michaelis_menten as model
from nnsim.training.optimizers import Adam, GradientDescent

RUNS = puromycin.load()
USUAL, ROUND = EnzymeSurface(RUNS), EnzymeSurface(RUNS, (1.0, 4.0))
START = np.array([50.0, 0.3])


def loss(phi: np.ndarray, stretch: float) -> float:
    v_max, k_m = 200 * phi[0], 0.05 * stretch * phi[1]
    rate = v_max * RUNS.concentration / (k_m + RUNS.concentration)
    return anp.mean(((rate - RUNS.rate) / 100) ** 2)


@pytest.mark.parametrize(("surface", "stretch"), [(USUAL, 1.0), (ROUND, 4.0)])
def test_shape_is_that_of_autograd(surface: EnzymeSurface, stretch: float) -> None:
    phi = np.array([0.7, 1.9])
    assert surface.loss(phi) == pytest.approx(loss(phi, stretch))
    slope = autograd.grad(loss)(phi, stretch)
    np.testing.assert_allclose(surface.gradient(phi), slope, rtol=1e-10)
    lowest = model.least_squares(RUNS).theta / [1, stretch]
    expected = np.linalg.cond(autograd.hessian(loss)(lowest, stretch))
    assert surface.condition_number() == pytest.approx(expected, rel=1e-4)


@pytest.mark.parametrize("surface", [USUAL, ROUND])
def test_units_go_there_and_back(surface: EnzymeSurface) -> None:
    np.testing.assert_allclose(surface.parameters(surface.at(START)), START)
    assert surface.loss(surface.at(START)) == pytest.approx(USUAL.loss(USUAL.at(START)))


def test_a_walk_starts_where_it_should_and_counts_its_steps() -> None:
    found = descend(USUAL, GradientDescent(0.4), START, 500)
    np.testing.assert_allclose(found.points[0], START)
    goal = 1.01 * model.least_squares(RUNS).loss
    assert found.n_steps is not None
    assert found.losses[found.n_steps - 1] > goal
    assert np.all(found.losses[found.n_steps :] <= goal)
    short = found.until(7)
    assert len(short.points) == len(short.losses) == len(short.walk.states) == 8
    np.testing.assert_array_equal(short.walk.points[-1], found.walk.points[7])


def test_soonest_is_the_least_of_all_tried() -> None:
    rates = (0.05, 0.1, 0.4, 5.0)  # the first does not arrive, the last diverges
    steps = [descend(USUAL, GradientDescent(r), START, 600).n_steps for r in rates]
    assert steps[0] is steps[1] is steps[3] is None
    assert soonest(USUAL, GradientDescent, rates, START, 600) == (steps[2], 0.4)


def test_none_arriving_is_an_error() -> None:
    with pytest.raises(InputError, match="with none of"):
        soonest(USUAL, GradientDescent, (0.01,), START, 50)


def test_averages_are_those_that_make_the_steps() -> None:
    rule = Adam(0.1)
    found = descend(USUAL, rule, START, 30).walk
    mean, size = averages(found, rule)
    expected = -0.1 * mean / (size + 1e-8)
    np.testing.assert_allclose(np.diff(found.points, axis=0), expected, rtol=1e-6)
    first = USUAL.gradient(found.points[0])
    np.testing.assert_allclose(mean[0], first)
    np.testing.assert_allclose(size[0], np.abs(first))
