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
from nnsim.experiments.overfitting.lone_birds import lone
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
    n_lone_right: int  # birds learned from among those of the other sex: answered right


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
    turn_train_loss: float  # training loss there
    turn_border: Array  # (n_pieces, 2, 2) there
    turn_field: Array  # (GRID, GRID) there
    setback: float  # most that the training loss then rises above its least so far
    n_sure_wrong_at_turn: int  # test birds surely taken for the other sex
    n_sure_wrong_at_end: int  # test birds surely taken for the other sex


@dataclass(frozen=True, eq=False)
class Result:
    """Everything that the chapter shows."""

    config: Config
    question: Question  # male or female, by bill length and body mass
    n_birds: int
    train: Array  # (n_train,) rows of the split shown
    test: Array  # (n_test,) rows of the split shown
    n_test: int
    n_lone: int  # birds learned from whose two nearest are of the other sex
    steps: Array  # (n_steps,) at which runs are looked at
    n_steps: int  # steps at which runs are looked at
    fits: tuple[Fit, ...]  # one a width, over all splits
    narrowest: Fit  # of these
    widest: Fit
    gentlest: Fit  # that with the least mean test loss at the end
    narrow: Example
    middle: Example
    wide: Example
    watched: Watched
    sureness: Sureness
    certainty: str  # least probability that is called sure
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
    right_end = side_by_side([found.right_at_end for found in fits])
    return Result(
        config=config,
        question=birds,
        n_birds=len(birds.y),
        train=parts.train[0],
        test=parts.test[0],
        n_test=parts.test.shape[1],
        n_lone=len(lone(birds, parts.train[0])),
        steps=read_only(np.array(steps)),
        n_steps=len(steps),
        fits=fits,
        narrowest=fits[0],
        widest=fits[-1],
        gentlest=min(fits, key=lambda found: found.at_end.mean),
        narrow=show(birds, parts, *runs[config.narrow]),
        middle=show(birds, parts, *runs[config.middle]),
        wide=show(birds, parts, *runs[config.wide]),
        watched=watch(config, birds, parts, wide, history),
        sureness=of_wrong_answers(birds, parts, wide, history),
        certainty=f"{100 * config.sure:.12g}%",
        heavy_words=f"female {penguins.DISPLAY['Gentoo']}",
        light_words=f"male {penguins.DISPLAY['Adelie']}",
        heavy_females=mean_mass("Gentoo", "female"),
        light_males=mean_mass("Adelie", "male"),
        n_exploded=int((wide.rises >= config.rise).sum()),
        least_rise=float(wide.rises.min()),
        mean_rise=float(wide.at_end.mean / wide.at_turn.mean),
        stopped=stop(birds, parts, wide, history),
        widths=read_only(np.array(config.widths)),
        n_parameters=read_only(np.array([found.n_parameters for found in fits])),
        train_end=side_by_side([found.train_at_end for found in fits]),
        test_end=side_by_side([found.at_end for found in fits]),
        right_end=right_end,
        best=config.widths[int(right_end.mean.argmax())],
    )


def side_by_side(spreads: list[Spread]) -> Spread:
    """Put numbers of each split side by side, one column a width."""
    return Spread.of(np.stack([one.each for one in spreads], axis=1))


def mean_mass(species: str, sex: str) -> float:
    """Return the mean body mass of the birds of a species and sex, in g."""
    birds = penguins.load().where_species(species).complete("body_mass_g", "sex")
    return float(birds.body_mass_g[birds.sex == sex].mean())


def show(birds: Question, parts: Parts, found: Fit, history: History) -> Example:
    """Draw and score the network of the first split."""
    network = history.network[0]
    train, test = parts.train[0], parts.test[0]
    wrong = is_wrong(network.predict(birds.X), birds.y)
    lonely = lone(birds, train)
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
        n_lone_right=len(lonely) - int(wrong[lonely].sum()),
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
    sure = (truth < 0.5) & (1 - truth.astype(float) >= config.sure)
    n_sure = sure.sum(axis=1)
    after = history.train_loss[0, history.snapshot_epochs[turn] :]
    n_train, n_test = len(parts.train[0]), len(rows)
    right = np.round(n_train * wide.train_right.each[0])
    wrong = np.round(n_test * (1 - wide.test_right.each[0]))
    borders = tuple(trace(birds, net) for net in nets)
    fields = [read_only(birds.field(net)) for net in nets]
    return Watched(
        borders=borders,
        fields=read_only(np.stack(fields)),
        train_loss=read_only(wide.train.each[0]),
        test_loss=read_only(wide.test.each[0]),
        n_train_right=read_only(right.astype(int)),
        n_test_wrong=read_only(wrong.astype(int)),
        truth=read_only(truth),
        turn=turn,
        turn_step=history.snapshot_epochs[turn],
        turn_loss=float(wide.test.each[0, turn]),
        turn_train_loss=float(wide.train.each[0, turn]),
        turn_border=borders[turn],
        turn_field=fields[turn],
        setback=float((after - np.minimum.accumulate(after)).max()),
        n_sure_wrong_at_turn=int(n_sure[turn]),
        n_sure_wrong_at_end=int(n_sure[-1]),
    )


def stop(birds: Question, parts: Parts, wide: Fit, history: History) -> Array:
    """Return the wide nets' test loss at the step of least validation loss."""
    X, y = birds.X[parts.validation], birds.y[parts.validation]
    losses = np.stack([nets.loss(X, y, LOSS) for nets in history.snapshots])
    split = np.arange(len(parts.test))
    return read_only(wide.test.each[split, losses.argmin(axis=0)])
