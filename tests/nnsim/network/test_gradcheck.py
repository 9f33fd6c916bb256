"""The checker finds right gradients right, and a gradient wrong by 0.1 % wrong."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnsim.network.gradcheck import (
    GradientMismatchError,
    central_differences,
    check_gradients,
    complex_step,
)
from nnsim.network.losses import LOSSES, mean_squared_error
from tests.strategies import Case, cases_NI_NO, random_case


@given(cases_NI_NO())
def test_backpropagation_equals_complex_step(case: Case) -> None:
    network, X, y, loss = case
    gradients = network.backward(network.forward(X), y, loss).parameters
    numerical = complex_step(network, X, y, loss)
    np.testing.assert_allclose(gradients, numerical, rtol=1e-10, atol=1e-12)


@given(cases_NI_NO(hidden=("tanh", "sigmoid", "identity")))
def test_backpropagation_equals_central_differences(case: Case) -> None:
    network, X, y, loss = case
    gradients = network.backward(network.forward(X), y, loss).parameters
    numerical = central_differences(network, X, y, loss)
    np.testing.assert_allclose(gradients, numerical, rtol=1e-6, atol=1e-6)


@pytest.mark.parametrize("name", sorted(LOSSES))
@pytest.mark.parametrize("hidden", ["tanh", "relu", "leaky_relu", "sigmoid"])
def test_right_gradient_passes(name: str, hidden: str) -> None:
    case = random_case((3, 5, 4, 2), LOSSES[name], 8, hidden=hidden)
    check_gradients(*case)


@given(st.integers(0, 43), st.sampled_from([0.999, 1.001]))
def test_one_derivative_wrong_by_a_thousandth_fails(i: int, factor: float) -> None:
    case = random_case((3, 5, 4), mean_squared_error, 8)  # 5·4 + 4·6 = 44 parameters
    network, X, y, loss = case
    gradient = network.backward(network.forward(X), y, loss).parameters.copy()
    gradient[i] *= factor
    with pytest.raises(GradientMismatchError, match=f"parameter {i}:"):
        check_gradients(*case, gradient=gradient)


def test_message_gives_both_numbers() -> None:
    case = random_case((1, 1), mean_squared_error, 3)
    right = complex_step(*case)
    with pytest.raises(GradientMismatchError) as caught:
        check_gradients(*case, gradient=right * 2)
    found = [float(n) for n in re.findall(r"-?\d+\.\d+(?:e-?\d+)?", str(caught.value))]
    assert found[0] == pytest.approx(2 * found[1])


def test_nan_does_not_pass() -> None:
    case = random_case((1, 1), mean_squared_error, 3)
    with pytest.raises(GradientMismatchError):
        check_gradients(*case, gradient=np.full(2, np.nan))
