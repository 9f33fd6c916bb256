"""From a neuron to a layer to a network, and what its last hidden layer sees.

The question is "Chinstrap?", from bill length and depth of the Palmer penguins,
standardised to round numbers. A 2-8-2-1 network is trained on all birds; because
its last hidden layer is two wide, that layer's view of the birds is a plane, in
which the border must be straight. How good such networks are on birds they have
not seen is measured apart, on many splits.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.datasets import penguins
from nnsim.datasets.splits import hold_out
from nnsim.experiments.layers.held_out import Scores, score
from nnsim.experiments.layers.hidden_space import after, carry, squared_paper
from nnsim.experiments.layers.parameter_counts import by_layer, growth
from nnsim.experiments.layers.settings import Config
from nnsim.network.losses import binary_cross_entropy, categorical_cross_entropy
from nnsim.network.network import Network
from nnsim.network.passes import ForwardPass
from nnsim.problems import chinstraps, three_species
from nnsim.problems.one_neuron import train_one_neuron
from nnsim.problems.question import GRID, Question
from nnsim.training.history import History
from nnsim.training.loop import train
from nnsim.training.optimizers import Adam
from nnsim.views.planes import Plane, border, on_grid

N_LINES, N_POINTS = 10, 40  # of the squared paper, along each axis
HIDDEN_PLANE: Plane = ((-1.08, 1.08), (-1.08, 1.08))  # all that tanh can give
FIRST_SPLIT_SEED = 100


@dataclass(frozen=True, eq=False)
class Result:
    """Everything that the chapter shows."""

    config: Config
    network: Network  # 2-8-2-1, trained on all birds
    layer_parameters: tuple[int, ...]  # (3,) weights and biases of each layer
    layer_weights: tuple[int, ...]  # (3,) weights alone
    n_parameters: int
    n_neurons: int  # in all layers; inputs are no neurons
    n_layers: int  # layers with weights: the depth
    measured: Array  # (2,) bill length and depth of the bird, mm
    species: str  # what the bird is
    x: Array  # (1, 2) its standardised inputs
    forward: ForwardPass  # every z and a for the bird
    penguin_net: Network  # 4-16-16-3, trained on all four measurements
    penguin_parameters: int
    counts: tuple[Array, ...]  # (n, 2) width, parameters; for 1, 2, 4 hidden layers
    doubled_parameters: int  # both hidden layers twice as wide
    deeper_parameters: int  # twice as many hidden layers of the same width
    question: Question  # Chinstrap or not, by bill length and depth
    penguin_question: Question  # which species, by all four measurements
    n_birds: int
    history: History  # of the 2-8-2-1 network
    steps: Array  # (n_kept,) step at which each network was kept
    wrong: Array  # (n_kept,) birds on the wrong side
    one_neuron_wrong: int  # birds on the wrong side of the best single neuron
    hidden_plane: Plane  # range of the last hidden layer's two activations
    hidden: Array  # (n_kept, n_birds, 2) every bird in the last hidden layer
    paper: Array  # (n_lines, n_points, 2) squared paper over the plane, mm
    bent_paper: Array  # (n_kept, n_lines, n_points, 2) the same in the hidden layer
    borders: tuple[Array, ...]  # (n_pieces, 2, 2) border p = 0.5, mm
    hidden_borders: tuple[Array, ...]  # (n_pieces, 2, 2) the same in the hidden layer
    fields: Array  # (n_kept, GRID, GRID) probability of Chinstrap over the plane
    hidden_fields: Array  # (n_kept, GRID, GRID) the same over the hidden plane
    bird_path: Array  # (n_kept, 2) the bird in the last hidden layer
    neuron_scores: Scores  # one neuron on the splits
    scores: tuple[Scores, ...]  # networks of the same budget, from wide to deep
    n_train: int  # birds to learn from in each split


def run(config: Config = Config()) -> Result:  # frozen, so safe
    """Compute the chapter's result."""
    birds = chinstraps.load_birds()
    four = three_species.load_birds(*penguins.MEASUREMENTS)
    measured, X, y = birds.measured, birds.X, birds.y
    bird = penguins.find(measured, config.bill_length, config.bill_depth)
    history = train_small(config, X, y)
    kept, network = history.snapshots, history.network
    last = len(config.hidden) - 1
    inputs_plane = birds.inputs_plane
    paper = squared_paper(inputs_plane, N_LINES, N_POINTS)
    hidden = np.stack([carry(net, X, last) for net in kept])
    ends = [after(net, last) for net in kept]
    one, *others = compare(config, birds)
    return Result(
        config=config,
        network=network,
        layer_parameters=by_layer(network.widths),
        layer_weights=tuple(layer.W.size for layer in network.layers),
        n_parameters=network.n_parameters,
        n_neurons=sum(network.widths[1:]),
        n_layers=len(network.layers),
        measured=read_only(measured[bird]),
        species=birds.classes[birds.labels[bird]],
        x=read_only(X[bird : bird + 1]),
        forward=network.forward(X[bird : bird + 1]),
        **count_penguin_net(config, train_penguin_net(config, four)),
        question=birds,
        penguin_question=four,
        n_birds=len(X),
        history=history,
        steps=read_only(np.array(history.snapshot_epochs)),
        wrong=read_only(np.array([birds.wrong(net) for net in kept])),
        one_neuron_wrong=int(birds.wrong(train_one_neuron(X, y))),
        hidden_plane=HIDDEN_PLANE,
        hidden=read_only(hidden),
        paper=read_only(birds.scale.undo(paper)),
        bent_paper=read_only(np.stack([carry(net, paper, last) for net in kept])),
        borders=tuple(birds.border(net) for net in kept),
        hidden_borders=tuple(
            read_only(border(end, HIDDEN_PLANE, GRID)) for end in ends
        ),
        fields=read_only(np.stack([birds.field(net) for net in kept])),
        hidden_fields=read_only(
            np.stack([on_grid(end, HIDDEN_PLANE, GRID) for end in ends])
        ),
        bird_path=read_only(hidden[:, bird]),
        neuron_scores=one,
        scores=tuple(others),
        n_train=len(X) - config.n_test,
    )


