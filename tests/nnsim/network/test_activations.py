"""Activations against closed forms, scipy, and the complex step."""

import numpy as np
import pytest
from scipy import special

from nnsim.errors import InputError
from nnsim.network.activations import ACTIVATIONS, LEAK

ELEMENTWISE = sorted(set(ACTIVATIONS) - {"softmax"})
Z = np.linspace(-6, 6, 25)[:, None] + 0.01  # never 0, where relu has a corner


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_derivative_equals_complex_step(name: str) -> None:
    f = ACTIVATIONS[name]
    numerical = f.value(Z + 1e-20j).imag / 1e-20
    np.testing.assert_allclose(f.derivative(Z, f.value(Z)), numerical, atol=1e-15)


@pytest.mark.parametrize("name", ELEMENTWISE)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_writing_into_out_gives_the_same(name: str, dtype: type) -> None:
    f, z = ACTIVATIONS[name], Z.astype(dtype)
    a, slope = np.empty_like(z), np.empty_like(z)
    assert f.value(z, out=a) is a
    assert f.derivative(z, a, out=slope) is slope
    np.testing.assert_array_equal(a, f.value(z))
    np.testing.assert_array_equal(slope, f.derivative(z, a))


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_value_leaves_z_alone(name: str) -> None:
    before = Z.copy()
    ACTIVATIONS[name].value(Z)
    np.testing.assert_array_equal(Z, before)


def test_sigmoid_equals_scipy() -> None:
    z = np.linspace(-700, 700, 1001)
    a = ACTIVATIONS["sigmoid"].value(z)
    np.testing.assert_allclose(a, special.expit(z), rtol=1e-14)


@pytest.mark.parametrize("dtype", [np.float32, np.float64, np.complex128])
@pytest.mark.parametrize("name", [*ELEMENTWISE, "softmax"])
def test_huge_z_gives_no_overflow(name: str, dtype: type) -> None:
    z = np.array([[-1000, 0, 1000]], dtype)
    a = ACTIVATIONS[name].value(z)
    assert a.dtype == dtype
    assert np.all(np.isfinite(a))


def test_limits() -> None:
    z = np.array([-1000.0, 0.0, 1000.0])
    assert ACTIVATIONS["sigmoid"].value(z).round(12).tolist() == [0, 0.5, 1]
    assert ACTIVATIONS["tanh"].value(z).tolist() == [-1, 0, 1]
    assert ACTIVATIONS["relu"].value(z).tolist() == [0, 0, 1000]
    assert ACTIVATIONS["leaky_relu"].value(z).tolist() == [-1000 * LEAK, 0, 1000]


def test_softmax_equals_scipy() -> None:
    z = np.random.default_rng(0).normal(scale=50, size=(2, 7, 4))
    a = ACTIVATIONS["softmax"].value(z)
    np.testing.assert_allclose(a, special.softmax(z, axis=-1), rtol=1e-13)


def test_softmax_has_no_elementwise_derivative() -> None:
    with pytest.raises(InputError, match="last layer only"):
        ACTIVATIONS["softmax"].derivative(Z, Z)
