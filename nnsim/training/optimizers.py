"""Optimizers: rules that turn a gradient into the next parameters.

What you can do here
--------------------
- step straight downhill: ``GradientDescent`` (on mini-batches: stochastic, SGD);
- keep some of the speed: ``Momentum``;
- give each parameter its own step length: ``Adam``.

Each is used the same way and changes nothing it is given::

    state = optimizer.start(parameters)
    parameters, state = optimizer.step(parameters, gradient, state)

Parameters and gradient are arrays of one shape, any shape.
"""

from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

import numpy as np

from nnsim.arrays import Array
from nnsim.errors import InputError


class Optimizer(Protocol):
    """What ``train`` needs of an optimizer."""

    def start(self, parameters: Array) -> Any:
        """Return the state before the first step."""

    def step(self, parameters: Array, gradient: Array, state: Any) -> tuple[Array, Any]:
        """Return the next parameters and state."""


def _check_positive(name: str, value: float) -> None:
    if not 0 < value < np.inf:  # False for NaN too
        raise InputError(f"{name} must be a positive number, not {value}")


def _check_fraction(name: str, value: float) -> None:
    if not 0 <= value < 1:
        raise InputError(f"{name} must be at least 0 and below 1, not {value}")


@dataclass(frozen=True)
class GradientDescent:
    """Step against the gradient: θ ← θ − η dθ.

    Source, for gradients of random mini-batches: Robbins & Monro 1951, Annals of
    Mathematical Statistics 22:400, https://doi.org/10.1214/aoms/1177729586.
    """

    learning_rate: float  # η, length of the step for a gradient of 1

    def __post_init__(self) -> None:
        """Refuse settings that cannot work."""
        _check_positive("learning_rate", self.learning_rate)

    def start(self, parameters: Array) -> None:
        """Return no state: every step stands alone."""

    def step(
        self, parameters: Array, gradient: Array, state: None
    ) -> tuple[Array, None]:
        """Return θ − η dθ."""
        return parameters - self.learning_rate * gradient, None


@dataclass(frozen=True)
class Momentum:
    """Keep a share of the last step: v ← μ v − η dθ, θ ← θ + v.

    Source: Polyak 1964, USSR Comput. Math. Math. Phys. 4:1,
    https://doi.org/10.1016/0041-5553(64)90137-5.
    """

    learning_rate: float  # η
    momentum: float = 0.9  # μ, share of the last step that is kept

    def __post_init__(self) -> None:
        """Refuse settings that cannot work."""
        _check_positive("learning_rate", self.learning_rate)
        _check_fraction("momentum", self.momentum)

    def start(self, parameters: Array) -> Array:
        """Return v = 0: at rest."""
        return np.zeros_like(parameters)

    def step(
        self, parameters: Array, gradient: Array, state: Array
    ) -> tuple[Array, Array]:
        """Return the next θ and v."""
        v = self.momentum * state - self.learning_rate * gradient
        return parameters + v, v


class AdamState(NamedTuple):
    """What Adam remembers."""

    n_steps: int  # steps taken
    m: Array  # running mean of the gradient, same shape as the parameters
    v: Array  # running mean of its square, same shape


@dataclass(frozen=True)
class Adam:
    """Divide a running mean of the gradient by its running size.

    m ← β₁ m + (1 − β₁) dθ, v ← β₂ v + (1 − β₂) dθ², both then divided by
    1 − βᵗ since they began at 0; θ ← θ − η m̂ / (√v̂ + ε).

    Source: Kingma & Ba 2015, https://arxiv.org/abs/1412.6980.
    """

    learning_rate: float = 0.001  # η, about the length of a step in each parameter
    beta1: float = 0.9  # β₁, memory of the mean
    beta2: float = 0.999  # β₂, memory of the size
    epsilon: float = 1e-8  # ε, keeps the division finite

    def __post_init__(self) -> None:
        """Refuse settings that cannot work."""
        _check_positive("learning_rate", self.learning_rate)
        _check_fraction("beta1", self.beta1)
        _check_fraction("beta2", self.beta2)
        _check_positive("epsilon", self.epsilon)

    def start(self, parameters: Array) -> AdamState:
        """Return empty running means."""
        return AdamState(0, np.zeros_like(parameters), np.zeros_like(parameters))

    def step(
        self, parameters: Array, gradient: Array, state: AdamState
    ) -> tuple[Array, AdamState]:
        """Return the next θ and running means."""
        t = state.n_steps + 1
        m = self.beta1 * state.m + (1 - self.beta1) * gradient
        v = self.beta2 * state.v + (1 - self.beta2) * (gradient * gradient)
        size = np.sqrt(v / (1 - self.beta2**t)) + self.epsilon
        step = self.learning_rate / (1 - self.beta1**t) * m / size
        return parameters - step, AdamState(t, m, v)
