"""What the pictures of the chapter on data and compute show is what its result says."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np

from nnsim.experiments import data_and_compute
from scenes.frame import theme
from tests.drawn.expected import CLOSE, Expected, Plane, compare, part
from tests.drawn.found import Found, Shown
from tests.drawn.keys import key
from tests.drawn.marks import NO_AXES, box, similar
from tests.nnsim.experiments.usual import usual

LEARNING = Plane("sequences to learn from", "held out, wrong (%)")
GROWTH = Plane("times as wide, as deep, as much data", "times the multiply-adds")
SCORES = Plane("share right of the held-out sequences", "")
RATES = Plane("concentration (ppm)", "rate (counts/min²)")
RULES, COUNTS, VECTORS, NETWORK = range(4)
ROLES = ("signal", "class_a", "class_c", "train")  # of these models' names
NAMES = ("expert rules", "k-mer counts, forest", "raw, support vectors", "raw, network")
ORDER = (COUNTS, VECTORS, NETWORK, RULES)  # from top to foot, as the names stand
BASES = "ACGT"


def columns(letters: np.ndarray) -> Expected:
    """Expect a column of pixels a sequence (n, n_bases), its first base on top."""

    def test(found: Found) -> str:
        if found.pixels is None:
            return "is no picture"
        roles = [theme.role(f"base_{base.lower()}") for base in BASES]
        rgb = np.round(255 * np.array([role.to_rgb() for role in roles]))
        tall = len(found.pixels) // letters.shape[1]
        wanted = np.repeat(rgb[letters.T], tall, axis=0)
        told = found.pixels[..., :3].astype(float)
        is_same = told.shape == wanted.shape and np.abs(told - wanted).max() <= 1
        return "" if is_same else "has other colours"

    return NO_AXES.expect("a column a sequence", test)


def scores(r: Any, model: int, *, band: bool = True) -> list[Expected]:
    """Expect a model's learning curve, with the line that leads to its name."""
    wrong, role = r.curves[model].wrong, ROLES[model]
    low = np.maximum(wrong.mean - wrong.sd, wrong.mean / 10)
    points = np.stack([r.sizes, wrong.mean], axis=1)

    def lead(found: Found) -> str:
        if found.kind != "Line":
            return "is no Line"
        off = found.segments[0, 0] - found.on.shares_of(points[-1])
        return "" if abs(off[1]) < CLOSE and 0 < off[0] < 0.05 else "starts elsewhere"

    shown = [
        LEARNING.points(points, role),
        LEARNING.curve(r.sizes, wrong.mean, role),
        LEARNING.expect(f"line to {NAMES[model]}", lead, "muted").by(NAMES[model]),
    ]
    if band:
        shown.append(LEARNING.band(r.sizes, low, wrong.mean + wrong.sd, role))
    return shown


def zone(x: float, role: str, *, left: bool) -> Expected:
    """Expect the whole plane on one side of a place."""

    def test(found: Found) -> str:
        low, high = found.on.ranges[0]
        sides = (low, x) if left else (x, high)
        return box(LEARNING, sides, found.on.ranges[1], role).test(found)  # type: ignore[arg-type]

    return LEARNING.expect(f"zone beside {x:g}", test, role)


def growth(config: Any) -> list[Expected]:
    """Expect the multiply-adds of a dense network, counted again, over its own."""
    width, depth, factors = config.base_width, config.base_depth, config.factors

    def count(wide: int, deep: int) -> int:
        return 4 * 60 * wide + (deep - 1) * wide**2 + 3 * wide

    once = count(width, depth)
    shown = []
    for role, name, counts in (
        ("negative", "width", [count(f * width, depth) for f in factors]),
        ("train", "depth, data", [count(width, f * depth) for f in factors]),
        ("signal", "depth, data", [f * once for f in factors]),
    ):
        y = np.array(counts) / once
        shown.append(GROWTH.curve(factors, y, role).by(name))
        shown.append(GROWTH.points(np.stack([factors, y], axis=1), role))
    return shown


