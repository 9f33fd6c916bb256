"""Models of splice sites set to learn from many sets, all judged on the same rows.

What you can do here
--------------------
- see which models are compared: ``MODELS``;
- add near-copies of the rows held out to a table: ``with_copies``;
- train every model on every set and see which answers are right: ``right_answers``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.classical.scoring import answers
from nnsim.datasets.mutation import near_copies
from nnsim.datasets.splits import Split
from nnsim.problems.site_data import Sites, features_of
from nnsim.problems.site_networks import BATCH, train_aligned

MODELS = (
    ("rules", "logistic"),
    ("kmers", "forest"),
    ("one_hot", "svm"),
    ("one_hot", "cnn"),
)


@dataclass(frozen=True)
class Bench:
    """How the models learn."""

    k: int  # bases in a counted word
    n_steps: int  # of the network, however many rows there are
    learning_rate: float
    seed: int


def with_copies(
    sites: Sites, test: Array, rate: float, rng: np.random.Generator
) -> Sites:
    """Append a mutated copy of each held-out row, under the label of that row."""
    return Sites(
        np.concatenate([sites.X, near_copies(sites.X[test], rate, rng)]),
        np.concatenate([sites.y, sites.y[test]]),
        np.concatenate([sites.targets, sites.targets[test]]),
        (),
    )


def right_answers(
    sites: Sites, sets: Sequence[Array], test: Array, bench: Bench
) -> Array:
    """Train every model on every set of rows; tell which test rows it answers right.

    Returns
    -------
    Array
        (n_models, n_sets, n_test) of true and false, models as in ``MODELS``.
    """
    no_rows = np.empty(0, int)
    parts = tuple(Split(rows, no_rows, test) for rows in sets)
    parted = replace(sites, parts=parts)
    found = [_answers(parted, *model, bench) for model in MODELS]
    return read_only(np.array(found) == sites.y[test])


def _answers(sites: Sites, kind: str, model: str, bench: Bench) -> list[Array]:
    """Return the class that a model names for each test row, set by set."""
    if model == "cnn":
        return [_ask_network(sites, i, bench) for i in range(len(sites.parts))]
    X = features_of(sites.X, kind, bench.k)
    return [
        answers(model, (X[p.train], sites.y[p.train]), X[p.test], bench.seed)
        for p in sites.parts
    ]


def _ask_network(sites: Sites, part: int, bench: Bench) -> Array:
    """Train a network, by the same number of steps for any set, and ask it."""
    rows = sites.parts[part]
    n_epochs = epochs(len(rows.train), bench.n_steps)
    rng = np.random.default_rng([bench.seed, part])
    network = train_aligned(sites, part, n_epochs, rng, bench.learning_rate)
    return np.asarray(network.predict(sites.X[rows.test]).argmax(axis=1))


def epochs(n_rows: int, n_steps: int) -> int:
    """Return how many passes through the rows make about so many steps."""
    return max(1, round(n_steps / -(-n_rows // BATCH)))
