"""What keeps a wide network from memorising: five remedies on the same splits.

Data: Palmer penguins (Gorman, Williams & Fraser 2014), the 333 birds of known sex.
A network with 64 hidden neurons learns sex from bill length and body mass of 80 birds:
as in the chapter on overfitting, then with early stopping, weight decay, dropout,
noisy inputs and more birds. What is chosen is chosen on validation birds; all is
judged on test birds.
"""

from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.errors import InputError
from nnsim.experiments.regularization.decay_choice import Decays, compare
from nnsim.experiments.regularization.dropout_average import (
    Average,
    average,
    masks_of_bird,
    thin,
)
from nnsim.experiments.regularization.more_data import MoreData, teach_more
from nnsim.experiments.regularization.outcomes import stopped
from nnsim.experiments.regularization.remedies import Bench, Remedy
from nnsim.experiments.regularization.settings import Config
from nnsim.experiments.regularization.weight_counts import Weights, count_weights
from nnsim.network.network import Network, stack
from nnsim.problems.question import Question
from nnsim.training.history import History
from nnsim.training.noise import Noise

N_POINTS = 400  # of a curve that shows a whole run


@dataclass(frozen=True, eq=False)
class Curves:
    """The split shown, without remedy."""

    epochs: Array  # (n_points,) steps of the whole run
    train_loss: Array  # (n_points,)
    validation_loss: Array  # (n_points,)
    end_train: float  # training loss at the end, mean of all splits
    steps: Array  # (n_pictures,) first steps, watched closely
    zoom_train: Array  # (n_pictures,) loss
    zoom_validation: Array  # (n_pictures,)
    borders: tuple[Array, ...]  # (n_pieces, 2, 2) a picture, mm and g
    fields: Array  # (n_pictures, GRID, GRID) probability of male
    best: int  # step of the least validation loss
    best_loss: float  # validation loss there
    best_train: float  # training loss there
    stops: Array  # (n_splits,) the same step in every split
    stop_range: tuple[int, int]  # earliest and latest of them
    best_losses: Array  # (n_splits,) validation loss at these steps
    best_mean: float  # of them


@dataclass(frozen=True, eq=False)
class Dropped:
    """What dropout does in the split shown, and what it makes."""

    on: Array  # (n_shown, hidden_width) neurons on for one bird, step by step
    n_on: Array  # (n_shown,)
    steps: Array  # (n_shown,) 1, 2, 3, …
    W: tuple[Array, Array]  # weights of both layers at the end
    borders: tuple[Array, ...]  # (n_pieces, 2, 2) of some thinned networks, mm and g
    average: Average  # losses on the test birds of all splits
    alone_mean: float  # over the splits
    together_mean: float
    n_better: int  # splits in which all neurons beat a thinned network alone


@dataclass(frozen=True, eq=False)
class Measured:
    """Training birds of the split shown, measured anew with noise in each step."""

    copies: Array  # (n_shown, n_train, 2) mm and g
    steps: Array  # (n_shown,) 1, 2, 3, …
    unit: Array  # (2,) standard deviation of the noise, mm and g

    @property
    def of_length(self) -> float:
        """Return that of a length, mm."""
        return float(self.unit[0])

    @property
    def of_mass(self) -> float:
        """Return that of a mass, g."""
        return float(self.unit[1])


@dataclass(frozen=True, eq=False)
class Result:
    """Everything that the chapter shows."""

    config: Config
    question: Question  # male or female, by bill length and body mass
    parts: tuple[Array, ...]  # rows of the split shown: training, validation, test
    n_birds: int
    n_parts: tuple[int, ...]
    curves: Curves
    weights: Weights
    decays: Decays
    dropped: Dropped
    noisy: Measured
    more: MoreData
    none: Remedy
    early: Remedy  # the step chosen on validation, split by split
    decay: Remedy  # λ chosen on validation, split by split
    dropout: Remedy
    noise: Remedy


