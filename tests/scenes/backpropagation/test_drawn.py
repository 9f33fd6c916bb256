"""What the pictures of the chapter on backpropagation show is what its result says."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from nnsim.experiments import backpropagation
from tests.drawn.expected import (
    Expected,
    Plane,
    compare,
    network,
    part,
    waterfall,
)
from tests.drawn.found import Shown
from tests.nnsim.experiments.usual import usual

LOSS = Plane("probability p", "loss L")
BILLS = Plane("bill length (mm)", "bill depth (mm)")
LOSSES = Plane("step", "mean loss")


def lit(net: Any, forward: Any) -> Expected:
    """Expect a network whose units have the colours of their activations."""
    told = dict(enumerate(forward.a, start=1))
    return network(*(layer.W for layer in net.layers), activations=told)


def expected() -> Mapping[str, list[Expected]]:
    r = usual(backpropagation)
    first = [network(*(layer.W for layer in r.network.layers))]
    before = [lit(r.network, r.forward)]
    last = [network(*(layer.W for layer in r.stepped.layers))]
    length, depth = r.measured
    v = r.network.layers[1]
    terms = {f"v_{k} a_{k}": va for k, va in enumerate(v.W[0] * r.forward.a[0][0], 1)}
    p, at = r.forward.a[1].item(), r.loss_curve[:, 0]
    loss = [
        *before,
        LOSS.curve(at, -np.log(1 - at), "loss"),  # of a bird that is no Chinstrap
        LOSS.points([p, -np.log(1 - p)], "loss"),
    ]
    is_chinstrap = r.question.y[:, 0] == 1
    return {
        "network": first,
        "bird": [*first, part("Bill", [depth / length])],
        "forward": [*before, waterfall({**terms, "c": v.b[0]}, "+.2f")],
        "loss": loss,
        "guess": loss,
        **dict.fromkeys(
            ("output_blame", "hidden_blame", "first_weights", "check"), before
        ),
        "step": [lit(r.stepped, r.stepped_forward)],
        "three_birds": last,
        "train": [
            BILLS.points(r.question.points[~is_chinstrap], "muted"),
            BILLS.points(r.question.points[is_chinstrap], "class_c"),
            BILLS.field(r.fields[-1], "muted", "class_c"),
            BILLS.pieces(r.borders[-1]),
            LOSSES.curve(r.epochs, r.history.train_loss, "loss"),
        ],
    }


def test_pictures_show_the_result(
    drawn: Callable[[str], Mapping[str, Shown]],
) -> None:
    compare(drawn("backpropagation"), expected())
