"""Body mass of penguins from flipper length: a straight line, in several units.

What you can do here
--------------------
- load both, standardised: ``load_standardised()``;
- pose the fit with one weight, or with weight and bias: ``one_weight``,
  ``weight_and_bias``;
- the same fit with flipper length as measured: ``in_units(10.0)`` for centimetres;
- carry weight and bias over to it: ``carry``.
"""

from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.datasets import penguins, scaling
from nnsim.experiments.gradient_descent.least_squares import LeastSquares

COLUMNS = ("flipper_length_mm", "body_mass_g")


@dataclass(frozen=True, eq=False)
class FlipperMass:
    """Flipper length and body mass of the birds that have both."""

    flipper_mm: Array  # (n_birds,)
    x: Array  # (n_birds,) flipper length, standardised
    y: Array  # (n_birds,) body mass, standardised
    centre_mm: float  # mean flipper length
    spread_mm: float  # standard deviation of flipper length

    def one_weight(self) -> LeastSquares:
        """Pose y = w x; standardised, the best line needs no bias."""
        return LeastSquares(self.x[:, None], self.y)

    def weight_and_bias(self) -> LeastSquares:
        """Pose y = w x + b."""
        return LeastSquares(_with_ones(self.x), self.y)

    def in_units(self, mm: float) -> LeastSquares:
        """Pose y = w x + b with x = flipper length in units of so many mm."""
        return LeastSquares(_with_ones(self.flipper_mm / mm), self.y)

    def carry(self, theta: Array, mm: float) -> Array:
        """Return w and b of the same line where x is in units of so many mm."""
        w, b = theta
        return np.array(
            [w * mm / self.spread_mm, b - w * self.centre_mm / self.spread_mm]
        )


def load_standardised() -> FlipperMass:
    """Load the birds of all species; each column gets mean 0 and spread 1."""
    birds = penguins.load().complete(*COLUMNS)
    measured = birds.measurements(*COLUMNS)
    scale = scaling.fit(measured, COLUMNS)
    x, y = scale.apply(measured).T
    return FlipperMass(
        read_only(measured[:, 0]),
        read_only(x),
        read_only(y),
        float(scale.centre[0]),
        float(scale.unit[0]),
    )


def _with_ones(x: Array) -> Array:
    """Put a column of ones, which the bias multiplies, beside x."""
    return np.stack([x, np.ones_like(x)], axis=1)
