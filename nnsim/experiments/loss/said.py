"""With how many digits the curve's values are read, and these in words.

What you can do here
--------------------
- choose decimals for what is shown: ``digits_of``; the enzyme's are ``OF_ENZYME``;
- refuse values that would have too many: ``check_legible``.

The rules for data of one's own: both parameters of the guess have two figures, those of
least squares three, the typical error of the guess two; losses have as many decimals
as give the least of them two, but from ``FEWEST`` to ``MOST``.
"""

from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array
from nnsim.experiments.loss.given import Given
from nnsim.experiments.loss.measured import Measurements
from nnsim.magnitudes import written
from nnsim.problems.own_data import UnfitDataError

FEWEST, MOST = 3, 6  # decimals of a loss
LONGEST = 8  # characters of a value


@dataclass(frozen=True)
class Digits:
    """Decimals of what is shown."""

    guessed_height: int
    guessed_k: int
    height: int
    k: int
    error: int
    loss: int
    fine_loss: int  # where the least losses are compared
    unit: int


OF_ENZYME = Digits(
    guessed_height=0, guessed_k=2, height=0, k=3, error=0, loss=3, fine_loss=4, unit=0
)


def digits_of(
    given: Given, least: Array, error: float, losses: tuple[float, float]
) -> Digits:
    """Choose decimals.

    Parameters
    ----------
    given
        The guess, and the error that is one in the loss.
    least
        (2,) height and k of least squares, in their units.
    error
        The typical one of the guess.
    losses
        The least, and what replicates leave.
    """
    loss = int(np.clip(_decimals(losses[0], 2), FEWEST, MOST))
    return Digits(
        guessed_height=_decimals(given.v_max, 2),
        guessed_k=_decimals(given.k_m, 2),
        height=_decimals(least[0], 3),
        k=_decimals(least[1], 3),
        error=_decimals(error, 2),
        loss=loss,
        fine_loss=int(np.clip(_decimals(losses[1], 2), loss, MOST)),
        unit=_decimals(given.unit, 1),
    )


def check_legible(measured: Measurements, height: float, k: float) -> None:
    """Refuse values that have too many digits to be read in a picture.

    Raises
    ------
    UnfitDataError
        With the remedy.
    """
    every = (
        (measured.names.x_name, k, measured.x),
        (measured.names.y_name, height, measured.y),
    )
    for name, value, values in every:
        decimals, largest = _decimals(value, 3), max(value, np.abs(values).max())
        if len(written(largest, decimals)) > LONGEST:
            low, high = (f"{end:.3g}" for end in (values.min(), values.max()))
            raise UnfitDataError(
                f"{name} goes from {low} to {high}: give it in a unit in which its "
                f"values are written in {LONGEST} characters or fewer"
            )


def _decimals(value: float, figures: int) -> int:
    """Return how many decimals give a value so many figures; 0 where none do."""
    if value <= 0:
        return 0
    return max(0, figures - 1 - int(np.floor(np.log10(value))))
