"""AI, machine learning, deep learning: one working thing from each.

AI without data: the endgame king and rook against king, solved backwards from mate.
Machine learning: line, decision tree and random forest, fitted to the bills of the
342 Palmer penguins that were fully measured. Deep learning: a network with two
hidden layers, trained on the same birds. Then all four name birds they have not
seen, in repeated cross-validation.
"""

from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, one_hot, read_only
from nnsim.classical import models
from nnsim.datasets import penguins
from nnsim.datasets.scaling import Scaling
from nnsim.experiments.ai_ml_dl.longest_fight import Endgame, solve_endgame
from nnsim.experiments.ai_ml_dl.settings import Config
from nnsim.network.losses import categorical_cross_entropy
from nnsim.network.network import Network
from nnsim.problems.question import Question
from nnsim.problems.three_species import load_birds
from nnsim.spread import Spread
from nnsim.training.history import History
from nnsim.training.loop import train
from nnsim.training.optimizers import Adam
from nnsim.training.scores import n_wrong
from nnsim.views.planes import Plane, corners, middles
from nnsim.views.regions import (
    Predict,
    answers,
    frontiers,
    unscaled,
)

GRID = 72  # cells of a field along each axis
NAMES = (*models.NAMES, "network")


@dataclass(frozen=True, eq=False)
class Result:
    """Everything that the chapter shows."""

    endgame: Endgame
    question: Question  # three species by bill length and depth
    n_birds: int
    n_each: Array  # (3,) birds of each species
    line_field: Array  # (GRID, GRID, 3) probabilities over the plane
    line_border: Array  # (n_pieces, 2, 2) where the answer changes, mm
    line_wrong: int  # of the birds it was fitted to
    questions: tuple[models.Question, ...]  # of the tree, from the root down
    leaves: tuple[models.Leaf, ...]  # its answers
    tree_field: Array  # (GRID, GRID, 3)
    tree_border: Array  # (n_pieces, 2, 2) where the answer changes, mm
    tree_wrong: int  # of the birds it was fitted to
    n_trees: Array  # (n_trees,) 1, 2, 3, …
    forest_fields: Array  # (n_trees, GRID, GRID, 3) mean of the first trees
    forest_borders: tuple[Array, ...]  # (n_pieces, 2, 2) of the first trees, mm
    forest_wrong: int  # of the birds it was fitted to, all trees together
    network: Network  # trained
    n_parameters: int
    history: History
    epochs: Array  # (n_pictures,) steps after which there is a picture
    losses: Array  # (n_pictures,) mean loss at these
    wrong: Array  # (n_pictures,) birds misnamed, of those it learns from
    fields: Array  # (n_pictures, GRID, GRID, 3)
    borders: tuple[Array, ...]  # (n_pieces, 2, 2) at each picture, mm
    two: dict[str, Spread]  # by model: line, tree, forest, network; from two numbers
    four: dict[str, Spread]  # likewise, from all four measurements
    n_parts: int  # held-out parts that each score is the mean of
    config: Config


def run(config: Config = Config()) -> Result:  # frozen, so safe
    """Compute the chapter's result."""
    birds = load_birds()
    X, y, plane, scale = birds.measured, birds.labels, birds.plane, birds.scale
    line = fit("line", X, y, scale, config)
    tree = models.fit("tree", X, y, sizes(config))
    ask_tree = models.predictor(tree)
    forest_fields, forest_borders = draw_forest(X, y, plane, config)
    history = learn(birds.X, y, config, config.seed, pictures(config))
    nets = [unscaled(network, scale) for network in history.snapshots]
    return Result(
        endgame=solve_endgame(),
        question=birds,
        n_birds=len(X),
        n_each=birds.n_each,
        line_field=read_only(answers(line, plane, GRID)),
        line_border=read_only(frontiers(line, plane, GRID)),
        line_wrong=count_wrong(line, X, y),
        questions=models.questions(tree, plane),
        leaves=models.leaves(tree, plane),
        tree_field=read_only(answers(ask_tree, plane, GRID)),
        tree_border=read_only(frontiers(ask_tree, plane, GRID)),
        tree_wrong=count_wrong(ask_tree, X, y),
        n_trees=read_only(np.arange(1, config.n_trees + 1)),
        forest_fields=forest_fields,
        forest_borders=forest_borders,
        forest_wrong=count_wrong(fit("forest", X, y, scale, config), X, y),
        network=history.network,
        n_parameters=history.network.n_parameters,
        history=history,
        epochs=read_only(np.array(history.snapshot_epochs)),
        losses=read_only(history.train_loss[list(history.snapshot_epochs)]),
        wrong=read_only(np.array([count_wrong(net, X, y) for net in nets])),
        fields=read_only(np.stack([answers(net, plane, GRID) for net in nets])),
        borders=tuple(read_only(frontiers(net, plane, GRID)) for net in nets),
        two=cross_validate(penguins.BILL, config),
        four=cross_validate(penguins.MEASUREMENTS, config),
        n_parts=config.n_folds * config.n_repeats,
        config=config,
    )


