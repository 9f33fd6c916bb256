"""Losses, each beside its derivative.

What you can do here
--------------------
- look one up by name: ``LOSSES["binary_cross_entropy"]``, or import it;
- compute the mean loss over a batch: ``loss.value(z, y_hat, y)``;
- compute its derivative by the output: ``loss.dy_hat(y_hat, y)``;
- compute the share of right answers: ``loss.accuracy(y_hat, y)``;
- refuse what it does not go with: ``check_output``, ``check_shares``.

The cross-entropies are computed from z, not from y_hat = f(z), because y_hat
rounds to 0 or 1 long before z is large; so z = ±1000 gives a finite loss. For the
same reason dL/dz is not dL/dy_hat · f'(z) but its simplified form (y_hat − y)/n.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, Outputs, PerNetwork, Targets, row_max, row_sum
from nnsim.errors import InputError, Table


@dataclass(frozen=True, eq=False)
class Loss:
    """A mean loss L over a batch, one number per network, and its derivatives."""

    name: str  # as in the table LOSSES
    output: str | None  # the activation the last layer must have; None: any
    value: Callable[[Outputs, Outputs, Targets], PerNetwork]  # (z, y_hat, y) -> L
    dy_hat: Callable[[Outputs, Targets], Outputs]  # (y_hat, y) -> dL/dy_hat
    dz: Callable[..., Outputs] | None  # (y_hat, y, out=None) -> dL/dz of last layer
    accuracy: Callable[[Outputs, Targets], PerNetwork] | None  # share right, 0 … 1


def _mean_error(y_hat: Outputs, y: Targets, n: int, out: Array | None = None) -> Array:
    """Return (y_hat − y) / n."""
    error: Array = np.subtract(y_hat, y, out=out)
    error /= n
    return error


def _squared(z: Outputs, y_hat: Outputs, y: Targets) -> PerNetwork:
    """Return L = mean (y_hat − y)² over samples and outputs."""
    return np.asarray(np.mean((y_hat - y) ** 2, axis=(-2, -1)))


def _d_squared(y_hat: Outputs, y: Targets) -> Outputs:
    """Return dL/dy_hat = 2 (y_hat − y) / (n_samples · n_out)."""
    error = _mean_error(y_hat, y, y_hat.shape[-2] * y_hat.shape[-1])
    error *= 2
    return error


def _binary(z: Outputs, y_hat: Outputs, y: Targets) -> PerNetwork:
    """Return L = mean of −y ln y_hat − (1 − y) ln(1 − y_hat) = ln(1 + e^z) − y z."""
    size = np.maximum(z, -z)  # |z|; np.abs would spoil a complex z
    softplus = np.maximum(z, 0) + np.log1p(np.exp(-size))
    return np.asarray(np.mean(softplus - y * z, axis=(-2, -1)))


def _d_binary(y_hat: Outputs, y: Targets) -> Outputs:
    """Return dL/dy_hat = (−y / y_hat + (1 − y) / (1 − y_hat)) / (n_samples · n_out)."""
    n = y_hat.shape[-2] * y_hat.shape[-1]
    with np.errstate(divide="ignore", over="ignore"):  # a sure error: ±infinity
        right = np.divide(y, y_hat, out=np.zeros_like(y_hat), where=y != 0)
        wrong = np.divide(1 - y, 1 - y_hat, out=np.zeros_like(y_hat), where=y != 1)
    return np.asarray((wrong - right) / n)


def _dz_binary(y_hat: Outputs, y: Targets, out: Array | None = None) -> Outputs:
    """Return dL/dz = (y_hat − y) / (n_samples · n_out), for y_hat = sigmoid(z)."""
    return _mean_error(y_hat, y, y_hat.shape[-2] * y_hat.shape[-1], out)


def _binary_accuracy(y_hat: Outputs, y: Targets) -> PerNetwork:
    """Return the share of outputs on the same side of 0.5 as their target."""
    return np.asarray(np.mean((y_hat > 0.5) == (y > 0.5), axis=(-2, -1)))


def _categorical(z: Outputs, y_hat: Outputs, y: Targets) -> PerNetwork:
    """Return L = mean over samples of −Σ_k y_k ln y_hat_k."""
    shifted = z - row_max(z)
    surprise = y * (np.log(row_sum(np.exp(shifted))) - shifted)  # −y_k ln y_hat_k
    return np.asarray(surprise.sum(axis=(-2, -1)) / z.shape[-2])


def _d_categorical(y_hat: Outputs, y: Targets) -> Outputs:
    """Return dL/dy_hat = −y / y_hat / n_samples."""
    with np.errstate(divide="ignore", over="ignore"):  # a sure error: −infinity
        ratio = np.divide(y, y_hat, out=np.zeros_like(y_hat), where=y != 0)
    return np.asarray(-ratio / y_hat.shape[-2])


def _dz_categorical(y_hat: Outputs, y: Targets, out: Array | None = None) -> Outputs:
    """Return dL/dz = (y_hat − y) / n_samples, for y_hat = softmax(z), Σ_k y_k = 1."""
    return _mean_error(y_hat, y, y_hat.shape[-2], out)


def _categorical_accuracy(y_hat: Outputs, y: Targets) -> PerNetwork:
    """Return the share of samples whose largest output is that of their class."""
    return np.asarray(np.mean(y_hat.argmax(axis=-1) == y.argmax(axis=-1), axis=-1))


mean_squared_error = Loss("mean_squared_error", None, _squared, _d_squared, None, None)
binary_cross_entropy = Loss(
    "binary_cross_entropy", "sigmoid", _binary, _d_binary, _dz_binary, _binary_accuracy
)
categorical_cross_entropy = Loss(
    "categorical_cross_entropy",
    "softmax",
    _categorical,
    _d_categorical,
    _dz_categorical,
    _categorical_accuracy,
)
LOSSES = Table(
    "loss",
    {
        loss.name: loss
        for loss in (
            mean_squared_error,
            binary_cross_entropy,
            categorical_cross_entropy,
        )
    },
)


def check_output(loss: Loss, activation: str) -> None:
    """Refuse a loss that does not go with the activation of the last layer."""
    if loss.output != activation and (loss.output or activation == "softmax"):
        raise InputError(
            f"{loss.name} does not go with the output activation {activation!r}: "
            "binary_cross_entropy takes sigmoid, categorical_cross_entropy softmax, "
            "mean_squared_error any other"
        )


def check_shares(loss: Loss, y: Targets) -> None:
    """Refuse targets that a cross-entropy cannot take: they must be shares."""
    if loss.output and not (y.min() >= 0 and y.max() <= 1):
        raise InputError(
            f"{loss.name} takes targets from 0 to 1, but they run from {y.min()} to "
            f"{y.max()}"
        )
    if loss.output == "softmax" and np.abs(row_sum(y) - 1).max() > 1e-4:
        raise InputError(
            f"{loss.name} takes targets whose rows sum to 1: turn class numbers into "
            "rows with one_hot"
        )
