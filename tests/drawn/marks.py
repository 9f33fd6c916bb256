"""Marks of several shapes, or of a kind that few chapters have."""

import numpy as np
from numpy.typing import ArrayLike
from scipy.interpolate import RegularGridInterpolator

from scenes.frame import theme
from tests.drawn.expected import CLOSE, Expected, Plane
from tests.drawn.found import Found


def flag(plane: Plane, xy: ArrayLike) -> list[Expected]:
    """Expect a flag whose foot is at a pair of values."""
    return [
        plane.points(xy, "paper"),
        plane.aside("Line", "the flag's pole"),
        plane.aside("Polygon", "the flag's cloth"),
    ]


def whiskers(
    plane: Plane,
    x: ArrayLike,
    mean: ArrayLike,
    spread: ArrayLike,
    role: str,
    low: float = -np.inf,
) -> list[Expected]:
    """Expect a dot at each mean, and a line from mean - spread to mean + spread.

    No line reaches under ``low``, the end of the axis.
    """
    marks = []
    rows = zip(*(np.asarray(v, float) for v in (x, mean, spread)), strict=True)
    for at, middle, reach in rows:
        marks.append(
            plane.curve([at, at], [max(low, middle - reach), middle + reach], role)
        )
        marks.append(plane.points([at, middle], role))
    return marks


def fan(plane: Plane, start: ArrayLike, steps: ArrayLike, role: str) -> list[Expected]:
    """Expect arrows from one place, (2,), true to scale; steps (n, 2).

    Their lines are one shape, their tips another.
    """
    root = np.asarray(start, float)
    ends = root + np.atleast_2d(np.asarray(steps, float))

    def lines(found: Found) -> str:
        if len(found.segments) != len(ends):
            return f"has {len(found.segments)} lines, not {len(ends)}"
        ways = found.on.shares_of(ends) - found.on.shares_of(root)
        off = np.abs(found.segments[:, 0] - found.on.shares_of(root)).max()
        return (
            f"starts off by {off:.2g}"
            if not off <= CLOSE  # or by NaN, here and below
            else _along(found.segments[:, 1] - found.on.shares_of(root), ways)
        )

    def tips(found: Found) -> str:
        if len(found.paths) != len(ends) or len(found.segments) != 3 * len(ends):
            return f"has {len(found.paths)} tips, not {len(ends)}"
        shares, corners = found.on.shares_of(ends), np.array(found.paths)
        off = np.abs(corners[:, 0] - shares).max()
        feet = corners[:, 1:3].mean(axis=1) - found.on.shares_of(root)
        ways = shares - found.on.shares_of(root)
        return _along(feet, ways) if off <= CLOSE else f"ends off by {off:.2g}"

    return [
        plane.expect(f"{len(ends)} lines of arrows", lines, role),
        plane.expect(f"{len(ends)} tips of arrows", tips, role),
    ]


def _along(parts: np.ndarray, ways: np.ndarray) -> str:
    """Return what is wrong if places, (n, 2), do not lie on ways from 0, (n, 2)."""
    share = (parts * ways).sum(axis=1) / (ways**2).sum(axis=1)
    off = np.abs(parts - share[:, None] * ways).max()
    is_there = np.all((share > 0) & (share < 1))
    return "" if off < CLOSE and is_there else f"turns off by {off:.2g}"


def trail(
    plane: Plane, path: ArrayLike, role: str, *, dots: bool = False
) -> list[Expected]:
    """Expect the line through a walk's places, (n, 2), and a mark at the last."""
    way = np.asarray(path, float)
    stops = [plane.points(way, role)] if dots else []
    return [plane.curve(*way.T, role), *stops, plane.points(way[-1], role)]


