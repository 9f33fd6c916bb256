"""What the pictures of the chapter on layers show is what its result says."""

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

import numpy as np

from nnsim.experiments import layers
from tests.drawn.expected import Expected, Plane, compare, network, part
from tests.drawn.found import Shown
from tests.drawn.marks import dot_strip
from tests.nnsim.experiments.usual import usual

NEURON = 4  # the one that is shown alone
BILLS = Plane("bill length (mm)", "bill depth (mm)")
HIDDEN = Plane("upper activation", "lower activation")
COUNTS = Plane("hidden layers' width", "parameters")
SCORES = Plane("share of held-out birds right", "a dot for each split")
ROLES = {"Adelie": "class_a", "Gentoo": "class_b", "Chinstrap": "class_c"}


def n_parameters(width: int, n_hidden: int) -> int:
    """Count weights and biases from four inputs through hidden layers to three."""
    widths = [4, *[width] * n_hidden, 3]
    return sum((a + 1) * b for a, b in pairwise(widths))


def clouds(r: Any, plane: Plane, xy: np.ndarray) -> list[Expected]:
    return [
        plane.points(xy[r.question.row_keys == name], role)
        for name, role in ROLES.items()
    ]


def expected() -> Mapping[str, list[Expected]]:
    r = usual(layers)
    W = [layer.W for layer in r.network.layers]
    whole = network(*W)
    b = r.network.layers[0].b
    top = max(np.abs(W[0]).max(), np.abs(b).max())
    widths = np.arange(1, 33)
    wide = r.config.wide_hidden
    birds = [
        *clouds(r, BILLS, r.question.points),
        BILLS.field(r.fields[-1], "muted", "class_c"),
        BILLS.pieces(r.borders[-1]),
    ]
    hidden = [
        *birds,
        BILLS.points(r.measured, "ink"),
        *clouds(r, HIDDEN, r.hidden[-1]),
        HIDDEN.field(r.hidden_fields[-1], "muted", "class_c"),
        HIDDEN.pieces(r.hidden_borders[-1]),
        HIDDEN.points(r.forward.a[1][0], "ink"),
    ]
    paper = [
        *hidden,
        BILLS.lines(list(r.paper), "muted"),
        HIDDEN.lines(list(r.bent_paper[-1]), "muted"),
    ]
    scores = (r.neuron_scores, *r.scores)
    sketches = [
        part("ShapeSketch", list(shape))
        for shape in ((2, 1), *((2, *hidden, 1) for hidden in r.config.budget))
    ]
    names = (
        "one neuron", "one hidden layer: 11", "two hidden layers: 8, 2",
        "three hidden layers: 4, 4, 2",
    )  # fmt: skip
    strips = [
        mark.beside(names[k])
        for k, score in enumerate(scores)
        for mark in dot_strip(
            SCORES, score.right.each, 3.5 - k, "validation" if k else "muted"
        )
    ]
    return {
        "neuron": [network(*W, layers=[0], neurons=[NEURON])],
        "layer": [network(*W, layers=[0])],
        "matrix": [
            network(*W, layers=[0]),
            part("WeightMatrix", W[0] / top),
            part("WeightMatrix", b[:, None] / top),
        ],
        "network": [whole],
        "forward": [
            network(*W, activations=dict(enumerate(r.forward.a, start=1))),
            part("Bill", [r.measured[1] / r.measured[0]]),
        ],
        "count": [whole],
        "grow": [
            *(
                COUNTS.curve(widths, [n_parameters(w, n) for w in widths], "ink").by(
                    name
                )
                for n, name in ((1, "one"), (2, "two"), (4, "four"))
            ),
            COUNTS.points([wide, n_parameters(wide, 2)], "signal"),
            COUNTS.points([wide, n_parameters(wide, 4)], "signal"),
            COUNTS.points([2 * wide, n_parameters(2 * wide, 2)], "signal"),
            network(*(layer.W for layer in r.penguin_net.layers)),
        ],
        "guess": [*birds, network(W[2])],
        "hidden": hidden,
        "paper": paper,
        "train": paper,
        "budget": sketches,
        "scores": [*sketches, *strips],
    }


def test_pictures_show_the_result(
    drawn: Callable[[str], Mapping[str, Shown]],
) -> None:
    compare(drawn("layers"), expected())
