"""Why layers need a bend between them: Chinstrap or not, by two bill measurements.

Data: Palmer penguins (Gorman, Williams & Fraser 2014), the 342 birds with both bill
measurements. The best of all lines; a stack of layers without activation, which is
a line again; two tanh neurons, which are enough, from ten random starts; ReLU neurons
that die; and how slopes fade through eight layers before any training.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.datasets.splits import hold_out
from nnsim.errors import InputError
from nnsim.experiments.activation_functions.activation_curves import BENDS, Bend, bend
from nnsim.experiments.activation_functions.dead_relu import dead_neurons, until_dead
from nnsim.experiments.activation_functions.only_lines import Linear, compare_lines
from nnsim.experiments.activation_functions.settings import STACK, Config
from nnsim.network.activations import ACTIVATIONS
from nnsim.network.losses import binary_cross_entropy
from nnsim.network.network import Dense, Network
from nnsim.problems.chinstraps import load_birds
from nnsim.problems.question import Question
from nnsim.spread import Spread
from nnsim.training.history import History
from nnsim.training.loop import train
from nnsim.training.optimizers import Adam
from nnsim.training.scores import over_splits
from nnsim.training.starts import draw, gradient_sizes

LOSS = binary_cross_entropy


@dataclass(frozen=True, eq=False)
class Dead:
    """Two ReLU neurons, of which one dies: up to its last sign of life."""

    curve: Array  # (n, 2) points (z, a) of ReLU over the range of z
    points: Array  # (n_steps + 1, n_birds, 2) z and a of every bird in the neuron
    awake: Array  # (n_steps + 1,) birds with z above zero
    steps: Array  # (n_steps + 1,) 0, 1, 2, …
    start: int  # number of the start, from 1
    wrong: Array  # (n_starts,) birds wrong at the end, for each start
    n_dead: int  # starts in which a neuron is dead at the end
    n_failed: int  # starts that end no better than the single neuron
    wide_failed: int  # the same with more ReLU neurons


@dataclass(frozen=True, eq=False)
class Result:
    """Everything that the chapter shows."""

    config: Config
    question: Question  # Chinstrap or not, by bill length and depth
    bill: Array  # (2,) bill length and depth of the first Chinstrap, mm
    n_birds: int
    n_chinstraps: int
    x: Array  # (3, 2) inputs of the first Adelie, Gentoo and Chinstrap
    linear: Linear
    z: Array  # (3,) of the three birds in the second tanh neuron, trained
    bends: tuple[Bend, ...]  # ReLU, sigmoid, tanh
    history: History  # two tanh neurons, first start
    epochs: Array  # (n_epochs + 1,) 0, 1, 2, …
    wrong: Array  # (n_epochs + 1,) birds on the wrong side after each step
    borders: tuple[Array, ...]  # (n_pieces, 2, 2) border p = 0.5 after each step, mm
    fields: Array  # (n_epochs + 1, GRID, GRID) probability of Chinstrap over the plane
    arrived: int  # step at which the loss is first near the single neuron's
    left: int  # step at which it is first below it by the margin
    hidden_lines: tuple[Array, ...]  # (n_pieces, 2, 2) z_j = 0 of both neurons, mm
    losses: Array  # (n_starts, n_epochs + 1) mean loss of every start
    rests: Array  # (n_starts,) steps at rest near the single neuron's loss
    rest_range: Array  # (2,) fewest and most of these
    ends: Array  # (n_starts,) birds wrong at the end of every start
    rest: int  # steps between these two
    left_wrong: int  # birds on the wrong side at the second
    right: float  # share of birds right at the end of the first start
    held_out: Spread  # (2, n_splits) share right: single neuron, two tanh neurons
    dead: Dead
    fading: Array  # (3, n_layers) rms dL/dW per hidden layer, geometric mean of starts
    ratios: Array  # (3, n_starts) first hidden layer over last, each start
    shrinks: Array  # (3,) last hidden layer over first, to two digits


def run(config: Config = Config()) -> Result:  # frozen, so safe
    """Compute the chapter's result."""
    birds = load_birds()
    trio = birds.X[birds.first]
    linear = compare_lines(STACK, birds)
    starts = draw((2, 2, 1), ("tanh", "sigmoid"), config.n_starts)
    all_runs = learn(config, starts, birds)
    history = learn(config, starts[0], birds, snapshots=range(config.n_epochs + 1))
    hidden = history.network.layers[0]
    z = history.network.forward(trio).z[0][:, 1]
    near = linear.neuron_loss + config.margin, linear.neuron_loss - config.margin
    arrived, left = (first_below(all_runs.train_loss, limit) for limit in near)
    sizes = follow_slopes(config, birds)
    fading = np.exp(np.log(sizes).mean(axis=1))
    return Result(
        config=config,
        question=birds,
        bill=read_only(birds.measured[birds.y.argmax()]),
        n_birds=len(birds.y),
        n_chinstraps=int(birds.y.sum()),
        x=read_only(trio),
        linear=linear,
        z=read_only(z),
        bends=tuple(bend(name, z) for name in BENDS),
        history=history,
        epochs=read_only(np.arange(config.n_epochs + 1)),
        wrong=read_only(np.array([birds.wrong(n) for n in history.snapshots])),
        borders=tuple(birds.border(net) for net in history.snapshots),
        fields=read_only(np.stack([birds.field(net) for net in history.snapshots])),
        arrived=int(arrived[0]),
        left=int(left[0]),
        rest=int(left[0] - arrived[0]),
        left_wrong=int(birds.wrong(history.snapshots[left[0]])),
        hidden_lines=tuple(
            birds.border(Network((Dense(w[None], b[None], hidden.activation),)))
            for w, b in zip(hidden.W, hidden.b, strict=True)
        ),
        losses=all_runs.train_loss,
        rests=read_only(left - arrived),
        rest_range=read_only(
            np.array([(left - arrived).min(), (left - arrived).max()])
        ),
        ends=read_only(birds.wrong(all_runs.network)),
        right=1 - birds.wrong(history.network).item() / len(birds.y),
        held_out=Spread.of(judge(config, birds), axis=1),
        dead=watch_one_die(config, birds, linear.neuron_wrong),
        fading=read_only(fading),
        ratios=read_only(sizes[:, :, 0] / sizes[:, :, -1]),
        shrinks=read_only([float(f"{r:.1e}") for r in fading[:, -1] / fading[:, 0]]),
    )


