"""What the pictures of the chapter on overfitting show is what its result says."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from nnsim.experiments import overfitting
from tests.drawn.expected import Expected, Plane, compare
from tests.drawn.found import Shown
from tests.drawn.keys import key
from tests.drawn.marks import flag, piles, whiskers
from tests.nnsim.experiments.usual import usual

BIRDS = Plane("bill length (mm)", "body mass (g)")
BARE = Plane()
RUN = Plane("step (log scale)", "mean loss")
SMALL_RUN = Plane("step", "mean loss")
LEVELS = "mean loss, held out", "share right, held out"
PILES = Plane("", ""), Plane("probability given to the true sex (each dot a bird)", "")
SEXES = ("class_a", "class_b")


def birds(plane: Plane, r: Any, rows: np.ndarray) -> list[Expected]:
    """Expect birds by their rows in the table."""
    return [
        plane.points(r.question.points[rows[r.question.labels[rows] == sex]], role)
        for sex, role in enumerate(SEXES)
    ]


def answers(
    plane: Plane, field: np.ndarray, border: np.ndarray, title: str = ""
) -> list[Expected]:
    """Expect what a network answers over a plane."""
    return [plane.field(field, *SEXES).under(title), plane.pieces(border)]


def both(plane: Plane, r: Any, fit: Any) -> list[Expected]:
    """Expect means and spreads of both losses over the splits."""
    parts = (
        (fit.train, "train", "learned from"),
        (fit.test, "validation", "held out"),
    )
    return [
        mark
        for spread, role, name in parts
        for mark in (
            plane.curve(r.steps, spread.each.mean(axis=0), role).by(name),
            plane.band(r.steps, spread.low, spread.high, role),
        )
    ]


def expected() -> Mapping[str, list[Expected]]:
    r = usual(overfitting)
    watched, turn = r.watched, r.watched.turn
    learned = birds(BIRDS, r, r.train)
    held_out = birds(BIRDS, r, r.test)
    at_end = answers(BIRDS, watched.fields[-1], watched.borders[-1])

    def after(k: int, plane: Plane, title: str) -> list[Expected]:
        """Expect the wide network's map after a step looked at."""
        field, border = watched.fields[k], watched.borders[k]
        return [*answers(plane, field, border, title), *birds(plane, r, r.train)]

    wide = r.wide.fit
    levels = []
    for words, spread in zip(LEVELS, (wide.test, wide.test_right), strict=True):
        plane = Plane(RUN.x, words)
        levels.append(plane.curve(r.steps, spread.mean, "validation"))
        levels.append(plane.band(r.steps, spread.low, spread.high, "validation"))
    three = []
    titles = (
        "1 neuron: underfits", "4 neurons: about right", "64 neurons: overfits",
    )  # fmt: skip
    for k, example in enumerate((r.narrow, r.middle, r.wide)):
        three += answers(BARE.at(k), example.field, example.border, titles[k])
        three += birds(BARE.at(k), r, r.train)
        three += both(SMALL_RUN.at(k), r, example.fit)
    sure = []
    for plane, k in zip(PILES, (turn, -1), strict=True):
        truth = watched.truth[k]
        sure.append(plane.curve([0.5, 0.5], [0, 1], "muted"))
        sure.append(piles(plane, truth[truth < 0.5], 20, "loss"))
        sure.append(piles(plane, truth[truth >= 0.5], 20, "muted"))
    by_width = Plane("hidden neurons", "mean loss at the end")
    right = Plane("hidden neurons", "share right, held out")
    capacity = whiskers(right, r.widths, r.right_end.mean, r.right_end.sd, "validation")
    for spread, role, name in (
        (r.train_end, "train", "learned from"), (r.test_end, "validation", "held out"),
    ):  # fmt: skip
        capacity.append(by_width.curve(r.widths, spread.mean, role).by(name))
        capacity += whiskers(by_width, r.widths, spread.mean, spread.sd, role, low=0)
    wrong = key({"wrong": "ink dot hollow"})
    female, male = r.question.classes
    words = {
        female: "class_a dot",
        male: "class_b square",
        f"{len(r.train)} to learn from": "class_a dot, class_b square",
        f"{len(r.test)} held out": "class_a dot hollow, class_b square hollow",
    }
    return {
        "samples": [*learned, *held_out, key(words)],
        "narrow": [
            *learned,
            *answers(BIRDS, r.narrow.field, r.narrow.border),
            BIRDS.points(r.question.points[r.narrow.train_missed], "ink"),
            wrong,
        ],
        "wide": [*learned, *at_end],
        "guess": [*learned, *at_end],
        "reveal": [
            *learned,
            *held_out,
            *at_end,
            BIRDS.points(r.question.points[r.wide.missed], "ink"),
            wrong,
        ],
        "turn": [
            RUN.curve(r.steps, watched.train_loss, "train").by("learned from"),
            RUN.curve(r.steps, watched.test_loss, "validation").by("held out"),
            *flag(RUN, [watched.turn_step, watched.test_loss.min()]),
            *after(turn, BARE.at(0), f"border at step {watched.turn_step}"),
            *after(-1, BARE.at(1), f"border at step {r.steps[-1]}"),
        ],
        "splits": [
            *both(RUN, r, wide),
            RUN.lines(
                [np.stack([r.steps, one], axis=1) for one in wide.test.each],
                "validation",
            ),
        ],
        "three": three,
        "right_answers": levels,
        "sure": sure,
        "capacity": capacity,
        "take_away": [
            *after(turn, BARE.at(0), "at its turn: a rule"),
            *after(-1, BARE.at(1), "at the end: by heart"),
        ],
    }


def test_pictures_show_the_result(
    drawn: Callable[[str], Mapping[str, Shown]],
) -> None:
    compare(drawn("overfitting"), expected())
