"""The first guess, and what is shown beside it: chosen by eye, or found by rules.

What you can do here
--------------------
- complete the settings for what was measured: ``complete``.

The rules for data of one's own, beside the curve of least squares with its height and
its k, the x at half of it; all values rounded to two figures:

- k is guessed ``K_OFF`` times too large, or as many times too small where it would lie
  beyond the largest x; the height ``ABOVE`` times the best one at that k;
- the height slides to ``SLIDE`` times that best one, then to it;
- the map goes from ``MAP_LOW`` to ``MAP_HIGH`` times what is shown on it;
- an error is one in the loss where it is the least of 1, 2, 5 times a power of ten that
  is no less than the typical error of the guess;
- the map's lines are at ``LEVELS`` times the loss of the guess, rounded to one figure;
- the axis of y holds the guess and all curves of the slide.

Those of the enzyme were chosen by eye; its axis is higher where a guess asks for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from nnsim.arrays import Array
from nnsim.datasets.puromycin import michaelis_menten
from nnsim.experiments.loss.enzyme import shown
from nnsim.experiments.loss.measured import Measurements
from nnsim.experiments.loss.rate_curves import best_v_max
from nnsim.experiments.loss.settings import Config
from nnsim.problems.michaelis_menten import RATE, fit
from nnsim.problems.own_data import UnfitDataError

K_OFF, ABOVE = 2.3, 1.2
SLIDE = 0.7, 1.35
MAP_LOW, MAP_HIGH = 0.6, 1.4  # of the heights, and 0.1 of k
NAMED = 0.4  # of the k at the map's upper edge: where lines are named
LEVELS = 0.15, 0.8, 2.5, 5.0
ENDLESS = 1000.0  # times the largest x: as good as a straight line
FURTHEST, NEAREST = 2.0, 0.02  # times the largest x: where k may lie
EXPLAINED = 0.5  # of the variance, at least
STEPS = 500  # of least squares
Y_RANGE, TOP = (0.0, 320.0), 1.06  # counts/min²; times what is highest
LINES, NAMED_AT = (0.02, 0.1, 0.3, 0.6), 0.425  # on the enzyme's map; of its height
Ends = tuple[float, float]


@dataclass(frozen=True)
class Given:
    """What the curve starts with, and in which frame it is shown."""

    v_max: float  # the first guess: the height that the curve comes near …
    k_m: float  # … and the x at half of it
    slide: Ends  # heights that it goes to, then to the best
    map_v_max: Ends
    map_k_m: Ends
    unit: float  # of y: an error that is one in the loss
    levels: tuple[float, ...]  # of the map
    named_at: float  # k at which they are named
    y_range: Ends  # of the axis


def complete(config: Config, measured: Measurements) -> tuple[Given, Array]:
    """Return what the settings say, the rest by rule; and the curve of least squares.

    Raises
    ------
    UnfitDataError
        If data of one's own do not saturate, or the curve does not explain them.
    """
    x, y = measured.x, measured.y
    if not measured.is_own:
        least, _ = fit(x, y)
        return _by_eye(shown(config.of_enzyme()), float(x[-1])), least
    least = _least(measured)
    return _by_rule(x, y, *least), least


def _by_eye(curve: Mapping[str, Any], furthest: float) -> Given:
    """Return what was chosen by eye for the enzyme, the axis as high as it must be."""
    highest = max(curve["slide"]) * furthest / (curve["k_m"] + furthest)
    top = max(Y_RANGE[1], TOP * max(curve["v_max"], highest))
    low, high = curve["map_k_m"]
    named_at = low + NAMED_AT * (high - low)
    return Given(**curve, unit=RATE, levels=LINES, named_at=named_at,
                 y_range=(Y_RANGE[0], top))  # fmt: skip


def _least(measured: Measurements) -> Array:
    """Return height and k of least squares; refuse what has no plateau in sight."""
    x, y = measured.x, measured.y
    furthest = x[-1]
    along, up = measured.names.x_name, measured.names.y_name
    try:
        least, _ = fit(x, y, max_steps=STEPS)
    except ArithmeticError:
        least = np.array([np.inf, np.inf])
    height, k = least
    if k > ENDLESS * furthest or k <= 0:
        raise UnfitDataError(
            f"{up} shows no plateau: a curve fits the better, the further out it "
            "puts one"
        )
    if k > FURTHEST * furthest:
        raise UnfitDataError(
            f"{up} shows no plateau: half of it would be reached at {along} "
            f"{k:.3g}, and the largest is {furthest:.3g}"
        )
    if k < NEAREST * furthest:
        raise UnfitDataError(
            f"{up} is at its plateau nearly everywhere: half of it is reached at "
            f"{along} {k:.3g}, and the largest is {furthest:.3g}; take smaller ones"
        )
    left = np.sum((michaelis_menten(x, height, k) - y) ** 2) / np.sum(
        (y - y.mean()) ** 2
    )
    if 1 - left < EXPLAINED:
        raise UnfitDataError(
            f"a saturating curve through zero explains {max(0.0, 1 - left):.0%} of the "
            f"variance of {up}: the chapter needs {EXPLAINED:.0%} or more"
        )
    return least


def _by_rule(x: Array, y: Array, height: float, k: float) -> Given:
    """Return what the module's rules say."""
    far = _round(K_OFF * k)
    k_m = far if far < x[-1] else _round(k / K_OFF)
    best = best_v_max(k_m, x, y)
    v_max = _round(ABOVE * best)
    slide = _round(SLIDE[0] * best), _round(SLIDE[1] * best)
    errors = v_max * x / (k_m + x) - y
    typical = float(np.sqrt(np.mean(errors**2)))
    unit = _unit(typical)
    map_k_m = _round(0.1 * min(k, k_m)), _round(MAP_HIGH * max(k, k_m))
    top = slide[1] * x[-1] / (k_m + x[-1])
    low = min(0.0, 1.1 * float(y.min()))
    return Given(
        v_max=v_max,
        k_m=k_m,
        slide=slide,
        map_v_max=(
            _round(MAP_LOW * min(best, height)), _round(MAP_HIGH * max(best, height))
        ),
        map_k_m=map_k_m,
        unit=unit,
        levels=tuple(
            float(f"{share * (typical / unit) ** 2:.0e}") for share in LEVELS
        ),
        named_at=NAMED * map_k_m[1],
        y_range=(low, 1.08 * max(v_max, float(y.max()), float(top))),
    )  # fmt: skip


def _round(value: float) -> float:
    """Round to two figures."""
    return float(f"{value:.1e}")


def _unit(error: float) -> float:
    """Return the least of 1, 2, 5 times a power of ten that is no less."""
    power = 10.0 ** np.floor(np.log10(error))
    return float(next(m * power for m in (1, 2, 5, 10) if m * power >= error))
