"""How the networks of the chapter compare: what its claims rest on.

Numbers that are shown differ only if they do so as they are shown.
"""

import numpy as np

from nnsim.arrays import Array
from nnsim.experiments.overfitting.examples import Example
from nnsim.experiments.overfitting.experiment import Result

STRAIGHT = 0.01  # of the plane's sides: what no eye sees
NO_MORE = 1e-9  # what rounding may make of two means that are equal


def shown_loss(value: float | Array) -> float:
    """Return a loss as it is shown."""
    return round(float(value), 2)


def shown_share(value: float | Array) -> int:
    """Return a share as it is shown, in per cent."""
    return round(100 * float(value))


def is_straight(r: Result) -> bool:
    """Tell whether the narrow network's border is there, and lies along one line."""
    low, high = np.transpose(r.question.plane)
    places = (r.narrow.border.reshape(-1, 2) - low) / (high - low)
    if len(places) == 0:
        return False
    places = places - places.mean(axis=0)
    across = np.linalg.svd(places, full_matrices=False)[2][-1]
    return bool(np.abs(places @ across).max() < STRAIGHT)


def underfits(r: Result) -> bool:
    """Tell whether a wider network does better than the narrow one on all birds."""
    return any(is_better(wider, r.narrow) for wider in (r.middle, r.wide))


def is_better(one: Example, other: Example) -> bool:
    """Tell whether one is right more often, learned from and held out.

    In the split that is shown and in the mean of all.
    """
    train, test = (
        [shown_share(share.mean) for share in shares]
        for shares in (
            (one.fit.train_right_at_end, other.fit.train_right_at_end),
            (one.fit.right_at_end, other.fit.right_at_end),
        )
    )
    return (
        one.n_train_right > other.n_train_right
        and one.n_test_right > other.n_test_right
        and train[0] > train[1]
        and test[0] > test[1]
    )


def overfits_here(r: Result) -> bool:
    """Tell whether the wide network learns birds by heart in the split shown."""
    return (
        shown_loss(r.wide.test_loss) > shown_loss(r.watched.turn_loss)
        and r.wide.train_loss < r.watched.turn_train_loss
        and shown_share(r.wide.train_right) > shown_share(r.wide.test_right)
    )


def overfits(r: Result) -> bool:
    """Tell whether the wide network learns birds by heart in the mean of all splits."""
    fit = r.wide.fit
    return (
        shown_loss(fit.at_end.mean) > shown_loss(fit.at_turn.mean)
        and float(fit.train_at_end.mean) < float(fit.train_at_turn.mean)
        and shown_share(fit.train_right_at_end.mean)
        > shown_share(fit.right_at_end.mean)
    )


def middle_is_best(r: Result) -> bool:
    """Tell whether no width is right as often as the middle one."""
    narrow, middle, wide = (
        shown_share(one.fit.right_at_end.mean) for one in (r.narrow, r.middle, r.wide)
    )
    return is_one_best(r) and r.best == r.config.middle and middle > max(narrow, wide)


def more_right(r: Result) -> float:
    """Return how much more often the wide network is right at the end."""
    return float(r.wide.fit.right_at_end.mean - r.wide.fit.right_at_turn.mean)


def is_one_best(r: Result) -> bool:
    """Tell whether one width is right more often than all others."""
    mean = r.right_end.mean
    return int((mean > mean.max() - NO_MORE).sum()) == 1