def stroke(
    plane: Plane, xy: ArrayLike, role: str, *, upright: bool = False
) -> Expected:
    """Expect a short level or upright line whose middle stands at a pair of values."""
    wanted, across = np.asarray(xy, float), int(not upright)

    def test(found: Found) -> str:
        if (
            len(found.segments) != 1
            or not np.ptp(found.segments[0, :, across]) <= CLOSE
        ):
            return "is no such stroke"
        off = found.segments[0].mean(axis=0) - found.on.shares_of(wanted)
        return "" if np.abs(off).max() <= CLOSE else f"is off by {off}"

    return plane.expect(f"stroke at {wanted}", test, role)


def across(plane: Plane, y: float, role: str) -> Expected:
    """Expect a level line, whole or dashed, over the whole width of the plane."""

    def test(found: Found) -> str:
        return plane.curve(found.on.ranges[0], [y, y], role).test(found)  # type: ignore[arg-type]

    return plane.expect(f"line across at {y:g}", test, role)


def square(plane: Plane, x: float, y: float, other: float, role: str) -> Expected:
    """Expect a square on the line at x from y to the other y."""

    def test(found: Found) -> str:
        if len(found.paths) != 1 or not found.are_closed or len(found.segments) != 4:
            return "is no square"
        place = found.on.shares_of(np.array([[x, y], [x, other]]))
        if not np.abs(found.segments[0] - place).max() <= CLOSE:
            return "stands elsewhere"
        corners = found.paths[0] @ found.on.sides
        sides = np.linalg.norm(np.diff(corners, axis=0), axis=1)
        return "is not square" if np.ptp(sides) > 1e-6 else ""

    return plane.expect(f"square at {x:g} from {y:g} to {other:g}", test, role)


def piles(plane: Plane, values: ArrayLike, n_bins: int, role: str) -> Expected:
    """Expect one dot a value, from 0 to 1, in the pile of its bin, from the foot up."""
    values = np.asarray(values, float)
    bins = np.minimum((values * n_bins).astype(int), n_bins - 1)
    wanted = np.bincount(bins, minlength=n_bins)

    def test(found: Found) -> str:
        middles = np.array([path[:-1].mean(axis=0) for path in found.paths])
        low, high = found.on.ranges[0]
        x = (low + middles[:, 0] * (high - low)) * n_bins
        counts = np.bincount(x.astype(int), minlength=n_bins)
        if len(counts) != n_bins or (counts != wanted).any():
            return f"has piles of {counts.tolist()}, not {wanted.tolist()}"
        places = {tuple(np.round(middle, 6)) for middle in middles}
        return "hides dots" if len(places) < len(middles) else ""

    return plane.expect(f"piles of {len(values)} dots", test, role)


def level(plane: Plane, values: ArrayLike, at: float, role: str) -> Expected:
    """Expect the line on which values, given at the corners of cells, have a level.

    Its ends lie on the sides of cells, where values go straight from corner to corner.
    """
    z = np.asarray(values, float)
    grid = [np.linspace(0, 1, n) for n in z.shape]
    between = RegularGridInterpolator(grid, z)
    above = z > at
    n_sides = sum(  # each inner side that is crossed is an end of two pieces
        weight * np.sum(change)
        for axis in (0, 1)
        for change, weight in _crossed(above, axis)
    )

    def test(found: Found) -> str:
        if 2 * len(found.segments) != n_sides:
            return f"has {len(found.segments)} pieces, not {n_sides / 2:g}"
        ends = np.clip(found.segments.reshape(-1, 2)[:, ::-1], 0, 1)
        off = np.abs(between(ends) - at).max(initial=0)
        return "" if off <= CLOSE * np.ptp(z) else f"is off by {off:.2g}"

    return plane.expect(f"level line at {at:g}", test, role)


def _crossed(above: np.ndarray, axis: int) -> list[tuple[np.ndarray, int]]:
    """Return which sides along an axis are crossed, and how many cells have each."""
    change = np.moveaxis(np.diff(above.astype(int), axis=axis) != 0, axis, 0)
    return [(change[:, 1:-1], 2), (change[:, [0, -1]], 1)]


