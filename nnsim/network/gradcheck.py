"""Check derivatives against numbers that need no chain rule.

What you can do here
--------------------
- estimate dL/dθ from differences of the loss: ``central_differences``;
- compute it almost exactly through complex numbers: ``complex_step``;
- compare with backpropagation and fail loudly: ``check_gradients``.

All parameters are nudged at once, one in each network of an ensemble of as many
networks as there are parameters; so this is for small networks.
"""

import numpy as np

from nnsim.arrays import Flat, Inputs, Targets
from nnsim.network.losses import Loss
from nnsim.network.network import Network


class GradientMismatchError(AssertionError):
    """Backpropagation and a numerical derivative disagree."""


def central_differences(
    network: Network, X: Inputs, y: Targets, loss: Loss, nudge: float = 1e-5
) -> Flat:
    """Estimate dL/dθ ≈ (L(θ + h) − L(θ − h)) / 2h; the error is of order h².

    Parameters
    ----------
    network
        One network, float64.
    X, y
        Inputs (n_samples, n_in) and targets (n_samples, n_out).
    loss
        The mean loss L.
    nudge
        h, the change made to each parameter in turn.

    Returns
    -------
    Flat
        (n_parameters,), in the order of ``Network.parameters``.
    """
    nudges = nudge * np.eye(network.n_parameters)
    above = network.with_parameters(network.parameters + nudges)
    below = network.with_parameters(network.parameters - nudges)
    return (above.loss(X, y, loss) - below.loss(X, y, loss)) / (2 * nudge)


def complex_step(network: Network, X: Inputs, y: Targets, loss: Loss) -> Flat:
    """Compute dL/dθ = Im L(θ + ih) / h, exact to rounding since nothing cancels.

    Source: Squire & Trapp 1998, SIAM Review 40:110,
    https://doi.org/10.1137/S003614459631241X. Arguments and result are those of
    ``central_differences``.
    """
    nudge = 1e-20
    nudges = 1j * nudge * np.eye(network.n_parameters)
    nudged = network.with_parameters(network.parameters + nudges)
    return nudged.loss(X, y, loss).imag / nudge


def check_gradients(
    network: Network,
    X: Inputs,
    y: Targets,
    loss: Loss,
    gradient: Flat | None = None,
    tolerance: float = 1e-6,
) -> None:
    """Compare a gradient with central differences and with the complex step.

    Parameters
    ----------
    network, X, y, loss
        As in ``central_differences``.
    gradient
        What to check, (n_parameters,); by default what ``backward`` gives.
    tolerance
        Greatest difference allowed, relative to the greater of the derivative and
        a thousandth of the largest derivative.

    Raises
    ------
    GradientMismatchError
        If they differ; the message gives both numbers and the parameter.
    """
    if gradient is None:
        gradient = network.backward(network.forward(X), y, loss).parameters
    for method in (central_differences, complex_step):
        numerical = method(network, X, y, loss)
        size = np.maximum(np.abs(numerical), 1e-3 * np.abs(numerical).max())
        # Differences of a loss near 1 carry its rounding, about 1e-16 / h.
        excess = np.abs(gradient - numerical) - (tolerance * size + 1e-10)
        worst = int(excess.argmax())
        if not excess[worst] <= 0:
            raise GradientMismatchError(
                f"parameter {worst}: backpropagation gives {gradient[worst]:.10g}, "
                f"{method.__name__} {numerical[worst]:.10g}"
            )
