"""How the networks of the chapter compare: what its claims rest on.

Numbers that are shown differ only if they do so as they are shown; of scores on samples
held out one is better only by more than chance makes of both, see :mod:`nnsim.chance`.
"""

import numpy as np

from nnsim.chance import exceeds, is_above, is_higher
from nnsim.experiments.overfitting.examples import Example
from nnsim.experiments.overfitting.experiment import Result
from nnsim.experiments.overfitting.memorising import shown_loss, shown_share
from nnsim.spread import Spread

STRAIGHT = 0.01  # of the plane's sides: what no eye sees


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
    """Tell whether a wider network does better than the narrow one on all samples."""
    return any(is_better(wider, r.narrow, r.n_test) for wider in (r.middle, r.wide))


def is_better(one: Example, other: Example, n_test: int) -> bool:
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
        and is_above(one.fit.right_at_end, other.fit.right_at_end, n_test)
    )


def narrow_is_enough(r: Result) -> bool:
    """Tell whether the narrow network learns, and no network is right more often.

    While the held-out loss of the wide one ends above its own.
    """
    return (
        r.enough == r.config.narrow
        and is_above(r.narrow.fit.right_at_end, r.always, r.n_test)
        and ends_above(r.wide, r.narrow)
    )


def overfits_here(r: Result) -> bool:
    """Tell whether the wide network learns by heart in the split shown."""
    return (
        shown_loss(r.wide.test_loss) > shown_loss(r.watched.turn_loss)
        and r.wide.train_loss < r.watched.turn_train_loss
        and shown_share(r.wide.train_right) > shown_share(r.wide.test_right)
    )


def middle_is_about_right(r: Result) -> bool:
    """Tell whether the middle network neither underfits nor overfits as others do.

    It is right more often than the narrow one, no width is right more often than it,
    and the held-out loss of the wide one ends above its own.
    """
    middle = r.middle.fit.right_at_end
    return (
        is_above(middle, r.narrow.fit.right_at_end, r.n_test)
        and not any(is_above(fit.right_at_end, middle, r.n_test) for fit in r.fits)
        and ends_above(r.wide, r.middle)
    )


def ends_above(one: Example, other: Example) -> bool:
    """Tell whether the held-out loss of one ends above that of the other."""
    return is_seen_higher(one.fit.at_end, other.fit.at_end)


def is_seen_higher(one: Spread, other: Spread) -> bool:
    """Tell whether a loss is higher, as shown and by more than chance."""
    return shown_loss(one.mean) > shown_loss(other.mean) and is_higher(one, other)


def is_surer(r: Result) -> bool:
    """Tell whether wrong answers are surer at the end than at the turn."""
    turn, end = r.sureness.at_turn, r.sureness.at_end
    return shown_share(end.mean) > shown_share(turn.mean) and exceeds(end, turn)


def more_right(r: Result) -> float:
    """Return how much more often the wide network is right at the end."""
    return float(r.wide.fit.right_at_end.mean - r.wide.fit.right_at_turn.mean)
