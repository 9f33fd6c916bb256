"""What the pictures of the chapter on gradient descent show is what its result says."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from nnsim.experiments import gradient_descent
from tests.drawn.expected import Expected, Plane, compare, network, part
from tests.drawn.found import Shown
from tests.drawn.marks import contours, fan, trail
from tests.nnsim.experiments.usual import usual

BIRDS = Plane("flipper length, standardised", "body mass, standardised")
BOWL = Plane("weight w", "loss L")
LINES = Plane("weight w", "bias b")
RATE = Plane("substrate (ppm)", "rate (counts/min²)")
ENZYME = Plane("Km (ppm)", "Vmax (counts/min²)")
SLOPES = Plane("step", "slope along Vmax"), Plane("step", "slope along Km")
RACE = Plane("step", "loss L (power of ten)")
TUNED = Plane("Km (ppm)", "Vmax")
ENDS = ("crawls", "arrives", "cycles", "climbs out")  # from short to long steps
BATCHES = ("all 342 at once", "18 birds a step", "one bird a step")
RULES = ("ink", "positive", "class_c")
NAMES = ("plain descent", "momentum", "Adam")  # of these


def one_weight(r: Any) -> Mapping[str, list[Expected]]:
    x, y = r.x, r.y

    def loss(w: Any) -> np.ndarray:
        return np.asarray(np.mean((np.multiply.outer(w, x) - y) ** 2, axis=-1))

    def bowl(plane: Plane) -> Expected:
        w = r.one.curve[:, 0]
        return plane.curve(w, loss(w), "loss")

    def weight(w: float) -> list[Expected]:
        """Expect the line of a weight as far as the plane goes, and its loss."""
        ends = 1.06 * np.array([x.min(), x.max()])
        low, high = 1.06 * y.min(), 1.06 * y.max()
        if w:
            ends = np.clip(ends, low / w, high / w)
        return [BIRDS.curve(ends, w * ends, "positive"),
                BOWL.points([w, loss(w)], "loss")]  # fmt: skip

    before, after = r.one.w
    slope = 2 * np.mean((before * x - y) * x)
    near = before + 0.45 * np.array([-1, 1])
    birds = [BIRDS.points(np.stack([x, y], axis=1), "muted"), bowl(BOWL)]
    step = [
        *birds,
        *weight(before),
        *weight(after),
        BOWL.curve(near, loss(before) + slope * (near - before), "gradient"),
        *fan(BOWL, [before, loss(before)], [-r.first_rate * slope, 0], "ink"),
    ]
    walks = []
    for k, rate in enumerate(r.rates):
        w = [before]
        for _ in range(r.n_steps):
            w.append(w[-1] - rate * 2 * np.mean((w[-1] * x - y) * x))
        way = np.stack([w, loss(w)], axis=1)
        walks += [
            bowl(BOWL.at(k)).under(ENDS[k]),
            *trail(BOWL.at(k), way, "ink", dots=True),
        ]
    best = float(x @ y / (x @ x))
    return {
        "one_weight": [*birds, *weight(best)],
        "step": step,
        "guess": step,
        "rates": walks,
    }


def weight_and_bias(r: Any) -> Mapping[str, list[Expected]]:
    levels = r.standardised.levels

    def bottom(plane: Plane, one: Any, title: str = "") -> list[Expected]:
        return [
            *contours(plane, one.heights, one.levels, "loss"),
            plane.points(one.minimum, "loss").under(title),
        ]

    fans = [
        arrow
        for steps, role in (
            (r.steps.singles, "muted"),
            (r.steps.batches, "ink"),
            (r.steps.everyone, "gradient"),
        )
        for arrow in fan(LINES, r.steps.point, steps, role)
    ]
    passes = []
    for k, points in enumerate(r.passes.points):
        plane, few = LINES.at(k), r.passes.n_steps[k] < 50
        passes += contours(plane, r.near_heights, levels, "loss")
        passes.append(plane.points(r.standardised.minimum, "loss").under(BATCHES[k]))
        passes += trail(plane, points, "ink", dots=few)
    return {
        "units": [
            *bottom(LINES.at(0), r.as_measured, "flipper length in decimetres"),
            *trail(LINES.at(0), r.as_measured.points, "ink"),
            *bottom(LINES.at(1), r.standardised, "flipper length standardised"),
            *trail(LINES.at(1), r.standardised.points, "ink"),
        ],
        "fan": [*bottom(LINES, r.standardised), *fans],
        "passes": passes,
    }


def lanes(n_steps: Sequence[int], names: Sequence[str]) -> Expected:
    """Expect the steps that each rule takes, with its name and their number."""
    beside = [(name, f"{n}") for name, n in zip(names, n_steps, strict=True)]
    return part("Lanes", np.array(n_steps) / max(n_steps), names=beside)


def enzyme(r: Any) -> Mapping[str, list[Expected]]:
    def valley(plane: Plane) -> list[Expected]:
        return [
            *contours(plane, r.enzyme.heights, r.enzyme.levels, "loss"),
            plane.points(r.enzyme.lowest, "loss"),
        ]

    ways = [trail(ENZYME, r.race.paths[k], RULES[k]) for k in range(3)]
    k_m, v_max = r.race.paths[0][-1]
    s = r.enzyme.substrate
    means = []
    for k, plane in enumerate(SLOPES):
        steps = 1 + np.arange(len(r.race.means))
        means.append(plane.curve(steps, r.race.means[:, k], "gradient").by("mean"))
        means.append(plane.curve(steps, r.race.sizes[:, k], "ink").by("size"))
    falls = [
        RACE.curve(np.arange(len(losses)), np.log10(losses), role)
        for losses, role in zip(r.race.losses, RULES, strict=True)
    ]
    tuned = [
        f"{n}, η = {rate:.1f}" for n, rate in zip(NAMES, r.race_rates, strict=True)
    ]
    return {
        "enzyme": [
            *valley(ENZYME),
            *ways[0],
            RATE.points(r.enzyme.measured, "muted"),
            RATE.curve(s, v_max * s / (k_m + s), "signal"),
            *fan(ENZYME, r.race.paths[0][0], np.diff(r.race.paths[0][:2], axis=0),
                 "gradient"),
        ],
        "momentum": [*valley(ENZYME), *ways[0], *ways[1]],
        "adam": [*valley(ENZYME), *ways[0], *ways[1], *ways[2], *means],
        "race": [
            *valley(ENZYME), *ways[0], *ways[1], *ways[2], *falls,
            lanes(r.race.n_steps, tuned),
        ],
        "fair": [
            *valley(TUNED.at(0)),
            *valley(TUNED.at(1)),
            *(lanes(n, NAMES) for n in r.tuned.steps),
        ],
        "next": [network(*(layer.W for layer in r.network.layers))],
    }  # fmt: skip


def test_pictures_show_the_result(
    drawn: Callable[[str], Mapping[str, Shown]],
) -> None:
    r = usual(gradient_descent)
    told = {**one_weight(r), **weight_and_bias(r), **enzyme(r)}
    compare(drawn("gradient_descent"), told)
