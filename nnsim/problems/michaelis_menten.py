"""The Michaelis-Menten curve fitted to measured rates: loss, gradient, minimum.

What you can do here
--------------------
- go between Vmax and Km and their scaled form: ``scaled``, ``in_units``;
- compute errors of a curve at the measurements: ``errors``;
- compute the loss, the mean squared error in (100 counts/min²)²: ``loss``;
- compute its derivative by both parameters: ``gradient``;
- find the least loss there is: ``least_squares``;
- fit the curve to any x and y: ``fit``.

``theta`` (…, 2) holds Vmax in 200 counts/min² and Km in 0.05 ppm, so that both are
near one; ``…`` is any number of leading axes, such as those of a grid.
"""

from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array
from nnsim.datasets.puromycin import Puromycin, michaelis_menten

UNITS = np.array([200.0, 0.05])  # of Vmax, counts/min², and of Km, ppm
RATE = 100.0  # counts/min², the unit of an error in the loss


def scaled(parameters: Array) -> Array:
    """Turn Vmax (counts/min²) and Km (ppm), (…, 2), into theta."""
    return np.asarray(parameters / UNITS)


def in_units(theta: Array) -> Array:
    """Turn theta, (…, 2), into Vmax (counts/min²) and Km (ppm)."""
    return np.asarray(theta * UNITS)


def predict(theta: Array, concentration: Array) -> Array:
    """Compute the rates, (…, n_runs), at concentrations (n_runs,), counts/min²."""
    v_max, k_m = np.moveaxis(in_units(theta)[..., None], -2, 0)
    return michaelis_menten(concentration, v_max, k_m)


def errors(theta: Array, runs: Puromycin) -> Array:
    """Compute predicted less measured rates, (…, n_runs), counts/min²."""
    return predict(theta, runs.concentration) - runs.rate


def loss(theta: Array, runs: Puromycin) -> Array:
    """Compute L = mean over runs of (error / 100)², (…,)."""
    return np.asarray(np.mean((errors(theta, runs) / RATE) ** 2, axis=-1))


def jacobian(theta: Array, concentration: Array) -> Array:
    """Compute the derivative of each rate by theta, (…, n_runs, 2)."""
    return np.asarray(slopes(in_units(theta), concentration) * UNITS)


def slopes(parameters: Array, x: Array) -> Array:
    """Compute the derivative of each rate by Vmax and Km in their units, (…, n, 2)."""
    v_max, k_m = np.moveaxis(parameters[..., None], -2, 0)
    by_k_m = -v_max * x / (k_m + x) ** 2
    return np.asarray(np.stack([x / (k_m + x), by_k_m], axis=-1))


def gradient(theta: Array, runs: Puromycin) -> Array:
    """Compute dL/dtheta, (…, 2)."""
    error, by_theta = errors(theta, runs), jacobian(theta, runs.concentration)
    return np.asarray(2 * np.mean(error[..., None] * by_theta, axis=-2) / RATE**2)


@dataclass(frozen=True, eq=False)
class Minimum:
    """Where the loss is least."""

    theta: Array  # (2,)
    loss: float
    n_steps: int  # Gauss-Newton steps it took


def least_squares(runs: Puromycin, *, max_steps: int = 50) -> Minimum:
    """Find the minimum of the loss.

    Raises
    ------
    ArithmeticError
        If the steps do not come to rest.
    """
    parameters, n_steps = fit(runs.concentration, runs.rate, max_steps=max_steps)
    theta = scaled(parameters)
    return Minimum(theta, float(loss(theta, runs)), n_steps)


def fit(x: Array, y: Array, *, max_steps: int = 50) -> tuple[Array, int]:
    """Fit Vmax and Km to measurements by Gauss-Newton steps.

    Each step solves the curve's tangent for its least squares exactly, and is halved
    until the squares fall. It starts from what the eye reads off: the greatest y, the
    middle x.

    Parameters
    ----------
    x, y
        (n,) where it was measured, and what; neither is all zero or less.

    Returns
    -------
    (2,) Vmax in the unit of y and Km in that of x, and the steps it took.

    Raises
    ------
    ArithmeticError
        If the steps do not come to rest.
    """
    units = np.array([y.max(), np.median(x[x > 0])])
    theta = np.ones(2)

    def off(at: Array) -> Array:
        return michaelis_menten(x, *(at * units)) - y

    # On its way, a step may lead where the curve has no value.
    with np.errstate(all="ignore"):
        for n_steps in range(1, max_steps + 1):
            slope, before = slopes(theta * units, x) * units, np.sum(off(theta) ** 2)
            if not np.isfinite(slope).all():
                break
            step = np.linalg.lstsq(slope, -off(theta), rcond=None)[0]
            while np.abs(step).max() > 1e-6:
                if np.sum(off(theta + step) ** 2) <= before:
                    break
                step = step / 2  # too far: the tangent holds only nearby
            theta = theta + step
            if np.abs(step).max() < 1e-12 * max(1.0, np.abs(theta).max()):
                return theta * units, n_steps
    raise ArithmeticError(f"least squares did not settle in {max_steps} steps")