def train_small(config: Config, X: Array, y: Array) -> History:
    """Train the small network on all birds, keeping it every few steps."""
    widths = (X.shape[1], *config.hidden, 1)
    activations = ("tanh",) * len(config.hidden) + ("sigmoid",)
    start = Network.initialise(widths, activations, np.random.default_rng(config.seed))
    return train(
        start,
        X,
        y,
        loss=binary_cross_entropy,
        optimizer=Adam(config.learning_rate),
        n_epochs=config.n_epochs,
        weight_decay=config.weight_decay,
        snapshots=range(0, config.n_epochs + 1, config.every),
    )


def train_penguin_net(config: Config, birds: Question) -> Network:
    """Train the penguin net: three species from all four measurements."""
    X, y = birds.X, birds.y
    width, rng = config.wide_hidden, np.random.default_rng(config.seed)
    start = Network.initialise(
        (X.shape[1], width, width, y.shape[1]), ("tanh", "tanh", "softmax"), rng
    )
    run = train(
        start,
        X,
        y,
        loss=categorical_cross_entropy,
        optimizer=Adam(config.learning_rate),
        n_epochs=config.n_epochs,
        weight_decay=config.weight_decay,
    )
    return run.network


def count_penguin_net(config: Config, network: Network) -> dict[str, Any]:
    """Count what width and depth cost, as fields of the result."""
    n_in, *hidden, n_out = network.widths
    wide = hidden[0]
    return {
        "penguin_net": network,
        "penguin_parameters": network.n_parameters,
        "counts": tuple(
            growth(n_in, n_out, depth, range(1, 2 * wide + 1)) for depth in (1, 2, 4)
        ),
        "doubled_parameters": sum(by_layer((n_in, *[2 * wide] * 2, n_out))),
        "deeper_parameters": sum(by_layer((n_in, *[wide] * 4, n_out))),
    }


def compare(config: Config, birds: Question) -> Sequence[Scores]:
    """Score one neuron, then each shape of the budget, on the same splits."""
    X, y = birds.X, birds.y
    seeds = range(FIRST_SPLIT_SEED, FIRST_SPLIT_SEED + config.n_splits)
    splits = hold_out(len(X), config.n_test, seeds, birds.row_keys)
    return [
        score(
            (X.shape[1], *hidden, 1),
            X,
            y,
            splits,
            optimizer=Adam(config.learning_rate),
            n_epochs=config.split_epochs,
            weight_decay=config.weight_decay,
        )
        for hidden in ((), *config.budget)
    ]
