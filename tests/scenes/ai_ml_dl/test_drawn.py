"""What the pictures of the chapter on AI, ML and DL show is what its result says."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from nnsim.experiments import ai_ml_dl
from scenes.frame import theme
from tests.drawn.expected import Expected, Plane, compare, network, part
from tests.drawn.found import Shown
from tests.drawn.marks import NO_AXES, box, similar
from tests.nnsim.experiments.usual import usual

BILLS = Plane("bill length (mm)", "bill depth (mm)")
BARE = Plane()
MATES = Plane("moves to mate", "positions")
LOSSES = Plane("step", "mean loss")
SCORES = Plane("", "right (%)")
ROLES = ("class_a", "class_b", "class_c")
MODELS = ("line", "tree", "forest", "network")


def birds(r: Any, plane: Plane) -> list[Expected]:
    return [
        plane.points(r.question.points[r.question.labels == k], role)
        for k, role in enumerate(ROLES)
    ]


def answers(
    plane: Plane, field: np.ndarray, border: np.ndarray, name: str = ""
) -> list[Expected]:
    """Expect what a model answers over the plane."""
    return [plane.classes(field, ROLES).under(name), plane.pieces(border)]


def scores(by_model: Any, offset: float, fill: str) -> list[Expected]:
    """Expect means over held-out parts, in %, each with its spread, up to 100 %."""
    marks = []
    for k, name in enumerate(MODELS):
        each = 100 * by_model[name].each
        mean, sd = each.mean(), each.std(ddof=1)
        x = k + offset
        marks.append(SCORES.points([x, mean], fill))
        marks.append(SCORES.curve([x, x], [mean - sd, min(mean + sd, 100)], "ink"))
    return marks


def expected() -> Mapping[str, list[Expected]]:
    r = usual(ai_ml_dl)
    play = r.endgame
    on_bills = birds(r, BILLS)
    net = network(*(layer.W for layer in r.network.layers))
    rings = [
        part("Chessboard", play.line[0]),
        *(
            similar(r.question.points[r.question.labels == k], role)
            for k, role in enumerate(ROLES)
        ),
        similar(r.line_border, "ink"),
        net,
    ]
    pieces = [NO_AXES.aside("Piece", "a sample beside its name")] * 3
    bars = [
        box(MATES, (k - 0.38, k + 0.38), (0, n), "muted", least=0.02)
        for k, n in enumerate(play.counts)
    ]
    maps = [
        *answers(BARE.at(0), r.line_field, r.line_border, "line"),
        *answers(BARE.at(1), r.tree_field, r.tree_border, "tree"),
        *answers(BARE.at(2), r.forest_fields[-1], r.forest_borders[-1], "forest"),
        *answers(BARE.at(3), r.fields[-1], r.borders[-1], "network"),
        *(bird for k in range(4) for bird in birds(r, BARE.at(k))),
    ]
    return {
        "rings": rings,
        "ai": [part("Chessboard", play.line[0]), *pieces],
        "search": [part("Chessboard", play.line[0]), *bars],
        "mate": [
            part("Chessboard", play.line[-1]),
            *bars,
            MATES.points([play.to_mate[-1], 0], "signal", stacked=True),
        ],
        "ml": on_bills,
        "line": [*on_bills, *answers(BILLS, r.line_field, r.line_border)],
        "tree": [
            *on_bills,
            BILLS.classes(r.tree_field, ROLES),
            *(BILLS.curve(*cut.ends.T, "ink") for cut in r.questions),
        ],
        "forest": [
            *on_bills,
            *answers(BILLS, r.forest_fields[-1], r.forest_borders[-1]),
        ],
        "dl": [net],
        "train": [
            *on_bills,
            *answers(BILLS, r.fields[-1], r.borders[-1]),
            LOSSES.curve(r.epochs, r.history.train_loss[r.epochs], "loss"),
        ],
        "guess": maps,
        "scores": [*maps, *scores(r.two, -0.3, "paper"), *scores(r.four, 0.08, "ink")],
        "map": rings,
    }


def test_pictures_show_the_result(
    drawn: Callable[[str], Mapping[str, Shown]],
) -> None:
    compare(drawn("ai_ml_dl"), expected())


def test_each_answer_of_the_tree_has_the_mark_of_its_species(
    drawn: Callable[[str], Mapping[str, Shown]],
) -> None:
    marks = drawn("ai_ml_dl")["tree"].others
    from_top = sorted(marks, key=lambda mark: -mark.segments[..., 1].max())
    wanted = [theme.role(ROLES[leaf.answer]) for leaf in usual(ai_ml_dl).leaves]
    assert [mark.color for mark in from_top] == [c.to_hex().upper() for c in wanted]