def sizes(config: Config) -> models.Sizes:
    """Return how large the classical models may grow."""
    return models.Sizes(config.n_leaves, config.n_trees, config.seed)


def fit(name: str, X: Array, y: Array, scale: Scaling, config: Config) -> Predict:
    """Fit a model to measurements; trees need no scaling, the others get it."""
    if name == "network":
        run = learn(scale.apply(X), y, config, config.seed)
        return unscaled(run.network, scale)
    if name == "line":
        ask = models.predictor(models.fit(name, scale.apply(X), y, sizes(config)))
        return lambda X: ask(scale.apply(X))
    return models.predictor(models.fit(name, X, y, sizes(config)))


def count_wrong(ask: Predict, X: Array, y: Array) -> int:
    """Count the birds that a model misnames."""
    return int(n_wrong(ask(X), one_hot(y, len(penguins.SPECIES))))


def pictures(config: Config) -> range:
    """Return the steps after which the network is drawn."""
    return range(0, config.n_epochs + 1, config.every)


def learn(
    X: Array, y: Array, config: Config, seed: int, snapshots: range = range(0)
) -> History:
    """Train a network with hidden layers of tanh on scaled measurements."""
    n_classes = len(penguins.SPECIES)
    widths = (X.shape[1], *config.hidden, n_classes)
    layers = (*("tanh" for _ in config.hidden), "softmax")
    return train(
        Network.initialise(widths, layers, np.random.default_rng(seed)),
        X,
        one_hot(y, n_classes),
        loss=categorical_cross_entropy,
        optimizer=Adam(config.learning_rate),
        n_epochs=config.n_epochs,
        weight_decay=config.weight_decay,
        snapshots=snapshots,
    )


def draw_forest(
    X: Array, y: Array, plane: Plane, config: Config
) -> tuple[Array, tuple[Array, ...]]:
    """Return fields and borders of the first 1, 2, … trees."""
    forest = models.fit("forest", X, y, sizes(config))
    grown = [
        models.grow(forest, at.reshape(-1, 2)).reshape(
            config.n_trees, *at.shape[:2], -1
        )
        for at in (middles(plane, GRID), corners(plane, GRID))
    ]
    borders = (
        frontiers(lambda _, p=p: p.reshape(-1, p.shape[-1]), plane, GRID)  # type: ignore[misc]
        for p in grown[1]
    )
    return read_only(grown[0]), tuple(read_only(border) for border in borders)


def cross_validate(columns: tuple[str, ...], config: Config) -> dict[str, Spread]:
    """Let every model name birds that were held out when it was fitted."""
    birds = load_birds(*columns)
    X, y, scale = birds.measured, birds.labels, birds.scale
    parts = models.folds(y, config.n_folds, config.n_repeats, config.seed)
    scores = {}
    for name in NAMES:
        right = np.empty(len(parts))
        for k, (rows, held_out) in enumerate(parts):
            ask = fit(name, X[rows], y[rows], scale, config)
            wrong = count_wrong(ask, X[held_out], y[held_out])
            right[k] = 1 - wrong / len(held_out)
        scores[name] = Spread.of(right)
    return scores