def blocks(r: Any) -> Expected:
    """Expect a rectangle of each layer's products at each place of the filters."""
    filters, last = r.layers
    n_out = last.multiply_adds // last.n_in  # classes
    place = np.array([
        (0, filters.n_out, filters.n_in), (1, last.n_in // r.n_places, n_out),
    ], float)  # fmt: skip
    areas = place[:, 1:].prod(axis=1) * r.n_places
    assert areas.tolist() == [layer.multiply_adds for layer in r.layers]
    place[:, 1:] /= place[:, 1:].min()
    return part("BlockRows", np.tile(place, (r.n_places, 1)))


def aligned(alignment: Any) -> Iterator[Expected]:
    """Expect letters like those of the first sequence, faint, and the others."""
    first = alignment.sequences[0]
    for k, bases in enumerate(alignment.sequences):
        same = np.array([a == b for a, b in zip(bases, first, strict=True)])
        numbers = np.array([BASES.index(base) for base in bases])
        for which, faint in ((same, k > 0), (~same, False)):
            if which.any():
                row = np.where(which, numbers + 4 * faint, -1)
                yield part("DnaRow", row[: np.flatnonzero(which)[-1] + 1])


def kin(family: Any, *, parted: bool = False) -> Expected:
    """Expect a family; if its relatives are parted, who is taken out is faint."""
    out = family.held_out
    faint = parted and out.any()
    rows = [(k, -1, one, faint and not one) for k, one in enumerate(out)]
    rows += [(*sorted(ij), out[ij[0]] != out[ij[1]], faint) for ij in family.links]
    return part("Kin", np.array(sorted(rows), float))


def shift(before: float, after: float, role: str) -> Expected:
    """Expect a level line from score to score, at the height of its split."""

    def test(found: Found) -> str:
        if len(found.segments) != 1 or np.ptp(found.segments[0, :, 1]) > CLOSE:
            return "is no level line"
        ends = found.on.shares_of(np.array([[before, 0], [after, 0]]))[:, 0]
        off = np.abs(found.segments[0, :, 0] - ends).max()
        return f"is off by {off:.2g} of an axis" if off > CLOSE else ""

    return SCORES.expect(f"line from {before:g} to {after:g}", test, role)


def strips(r: Any, after: str) -> list[Expected]:
    """Expect scores split by split, without relatives and with some."""
    shown = []
    for place, model in enumerate(ORDER):
        rows = len(ORDER) - place - 0.5 + np.zeros(r.n_splits)  # its own height
        honest, others = r.leaks[model].honest, getattr(r.leaks[model], after)
        for x, role in ((honest, "ink"), (others, ROLES[model])):
            marks = np.stack([x, rows], axis=1)
            shown.append(SCORES.points(marks, role, stacked=True).beside(NAMES[model]))
        pairs = zip(honest, others, strict=True)
        shown += [shift(*pair, ROLES[model]) for pair in pairs]
    return shown


def beyond(e: Any) -> list[Expected]:
    """Expect rates, and law and networks within the data and beyond them."""
    runs = np.stack([e.concentration, e.rate], axis=1)
    out = e.concentration == e.concentration.max()
    last = e.concentration[~out].max()
    shown = [
        RATES.points(runs[~out], "ink"),
        RATES.points(runs[out], "validation"),
        RATES.curve([last, last], [0, 250], "muted"),
    ]
    curves = [(e.law, "signal"), *((one, "train") for one in e.networks)]
    names = {"signal": "Michaelis–Menten law", "train": f"{len(e.networks)} networks"}
    for y, role in curves:
        for there in (e.grid <= last, e.grid > last):
            shown.append(RATES.curve(e.grid[there], y[there], role).by(names[role]))
    return shown


def expected() -> Mapping[str, list[Expected]]:
    r = usual(data_and_compute)
    by_hand = [*scores(r, RULES), *scores(r, COUNTS)]
    x = r.crossing
    crossed = [
        *scores(r, RULES), *scores(r, COUNTS, band=False),
        *scores(r, VECTORS), *scores(r, NETWORK),
        LEARNING.curve([x, x], [3, 95], "ink"),
    ]  # fmt: skip
    zones = [
        zone(x, "signal", left=True).by("knowledge pays"),
        zone(x, "train", left=False).by("data pays"),
    ]
    parts = key({"to learn from": "train dot", "held out": "validation square"})
    first = r.alignment.sequences[0]
    e, seen = r.enzyme, r.enzyme.grid < 0.6 * r.enzyme.grid[-1]
    law = np.stack([e.grid, e.law], axis=1)[seen]
    return {
        "data": [columns(r.letters)],
        "features": by_hand,
        "guess": by_hand,
        "cross": crossed,
        "meaning": [*crossed, *zones],
        "count": [part("DnaRow", [BASES.index(base) for base in first]), blocks(r)],
        "growth": growth(r.config),
        "relatives": [*aligned(r.alignment)],
        "random": [
            *(kin(family) for family in r.families),
            parts,
            key({"relatives on both sides": "ink line"}),
        ],
        "family": [*(kin(family, parted=True) for family in r.families), parts],
        "leak": strips(r, "leaky"),
        "planted": strips(r, "planted"),
        "beyond": beyond(e),
        "checks": [
            kin(r.families[7]),
            similar(np.stack([law[:-1], law[1:]], axis=1), "signal"),
        ],
    }


def test_pictures_show_the_result(
    drawn: Callable[[str], Mapping[str, Shown]],
) -> None:
    compare(drawn("data_and_compute"), expected())


def lengths(shown: Shown, kind: str, role: str) -> np.ndarray:
    """Return the widths of shapes beside planes, from top to bottom, then by x."""
    hexed = theme.role(role).to_hex().upper()
    boxes = [
        one.segments.reshape(-1, 2)
        for one in shown.others
        if (one.kind, one.color) == (kind, hexed)
    ]
    boxes.sort(key=lambda box: (-round(box[:, 1].max(), 3), box[:, 0].min()))
    return np.array([np.ptp(box[:, 0]) for box in boxes])


def test_lengths_beside_planes_are_in_proportion(
    drawn: Callable[[str], Mapping[str, Shown]],
) -> None:
    r, shown = usual(data_and_compute), drawn("data_and_compute")
    (pixels,) = shown["data"].shapes
    whole = np.ptp(pixels.segments[0, :, 0])
    bars = lengths(shown["data"], "Rectangle", "ink")
    np.testing.assert_allclose(bars, whole * r.sizes[[0, 3, 5]] / r.n_train, rtol=1e-6)
    classes = lengths(shown["data"], "Line", "muted") + 0.1  # left out between them
    shares = np.array(r.class_counts) / r.n_train
    np.testing.assert_allclose(classes, whole * shares, rtol=1e-6)
    ends = [
        lengths(shown["checks"], "Rectangle", ROLES[model])[-1]
        / r.curves[model].wrong.mean[-1]
        for model in (RULES, NETWORK)
    ]
    np.testing.assert_allclose(ends[0], ends[1], rtol=1e-6)
