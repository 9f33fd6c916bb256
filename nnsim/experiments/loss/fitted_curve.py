"""A saturating curve over what was measured: from a guess to the least loss there is.

What you can do here
--------------------
- follow it: ``fit_curve``.
"""

from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.datasets.puromycin import michaelis_menten
from nnsim.experiments.loss.given import Given, complete
from nnsim.experiments.loss.measured import Measurements, measure
from nnsim.experiments.loss.rate_curves import (
    RateCurves,
    Replicates,
    average_replicates,
    best_v_max,
    draw_curves,
    mean_square,
    way,
)
from nnsim.experiments.loss.said import OF_ENZYME, Digits, check_legible, digits_of
from nnsim.experiments.loss.settings import Config
from nnsim.magnitudes import written
from nnsim.views.planes import Plane, corners

CELLS = 80  # of the map along each axis


@dataclass(frozen=True, eq=False)
class FittedCurve:
    """A curve with two parameters and the squares of its errors."""

    measured: Measurements
    n_runs: int
    n_concentrations: int  # different x
    given: Given  # the first guess, and in which frame it is shown
    digits: Digits  # with which values are read
    at: Array  # (n_points,) x at which curves are drawn
    slide: RateCurves  # height to and fro at the first k; starts at the guess
    squares: Array  # (n_runs,) of the first guess, (error / unit)²
    sum_of_squares: float
    typical_error: float  # root of their mean, in the unit of y
    walk: RateCurves  # from the least of the slide straight to the least of all
    plane: Plane  # height and k of the map
    surface: Array  # (CELLS + 1, CELLS + 1) loss over the map, the least k first
    n_curves: int  # whose loss the map shows
    replicates: Replicates
    best_off: Array  # (n_concentrations,) best curve less the averages
    losses: Array  # (4,) of the guess, the best height, the best of both, the averages

    @property
    def half(self) -> float:
        """Half of the first height: what the curve has at the first k."""
        return self.given.v_max / 2

    @property
    def rate_unit(self) -> float:
        """The error whose square is one, in the unit of y."""
        return self.given.unit

    @property
    def said_height(self) -> str:
        """The first height as it is read."""
        return written(self.given.v_max, self.digits.guessed_height)

    @property
    def said_k(self) -> str:
        """The first k as it is read."""
        return written(self.given.k_m, self.digits.guessed_k)

    @property
    def said_error(self) -> str:
        """The typical error as it is read, with its unit."""
        unit = self.measured.names.said_unit
        return written(self.typical_error, self.digits.error, unit)

    @property
    def said_unit(self) -> str:
        """The error whose square is one, as it is read."""
        return written(self.rate_unit, self.digits.unit)

    @property
    def said_half(self) -> str:
        """What the first curve has at its k, as it is read."""
        found = float(np.interp(self.given.k_m, self.at, self.slide.curves[0]))
        return written(found, self.digits.height)

    @property
    def lowest_shown_error(self) -> float:
        """The least error of the guess, rounded as it is shown."""
        return round(float(self.slide.errors[0].min()), self.digits.error)

    @property
    def highest_shown_error(self) -> float:
        """The greatest error of the guess, rounded as it is shown."""
        return round(float(self.slide.errors[0].max()), self.digits.error)

    @property
    def slid_height(self) -> str:
        """The best height at the first k, as it is read."""
        return written(float(self.slide.v_max[-1]), self.digits.height)

    @property
    def best_height(self) -> str:
        """The height of least squares as it is read."""
        return written(float(self.walk.v_max[-1]), self.digits.height)

    @property
    def best_k(self) -> str:
        """The k of least squares as it is read."""
        return written(float(self.walk.k_m[-1]), self.digits.k)

    @property
    def first_k(self) -> str:
        """The first k as it is read beside the best."""
        return written(self.given.k_m, self.digits.k)

    @property
    def guessed_loss(self) -> str:
        """The loss of the guess as it is read."""
        return self._loss(0)

    @property
    def slid_loss(self) -> str:
        """The least loss at the first k as it is read."""
        return self._loss(1)

    @property
    def best_loss(self) -> str:
        """The least loss as it is read."""
        return self._loss(2)

    @property
    def fine_loss(self) -> str:
        """The same, as it is read beside what noise alone costs."""
        return written(float(self.losses[2]), self.digits.fine_loss)

    @property
    def noise_loss(self) -> str:
        """What the averages of replicates leave, as it is read."""
        return written(float(self.losses[3]), self.digits.fine_loss)

    def _loss(self, k: int) -> str:
        """Write one of the losses."""
        return written(float(self.losses[k]), self.digits.loss)


def fit_curve(config: Config) -> FittedCurve:
    """Follow the loss of the curve from a guess to the least there is.

    Raises
    ------
    FileError
        If a table of one's own cannot be read, or holds no curve.
    UnfitDataError
        If it cannot carry the chapter.
    """
    measured = measure(config.data)
    x, y = measured.x, measured.y
    given, least = complete(config, measured)
    if measured.is_own:
        check_legible(measured, *least)
    best = best_v_max(given.k_m, x, y)
    at = np.linspace(0, 1.05 * x[-1], 141)
    stops = [
        np.array([height, given.k_m]) for height in (given.v_max, *given.slide, best)
    ]
    slide = draw_curves(way(stops, (30, 40, 24)), measured, at, given.unit)
    walk = draw_curves(way([stops[-1], least], (48,)), measured, at, given.unit)
    plane = (given.map_v_max, given.map_k_m)
    replicates = average_replicates(x, y, given.unit)
    squares = (slide.errors[0] / given.unit) ** 2
    typical = float(np.sqrt(squares.mean()) * given.unit)
    losses = [slide.loss[0], slide.loss[-1], walk.loss[-1], replicates.loss]
    digits = OF_ENZYME
    if measured.is_own:
        digits = digits_of(given, least, typical, (losses[2], losses[3]))
    return FittedCurve(
        measured=measured,
        n_runs=len(y),
        n_concentrations=len(replicates.x),
        given=given,
        digits=digits,
        at=read_only(at),
        slide=slide,
        squares=read_only(squares),
        sum_of_squares=float(squares.sum()),
        typical_error=typical,
        walk=walk,
        plane=plane,
        surface=read_only(_surface(plane, measured, given.unit)),
        n_curves=(CELLS + 1) ** 2,
        replicates=replicates,
        best_off=read_only(michaelis_menten(replicates.x, *least) - replicates.mean),
        losses=read_only(np.array(losses)),
    )


def _surface(plane: Plane, measured: Measurements, unit: float) -> Array:
    """Compute the loss over the map, (CELLS + 1, CELLS + 1)."""
    height, k = np.moveaxis(corners(plane, CELLS), -1, 0)[..., None]
    return mean_square(michaelis_menten(measured.x, height, k) - measured.y, unit)