def run(config: Config = Config()) -> Result:  # frozen, so safe
    """Compute the chapter's result."""
    bench = Bench(
        hidden_width=config.hidden_width,
        n_splits=config.n_splits,
        n_train=config.n_train,
        n_validation=config.n_validation,
        learning_rate=config.learning_rate,
        n_epochs=config.n_epochs,
    )
    pictures = range(0, config.zoom + 1, config.every)
    plain = bench.learn(
        validation=bench.parts.validation, snapshots={*pictures, *moments(config)}
    )
    none = bench.remedy(plain.network)
    runs = [
        bench.learn(weight_decay=decay, snapshots=moments(config))
        for decay in config.decays
    ]
    decays = compare(bench, config.decays, runs, none.outcome)
    chosen = stack([runs[k].network[s] for s, k in enumerate(decays.chosen)])
    dropped = bench.learn(noise=Noise(dropout=config.dropout)).network
    noisy = bench.learn(noise=Noise(inputs=config.noise)).network
    birds, parts = bench.birds, bench.parts
    shown = tuple(rows[0] for rows in (parts.train, parts.validation, parts.test))
    return Result(
        config=config,
        question=birds,
        parts=shown,
        n_birds=len(birds.y),
        n_parts=tuple(len(rows) for rows in shown),
        curves=follow(bench, plain, pictures),
        weights=count_weights((plain, runs[decays.chosen[0]]), moments(config)),
        decays=decays,
        dropped=drop(bench, config, dropped),
        noisy=measure_anew(bench, config),
        more=teach_more(bench, config.sizes),
        none=none,
        early=bench.remedy(stop_early(bench, plain.best_epoch), none.outcome),
        decay=bench.remedy(chosen, none.outcome),
        dropout=bench.remedy(dropped, none.outcome),
        noise=bench.remedy(noisy, none.outcome),
    )


def moments(config: Config) -> tuple[int, ...]:
    """Return steps of a whole run, the early ones close together."""
    steps = np.geomspace(1, config.n_epochs, 80).round().astype(int)
    return 0, *(int(step) for step in np.unique(steps))


def follow(bench: Bench, plain: History, pictures: range) -> Curves:
    """Keep the curves of the split shown, and pictures of its first steps.

    Raises
    ------
    InputError
        If its least validation loss comes after them.
    """
    assert plain.validation_loss is not None
    if plain.best_epoch[0] > pictures[-1]:
        raise InputError(
            f"the loss on validation birds is least at step {plain.best_epoch[0]}, "
            f"beyond the {pictures[-1]} that are watched closely: watch more (zoom), "
            "or learn faster (learning_rate)"
        )
    train, validation = plain.train_loss[0], plain.validation_loss[0]
    epochs = np.linspace(0, plain.n_epochs, N_POINTS).round().astype(int)
    steps, stops = np.array(pictures), plain.best_epoch
    kept = dict(zip(plain.snapshot_epochs, plain.snapshots, strict=True))
    networks = [kept[step][0] for step in pictures]
    return Curves(
        epochs=read_only(epochs),
        train_loss=read_only(train[epochs]),
        validation_loss=read_only(validation[epochs]),
        end_train=float(plain.train_loss[:, -1].mean()),
        steps=read_only(steps),
        zoom_train=read_only(train[steps]),
        zoom_validation=read_only(validation[steps]),
        borders=tuple(bench.birds.border(network) for network in networks),
        fields=read_only(np.stack([bench.birds.field(one) for one in networks])),
        best=int(stops[0]),
        best_loss=float(validation[stops[0]]),
        best_train=float(train[stops[0]]),
        stops=read_only(stops),
        stop_range=(int(stops.min()), int(stops.max())),
        best_losses=read_only(plain.validation_loss.min(axis=1)),
        best_mean=float(plain.validation_loss.min(axis=1).mean()),
    )


def stop_early(bench: Bench, stops: Array) -> Network:
    """Train again, and keep network s as it is after step ``stops[s]``."""
    history = bench.learn(n_epochs=int(stops.max()), snapshots=set(stops.tolist()))
    return stopped(history, stops)


def drop(bench: Bench, config: Config, networks: Network) -> Dropped:
    """Show masks, thinned networks, and what these are worth alone and together."""
    noise = Noise(dropout=config.dropout)
    on = masks_of_bird(noise, 0, config.n_train, config.hidden_width, config.n_shown)
    X, y = (table[bench.parts.test] for table in (bench.birds.X, bench.birds.y))
    alone = average(networks, X, y, noise, config.n_thinned)
    some = on[: config.n_lines] / (1 - config.dropout)
    full = bench.losses(networks, bench.parts.test)
    return Dropped(
        on=on,
        n_on=read_only(on.sum(axis=1)),
        steps=read_only(np.arange(1, config.n_shown + 1)),
        W=(networks.layers[0].W[0], networks.layers[1].W[0]),
        borders=tuple(bench.birds.border(thin(networks[0], mask)) for mask in some),
        average=alone,
        alone_mean=float(alone.alone.mean()),
        together_mean=float(alone.together.mean()),
        n_better=int((full < alone.alone).sum()),
    )


def measure_anew(bench: Bench, config: Config) -> Measured:
    """Return the noisy copies that training draws in its first steps."""
    birds, noise = bench.birds, Noise(inputs=config.noise)
    X, rng = birds.X[bench.parts.train[0]], np.random.default_rng(0)
    copies = [birds.scale.undo(noise.disturb(X, rng)) for _ in range(config.n_shown)]
    return Measured(
        copies=read_only(np.stack(copies)),
        steps=read_only(np.arange(1, config.n_shown + 1)),
        unit=read_only(config.noise * birds.scale.unit),
    )
