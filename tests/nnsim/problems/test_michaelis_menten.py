"""The Michaelis-Menten loss against scipy, finite differences and the textbook."""

import numpy as np
import pytest
from scipy.optimize import approx_fprime, curve_fit

from nnsim.datasets import puromycin
from nnsim.problems import michaelis_menten as model

TREATED = puromycin.load()
SOME = np.array([[0.25, 6.0], [1.0, 1.0], [1.6, 0.3]])


def test_loss_is_the_mean_of_squares_in_hundreds() -> None:
    v_max, k_m = 150.0, 0.1
    squares = [
        ((v_max * c / (k_m + c) - v) / 100) ** 2
        for c, v in zip(TREATED.concentration, TREATED.rate, strict=True)
    ]
    theta = model.scaled(np.array([v_max, k_m]))
    assert model.loss(theta, TREATED) == pytest.approx(sum(squares) / len(squares))


@pytest.mark.parametrize("theta", SOME)
def test_gradient_is_that_of_finite_differences(theta: np.ndarray) -> None:
    slope = approx_fprime(theta, lambda at: float(model.loss(at, TREATED)), 1e-7)
    np.testing.assert_allclose(model.gradient(theta, TREATED), slope, rtol=1e-4)


def test_a_grid_is_as_one_by_one() -> None:
    grid = SOME.reshape(3, 1, 2) + np.zeros((3, 4, 2))
    for k, theta in enumerate(SOME):
        assert model.loss(grid, TREATED)[k, 3] == model.loss(theta, TREATED)
        np.testing.assert_array_equal(
            model.gradient(grid, TREATED)[k, 3], model.gradient(theta, TREATED)
        )


def test_units_go_there_and_back() -> None:
    np.testing.assert_allclose(model.in_units(model.scaled(SOME)), SOME)
    assert model.predict(np.array([1.0, 1.0]), np.array([0.05])) == pytest.approx(100)


@pytest.mark.parametrize("state", puromycin.STATES)
def test_least_squares_are_those_of_scipy(state: str) -> None:
    runs = puromycin.load(state)
    curve, c, v = puromycin.michaelis_menten, runs.concentration, runs.rate
    fitted, _ = curve_fit(curve, c, v, p0=(200, 0.05), xtol=1e-12, ftol=1e-14)
    found = model.least_squares(runs)
    np.testing.assert_allclose(model.in_units(found.theta), fitted, rtol=1e-6)
    assert np.abs(model.gradient(found.theta, runs)).max() < 1e-12


def test_minimum_is_that_of_the_textbook() -> None:
    found = model.least_squares(TREATED)
    # Bates & Watts 1988: 212.7 counts/min², 0.0641 ppm, residual sum of squares 1195.
    v_max, k_m = model.in_units(found.theta)
    assert v_max == pytest.approx(212.7, abs=0.05)
    assert k_m == pytest.approx(0.0641, abs=5e-5)
    assert found.loss * len(TREATED.rate) * 100**2 == pytest.approx(1195, abs=1)


def test_too_few_steps_are_an_error() -> None:
    with pytest.raises(ArithmeticError, match="settle"):
        model.least_squares(TREATED, max_steps=2)
