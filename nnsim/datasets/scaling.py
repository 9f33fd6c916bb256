"""Bringing measurements of different units to one scale, and back.

What you can do here
--------------------
- fit mean and standard deviation on given rows: ``fit``;
- scale measurements and undo it: ``scaling.apply``, ``scaling.undo``;
- take some of the columns: ``scaling.columns``;
- let the numbers be round, so that inputs are short: ``fit_round``.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.errors import InputError, UnknownNameError


@dataclass(frozen=True, eq=False)
class Scaling:
    """x = (measurement − centre) / unit, column by column."""

    names: tuple[str, ...]  # (n_columns,) what each column holds
    centre: Array  # (n_columns,) what becomes 0, in the unit of the measurement
    unit: Array  # (n_columns,) what becomes 1 away from it, likewise

    def __post_init__(self) -> None:
        """Seal the arrays; refuse columns that cannot be scaled."""
        for name in ("centre", "unit"):
            object.__setattr__(self, name, read_only(getattr(self, name)))
        if not self.centre.shape == self.unit.shape == (len(self.names),):
            raise InputError(
                f"centre has shape {self.centre.shape}, unit {self.unit.shape}, and "
                f"there are {len(self.names)} names: they must be one per column"
            )
        if not np.all(self.unit > 0):
            raise InputError(f"unit must be positive in every column, not {self.unit}")

    def apply(self, measured: Array) -> Array:
        """Scale measurements, (n_samples, n_columns)."""
        self._check(measured)
        return np.asarray((measured - self.centre) / self.unit)

    def undo(self, scaled: Array) -> Array:
        """Turn scaled values back into measurements, (n_samples, n_columns)."""
        self._check(scaled)
        return np.asarray(scaled * self.unit + self.centre)

    def columns(self, *names: str) -> "Scaling":
        """Take the scaling of some columns, in the order given."""
        unknown = [name for name in names if name not in self.names]
        if unknown:
            raise UnknownNameError(
                f"unknown column {unknown[0]!r}; known are {', '.join(self.names)}"
            )
        where = [self.names.index(name) for name in names]
        return Scaling(names, self.centre[where], self.unit[where])

    def _check(self, table: Array) -> None:
        if np.ndim(table) < 1 or np.shape(table)[-1] != len(self.names):
            raise InputError(
                f"the table has shape {np.shape(table)}, but the scaling has "
                f"{len(self.names)} columns: {', '.join(self.names)}"
            )


def fit(measured: Array, names: Sequence[str]) -> Scaling:
    """Fit a scaling to mean 0 and standard deviation 1 over given rows.

    Fit on the training rows alone: those held out must stay unseen.

    Parameters
    ----------
    measured
        (n_samples, n_columns).
    names
        What each column holds.
    """
    spread = measured.std(axis=0)  # divided by n, as in scikit-learn
    if not np.all(spread > 0):  # False for NaN too
        raise InputError(
            f"columns {', '.join(names)} have standard deviations {spread}: a column "
            "that is constant or has missing values cannot be standardised"
        )
    return Scaling(tuple(names), measured.mean(axis=0), spread)


def fit_round(measured: Array, names: Sequence[str]) -> Scaling:
    """Fit a scaling of round numbers, near mean 0 and standard deviation 1.

    The unit is the 1, 2 or 5 times a power of ten that is nearest to the standard
    deviation, as a ratio; the centre is the multiple of half a unit nearest to the
    mean.

    Parameters
    ----------
    measured
        (n_samples, n_columns).
    names
        What each column holds.
    """
    exact = fit(measured, names)
    unit = np.array([_round_unit(spread) for spread in exact.unit])
    centre = np.round(2 * exact.centre / unit) * unit / 2
    return Scaling(tuple(names), centre, unit)


def _round_unit(spread: float) -> float:
    """Return the 1, 2 or 5 times a power of ten that is nearest as a ratio."""
    power = np.floor(np.log10(spread))
    steps = [float(f"{step}e{power:.0f}") for step in (1, 2, 5, 10)]
    return min(steps, key=lambda step: abs(np.log(step / spread)))
