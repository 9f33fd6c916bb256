"""Too little capacity and too much: a penguin's sex, by networks of several widths.

Data: Palmer penguins (Gorman, Williams & Fraser 2014), the 333 birds of known sex.
Networks of one hidden layer learn sex from bill length and body mass of 80 birds and
are judged on 173 others; 80 more are for the next chapter, on regularization, which
uses the same splits. Nothing holds these networks back: no penalty, no early stop.
"""

from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.datasets import penguins
from nnsim.experiments.overfitting.capacity import Fit, fit, moments
from nnsim.experiments.overfitting.confident_errors import (
    Sureness,
    of_wrong_answers,
    p_of_truth,
)
from nnsim.experiments.overfitting.settings import Config
from nnsim.network.network import Network
from nnsim.problems.question import Question
from nnsim.problems.sexes import LOSS, Parts, load_birds, part
from nnsim.spread import Spread
from nnsim.training.history import History
from nnsim.training.scores import is_wrong

FINE = 150  # cells along each axis, for borders that turn on the spot


@dataclass(frozen=True, eq=False)
class Example:
    """Networks of one width; all but ``fit`` is the split shown, at the end."""

    fit: Fit  # over all splits
    border: Array  # (n_pieces, 2, 2) where p = 0.5, mm and g
    field: Array  # (GRID, GRID) probability of male over the plane
    train_loss: float
    train_right: float  # share of the birds it learned from
    n_train_right: int
    n_train_wrong: int
    test_loss: float
    test_right: float  # share of the birds held out
    n_test_right: int
    n_test_wrong: int
    missed: Array  # (n_test_wrong,) rows of the held-out birds it gets wrong
    train_missed: Array  # (n_train_wrong,) rows of the others it gets wrong


@dataclass(frozen=True, eq=False)
class Watched:
    """The wide network of the split shown, at each step looked at."""

    borders: tuple[Array, ...]  # (n_pieces, 2, 2) a step, mm and g
    fields: Array  # (n_steps, GRID, GRID) probability of male over the plane
    train_loss: Array  # (n_steps,)
    test_loss: Array  # (n_steps,)
    n_train_right: Array  # (n_steps,)
    n_test_wrong: Array  # (n_steps,)
    truth: Array  # (n_steps, n_test) probability given to each test bird's true sex
    turn: int  # number of the step of least test loss
    turn_step: int  # that step
    turn_loss: float  # test loss there
    n_sure_wrong: tuple[int, int]  # test birds surely taken for the other sex: at the
    # turn and at the end


@dataclass(frozen=True, eq=False)
class Result:
    """Everything that the chapter shows."""

    config: Config
    question: Question  # male or female, by bill length and body mass
    n_birds: int
    train: Array  # (n_train,) rows of the split shown
    test: Array  # (n_test,) rows of the split shown
    n_test: int
    steps: Array  # (n_steps,) at which runs are looked at
    fits: tuple[Fit, ...]  # one a width, over all splits
    narrow: Example
    middle: Example
    wide: Example
    watched: Watched
    sureness: Sureness
    heavy_words: str  # who they are, in words
    light_words: str
    heavy_females: float  # g, mean body mass of female Gentoos
    light_males: float  # g, mean body mass of male Adelies
    n_exploded: int  # splits in which the wide net's test loss ends ``rise`` times up
    least_rise: float  # the least of these rises
    mean_rise: float  # mean test loss at the end over that at the turn
    stopped: Array  # (n_splits,) wide test loss where 80 validation birds say stop
    widths: Array  # (n_widths,) hidden neurons
    n_parameters: Array  # (n_widths,)
    train_end: Spread  # (n_splits, n_widths) loss at the end
    test_end: Spread  # (n_splits, n_widths)
    right_end: Spread  # (n_splits, n_widths) share of test birds right at the end
    best: int  # hidden neurons of the width that is right most often at the end


