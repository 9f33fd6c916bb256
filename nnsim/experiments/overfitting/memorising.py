"""Whether networks of a width learn what they are shown by heart.

What you can do here
--------------------
- tell it of all splits: ``overfits``; of one: ``overfits_in``;
- choose the split that is shown: ``choose_split``;
- read losses and shares as they are shown: ``shown_loss``, ``shown_share``.
"""

from nnsim.arrays import Array
from nnsim.chance import exceeds, is_higher
from nnsim.experiments.overfitting.capacity import Fit


def shown_loss(value: float | Array) -> float:
    """Return a loss as it is shown."""
    return round(float(value), 2)


def shown_share(value: float | Array) -> int:
    """Return a share as it is shown, in per cent."""
    return round(100 * float(value))


def choose_split(fit: Fit) -> int:
    """Return the first split in which networks learn by heart; 0 if there is none."""
    splits = range(len(fit.turns))
    return next((split for split in splits if overfits_in(fit, split)), 0)


def overfits_in(fit: Fit, split: int) -> bool:
    """Tell whether it is seen in a split that the network learns by heart."""
    return (
        shown_loss(fit.at_end.each[split]) > shown_loss(fit.at_turn.each[split])
        and bool(fit.train_at_end.each[split] < fit.train_at_turn.each[split])
        and shown_share(fit.train_right_at_end.each[split])
        > shown_share(fit.right_at_end.each[split])
    )


def overfits(fit: Fit) -> bool:
    """Tell whether the held-out loss rises from the turn on while training goes on.

    Over all splits and by more than chance; at the end more of what was learned from
    is right than of what was held out.
    """
    return (
        shown_loss(fit.at_end.mean) > shown_loss(fit.at_turn.mean)
        and is_higher(fit.at_end, fit.at_turn)
        and float(fit.train_at_end.mean) < float(fit.train_at_turn.mean)
        and shown_share(fit.train_right_at_end.mean)
        > shown_share(fit.right_at_end.mean)
        and exceeds(fit.train_right_at_end, fit.right_at_end)
    )
