"""What the pictures of the chapter on regularization show is what its result says."""

from collections.abc import Callable, Mapping, Sequence
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


def answers(plane: Plane, of: Any, title: str = "") -> list[Expected]:
    """Expect what a network answers over a plane."""
    return [plane.field(of.field, *SEXES).under(title), plane.pieces(of.border)]


def losses(
    steps: np.ndarray, train: Any, validation: Any, held_out: str = "validation"
) -> list[Expected]:
    """Expect the two losses of a run."""
    return [
        RUN.curve(steps, train, "train").by("training"),
        RUN.curve(steps, validation, "validation").by(held_out),
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

    def maps(
        of: list[Any], rows: list[np.ndarray], titles: Sequence[str] | None = None
    ) -> list[Expected]:
        """Expect small maps side by side, each under its title."""
        titles = titles or [""] * len(of)
        return [
            one
            for k, (network, which) in enumerate(zip(of, rows, strict=True))
            for one in (
                *answers(BARE.at(k), network, titles[k]),
                *birds(BARE.at(k), r, which),
            )
        ]

    early = [
        *birds(BARE, r, r.parts[0]),
        *losses(c.steps, c.zoom_train, c.zoom_validation),
        BARE.field(c.fields[-1], *SEXES),
        BARE.pieces(c.borders[-1]),
        *flag(RUN, [c.best, c.best_losses[0]]),
    ]
    edges, (without, with_it) = r.weights.edges, r.weights.counts[:, -1]
    validation, decayed = d.validation, f"with decay, λ = {d.in_shown}"
    first, *_, last = config.decays
    prices = [f"λ = {price}" for price in (first, d.value, last)]
    sizes = [f"{config.sizes[k]} birds" for k in (0, -1)]
    remedies = [r.none, r.early, r.decay, r.dropout, r.noise]
    return {
        "before": [
            *learned,
            *answers(BIRDS, r.none),
            *losses(c.epochs, c.train_loss, c.validation_loss, "held out"),
        ],
        "piles": [
            one.under(pile)
            for k, pile in enumerate(("training", "validation", "test"))
            for one in birds(BARE.at(k), r, r.parts[k])
        ],
        "early": early,
        "guess": early,
        "stopped": maps(
            [r.early, r.none], [r.parts[2]] * 2, ["stopped at step", "trained to step"]
        ),
        "decay": [
            WEIGHTS[0].bars(edges, without, "muted").under("no decay"),
            WEIGHTS[1].bars(edges, with_it, "train").under(decayed),
            *maps([r.decay], [r.parts[0]]),
        ],
        "too_much": [
            PRICES.curve(config.decays, d.train.mean, "train").by("training"),
            PRICES.curve(config.decays, validation.mean, "validation").by("validation"),
            *whiskers(
                PRICES, config.decays, validation.mean, validation.sd, "validation",
            ),
            *flag(PRICES, [d.value, validation.mean.min()]),
            *maps(list(d.ends), [r.parts[0]] * 3, prices),
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
            *maps(list(r.more.ends), list(r.more.rows), sizes),
        ],
        "scores": [scores([one.outcome for one in remedies])],
        "take_away": maps(remedies, [r.parts[0]] * 5, REMEDIES),
    }  # fmt: skip


def test_pictures_show_the_result(
    drawn: Callable[[str], Mapping[str, Shown]],
) -> None:
    compare(drawn("regularization"), expected())
