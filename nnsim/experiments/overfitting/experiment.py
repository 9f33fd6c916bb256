"""Too little capacity and too much: two classes, by networks of several widths.

Data: Palmer penguins (Gorman, Williams & Fraser 2014), the 333 birds of known sex.
Networks of one hidden layer learn sex from bill length and body mass of 80 birds and
are judged on 173 others; 80 more are for the next chapter, on regularization, which
uses the same splits. Nothing holds these networks back: no penalty, no early stop.

Or a table of one's own: two classes by two measurements, in parts that hold both.
"""

from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.chance import is_above
from nnsim.experiments.overfitting.asked import (
    ask,
    check_overfits,
    check_parts,
    check_size,
)
from nnsim.experiments.overfitting.capacity import Fit, fit, moments
from nnsim.experiments.overfitting.confident_errors import Sureness, of_wrong_answers
from nnsim.experiments.overfitting.examples import Example, show
from nnsim.experiments.overfitting.lone_samples import lone
from nnsim.experiments.overfitting.masses import Masses, weigh
from nnsim.experiments.overfitting.memorising import choose_split
from nnsim.experiments.overfitting.settings import Config
from nnsim.experiments.overfitting.watched import Watched, watch
from nnsim.problems.question import Question
from nnsim.problems.sexes import LOSS, Parts, part
from nnsim.spread import Spread
from nnsim.training.history import History


@dataclass(frozen=True, eq=False)
class Result:
    """Everything that the chapter shows."""

    config: Config
    question: Question  # of which class, by two measurements
    feature_1: str  # what is measured, in words
    feature_2: str
    classes: str  # what the classes are, in the plural: "sexes"
    n_samples: int
    shown: int  # the split shown: the first, of one's own the first that overfits
    train: Array  # (n_train,) rows of the split shown
    test: Array  # (n_test,) rows of the split shown
    n_train: int
    n_test: int
    n_aside: int  # samples that neither teach nor are held out
    n_lone: int  # samples learned from whose two nearest are of the other class
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
    masses: Masses | None  # of the penguins; of other samples, nothing is known
    n_exploded: int  # splits in which the wide net's test loss ends ``rise`` times up
    mean_rise: float  # mean test loss at the end over that at the turn
    stopped: Array  # (n_splits,) wide test loss where those set aside say stop
    widths: Array  # (n_widths,) hidden neurons
    train_end: Spread  # (n_splits, n_widths) loss at the end
    test_end: Spread  # (n_splits, n_widths)
    right_end: Spread  # (n_splits, n_widths) share of test rows right at the end
    always: Spread  # (n_splits,) share of test rows right if always answered alike
    enough: int  # fewest hidden neurons than which no others are right more often


def run(config: Config = Config()) -> Result:  # frozen, so safe
    """Compute the chapter's result."""
    question = ask(config.data)
    parts = part_all(config, question)
    steps = moments(config.n_epochs, config.n_moments)
    runs = {
        width: fit(
            width, question, parts, steps=steps, n_epochs=config.n_epochs,
            learning_rate=config.learning_rate,
        )
        for width in config.widths
    }  # fmt: skip
    fits = tuple(found for found, _ in runs.values())
    wide, history = runs[config.wide]
    check_overfits(question, wide)
    shown = choose_split(wide) if question.is_own else 0
    n_train, n_test = parts.train.shape[1], parts.test.shape[1]
    n = len(question.y)
    return Result(
        config=config,
        question=question,
        feature_1=question.features[question.axes[0]],
        feature_2=question.features[question.axes[1]],
        classes="classes" if question.is_own else "sexes",
        n_samples=n,
        shown=shown,
        train=parts.train[shown],
        test=parts.test[shown],
        n_train=n_train,
        n_test=n_test,
        n_aside=n - n_train - n_test,
        n_lone=len(lone(question, parts.train[shown])),
        steps=read_only(np.array(steps)),
        n_steps=len(steps),
        fits=fits,
        narrowest=fits[0],
        widest=fits[-1],
        gentlest=min(fits, key=lambda found: found.at_end.mean),
        narrow=show(question, parts, *runs[config.narrow], shown),
        middle=show(question, parts, *runs[config.middle], shown),
        wide=show(question, parts, *runs[config.wide], shown),
        watched=watch(config, question, parts, wide, history, shown),
        sureness=of_wrong_answers(question, parts, wide, history),
        certainty=f"{100 * config.sure:.12g}%",
        masses=None if question.is_own else weigh(),
        n_exploded=int((wide.rises >= config.rise).sum()),
        mean_rise=float(wide.at_end.mean / wide.at_turn.mean),
        stopped=stop(question, parts, wide, history),
        widths=read_only(np.array(config.widths)),
        train_end=side_by_side([found.train_at_end for found in fits]),
        test_end=side_by_side([found.at_end for found in fits]),
        right_end=side_by_side([found.right_at_end for found in fits]),
        always=answer_alike(question, parts),
        enough=fewest(fits, n_test),
    )


def part_all(config: Config, question: Question) -> Parts:
    """Part the samples in all ways; those of one's own so that parts hold both classes.

    Raises
    ------
    UnfitDataError
        If there are too few of them.
    """
    check_size(question)
    n = len(question.y)
    size = config.sizes(n)
    parts = part(
        n, config.n_splits, size.n_train, size.n_validation, size.n_test,
        labels=question.labels if question.is_own else None,
    )  # fmt: skip
    check_parts(question, parts)
    return parts


def answer_alike(question: Question, parts: Parts) -> Spread:
    """Return the share right if the class that most are learned of is answered."""
    train, test = (question.y[rows][..., 0] for rows in (parts.train, parts.test))
    most = train.mean(axis=1, keepdims=True) > 0.5
    return Spread.of((test == most).mean(axis=1))


def fewest(fits: tuple[Fit, ...], n_test: int) -> int:
    """Return the fewest neurons than which no others are right more often.

    Scores that differ by no more than chance makes of them count as the same.
    """
    return next(
        one.width
        for one in fits
        if not any(
            is_above(other.right_at_end, one.right_at_end, n_test) for other in fits
        )
    )


def side_by_side(spreads: list[Spread]) -> Spread:
    """Put numbers of each split side by side, one column a width."""
    return Spread.of(np.stack([one.each for one in spreads], axis=1))


def stop(question: Question, parts: Parts, wide: Fit, history: History) -> Array:
    """Return the wide nets' test loss at the step of least validation loss."""
    X, y = question.X[parts.validation], question.y[parts.validation]
    losses = np.stack([nets.loss(X, y, LOSS) for nets in history.snapshots])
    split = np.arange(len(parts.test))
    return read_only(wide.test.each[split, losses.argmin(axis=0)])
