"""Activation functions, each beside its derivative.

What you can do here
--------------------
- look one up by name: ``ACTIVATIONS["tanh"]``;
- compute a = f(z): ``activation.value(z)``;
- compute f'(z) from z and a: ``activation.derivative(z, a)``.

Values accept complex z, so that derivatives can be checked by the complex step.
Both functions take ``out``, an array to write into instead of a new one.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, row_max, row_sum
from nnsim.errors import InputError, Table

LEAK = 0.01  # slope of leaky_relu below zero


@dataclass(frozen=True, eq=False)
class Activation:
    """A function a = f(z) and its derivative da/dz, elementwise but for softmax."""

    name: str  # as in the table ACTIVATIONS
    value: Callable[..., Array]  # (z, out=None) -> a, same shape as z
    derivative: Callable[..., Array]  # (z, a, out=None) -> f'(z), same shape as z


def identity(z: Array, out: Array | None = None) -> Array:
    """Return a = z."""
    return np.positive(z, out=out)


def d_identity(z: Array, a: Array, out: Array | None = None) -> Array:
    """Return f'(z) = 1."""
    out = np.empty_like(z) if out is None else out
    out.fill(1)
    return out


def relu(z: Array, out: Array | None = None) -> Array:
    """Return a = max(z, 0)."""
    return np.maximum(z, 0, out=out)


def d_relu(z: Array, a: Array, out: Array | None = None) -> Array:
    """Return f'(z) = 1 where z > 0, else 0 (0 is the choice made at z = 0)."""
    return np.greater(z, 0, out=np.empty_like(z) if out is None else out)


def leaky_relu(z: Array, out: Array | None = None) -> Array:
    """Return a = z where z > 0, else LEAK · z."""
    return np.maximum(z, LEAK * z, out=out)


def d_leaky_relu(z: Array, a: Array, out: Array | None = None) -> Array:
    """Return f'(z) = 1 where z > 0, else LEAK."""
    slope = d_relu(z, a, out=out)
    return np.maximum(slope, LEAK, out=slope)


def sigmoid(z: Array, out: Array | None = None) -> Array:
    """Return a = 1 / (1 + exp(−z)), without overflow for very negative z."""
    # exp(-lowest) is the largest power of e that the number format holds.
    lowest = -np.floor(np.log(np.finfo(z.dtype).max))
    power: Array = np.maximum(z, lowest, out=out)
    np.negative(power, out=power)
    np.exp(power, out=power)
    power += 1
    return np.reciprocal(power, out=power)


def d_sigmoid(z: Array, a: Array, out: Array | None = None) -> Array:
    """Return f'(z) = a (1 − a)."""
    return np.multiply(a, np.subtract(1, a, out=out), out=out)


def tanh(z: Array, out: Array | None = None) -> Array:
    """Return a = tanh(z)."""
    return np.tanh(z, out=out)


def d_tanh(z: Array, a: Array, out: Array | None = None) -> Array:
    """Return f'(z) = 1 − a²."""
    return np.subtract(1, np.multiply(a, a, out=out), out=out)


def softmax(z: Array, out: Array | None = None) -> Array:
    """Return a_k = exp(z_k) / Σ_j exp(z_j) along the last axis; rows sum to 1."""
    # Taking the largest z off every z changes nothing but prevents overflow.
    power: Array = np.subtract(z, row_max(z), out=out)
    np.exp(power, out=power)
    power /= row_sum(power)
    return power


def d_softmax(z: Array, a: Array, out: Array | None = None) -> Array:
    """Refuse: every output of softmax depends on every z, so there is no f'(z)."""
    raise InputError(
        "softmax has no elementwise derivative: use it in the last layer only, "
        "with the loss categorical_cross_entropy"
    )


ACTIVATIONS = Table(
    "activation",
    {
        name: Activation(name, value, derivative)
        for name, value, derivative in (
            ("identity", identity, d_identity),
            ("relu", relu, d_relu),
            ("leaky_relu", leaky_relu, d_leaky_relu),
            ("sigmoid", sigmoid, d_sigmoid),
            ("tanh", tanh, d_tanh),
            ("softmax", softmax, d_softmax),
        )
    },
)
