"""One question with three answers: which species, by the bill alone.

What you can do here
--------------------
- load the question: ``load_birds``;
- draw and train networks on them: ``start``, ``learn``;
- score networks on birds that they did not learn from: ``held_out``.
"""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, Inputs, Targets
from nnsim.datasets import penguins
from nnsim.datasets.splits import hold_out
from nnsim.network.losses import categorical_cross_entropy
from nnsim.network.network import Network, stack
from nnsim.problems.penguin_question import pose
from nnsim.problems.question import Question
from nnsim.training.batches import Randomness
from nnsim.training.history import History
from nnsim.training.loop import Watch, train
from nnsim.training.optimizers import Adam
from nnsim.training.scores import over_splits


@dataclass(frozen=True)
class Recipe:
    """How a network with one hidden layer of tanh is trained."""

    n_hidden: int  # 0: the inputs lead straight to the answers
    learning_rate: float  # of Adam
    batch_size: int


def load_birds(*columns: str) -> Question:
    """Load the fully measured birds, seen by these columns, by default by the bill."""
    return pose(penguins.load().complete(), columns or penguins.BILL, penguins.SPECIES)


def start(recipe: Recipe, seed: int) -> Network:
    """Draw a network from the generator of a seed."""
    hidden = (recipe.n_hidden,) if recipe.n_hidden else ()
    activations = ("tanh",) * len(hidden) + ("softmax",)
    widths = (len(penguins.BILL), *hidden, len(penguins.SPECIES))
    return Network.initialise(widths, activations, np.random.default_rng(seed))


def learn(
    recipe: Recipe,
    network: Network,
    rows: tuple[Inputs, Targets],
    n_epochs: int,
    rng: Randomness,
    *,
    snapshots: Collection[int] = (),
    watch: Watch | None = None,
) -> History:
    """Train one network, or S, in mini-batches."""
    return train(
        network,
        *rows,
        loss=categorical_cross_entropy,
        optimizer=Adam(recipe.learning_rate),
        n_epochs=n_epochs,
        batch_size=recipe.batch_size,
        rng=rng,
        snapshots=snapshots,
        watch=watch,
    )


def held_out(
    recipe: Recipe, birds: Question, n_epochs: int, *, n_splits: int, n_test: int
) -> Array:
    """Train a network on each split; return its share right of the other birds.

    Split s and network s are drawn from the generator of seed s.

    Returns
    -------
    Array
        (n_splits,).
    """
    seeds = range(n_splits)
    rngs = [np.random.default_rng(seed) for seed in seeds]

    def train_all(networks: Network, X: Inputs, y: Targets) -> History:
        return learn(recipe, networks, (X, y), n_epochs, rngs)

    networks = stack([start(recipe, seed) for seed in seeds])
    splits = hold_out(len(birds.X), n_test, seeds, birds.labels)
    return over_splits(networks, birds.X, birds.y, splits, train_all).right.each
