"""The loss bowl of a straight-line fit: its slope, its curvature, its lowest point.

What you can do here
--------------------
- compute loss and gradient anywhere, on all rows or some: ``bowl.loss``,
  ``bowl.gradient``;
- read its shape: ``bowl.curvature``, ``bowl.minimum``, ``bowl.condition_number``;
- find the longest learning rate with which gradient descent does not climb out:
  ``bowl.longest_rate``.

The loss is the mean of (A θ − y)². A quadratic in θ, it has one minimum and the same
curvature everywhere, so all of this is exact.
"""

from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.errors import InputError


@dataclass(frozen=True, eq=False)
class LeastSquares:
    """Mean squared error of A θ against y."""

    A: Array  # (n_rows, n_parameters), a column for each parameter
    y: Array  # (n_rows,) what A θ should be

    def __post_init__(self) -> None:
        """Seal the arrays; refuse those that do not fit."""
        if self.A.ndim != 2 or self.y.shape != self.A.shape[:1]:
            raise InputError(
                f"A has shape {self.A.shape} and y {self.y.shape}: give (n_rows, "
                "n_parameters) and (n_rows,)"
            )
        for name in ("A", "y"):
            object.__setattr__(self, name, read_only(getattr(self, name)))

    def loss(self, theta: Array) -> Array:
        """Compute the mean squared error at θ, (…, n_parameters)."""
        return np.asarray(np.mean((theta @ self.A.T - self.y) ** 2, axis=-1))

    def gradient(self, theta: Array, rows: Array | slice = slice(None)) -> Array:
        """Compute dθ, (n_parameters,), on all rows or on some."""
        A = self.A[rows]
        return np.asarray(2 * (A @ theta - self.y[rows]) @ A / len(A))

    @property
    def curvature(self) -> Array:
        """Second derivatives, (n_parameters, n_parameters), the same everywhere."""
        return np.asarray(2 * self.A.T @ self.A / len(self.A))

    @property
    def minimum(self) -> Array:
        """The θ of least loss, (n_parameters,)."""
        return np.asarray(np.linalg.lstsq(self.A, self.y, rcond=None)[0])

    @property
    def condition_number(self) -> float:
        """How many times the steepest direction is as curved as the flattest."""
        flattest, steepest = self._extremes()
        return steepest / flattest

    @property
    def longest_rate(self) -> float:
        """Learning rate above which steps across the steepest direction grow.

        A step multiplies a direction of curvature λ by 1 − η λ: at η = 2 / λ it
        jumps from wall to wall for ever.
        """
        return 2 / self._extremes()[1]

    def _extremes(self) -> tuple[float, float]:
        """Return the least and the greatest curvature of any direction."""
        curvatures = np.linalg.eigvalsh(self.curvature)
        return float(curvatures[0]), float(curvatures[-1])
