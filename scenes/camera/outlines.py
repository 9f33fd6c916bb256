"""Outlines as cairo takes them: one array for a whole path, made without a loop."""

import struct
from typing import NamedTuple

import numpy as np

# How cairo tells apart what stands in a path: kind and number of entries, each of 16
# bytes. https://www.cairographics.org/manual/cairo-Paths.html#cairo-path-data-t
_KINDS = {"move": (0, 2), "curve": (2, 4), "close": (3, 1)}
_MOVE, _CURVE, _CLOSE = (
    np.frombuffer(struct.pack("=ii8x", *kind), dtype=np.float64)
    for kind in _KINDS.values()
)
MANY = 8  # parts, from which on some of them may be left out
_NO_BEGINS, _NO_SPANS = np.empty(0, dtype=int), np.empty((0, 4))
_RELATIVE = 1e-5  # how near places are one to Manim, as to numpy.isclose


class Path(NamedTuple):
    """A path as cairo takes it."""

    entries: np.ndarray  # cairo's cairo_path_data_t, shape (m, 2): 16 bytes each
    begins: np.ndarray  # numbers of the entries with which its parts begin
    spans: (
        np.ndarray
    )  # left, bottom, right, top of the parts in units, if these are many


def outline(points: np.ndarray, tolerance: float) -> Path | None:
    """Return the path through a mobject's points, None if there is none to draw.

    Parameters
    ----------
    points
        Bézier curves as Manim stores them, shape (4 n, 3), in units, all finite.
    tolerance
        How far places may be apart that count as one, in units.
    """
    n = len(points) // 4
    if n == 0:
        return None
    curves = points[: 4 * n, :2].reshape(n, 4, 2)
    starts, ends = curves[:, 0], curves[:, 3]
    is_same = ends[:-1] == starts[1:]
    if is_same.all():
        return Path(_of_one_part(curves, points[-1], tolerance), _NO_BEGINS, _NO_SPANS)
    breaks = np.flatnonzero(~is_same.all(axis=1))
    breaks = breaks[~_are_near(ends[breaks], starts[breaks + 1], tolerance)]
    if len(breaks) + 1 < MANY:
        bounds = [0, *(breaks + 1).tolist(), n]
        last_of_all = [*ends[breaks], points[-1]]
        parts = [
            _of_one_part(curves[first:end], final, tolerance)
            for first, end, final in zip(bounds, bounds[1:], last_of_all, strict=False)
        ]
        return Path(np.concatenate(parts), _NO_BEGINS, _NO_SPANS)
    firsts = np.concatenate([[0], breaks + 1])
    finals = np.concatenate([ends[breaks], points[-1:, :2]])
    is_closed = _are_near(starts[firsts], finals, tolerance)
    # A part begins with two entries, each curve has four, and its end may have one.
    before = np.cumsum(is_closed) - is_closed
    begins = 4 * firsts + 2 * np.arange(len(firsts)) + before
    entries = np.empty((4 * n + 2 * len(firsts) + int(is_closed.sum()), 2))
    shift = np.repeat(begins + 2 - 4 * firsts, np.diff(np.append(firsts, n)))
    places = 4 * np.arange(n) + shift
    entries[places] = _CURVE
    for k in (1, 2, 3):
        entries[places + k] = curves[:, k]
    entries[begins] = _MOVE
    entries[begins + 1] = starts[firsts]
    entries[np.append(begins[1:], len(entries))[is_closed] - 1] = _CLOSE
    low = np.minimum.reduceat(curves.min(axis=1), firsts)
    high = np.maximum.reduceat(curves.max(axis=1), firsts)
    return Path(entries, begins, np.concatenate([low, high], axis=1))


def _of_one_part(curves: np.ndarray, final: np.ndarray, tolerance: float) -> np.ndarray:
    """Return entries for curves, shape (n, 4, 2), that follow one another."""
    n = len(curves)
    (x, y), (u, v) = curves[0, 0].tolist(), final[:2].tolist()
    near_x = abs(x - u) <= tolerance + _RELATIVE * abs(u)
    closed = near_x and abs(y - v) <= tolerance + _RELATIVE * abs(v)
    entries = np.empty((2 + 4 * n + closed, 2))
    entries[0] = _MOVE
    entries[1] = x, y
    inner = entries[2 : 2 + 4 * n].reshape(n, 4, 2)
    inner[:, 0] = _CURVE
    inner[:, 1:] = curves[:, 1:]
    if closed:
        entries[-1] = _CLOSE
    return entries


def _are_near(one: np.ndarray, other: np.ndarray, tolerance: float) -> np.ndarray:
    """Tell for each pair of places, shape (n, 2), whether they count as one."""
    near = np.abs(one - other) <= tolerance + _RELATIVE * np.abs(other)
    return np.asarray(near.all(axis=1))
