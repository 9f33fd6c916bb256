"""What the pictures of the chapter on the neuron show is what its result says."""

from collections.abc import Callable, Mapping

from nnsim.experiments import neuron
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

BILLS = Plane("bill length (mm)", "bill depth (mm)")
SIGMOID = Plane("sum z", "probability of Gentoo")
LOSSES = Plane("step", "mean loss")


def expected() -> Mapping[str, list[Expected]]:
    r = usual(neuron)
    by_eye = network(r.network.layers[0].W)
    adelie = part("Bill", [r.other.x[1] / r.other.x[0]])
    gentoo = part("Bill", [r.asked.x[1] / r.asked.x[0]])
    sigmoid = [
        by_eye,
        SIGMOID.curve(*r.sigmoid.T, "ink"),
        SIGMOID.points([r.other.z, r.other.a], "class_a"),
    ]
    birds = [
        BILLS.points(r.question.points[r.question.labels == 0], "class_a"),
        BILLS.points(r.question.points[r.question.labels == 1], "class_b"),
    ]

    def after(k: int) -> list[Expected]:
        """Expect what the neuron answers after a step."""
        field = BILLS.field(r.fields[k], "class_a", "class_b")
        return [*birds, field, BILLS.pieces(r.borders[k])]

    terms = {f"w_{k} x_{k}": wx for k, wx in enumerate(r.other.products, 1)}
    terms["b"] = r.network.layers[0].b[0]
    return {
        "sample": [adelie],
        "two_classes": [adelie, gentoo],
        "inputs": [adelie],
        "weights": [by_eye],
        "sum": [by_eye, waterfall(terms, "+.1f")],
        "activation": sigmoid,
        "another_sample": [*sigmoid, SIGMOID.points([r.asked.z, r.asked.a], "class_b")],
        "all_samples": [
            *birds,
            adelie,
            gentoo,
            BILLS.points(r.other.x, "ink"),
            BILLS.points(r.asked.x, "ink"),
        ],
        "line": [
            *birds,
            BILLS.pieces(r.border),
            BILLS.field(r.field, "class_a", "class_b"),
            BILLS.points(r.edge.x, "class_b"),
            BILLS.points(r.edge.x, "ink"),
        ],
        "guess": [*after(0), network(r.learned_W[:1])],
        "learn": [*after(-1), LOSSES.curve(r.epochs, r.history.train_loss, "loss")],
        "found": [
            *after(-1),
            network(r.learned_W[-1:]),
            BILLS.points(r.missed, "ink"),
        ],
    }


def test_pictures_show_the_result(
    drawn: Callable[[str], Mapping[str, Shown]],
) -> None:
    compare(drawn("neuron"), expected())
