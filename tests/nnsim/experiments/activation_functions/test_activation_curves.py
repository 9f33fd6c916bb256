"""Curves of activations against closed forms."""

import numpy as np
import pytest

from nnsim.experiments.activation_functions.activation_curves import BENDS, bend

Z = np.array([-2.2, 5.1, 1.7])
VALUE = {
    "relu": lambda z: np.where(z > 0, z, 0),
    "sigmoid": lambda z: 0.5 * (1 + np.tanh(z / 2)),
    "tanh": lambda z: (np.exp(2 * z) - 1) / (np.exp(2 * z) + 1),
}
SLOPE = {
    "relu": lambda z: np.where(z > 0, 1, 0),
    "sigmoid": lambda z: 0.25 / np.cosh(z / 2) ** 2,
    "tanh": lambda z: 1 / np.cosh(z) ** 2,
}


@pytest.mark.parametrize("name", BENDS)
def test_values_and_slopes(name: str) -> None:
    found = bend(name, Z)
    np.testing.assert_allclose(found.a, VALUE[name](Z), atol=1e-12)
    np.testing.assert_allclose(found.slope, SLOPE[name](Z), atol=1e-12)
    z, a = found.points.T
    np.testing.assert_allclose(a, VALUE[name](z), atol=1e-12)
    np.testing.assert_allclose(found.slopes[:, 1], SLOPE[name](z), atol=1e-12)
    assert z[0] < Z.min() < Z.max() < z[-1]
