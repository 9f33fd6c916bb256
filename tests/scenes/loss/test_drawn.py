"""What the pictures of the chapter on the loss show is what its result says."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from nnsim.experiments import loss
from tests.drawn.expected import Expected, Plane, compare, part
from tests.drawn.found import Shown
from tests.drawn.marks import contours, square, stroke
from tests.nnsim.experiments.usual import usual

LEVELS = (0.02, 0.1, 0.3, 0.6)  # written on the map's lines
CONCENTRATION = "substrate concentration (ppm)"
RATES = Plane(CONCENTRATION, "reaction rate (counts/min²)")
OFF = Plane(CONCENTRATION, "rate less the average of its pair (counts/min²)")
SLIDE = Plane("Vmax (counts/min²)", "loss L")
MAP = Plane("Vmax (counts/min²)", "Km (ppm)")
ANSWERS = Plane("bill length (mm)", "p of Gentoo")
PRICE = Plane("p of the right species", "loss of one bird")
MEAN_LOSS = Plane("", "mean loss")
LOOKS = {"Adélie": (0.0, "class_a"), "Gentoo": (1.0, "class_b")}  # row and colour


def enzyme(e: Any) -> Mapping[str, list[Expected]]:
    c, rate = e.measured.x, e.measured.y
    points = RATES.points(np.stack([c, rate], axis=1), "ink")

    def model(curves: Any, k: int, *, squares: bool = True) -> list[Expected]:
        """Expect a curve with its errors, and squares on these."""
        v_max, k_m = curves.v_max[k], curves.k_m[k]
        shown = [points, RATES.curve(e.at, v_max * e.at / (k_m + e.at), "signal")]
        for x, y in zip(c, rate, strict=True):
            told = v_max * x / (k_m + x)
            shown.append(RATES.curve([x, x], [y, told], "loss"))
            if squares:
                shown.append(square(RATES, x, y, told, "loss"))
        return shown

    v_max, k_m = e.slide.v_max[0], e.slide.k_m[0]
    order = np.argsort(e.slide.v_max)
    off = rate - np.repeat(rate.reshape(-1, 2).mean(axis=1), 2)
    best = e.walk.v_max[-1] * np.unique(c) / (e.walk.k_m[-1] + np.unique(c))
    means = rate.reshape(-1, 2).mean(axis=1)
    return {
        "rates": [points],
        "curve": [
            *model(e.slide, 0, squares=False)[:2],
            RATES.curve([0, e.at[-1]], [v_max, v_max], "muted"),
            RATES.curve([k_m, k_m], [0, v_max / 2], "muted"),
            RATES.curve([0, k_m], [v_max / 2, v_max / 2], "muted"),
        ],
        "errors": model(e.slide, 0, squares=False),
        "squares": model(e.slide, 0),
        "guess": [*model(e.slide, 0), SLIDE.points([v_max, e.slide.loss[0]], "signal")],
        "slide": [
            *model(e.slide, -1),
            SLIDE.curve(e.slide.v_max[order], e.slide.loss[order], "loss"),
            SLIDE.points([e.slide.v_max[-1], e.slide.loss[-1]], "signal"),
        ],
        "map": [
            *model(e.walk, -1),
            *contours(MAP, e.surface, LEVELS, "loss"),
            MAP.curve(e.plane[0], [k_m, k_m], "ink"),
            MAP.points([e.walk.v_max[-1], e.walk.k_m[-1]], "signal"),
        ],
        "floor": [
            OFF.curve([0, e.at[-1]], [0, 0], "muted"),
            OFF.points(np.stack([c, off], axis=1), "ink"),
            *(OFF.curve([x, x], [0, y], "loss") for x, y in zip(c, off, strict=True)),
            *(
                stroke(OFF, [x, y], "signal")
                for x, y in zip(np.unique(c), best - means, strict=True)
            ),
            part(
                "Bars",
                [[1, 0], [e.losses[3] / e.losses[2], 0]],
                names=[
                    ("best curve", f"{e.losses[2]:.4f}"),
                    ("replicates", f"{e.losses[3]:.4f}"),
                ],
            ),
        ],
    }


def birds(b: Any) -> Mapping[str, list[Expected]]:
    rows = [
        ANSWERS.points(
            np.stack([b.question.measured[:, 0][which], which[which]], axis=1),
            role,
            stacked=True,
        ).beside(name)
        for which, role, name in (
            (b.question.labels == 0, "class_a", "Adélie"),
            (b.question.labels == 1, "class_b", "Gentoo"),
        )
    ]
    answers = [*rows, ANSWERS.curve(b.lengths, b.says, "signal")]
    price = PRICE.curve(b.price[:, 0], -np.log(b.price[:, 0]), "loss")
    marks, costs = [], []
    for bird in (b.sure, b.unsure, b.mistaken):
        row, role = LOOKS[bird.species]
        marks.append(ANSWERS.points([bird.length, row], role))
        ends = [row, row + (1 - bird.p) * (1 - 2 * row)]
        marks.append(ANSWERS.curve([bird.length] * 2, ends, "loss"))
        costs.append(PRICE.points([bird.p, -np.log(bird.p)], role))
    worst, role = b.mistaken, LOOKS[b.mistaken.species][1]

    def measures(
        judged: Any, x: np.ndarray, says: np.ndarray, words: str
    ) -> list[Expected]:
        """Expect the last of several neurons, and loss and wrong birds of all."""
        count = Plane(words, "birds on the wrong side")
        threshold = np.broadcast_to(judged.threshold, x.shape)[-1]
        return [
            *rows,
            ANSWERS.curve(b.lengths, says[-1], "signal"),
            ANSWERS.curve([threshold] * 2, [0, 1], "ink"),
            MEAN_LOSS.curve(x, judged.loss, "loss"),
            MEAN_LOSS.points([x[-1], judged.loss[-1]], "loss"),
            count.curve(np.repeat(x, 2)[1:], np.repeat(judged.wrong, 2)[:-1], "ink"),
            count.points([x[-1], judged.wrong[-1]], "ink"),
        ]

    return {
        "neuron": [*answers, *marks],
        "cross_entropy": [*answers, *marks, price, *costs],
        "mean": [
            *answers,
            price,
            *(
                PRICE.points(np.stack([b.p[w], -np.log(b.p[w])], axis=1), role)
                for w, role in (
                    (b.question.labels == 0, "class_a"),
                    (b.question.labels == 1, "class_b"),
                )
            ),
            PRICE.curve([0, 1], [b.losses.mean()] * 2, "ink"),
        ],
        "squared": [
            *answers,
            price,
            PRICE.curve(b.price[:, 0], (1 - b.price[:, 0]) ** 2, "ink"),
            PRICE.points([worst.p, -np.log(worst.p)], role),
            PRICE.points([worst.p, (1 - worst.p) ** 2], role),
        ],
        "surer": measures(
            b.by_weight, b.by_weight.w, b.steeper, "weight of bill length (per mm)"
        ),
        "slope": measures(
            b.by_threshold, b.by_threshold.threshold, b.shifted, "threshold (mm)"
        ),
    }


def test_pictures_show_the_result(
    drawn: Callable[[str], Mapping[str, Shown]],
) -> None:
    r = usual(loss)
    compare(drawn("loss"), {**enzyme(r.curve), **birds(r.birds)})