def contours(
    plane: Plane, values: ArrayLike, levels: ArrayLike, role: str
) -> list[Expected]:
    """Expect level lines, and shades that grow by the same amount from line to line."""
    z = np.asarray(values, float)
    middles = (z[:-1, :-1] + z[1:, :-1] + z[:-1, 1:] + z[1:, 1:]) / 4
    steps = np.linspace(0, 1, len(np.asarray(levels)) + 1)
    share = np.interp(middles, [z.min(), *np.asarray(levels)], steps)
    end = np.broadcast_to(theme.role(role).to_rgb(), (*share.shape, 3))
    seen = [float(one) for one in np.asarray(levels) if z.min() < one < z.max()]
    lines = [level(plane, z, one, role) for one in seen]
    return [plane.shades(share, end), *lines]


def box(
    plane: Plane,
    x: tuple[float, float],
    y: tuple[float, float],
    role: str,
    least: float = 0.0,
) -> Expected:
    """Expect a rectangle from side to side and from foot to top.

    It is at least so many units high: what is there must be seen.
    """
    wanted = np.array([x, y], float).T

    def test(found: Found) -> str:
        corners = found.segments.reshape(-1, 2)
        if len(found.segments) != 4 or not found.are_closed:
            return "is no rectangle"
        ends = np.array([corners.min(axis=0), corners.max(axis=0)])
        sides = found.on.shares_of(wanted)
        thin = least / np.linalg.norm(found.on.sides[1])
        sides[1, 1] = max(sides[1, 1], sides[0, 1] + thin)
        off = np.abs(ends - sides).max()
        return "" if off <= CLOSE else f"is off by {off:.2g} of an axis"

    return plane.expect(f"box over {x} to {y}", test, role)


def log_bars(
    plane: Plane, values: ArrayLike, powers: tuple[int, int], role: str
) -> list[Expected]:
    """Expect numbered bars on gridlines that are hundred times the one below."""
    low, high = powers
    bars = [
        box(plane, (k - 0.31, k + 0.31), (10.0**low, value), role)
        for k, value in enumerate(np.asarray(values, float), start=1)
    ]
    sides = 0.4, len(bars) + 0.6
    grid = (10.0**power for power in range(low, high + 1, 2))
    return [*bars, *(plane.curve(sides, [at, at], "muted") for at in grid)]


def dot_strip(plane: Plane, values: ArrayLike, y: float, role: str) -> list[Expected]:
    """Expect a dot at each value along x, equal ones stacked, and a stroke at the mean.

    The stacks stand around one height y.
    """
    values = np.asarray(values, float)
    row = np.stack([values, np.full(len(values), y)], axis=1)
    return [
        plane.points(row, role, stacked=True),
        stroke(plane, [values.mean(), y], "ink", upright=True),
    ]


NO_AXES = Plane("no", "axes")  # shapes of a plane that is not on screen itself


def similar(values: ArrayLike, role: str) -> Expected:
    """Expect marks at values (n, 2), or pieces between (n, 2, 2), in a bare picture.

    Where values stand in it is not told: only their distances are compared.
    """
    wanted = np.asarray(values, float)

    def test(found: Found) -> str:
        told = found.segments
        if wanted.ndim == 2:
            told = np.array([path[:-1].mean(axis=0) for path in found.paths])
        if told.shape != wanted.shape:
            return f"has shape {told.shape}, not {wanted.shape}"
        for one, other in zip(
            told.reshape(-1, 2).T, wanted.reshape(-1, 2).T, strict=True
        ):
            unit, start = np.polyfit(other - other.mean(), one, 1)
            off = np.abs(start + unit * (other - other.mean()) - one).max()
            if not (unit > 0 and off <= 1e-6):
                return f"is off by {off:.2g} units"
        return ""

    return NO_AXES.expect(f"picture of {len(wanted)} values", test, role)
