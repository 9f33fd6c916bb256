"""Training, epoch by epoch: which of three species, by two bill measurements.

Data: Palmer penguins (Gorman, Williams & Fraser 2014), the 342 birds with both bill
measurements. A network with four hidden neurons learns from mini-batches: its first
epoch step by step, then epoch by epoch; what each hidden neuron becomes, from this
start and from nine others; its score on birds held out, beside the same network
without hidden neurons (logistic regression); and what happens if it trains on.
"""

from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.experiments.training import hidden_neurons
from nnsim.experiments.training.run_pictures import Run, Steps, first_epoch, pictures
from nnsim.experiments.training.settings import Config
from nnsim.network.network import Network, stack
from nnsim.problems.question import Question
from nnsim.problems.three_species import (
    Recipe,
    held_out,
    learn,
    load_birds,
    start,
)
from nnsim.spread import Spread
from nnsim.training.batches import mini_batches
from nnsim.training.diary import Diary
from nnsim.training.history import History


@dataclass(frozen=True, eq=False)
class Start:
    """Where one of the random starts leads to."""

    lines: tuple[Array, ...]  # (n_pieces, 2, 2) z = 0 of each hidden neuron, mm
    field: Array  # (GRID, GRID, 3) probabilities over the plane
    border: Array  # (n_pieces, 2, 2) where the answer changes, mm
    wrong_before: int  # birds misnamed before training
    wrong: int  # birds misnamed at the end


@dataclass(frozen=True, eq=False)
class Result:
    """Everything that the chapter shows."""

    config: Config
    question: Question  # three species by bill length and depth
    n_birds: int
    n_parameters: int
    n_batches: int  # steps in an epoch
    n_steps: int  # in all epochs
    last_batch: int  # birds in the last batch of an epoch
    steps: Steps
    networks: tuple[Network, ...]  # (n_epochs + 1,) after each epoch
    run: Run  # after each epoch
    nearly_all: int  # epoch from which on that share is named rightly
    batch_losses: Array  # (n_steps,) loss of each batch before its step
    batch_times: Array  # (n_steps,) epochs that had passed by then
    last_batches: Array  # (2,) least and largest batch loss of the last epoch
    hidden: Array  # (n_epochs + 1, GRID, GRID, n_hidden) activations over the plane
    hidden_lines: tuple[tuple[Array, ...], ...]  # each neuron's z = 0 after each epoch
    hidden_means: Array  # (n_hidden, 3) mean activation at the end, by species
    terms: Array  # (n_hidden + 2,) for the first Chinstrap: each v a, then c, then z
    starts: tuple[Start, ...]  # (n_starts,)
    start_wrong: Array  # (2,) fewest and most birds misnamed at the end
    start_before: Array  # (2,) the same before training
    held_out: Spread  # (2, n_splits) share right: no hidden neurons, the network
    n_train: int  # birds to learn from in each split
    long: Run  # training goes on: from the last epoch of ``run``


def run(config: Config = Config()) -> Result:  # frozen, so safe
    """Compute the chapter's result."""
    birds, recipe = load_birds(), recipe_of(config)
    n = len(birds.X)
    rng = np.random.default_rng(config.seed)  # deals the first epoch as training does
    dealt = list(mini_batches(n, config.batch_size, rng))
    n_batches = len(dealt)
    diary = Diary(n_batches)
    history = watched(config, birds, diary, range(config.n_epochs + 1))
    networks = history.snapshots
    later = range(config.n_epochs, config.long_epochs + 1, config.long_every)
    starts = compare_starts(config, birds)
    scores = judge(config, birds)
    shown = pictures(birds, history)
    few = first_for_good(shown.wrong, (1 - config.nearly) * n)
    n_steps, last = config.n_epochs * n_batches, diary.losses[-n_batches:]
    return Result(
        config=config,
        question=birds,
        n_birds=n,
        n_parameters=start(recipe, config.seed).n_parameters,
        n_batches=n_batches,
        n_steps=n_steps,
        last_batch=len(dealt[-1]),
        steps=first_epoch(birds, diary, networks[1], dealt),
        networks=networks,
        run=shown,
        nearly_all=few,
        batch_losses=diary.losses,
        batch_times=read_only(np.arange(n_steps) / n_batches),
        last_batches=read_only([last.min(), last.max()]),
        hidden=read_only(
            np.stack([hidden_neurons.maps(birds, net) for net in networks])
        ),
        hidden_lines=tuple(hidden_neurons.lines(birds, net) for net in networks),
        hidden_means=hidden_neurons.means(birds, networks[-1]),
        terms=add_up(birds, networks[-1]),
        starts=starts,
        start_wrong=ends([one.wrong for one in starts]),
        start_before=ends([one.wrong_before for one in starts]),
        held_out=Spread.of(scores, axis=1),
        n_train=n - config.n_test,
        long=pictures(birds, watched(config, birds, None, later)),
    )


def recipe_of(config: Config) -> Recipe:
    """Return how the network is trained."""
    return Recipe(config.n_hidden, config.learning_rate, config.batch_size)


def watched(
    config: Config, birds: Question, diary: Diary | None, snapshots: range
) -> History:
    """Train the network that is watched up to the last picture."""
    recipe = recipe_of(config)
    return learn(
        recipe,
        start(recipe, config.seed),
        (birds.X, birds.y),
        snapshots[-1],
        np.random.default_rng(config.seed),
        snapshots=snapshots,
        watch=diary,
    )


def compare_starts(config: Config, birds: Question) -> tuple[Start, ...]:
    """Train from every start at once; each shuffles the birds its own way."""
    recipe, seeds = recipe_of(config), range(config.n_starts)
    networks = stack([start(recipe, seed) for seed in seeds])
    rngs = [np.random.default_rng(seed) for seed in seeds]
    rows = birds.X, birds.y
    trained = learn(recipe, networks, rows, config.n_epochs, rngs).network
    return tuple(
        Start(
            lines=hidden_neurons.lines(birds, trained[s]),
            field=birds.field(trained[s]),
            border=birds.border(trained[s]),
            wrong_before=int(birds.wrong(networks[s])),
            wrong=int(birds.wrong(trained[s])),
        )
        for s in seeds
    )


def add_up(birds: Question, network: Network) -> Array:
    """Return what the first Chinstrap's hidden neurons add to its own output's z."""
    output = network.layers[1]
    bird = int(birds.y[:, -1].argmax())
    done = network.forward(birds.X[bird : bird + 1])
    products = output.W[-1] * done.a[0][0]
    return read_only([*products, output.b[-1], done.z[1][0, -1]])


def ends(values: list[int]) -> Array:
    """Return the least and the largest, (2,)."""
    return read_only([min(values), max(values)])


def first_for_good(counts: Array, limit: float) -> int:
    """Return the first place from which on no count is above a limit."""
    above = np.flatnonzero(counts > limit)
    return int(above[-1]) + 1 if len(above) else 0


def judge(config: Config, birds: Question) -> Array:
    """Score networks without hidden neurons and with, on held-out birds, (2, n)."""
    line = Recipe(0, config.line_learning_rate, config.batch_size)
    runs = (line, config.line_epochs), (recipe_of(config), config.n_epochs)
    scores = [
        held_out(recipe, birds, epochs, n_splits=config.n_splits, n_test=config.n_test)
        for recipe, epochs in runs
    ]
    return np.stack(scores)
