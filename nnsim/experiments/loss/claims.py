"""What the chapter on the loss says of its curve beyond the numbers.

Where words compare values that are shown, these must differ as they are shown.
"""

from collections.abc import Mapping

import numpy as np

from nnsim.claims import Claim
from nnsim.experiments.loss.experiment import Result
from nnsim.experiments.loss.fitted_curve import FittedCurve

LONGEST = 36  # letters of two names that stand in a title

RUNS = (
    "{curve.n_runs} {curve.n_runs:plural(curve.measured.nouns)} stand at "
    "{curve.n_concentrations} different values"
)
ERRORS = "they go from {curve.lowest_shown_error:g} to {curve.highest_shown_error:g}"
LOSSES = (
    "the loss is {curve.guessed_loss} of the guess, {curve.slid_loss} of the best "
    "{names.at_height}, {curve.best_loss} of the best curve"
)
NOISE = (
    "the best curve has the loss {curve.fine_loss}, and replicates leave "
    "{curve.noise_loss}"
)
BEST = (
    "the best curve has {names.at_height} {curve.best_height} and "
    "{names.half_name} {curve.best_k}"
)


def loss(curve: FittedCurve, k: int) -> float:
    """Return one of the four losses as it is shown."""
    return round(float(curve.losses[k]), curve.digits.loss)


def noise(curve: FittedCurve) -> tuple[float, float]:
    """Return the loss of the best curve and what replicates leave, as shown."""
    best, left = np.round(curve.losses[2:], curve.digits.fine_loss)
    return float(best), float(left)


def is_half_at_k(curve: FittedCurve) -> bool:
    """Tell whether the first curve is at half of its height at k, never above it."""
    first, k = curve.slide.curves[0], curve.given.k_m
    is_as_told = ((first > curve.half) == (curve.at > k)) | np.isclose(curve.at, k)
    return bool(is_as_told.all() and (first < curve.given.v_max).all())


def is_parabola(curve: FittedCurve) -> bool:
    """Tell whether the loss over the heights is a parabola, ending at its lowest."""
    heights, losses = curve.slide.v_max, curve.slide.loss
    away = (heights - heights[-1]) ** 2
    if not away.any():
        return False
    bend = away @ (losses - losses[-1]) / (away @ away)
    return bool(bend > 0 and np.allclose(losses, losses[-1] + bend * away))


def big_count_most(curve: FittedCurve) -> bool:
    """Tell whether squares have no sign, and grow more than errors do."""
    order = np.argsort(np.abs(curve.slide.errors[0]))
    sizes, squares = np.abs(curve.slide.errors[0])[order], curve.squares[order]
    shares = squares / squares.sum() - sizes / sizes.sum()
    return bool(
        (squares >= 0).all() and shares[-1] > 0 and (np.diff(squares) >= 0).all()
    )


CLAIMS: Mapping[str, Claim[Result]] = {
    "is_of_enzyme": Claim(
        "these are rates of an enzyme",
        lambda r: not r.curve.measured.is_own,
        "they are of {curve.measured.credit}",
    ),
    "names_are_short": Claim(
        "the names of both columns have room in a title",
        lambda r: (
            len(r.curve.measured.names.x_name + r.curve.measured.names.y_name)
            <= LONGEST
        ),
        "they are {names.x_name} and {names.y_name}",
    ),
    "are_pairs": Claim(
        "each was measured twice",
        lambda r: bool((r.curve.replicates.n_each == 2).all()),
        RUNS,
    ),
    "is_half_at_k": Claim(
        "the curve is at half of its height at the k that is guessed",
        lambda r: is_half_at_k(r.curve),
        "it is at {curve.said_half} there, and its height is {curve.said_height}",
    ),
    "each_has_an_error": Claim(
        "there is an error at every point",
        lambda r: r.curve.slide.errors[0].size == r.curve.n_runs,
        RUNS,
    ),
    "errors_have_both_signs": Claim(
        "the first curve is too low at some points and too high at others",
        lambda r: r.curve.lowest_shown_error < 0 < r.curve.highest_shown_error,
        ERRORS,
    ),
    "errors_have_one_sign": Claim(
        "the first curve is too low everywhere, or too high everywhere",
        lambda r: r.curve.lowest_shown_error * r.curve.highest_shown_error >= 0,
        ERRORS,
    ),
    "errors_cancel": Claim(
        "most of the errors would cancel in a plain sum",
        lambda r: bool(
            2 * abs(r.curve.slide.errors[0].sum())
            < np.abs(r.curve.slide.errors[0]).sum()
        ),
        ERRORS,
    ),
    "big_count_most": Claim(
        "the biggest error has a larger share of the squares than of the errors",
        lambda r: big_count_most(r.curve),
        ERRORS,
    ),
    "k_stays": Claim(
        "{names.half_name} stays",
        lambda r: bool((r.curve.slide.k_m == r.curve.given.k_m).all()),
        "it begins with {curve.said_k}",
    ),
    "goes_up_and_down": Claim(
        "{names.height_name} moves up and down",
        lambda r: (
            len(
                {*np.sign(np.diff([r.curve.given.v_max, *r.curve.given.slide]))} - {0.0}
            )
            == 2
        ),
        "it begins with {curve.said_height}",
    ),
    "is_parabola": Claim(
        "the loss traces a parabola, and its lowest point is the last",
        lambda r: is_parabola(r.curve),
        LOSSES,
    ),
    "is_less_than_half": Claim(
        "the loss is less than half of that of the guess",
        lambda r: 2 * loss(r.curve, 1) < loss(r.curve, 0),
        LOSSES,
    ),
    "is_less": Claim(
        "the loss is less than that of the guess",
        lambda r: loss(r.curve, 1) < loss(r.curve, 0),
        LOSSES,
    ),
    "is_no_less": Claim(
        "the loss is no less than that of the guess, as it is shown",
        lambda r: loss(r.curve, 1) == loss(r.curve, 0),
        LOSSES,
    ),
    "squares_remain": Claim(
        "the best {names.at_height} alone leaves squares",
        lambda r: loss(r.curve, 1) > 0,
        LOSSES,
    ),
    "leaves_the_row": Claim(
        "the best curve lies off the row of the guess",
        lambda r: r.curve.best_k != r.curve.first_k,
        BEST + ", the guess {curve.first_k}",
    ),
    "goes_lower": Claim(
        "the loss becomes less with both parameters free",
        lambda r: loss(r.curve, 2) < loss(r.curve, 1),
        LOSSES,
    ),
    "goes_no_lower": Claim(
        "the loss becomes no less with both parameters free, as it is shown",
        lambda r: loss(r.curve, 2) == loss(r.curve, 1),
        LOSSES,
    ),
    "best_is_on_the_map": Claim(
        "the best curve is a place on the map",
        lambda r: all(
            low <= best <= high
            for (low, high), best in zip(
                r.curve.plane,
                (r.curve.walk.v_max[-1], r.curve.walk.k_m[-1]),
                strict=True,
            )
        ),
        BEST,
    ),
    "replicates_differ": Claim(
        "what was measured at the same {names.x_name} differs",
        lambda r: noise(r.curve)[1] > 0,
        NOISE,
    ),
    "noise_is_a_part": Claim(
        "the noise alone costs no more than the best curve",
        lambda r: noise(r.curve)[0] >= noise(r.curve)[1],
        NOISE,
    ),
    "is_without_noise": Claim(
        "nothing measured at the same {names.x_name} differs",
        lambda r: noise(r.curve)[1] == 0,
        NOISE,
    ),
}
