"""Too little capacity and too much: a penguin's sex, by networks of several widths.

Data: Palmer penguins (Gorman, Williams & Fraser 2014), the 333 birds of known sex.
Networks of one hidden layer learn sex from bill length and body mass of 80 birds and
are judged on 173 others; 80 more are for the next chapter, on regularization, which
uses the same splits. Nothing holds these networks back: no penalty, no early stop.
"""

from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.experiments.overfitting.capacity import Fit, fit, moments
from nnsim.experiments.overfitting.confident_errors import Sureness, of_wrong_answers
from nnsim.experiments.overfitting.examples import Example, show
from nnsim.experiments.overfitting.lone_birds import lone
from nnsim.experiments.overfitting.masses import Masses, weigh
from nnsim.experiments.overfitting.settings import Config
from nnsim.experiments.overfitting.watched import Watched, watch
from nnsim.problems.question import Question
from nnsim.problems.sexes import LOSS, Parts, load_birds, part
from nnsim.spread import Spread
from nnsim.training.history import History


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
    masses: Masses
    n_exploded: int  # splits in which the wide net's test loss ends ``rise`` times up
    mean_rise: float  # mean test loss at the end over that at the turn
    stopped: Array  # (n_splits,) wide test loss where 80 validation birds say stop
    widths: Array  # (n_widths,) hidden neurons
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
        masses=weigh(),
        n_exploded=int((wide.rises >= config.rise).sum()),
        mean_rise=float(wide.at_end.mean / wide.at_turn.mean),
        stopped=stop(birds, parts, wide, history),
        widths=read_only(np.array(config.widths)),
        train_end=side_by_side([found.train_at_end for found in fits]),
        test_end=side_by_side([found.at_end for found in fits]),
        right_end=right_end,
        best=config.widths[int(right_end.mean.argmax())],
    )


def side_by_side(spreads: list[Spread]) -> Spread:
    """Put numbers of each split side by side, one column a width."""
    return Spread.of(np.stack([one.each for one in spreads], axis=1))


def stop(birds: Question, parts: Parts, wide: Fit, history: History) -> Array:
    """Return the wide nets' test loss at the step of least validation loss."""
    X, y = birds.X[parts.validation], birds.y[parts.validation]
    losses = np.stack([nets.loss(X, y, LOSS) for nets in history.snapshots])
    split = np.arange(len(parts.test))
    return read_only(wide.test.each[split, losses.argmin(axis=0)])
