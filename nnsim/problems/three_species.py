"""One question with three answers: which species, by the bill alone.

What you can do here
--------------------
- load bill length and depth of the birds, and their species: ``load_birds``;
- draw and train networks on them: ``start``, ``learn``;
- score networks on birds that they did not learn from: ``held_out``;
- see what a network makes of them: ``birds.field``, ``border``, ``wrong``;
- see what its hidden neurons make of them: ``birds.hidden``, ``hidden_lines``.
"""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, Inputs, Targets, one_hot, read_only
from nnsim.datasets import penguins
from nnsim.datasets.scaling import Scaling
from nnsim.datasets.splits import hold_out
from nnsim.network.activations import ACTIVATIONS
from nnsim.network.dense import Dense
from nnsim.network.losses import categorical_cross_entropy
from nnsim.network.network import Network, stack
from nnsim.training.batches import Randomness
from nnsim.training.history import History
from nnsim.training.loop import Watch, train
from nnsim.training.optimizers import Adam
from nnsim.training.scores import n_wrong, over_splits
from nnsim.views.planes import Plane, around, border
from nnsim.views.regions import answers, frontiers, unscaled

GRID = 60  # cells of a field along each axis
BILL = penguins.MEASUREMENTS[:2]
N_SPECIES = len(penguins.SPECIES)


@dataclass(frozen=True)
class Recipe:
    """How a network with one hidden layer of tanh is trained."""

    n_hidden: int  # 0: the inputs lead straight to the answers
    learning_rate: float  # of Adam
    batch_size: int


@dataclass(frozen=True, eq=False)
class Birds:
    """The table as the networks see it."""

    measured: Array  # (n_birds, 2) mm
    scale: Scaling
    X: Inputs  # (n_birds, 2)
    species: Array  # (n_birds,) number of the species in penguins.SPECIES
    y: Targets  # (n_birds, 3) 1 for the bird's species

    @property
    def plane(self) -> Plane:
        """Return the range of the measurements, with a margin, mm."""
        return around(self.measured)

    def field(self, network: Network) -> Array:
        """Return the probabilities over the plane, (GRID, GRID, 3)."""
        return read_only(answers(unscaled(network, self.scale), self.plane, GRID))

    def border(self, network: Network) -> Array:
        """Return where the most probable species changes, (n_pieces, 2, 2) mm."""
        return read_only(frontiers(unscaled(network, self.scale), self.plane, GRID))

    def wrong(self, network: Network) -> Array:
        """Count the birds that a network misnames, (…,)."""
        return n_wrong(network.predict(self.X), self.y)

    def hidden(self, network: Network) -> Array:
        """Return each hidden neuron's activation over the plane, (GRID, GRID, n)."""
        layer = Network(network.layers[:1])
        return read_only(answers(unscaled(layer, self.scale), self.plane, GRID))

    def hidden_lines(self, network: Network) -> tuple[Array, ...]:
        """Return where each hidden neuron's z is zero, (n_pieces, 2, 2) mm."""
        layer, plane = network.layers[0], around(self.X)
        neurons = (
            Network((Dense(w[None], b[None], ACTIVATIONS["tanh"]),))
            for w, b in zip(layer.W, layer.b, strict=True)
        )
        return tuple(
            read_only(self.scale.undo(border(neuron, plane, GRID)))
            for neuron in neurons
        )

    def hidden_means(self, network: Network) -> Array:
        """Return each hidden neuron's mean activation by species, (n, 3)."""
        a = network.forward(self.X).a[0]
        kinds = range(N_SPECIES)
        return read_only(
            np.stack([a[self.species == k].mean(axis=0) for k in kinds], axis=1)
        )


def load_birds() -> Birds:
    """Load the birds with both bill measurements, in the order of the table."""
    birds = penguins.load().complete()
    measured, scale = birds.measurements(*BILL), penguins.ROUND.columns(*BILL)
    species = np.array([penguins.SPECIES.index(name) for name in birds.species])
    y = one_hot(species, N_SPECIES)
    return Birds(measured, scale, scale.apply(measured), read_only(species), y)


def start(recipe: Recipe, seed: int) -> Network:
    """Draw a network from the generator of a seed."""
    hidden = (recipe.n_hidden,) if recipe.n_hidden else ()
    activations = ("tanh",) * len(hidden) + ("softmax",)
    widths = (len(BILL), *hidden, N_SPECIES)
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
    recipe: Recipe, birds: Birds, n_epochs: int, *, n_splits: int, n_test: int
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
    splits = hold_out(len(birds.X), n_test, seeds, birds.species)
    return over_splits(networks, birds.X, birds.y, splits, train_all).right.each
