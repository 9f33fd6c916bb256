"""The loss of a network written for PyPI autograd, which finds the derivatives."""

from collections.abc import Sequence

import autograd.numpy as anp
import numpy as np
from autograd import grad
from autograd.scipy.special import logsumexp

FUNCTIONS = {
    "identity": lambda z: z,
    "relu": lambda z: z * (z > 0),
    "leaky_relu": lambda z: anp.where(z > 0, z, 0.01 * z),
    "sigmoid": lambda z: 1 / (1 + anp.exp(-z)),
    "tanh": anp.tanh,
    "softmax": lambda z: anp.exp(z) / anp.sum(anp.exp(z), axis=1, keepdims=True),
}
# From z and a of the last layer; ln σ(z) = −ln(e^0 + e^−z) keeps all its digits.
LOSSES = {
    "mean_squared_error": lambda z, a, y: anp.mean((a - y) ** 2),
    "binary_cross_entropy": lambda z, a, y: anp.mean(
        y * anp.logaddexp(0, -z) + (1 - y) * anp.logaddexp(0, z)
    ),
    "categorical_cross_entropy": lambda z, a, y: anp.mean(
        logsumexp(z, axis=1) - anp.sum(y * z, axis=1)
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
        z = anp.dot(a, W.T) + b
        a = FUNCTIONS[name](z)
    return LOSSES[loss_name](z, a, y)


by_parameters = grad(loss, 0)
by_inputs = grad(loss, 1)
