"""The Michaelis-Menten curve fitted to measured rates: loss, gradient, minimum.

What you can do here
--------------------
- go between Vmax and Km and their scaled form: ``scaled``, ``in_units``;
- compute errors of a curve at the measurements: ``errors``;
- compute the loss, the mean squared error in (100 counts/min²)²: ``loss``;
- compute its derivative by both parameters: ``gradient``;
- find the least loss there is: ``least_squares``.

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
    v_max, k_m = np.moveaxis(in_units(theta)[..., None], -2, 0)
    by_v_max = concentration / (k_m + concentration)
    by_k_m = -v_max * concentration / (k_m + concentration) ** 2
    return np.asarray(np.stack([by_v_max, by_k_m], axis=-1) * UNITS)


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
    """Find the minimum of the loss by Gauss-Newton steps.

    Each step solves the curve's tangent for its least squares exactly, and is halved
    until the loss falls. It starts from what the eye reads off: the greatest rate,
    the middle concentration.

    Raises
    ------
    ArithmeticError
        If the steps do not come to rest.
    """
    theta = scaled(np.array([runs.rate.max(), np.median(runs.concentration)]))
    for n_steps in range(1, max_steps + 1):
        slope, before = jacobian(theta, runs.concentration), loss(theta, runs)
        step = np.linalg.lstsq(slope, -errors(theta, runs), rcond=None)[0]
        while np.abs(step).max() > 1e-6 and loss(theta + step, runs) > before:
            step = step / 2  # too far: the tangent holds only nearby
        theta = theta + step
        if np.abs(step).max() < 1e-12:
            return Minimum(theta, float(loss(theta, runs)), n_steps)
    raise ArithmeticError(f"least squares did not settle in {max_steps} steps")
