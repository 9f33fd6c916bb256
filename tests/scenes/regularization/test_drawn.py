"""What the pictures of the chapter on regularization show is what its result says."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from nnsim.experiments import regularization
from tests.drawn.expected import Expected, Plane, compare, part
from tests.drawn.found import Shown
from tests.drawn.marks import across, flag, whiskers
from tests.nnsim.experiments.usual import usual

BIRDS = Plane("bill length (mm)", "body mass (g)")
BARE = Plane()
RUN = Plane("step", "mean loss")
WEIGHTS = Plane("", "number of weights"), Plane("weight", "number of weights")
PRICES = Plane("price λ", "mean loss")
SIZES = Plane("birds to learn from", "test loss, no remedy")
REMEDIES = ("no remedy", "early stopping", "weight decay", "dropout", "input noise")
SEXES = ("class_a", "class_b")  # female, male


def birds(plane: Plane, r: Any, rows: np.ndarray) -> list[Expected]:
    """Expect birds by their rows in the table."""
    return [
        plane.points(r.question.points[rows[r.question.labels[rows] == sex]], role)
        for sex, role in enumerate(SEXES)
    ]


def answers(plane: Plane, of: Any) -> list[Expected]:
    """Expect what a network answers over a plane."""
    return [plane.field(of.field, *SEXES), plane.pieces(of.border)]


def losses(steps: np.ndarray, train: Any, validation: Any) -> list[Expected]:
    """Expect the two losses of a run."""
    return [
        RUN.curve(steps, train, "train"),
        RUN.curve(steps, validation, "validation"),
    ]


def thinned(W: tuple[np.ndarray, np.ndarray], on: np.ndarray) -> Expected:
    """Expect a network in which the edges of some hidden neurons are left."""
    largest = max(np.abs(one).max() for one in W)
    inner = [(0, j, i, w) for (j, i), w in np.ndenumerate(W[0]) if on[j]]
    outer = [(1, 0, j, w) for j, w in enumerate(W[1][0]) if on[j]]
    return part("WideNetwork", np.array([*inner, *outer]) / [1, 1, 1, largest])


def disturbed(r: Any) -> list[Expected]:
    """Expect the last noisy copies, as far as they lie in the plane."""
    rows, copies = r.parts[0], r.noisy.copies[-1]
    low, high = np.transpose(r.question.plane)
    inside = ((low <= copies) & (copies <= high)).all(axis=1)
    (x, y), (there_x, there_y) = r.question.points[rows[0]], copies[0]
    return [
        *(
            BIRDS.points(copies[inside & (r.question.labels[rows] == sex)], role)
            for sex, role in enumerate(SEXES)
        ),
        BIRDS.curve([x, there_x], [y, there_y], "ink"),
    ]


def scores(outcomes: list[Any]) -> Expected:
    """Expect the test loss of each remedy, and beside it its shares."""
    loss = np.array([[one.loss.mean, one.loss.sd] for one in outcomes])
    beside = [
        (
            *(name, f"{of.loss.mean:.2f}"),
            *(f"{of.right.mean:.0%}", f"± {of.right.sd:.0%}"),
            *(f"{of.sure.mean:.0%}", f"± {of.sure.sd:.0%}"),
        )
        for name, of in zip(REMEDIES, outcomes, strict=True)
    ]
    return part("Bars", loss / loss[:, 0].max(), names=beside)


def expected() -> Mapping[str, list[Expected]]:
    r = usual(regularization)
    c, d, config = r.curves, r.decays, r.config
    learned = birds(BIRDS, r, r.parts[0])

    def maps(of: list[Any], rows: list[np.ndarray]) -> list[Expected]:
        """Expect small maps side by side."""
        return [
            one
            for k, (network, which) in enumerate(zip(of, rows, strict=True))
            for one in (
                *answers(BARE.at(k), network), *birds(BARE.at(k), r, which),
            )
        ]  # fmt: skip

    early = [
        *birds(BARE, r, r.parts[0]),
        *losses(c.steps, c.zoom_train, c.zoom_validation),
        BARE.field(c.fields[-1], *SEXES),
        BARE.pieces(c.borders[-1]),
        *flag(RUN, [c.best, c.best_losses[0]]),
    ]
    remedies = [r.none, r.early, r.decay, r.dropout, r.noise]
    return {
        "before": [
            *learned,
            *answers(BIRDS, r.none),
            *losses(c.epochs, c.train_loss, c.validation_loss),
        ],
        "piles": [one for k in range(3) for one in birds(BARE.at(k), r, r.parts[k])],
        "early": early,
        "guess": early,
        "stopped": maps([r.early, r.none], [r.parts[2]] * 2),
        "decay": [
            WEIGHTS[0].bars(r.weights.edges, r.weights.counts[0, -1], "muted"),
            WEIGHTS[1].bars(r.weights.edges, r.weights.counts[1, -1], "train"),
            *maps([r.decay], [r.parts[0]]),
        ],
        "too_much": [
            PRICES.curve(config.decays, d.train.mean, "train"),
            PRICES.curve(config.decays, d.validation.mean, "validation"),
            *whiskers(
                PRICES, config.decays, d.validation.mean,
                d.validation.sd, "validation",
            ),
            *flag(PRICES, [d.value, d.validation.mean.min()]),
            *maps(list(d.ends), [r.parts[0]] * 3),
        ],
        "masks": [thinned(r.dropped.W, r.dropped.on[-1])],
        "average": [
            *learned,
            *(BIRDS.pieces(border, "muted") for border in r.dropped.borders),
            *answers(BIRDS, r.dropout),
        ],
        "noise": [*learned, *disturbed(r), *answers(BIRDS, r.noise)],
        "more": [
            *whiskers(
                SIZES, config.sizes, r.more.loss.mean,
                r.more.loss.sd, "loss",
            ),
            across(SIZES, r.early.outcome.loss.mean, "ink"),
            *maps(list(r.more.ends), list(r.more.rows)),
        ],
        "scores": [scores([one.outcome for one in remedies])],
        "take_away": maps(remedies, [r.parts[0]] * 5),
    }  # fmt: skip


def test_pictures_show_the_result(
    drawn: Callable[[str], Mapping[str, Shown]],
) -> None:
    compare(drawn("regularization"), expected())