def learn(
    config: Config, network: Network, birds: Question, snapshots: Iterable[int] = ()
) -> History:
    """Train on all birds with a little weight decay."""
    return train(
        network,
        birds.X,
        birds.y,
        loss=LOSS,
        optimizer=Adam(config.learning_rate),
        n_epochs=config.n_epochs,
        weight_decay=config.weight_decay,
        snapshots=tuple(snapshots),
    )


def first_below(losses: Array, limit: float) -> Array:
    """Return the first step whose loss is below a limit, (n_starts,).

    Raises
    ------
    InputError
        If the loss of a start stays above it.
    """
    below = losses < limit
    if not below.any(axis=-1).all():
        raise InputError(
            f"a loss stays above {limit:.3f}: take more steps, another learning rate "
            "or less weight decay (n_epochs, learning_rate, weight_decay)"
        )
    return np.asarray(below.argmax(axis=-1))


def judge(config: Config, birds: Question) -> Array:
    """Score a single neuron and two tanh neurons on held-out birds, (2, n_splits)."""

    def learn_split(networks: Network, X: Array, y: Array) -> History:
        decay = config.weight_decay if len(networks.layers) > 1 else 0.0
        return train(
            networks, X, y, loss=LOSS, optimizer=Adam(config.learning_rate),
            n_epochs=config.split_epochs, weight_decay=decay,
        )  # fmt: skip

    labels, seeds = birds.y[:, 0].astype(int), range(config.n_splits)
    splits = hold_out(len(birds.X), config.n_test, seeds, labels)
    line = draw((2, 1), ("sigmoid",), config.n_splits)
    tanh = draw((2, 2, 1), ("tanh", "sigmoid"), config.n_splits)
    scores = [
        over_splits(nets, birds.X, birds.y, splits, learn_split).right.each
        for nets in (line, tanh)
    ]
    return read_only(np.stack(scores))


def watch_one_die(config: Config, birds: Question, hopeless: int) -> Dead:
    """Train ReLU neurons; follow the first that is dead at the end until it dies."""
    starts, more = (
        draw((2, n, 1), ("relu", "sigmoid"), config.n_starts) for n in (2, config.wide)
    )
    ends, wide = (learn(config, nets, birds).network for nets in (starts, more))
    is_dead = dead_neurons(ends, birds.X)
    if not is_dead.any():
        raise InputError("no ReLU neuron has died: take more starts (n_starts)")
    start, neuron = (int(k) for k in np.argwhere(is_dead)[0])
    steps = range(config.n_epochs + 1)
    snapshots = learn(config, starts[start], birds, snapshots=steps).snapshots
    z = until_dead(snapshots, neuron, birds.X)
    relu = ACTIVATIONS["relu"].value
    grid = np.array([1.1 * z.min(), 0.0, 1.1 * z.max()])
    wrong = birds.wrong(ends)
    return Dead(
        curve=read_only(np.stack([grid, relu(grid)], axis=1)),
        points=read_only(np.stack([z, relu(z)], axis=2)),
        awake=read_only((z > 0).sum(axis=1)),
        steps=read_only(np.arange(len(z))),
        start=start + 1,
        wrong=read_only(wrong),
        n_dead=int(is_dead.any(axis=1).sum()),
        n_failed=int((wrong >= hopeless).sum()),
        wide_failed=int((birds.wrong(wide) >= hopeless).sum()),
    )


def follow_slopes(config: Config, birds: Question) -> Array:
    """Measure rms dL/dW in each hidden layer at the start, (3, n_starts, n_layers).

    Raises
    ------
    InputError
        If one is zero: there is no logarithm of it.
    """
    depth = config.n_layers
    widths = (2, *(config.layer_width,) * depth, 1)
    sizes = [
        gradient_sizes(
            draw(widths, (name,) * depth + ("sigmoid",), config.n_starts),
            birds.X, birds.y, LOSS,
        )[:, :depth]
        for name in BENDS
    ]  # fmt: skip
    if np.min(sizes) == 0:
        raise InputError(
            "in a layer no slope is left: take fewer layers, or wider ones (n_layers, "
            "layer_width)"
        )
    return np.stack(sizes)
