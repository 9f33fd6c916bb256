"""What the small pictures of the last chapter show is what its result says."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from nnsim.experiments import summary
from scenes.frame import theme
from tests.drawn.expected import Expected, Plane, compare, logo, network
from tests.drawn.found import Found, Shown
from tests.drawn.marks import box, contours, dot_strip, trail
from tests.nnsim.experiments.usual import usual

BARE = Plane()
LEVELS = (0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0)  # of the enzyme's loss
LOOKS = {"Adelie": "class_a", "Gentoo": "class_b", "Chinstrap": "class_c"}
BENDS = (
    lambda z: np.maximum(z, 0),
    lambda z: 1 / (1 + np.exp(-z)),
    np.tanh,
)


def frame(plane: Plane) -> Expected:
    """Expect a frame around the plane."""

    def test(found: Found) -> str:
        return box(plane, *found.on.ranges, "muted").test(found)  # type: ignore[arg-type]

    return plane.expect("frame", test, "muted")


def birds(plane: Plane, question: Any) -> list[Expected]:
    """Expect all birds in the colours of their species."""
    return [
        plane.points(question.points[question.labels == k], LOOKS[key])
        for k, key in enumerate(question.keys)
    ]


def neuron(plane: Plane, line: Any) -> list[Expected]:
    """Expect two species and the last line between them."""
    return [
        frame(plane), *birds(plane, line.question), plane.pieces(line.borders[-1])
    ]  # fmt: skip


def bends(plane: Plane, curves: Any) -> list[Expected]:
    """Expect ReLU, sigmoid and tanh as far as the plane goes, and both axes."""
    shown = [
        frame(plane),
        plane.curve([-4, 4], [0, 0], "muted"),
        plane.curve([0, 0], [-1.3, 2.2], "muted"),
    ]
    for function, points in zip(BENDS, curves, strict=True):
        z = points[:, 0]
        z = z[(np.abs(z) <= 4) & (function(z) <= 2.2)]
        shown.append(plane.curve(z, function(z), "signal"))
    return shown


def hill(plane: Plane, of: Any) -> list[Expected]:
    """Expect the loss of the enzyme's curve over its two parameters."""
    return [frame(plane), *contours(plane, of.heights, LEVELS, "loss")]


def descent(plane: Plane, of: Any) -> list[Expected]:
    """Expect the way down too."""
    return [*hill(plane, of), *trail(plane, of.path, "ink")]


def training(plane: Plane, r: Any) -> list[Expected]:
    """Expect three species and the last answers between them."""
    roles = [LOOKS[key] for key in r.question.keys]
    return [
        frame(plane),
        *birds(plane, r.question),
        plane.classes(r.run.fields[-1], roles),
        plane.pieces(r.run.borders[-1]),
    ]


def parting(plane: Plane, memory: Any) -> list[Expected]:
    """Expect the losses of a network that memorises."""
    return [
        frame(plane),
        plane.curve(memory.steps, memory.train, "train").by("train"),
        plane.curve(memory.steps, memory.held_out, "validation").by("new"),
    ]


def decay(plane: Plane, memory: Any) -> list[Expected]:
    """Expect its loss on held-out birds, free and held back."""
    return [
        frame(plane),
        plane.curve(memory.steps, memory.held_out, "muted").by("free"),
        plane.curve(memory.steps, memory.decayed, "validation").by("held back"),
    ]


def race(plane: Plane, of: Any) -> list[Expected]:
    """Expect errors of rules and network as the data grow."""
    return [
        frame(plane),
        plane.curve(of.sizes, of.rules.each.mean(axis=0), "ink").by("rules"),
        plane.curve(of.sizes, of.network.each.mean(axis=0), "signal").by("network"),
    ]


def expected() -> Mapping[str, list[Expected]]:
    r = usual(summary)
    donor = logo(r.logo[-1])
    blame = network(*(layer.W for layer in r.network.layers))

    def boxes(start: int, stop: int) -> list[Expected]:
        """Expect the boxes of the map around planes."""
        return [
            BARE.at(k).aside("RoundedRectangle", "a box of the map")
            for k in range(start, stop)
        ]

    parts = [
        donor,
        *boxes(0, 3),
        *neuron(BARE.at(0), r.line),
        *bends(BARE.at(1), r.bends),
        frame(BARE.at(2)),
        BARE.at(2).lines(list(r.papers[-1]), "muted"),
    ]
    learning = [
        *parts,
        *boxes(3, 6),
        *hill(BARE.at(3), r.hill),
        *descent(BARE.at(4), r.hill),
        blame,
        *training(BARE.at(5), r),
    ]
    trust = [
        *learning,
        *boxes(6, 9),
        *parting(BARE.at(6), r.memory),
        *decay(BARE.at(7), r.memory),
        *race(BARE.at(8), r.race),
    ]
    return {
        "parts": parts,
        "learning": learning,
        "trust": trust,
        "guess": trust,
        "needs": [*race(BARE.at(0), r.race), *parting(BARE.at(1), r.memory)],
        "questions": [
            *neuron(BARE.at(0), r.line),
            *parting(BARE.at(1), r.memory),
            frame(BARE.at(2)),
            *dot_strip(BARE.at(2), r.held_out.each[1], 0.5, "validation"),
        ],
        "data_sources": [
            *training(BARE.at(0), r), *descent(BARE.at(1), r.hill), donor,
        ],
        "thanks": [blame],
    }  # fmt: skip


def test_pictures_show_the_result(
    drawn: Callable[[str], Mapping[str, Shown]],
) -> None:
    compare(drawn("summary"), expected())


def test_counts_stand_by_their_powers_of_ten(
    drawn: Callable[[str], Mapping[str, Shown]],
) -> None:
    r = usual(summary)
    dots = [dot for dot in drawn("summary")["learning"].others if dot.kind == "Circle"]
    colors = [theme.role("signal" if ours else "ink") for ours in r.is_ours]
    assert [dot.color for dot in dots] == [one.to_hex().upper() for one in colors]
    (line,) = (
        one
        for one in drawn("summary")["learning"].others
        if one.kind == "Line" and np.allclose(one.segments[0, 0], middle(dots[0]))
    )
    x = np.array([middle(dot)[0] for dot in dots])
    share = (x - x[0]) / (line.segments[0, 1, 0] - x[0])
    powers = np.log10(r.counts)
    np.testing.assert_allclose(share, (powers - powers[0]) / np.ptp(powers), atol=1e-6)


def middle(dot: Found) -> np.ndarray:
    """Return the middle of a dot."""
    return np.asarray(dot.paths[0][:-1].mean(axis=0))
