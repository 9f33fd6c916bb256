"""The loss of a network written for PyPI autograd, which finds the derivatives."""

from collections.abc import Sequence

import autograd.numpy as anp
import numpy as np
from autograd import grad

FUNCTIONS = {
    "identity": lambda z: z,
    "relu": lambda z: z * (z > 0),
    "leaky_relu": lambda z: anp.where(z > 0, z, 0.01 * z),
    "sigmoid": lambda z: 1 / (1 + anp.exp(-z)),
    "tanh": anp.tanh,
    "softmax": lambda z: anp.exp(z) / anp.sum(anp.exp(z), axis=1, keepdims=True),
}
LOSSES = {
    "mean_squared_error": lambda p, y: anp.mean((p - y) ** 2),
    "binary_cross_entropy": lambda p, y: anp.mean(
        -y * anp.log(p) - (1 - y) * anp.log(1 - p)
    ),
    "categorical_cross_entropy": lambda p, y: anp.mean(
        -anp.sum(y * anp.log(p), axis=1)
    ),
}


def loss(
    parameters: np.ndarray,
    X: np.ndarray,
    y: np.ndarray,
    widths: Sequence[int],
    names: Sequence[str],
    loss_name: str,
) -> float:
    """Mean loss; the parameters stand in a row: W row by row, b, next layer."""
    a, start = X, 0
    for n_in, n_out, name in zip(widths, widths[1:], names, strict=False):
        W = anp.reshape(parameters[start : start + n_in * n_out], (n_out, n_in))
        start += n_in * n_out
        b = parameters[start : start + n_out]
        start += n_out
        a = FUNCTIONS[name](anp.dot(a, W.T) + b)
    return LOSSES[loss_name](a, y)


by_parameters = grad(loss, 0)
by_inputs = grad(loss, 1)
