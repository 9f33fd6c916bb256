"""One question, many splits: a penguin's sex by bill length and body mass.

What you can do here
--------------------
- load the question: ``load_birds``;
- part them in several ways, each into learning, choosing and judging: ``Parts``;
- train one network per way, all at once: ``learn``.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.bounds import Fault
from nnsim.datasets import penguins
from nnsim.datasets.splits import split
from nnsim.network.losses import binary_cross_entropy
from nnsim.network.network import Network
from nnsim.problems.penguin_question import pose
from nnsim.problems.question import Question
from nnsim.training.history import History
from nnsim.training.loop import train
from nnsim.training.noise import Noise
from nnsim.training.optimizers import Adam

COLUMNS = ("bill_length_mm", "body_mass_g")
SEXES = ("female", "male")
LOSS = binary_cross_entropy
LEAST_TEST = 10  # birds


@dataclass(frozen=True, eq=False)
class Parts:
    """Rows to learn from, to choose by and to judge by, one row of each a split."""

    train: Array  # (n_splits, n_train)
    validation: Array  # (n_splits, n_validation)
    test: Array  # (n_splits, n_test)


def load_birds() -> Question:
    """Load the birds that were fully measured and whose sex is known."""
    birds = penguins.load().complete(*penguins.MEASUREMENTS, "sex")
    return pose(birds, COLUMNS, SEXES, of="sex", asked="male")


def split_faults(
    n_train: int, n_validation: int, asked: Question | None = None
) -> Iterator[Fault]:
    """Yield a fault if too few birds, or samples of another question, are left."""
    asked = load_birds() if asked is None else asked
    n, taken = len(asked.y), n_train + n_validation
    if n - taken < LEAST_TEST:
        yield (
            "n_train",
            f"with n_validation, {taken} of {n} {asked.plural} are taken: at most "
            f"{n - LEAST_TEST}, so that {LEAST_TEST} are left to judge by",
        )


def part(
    n: int,
    n_splits: int,
    n_train: int,
    n_validation: int,
    n_test: int | None = None,
    labels: Array | None = None,
) -> Parts:
    """Part n rows at random, split s by seed s.

    Parameters
    ----------
    n_test
        Rows that judge; all that are left over if None.
    labels
        See :func:`nnsim.datasets.splits.split`.
    """
    n_test = n - n_train - n_validation if n_test is None else n_test
    splits = [
        split(
            n, np.random.default_rng(s), train=n_train, validation=n_validation,
            test=n_test, labels=labels,
        )
        for s in range(n_splits)
    ]  # fmt: skip
    return Parts(
        *(
            read_only(np.stack([getattr(one, name) for one in splits]))
            for name in ("train", "validation", "test")
        )
    )


def learn(
    networks: Network,
    birds: Question,
    rows: Array,
    *,
    learning_rate: float,
    n_epochs: int,
    validation: Array | None = None,
    weight_decay: float = 0.0,
    noise: Noise | None = None,
    snapshots: Collection[int] = (),
) -> History:
    """Train network s of an ensemble on row s of ``rows``, by Adam, all rows a step.

    Parameters
    ----------
    rows, validation
        (n_splits, n) rows to learn from, and to watch.
    learning_rate, n_epochs, weight_decay, noise, snapshots
        See :func:`nnsim.training.loop.train`; the noise of split s has seed s.
    """
    watched = None if validation is None else (birds.X[validation], birds.y[validation])
    return train(
        networks,
        birds.X[rows],
        birds.y[rows],
        loss=LOSS,
        optimizer=Adam(learning_rate),
        n_epochs=n_epochs,
        rng=[np.random.default_rng(s) for s in range(len(rows))],
        weight_decay=weight_decay,
        noise=noise,
        validation=watched,
        snapshots=snapshots,
    )
