"""How weights are drawn before training; biases start at zero.

What you can do here
--------------------
- look one up by name: ``INITIALIZERS["normal"]``;
- draw weights: ``initializer(rng, n_out, n_in)``;
- find the usual one for an activation: ``usual_for("relu")``.
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from nnsim.arrays import Weights
from nnsim.errors import Table

Initializer: TypeAlias = Callable[[np.random.Generator, int, int], Weights]


def normal(rng: np.random.Generator, n_out: int, n_in: int) -> Weights:
    """Draw W (n_out, n_in) from N(0, 1/n_in), so that z varies about as x does.

    Source: LeCun, Bottou, Orr & Müller 1998, Efficient BackProp.
    """
    return rng.normal(scale=np.sqrt(1 / n_in), size=(n_out, n_in))


def normal_relu(rng: np.random.Generator, n_out: int, n_in: int) -> Weights:
    """Draw W (n_out, n_in) from N(0, 2/n_in), as ReLU lets only half of z through.

    Source: He, Zhang, Ren & Sun 2015, https://arxiv.org/abs/1502.01852.
    """
    return rng.normal(scale=np.sqrt(2 / n_in), size=(n_out, n_in))


def constant(value: float) -> Initializer:
    """Make an initializer that gives every weight the same value, drawing nothing."""

    def fill(rng: np.random.Generator, n_out: int, n_in: int) -> Weights:
        return np.full((n_out, n_in), value)

    return fill


INITIALIZERS: Table[Initializer] = Table(
    "initializer",
    {"normal": normal, "normal_relu": normal_relu, "zeros": constant(0.0)},
)


def usual_for(activation: str) -> Initializer:
    """Return the usual initializer of a layer with this activation."""
    return normal_relu if activation in ("relu", "leaky_relu") else normal