def run(config: Config = Config()) -> Result:  # frozen, so safe
    """Compute the chapter's result."""
    birds = load_birds()
    parts = part(len(birds.y), config.n_splits, config.n_train, config.n_validation)
    steps = moments(config.n_epochs, config.n_moments)
    runs = {
        width: fit(
            width, birds, parts, steps=steps, n_epochs=config.n_epochs,
            learning_rate=config.learning_rate,
        )
        for width in config.widths
    }  # fmt: skip
    fits = tuple(found for found, _ in runs.values())
    wide, history = runs[config.wide]
    right_end = ends([found.test_right for found in fits])
    return Result(
        config=config,
        question=birds,
        n_birds=len(birds.y),
        train=parts.train[0],
        test=parts.test[0],
        n_test=parts.test.shape[1],
        steps=read_only(np.array(steps)),
        fits=fits,
        narrow=show(birds, parts, *runs[config.narrow]),
        middle=show(birds, parts, *runs[config.middle]),
        wide=show(birds, parts, *runs[config.wide]),
        watched=watch(config, birds, parts, wide, history),
        sureness=of_wrong_answers(birds, parts, wide, history),
        heavy_words=f"female {penguins.DISPLAY['Gentoo']}",
        light_words=f"male {penguins.DISPLAY['Adelie']}",
        heavy_females=mean_mass("Gentoo", "female"),
        light_males=mean_mass("Adelie", "male"),
        n_exploded=int((wide.rises >= config.rise).sum()),
        least_rise=float(wide.rises.min()),
        mean_rise=float(wide.test.mean[-1] / wide.at_turn.mean),
        stopped=stop(birds, parts, wide, history),
        widths=read_only(np.array(config.widths)),
        n_parameters=read_only(np.array([found.n_parameters for found in fits])),
        train_end=ends([found.train for found in fits]),
        test_end=ends([found.test for found in fits]),
        right_end=right_end,
        best=config.widths[int(right_end.mean.argmax())],
    )


def ends(curves: list[Spread]) -> Spread:
    """Take the last point of curves, one column a width."""
    return Spread.of(np.stack([curve.each[:, -1] for curve in curves], axis=1))


def mean_mass(species: str, sex: str) -> float:
    """Return the mean body mass of the birds of a species and sex, in g."""
    birds = penguins.load().where_species(species).complete("body_mass_g", "sex")
    return float(birds.body_mass_g[birds.sex == sex].mean())


def show(birds: Question, parts: Parts, found: Fit, history: History) -> Example:
    """Draw and score the network of the first split."""
    network = history.network[0]
    train, test = parts.train[0], parts.test[0]
    wrong = is_wrong(network.predict(birds.X), birds.y)
    train_missed, missed = train[wrong[train]], test[wrong[test]]
    losses = [float(network.loss(birds.X[r], birds.y[r], LOSS)) for r in (train, test)]
    return Example(
        fit=found,
        border=trace(birds, network),
        field=birds.field(network),
        train_loss=losses[0],
        train_right=1 - len(train_missed) / len(train),
        n_train_right=len(train) - len(train_missed),
        n_train_wrong=len(train_missed),
        test_loss=losses[1],
        test_right=1 - len(missed) / len(test),
        n_test_right=len(test) - len(missed),
        n_test_wrong=len(missed),
        missed=read_only(missed),
        train_missed=read_only(train_missed),
    )


def trace(birds: Question, network: Network) -> Array:
    """Return where a network's last z is zero, finely, in mm and g."""
    return birds.border(network, FINE)


def watch(
    config: Config, birds: Question, parts: Parts, wide: Fit, history: History
) -> Watched:
    """Follow the wide network of the first split."""
    nets = [networks[0] for networks in history.snapshots]
    rows, turn = parts.test[0], int(wide.turns[0])
    truth = np.stack([p_of_truth(net, birds, rows) for net in nets])
    sure = (truth < 1 - config.sure).sum(axis=1)
    n_train, n_test = len(parts.train[0]), len(rows)
    right = np.round(n_train * wide.train_right.each[0])
    wrong = np.round(n_test * (1 - wide.test_right.each[0]))
    return Watched(
        borders=tuple(trace(birds, net) for net in nets),
        fields=read_only(np.stack([birds.field(net) for net in nets])),
        train_loss=read_only(wide.train.each[0]),
        test_loss=read_only(wide.test.each[0]),
        n_train_right=read_only(right.astype(int)),
        n_test_wrong=read_only(wrong.astype(int)),
        truth=read_only(truth),
        turn=turn,
        turn_step=history.snapshot_epochs[turn],
        turn_loss=float(wide.test.each[0, turn]),
        n_sure_wrong=(int(sure[turn]), int(sure[-1])),
    )


def stop(birds: Question, parts: Parts, wide: Fit, history: History) -> Array:
    """Return the wide nets' test loss at the step of least validation loss."""
    X, y = birds.X[parts.validation], birds.y[parts.validation]
    losses = np.stack([nets.loss(X, y, LOSS) for nets in history.snapshots])
    split = np.arange(len(parts.test))
    return read_only(wide.test.each[split, losses.argmin(axis=0)])
