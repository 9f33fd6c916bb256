"""How much weight decay: chosen on validation rows, judged on test rows.

What you can do here
--------------------
- compare runs that differ in λ alone: ``compare``.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.experiments.regularization.outcomes import Outcome
from nnsim.experiments.regularization.remedies import Bench, Remedy
from nnsim.spread import Spread
from nnsim.training.history import History


@dataclass(frozen=True, eq=False)
class Decays:
    """Every λ, over the splits."""

    train: Spread  # (n_decays, n_splits) loss at the end
    validation: Spread  # (n_decays, n_splits)
    best: int  # number of the λ of least mean validation loss, from 0
    value: float  # that λ
    best_mean: float  # its validation loss
    chosen: Array  # (n_splits,) number of the λ of least validation loss in each split
    in_shown: float  # λ chosen in the split shown
    ends: tuple[Remedy, ...]  # the least λ, the best and the greatest


def compare(
    bench: Bench, decays: Sequence[float], runs: Sequence[History], without: Outcome
) -> Decays:
    """Choose λ on the validation birds; judge three of them on the test birds."""
    rows = bench.parts.validation
    train = np.stack([run.train_loss[:, -1] for run in runs])
    losses = np.stack([bench.losses(run.network, rows) for run in runs])
    validation, chosen = Spread.of(losses, axis=1), losses.argmin(axis=0)
    best = int(validation.mean.argmin())
    return Decays(
        train=Spread.of(train, axis=1),
        validation=validation,
        best=best,
        value=decays[best],
        best_mean=float(validation.mean[best]),
        chosen=read_only(chosen),
        in_shown=decays[chosen[0]],
        ends=tuple(bench.remedy(runs[k].network, without) for k in (0, best, -1)),
    )
