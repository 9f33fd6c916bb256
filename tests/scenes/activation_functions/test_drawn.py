"""What the pictures of the chapter on activations show is what its result says."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from nnsim.experiments import activation_functions
from tests.drawn.expected import Expected, Plane, compare, network, part
from tests.drawn.found import Shown
from tests.drawn.marks import log_bars
from tests.nnsim.experiments.usual import usual

BILLS = Plane("bill length (mm)", "bill depth (mm)")
LOSSES = Plane("step", "mean loss")
BENDS = Plane("z", "a")
DEAD = Plane("sum z of each bird", "a = ReLU(z)")
FADING = Plane("hidden layer", "rms slope of loss")
SPECIES = ("class_a", "class_b", "class_c")
ONE_KIND = ("muted", "muted", "class_c")
NAMES = ("ReLU", "sigmoid", "tanh")
VALUE = (
    lambda z: np.maximum(z, 0),
    lambda z: 1 / (1 + np.exp(-z)),
    np.tanh,
)
SLOPE = (
    lambda z: (z > 0).astype(float),
    lambda z: 0.25 / np.cosh(z / 2) ** 2,
    lambda z: 1 / np.cosh(z) ** 2,
)


def birds(r: Any, roles: tuple[str, ...]) -> list[Expected]:
    return [
        BILLS.points(r.question.points[r.question.labels == kind], role)
        for kind, role in enumerate(roles)
    ]


def bent(r: Any, functions: Any) -> list[Expected]:
    """Expect the three birds on a function of each activation."""
    return [
        BENDS.at(k).points([z, functions[k](z)], SPECIES[i])
        for k in range(3)
        for i, z in enumerate(r.z)
    ]


def expected() -> Mapping[str, list[Expected]]:
    r = usual(activation_functions)
    linear, history = r.linear, r.history
    others = birds(r, ONE_KIND)
    stack = network(*(layer.W for layer in linear.stack.layers))
    one = network(linear.products[-1][0])
    field = BILLS.field(linear.stack_field, "muted", "class_c")
    curves, slopes = [], []
    for k in range(3):
        z, steps = r.bends[k].points[:, 0], r.bends[k].slopes[:, 0]
        slope = SLOPE[k](steps)
        slope[steps == 0] = r.bends[k].slopes[steps == 0, 1]  # ReLU's jump, both ends
        curves.append(BENDS.at(k).curve(z, VALUE[k](z), "ink").under(NAMES[k]))
        slopes.append(BENDS.at(k).curve(steps, slope, "gradient"))

    def after(step: int) -> list[Expected]:
        """Expect what two tanh neurons answer after a step."""
        field = BILLS.field(r.fields[step], "muted", "class_c")
        return [*others, field, BILLS.pieces(r.borders[step])]

    floor = LOSSES.curve([0, r.epochs[-1]], [linear.neuron_loss] * 2, "muted")
    loss = history.train_loss
    fading = [
        mark.under(NAMES[k])
        for nth, k in enumerate((1, 2, 0))
        for mark in log_bars(FADING.at(nth), r.fading[k], (-8, 0), "gradient")
    ]
    z = r.dead.points[-1, :, 0]
    ends = 1.1 * r.dead.points[..., 0].min(), 1.1 * r.dead.points[..., 0].max()
    return {
        "corner": [*birds(r, SPECIES), part("Bill", [r.bill[1] / r.bill[0]])],
        "best_line": [*others, BILLS.pieces(linear.border)],
        "guess": [*others, stack],
        "straight": [*others, field, BILLS.pieces(linear.stack_border), stack],
        "one_matrix": [stack, one],
        "both_ways": [stack, one],
        "bends": [*curves, *bent(r, VALUE)],
        "slopes": [*curves, *slopes, *bent(r, SLOPE)],
        "rest": [
            *after(r.left),
            floor,
            LOSSES.curve(r.epochs[: r.left + 1], loss[: r.left + 1], "loss"),
        ],
        "escape": [*after(-1), floor, LOSSES.curve(r.epochs, loss, "loss")],
        "two_lines": [
            *after(-1),
            *(BILLS.pieces(line, "signal") for line in r.hidden_lines),
            network(*(layer.W for layer in history.network.layers)),
        ],
        "ten_starts": [floor, *(LOSSES.curve(r.epochs, y, "loss") for y in r.losses)],
        "dead": [
            DEAD.curve([ends[0], 0, ends[1]], [0, 0, ends[1]], "ink"),
            *(
                DEAD.points(np.stack([z[of], np.maximum(z[of], 0)], axis=1), role)
                for of, role in ((r.question.labels == k, SPECIES[k]) for k in range(3))
            ),
        ],
        "fading": fading,
    }


def test_pictures_show_the_result(
    drawn: Callable[[str], Mapping[str, Shown]],
) -> None:
    compare(drawn("activation_functions"), expected())
