"""Outlines as cairo takes them: one array for a whole path, made without a loop."""

import struct

import numpy as np

# How cairo tells apart what stands in a path: kind and number of entries, each of 16
# bytes. https://www.cairographics.org/manual/cairo-Paths.html#cairo-path-data-t
_KINDS = {"move": (0, 2), "curve": (2, 4), "close": (3, 1)}
_MOVE, _CURVE, _CLOSE = (
    np.frombuffer(struct.pack("=ii8x", *kind), dtype=np.float64)
    for kind in _KINDS.values()
)
_RELATIVE = 1e-5  # how near places are one to Manim, as to numpy.isclose


def outline(points: np.ndarray, tolerance: float) -> np.ndarray | None:
    """Return the path through a mobject's points, None if there is none to draw.

    Parameters
    ----------
    points
        Bézier curves as Manim stores them, shape (4 n, 3), in units.
    tolerance
        How far places may be apart that count as one, in units.

    Returns
    -------
    np.ndarray
        Entries of cairo's ``cairo_path_data_t``, shape (m, 2), 16 bytes each.
    """
    n = len(points) // 4
    if n == 0 or not np.isfinite(points).all():
        return None
    curves = points[: 4 * n, :2].reshape(n, 4, 2)
    starts, ends = curves[:, 0], curves[:, 3]
    follows = _are_near(ends[:-1], starts[1:], tolerance)
    firsts = [0, *(np.flatnonzero(~follows) + 1).tolist()]
    lasts = [*firsts[1:], n]
    closing = ends[[last - 1 for last in lasts]]
    closing[-1] = points[-1, :2]
    is_closed = _are_near(starts[firsts], closing, tolerance).tolist()
    path = np.empty((4 * n + 2 * len(firsts) + sum(is_closed), 2))
    at = 0
    for first, last, closed in zip(firsts, lasts, is_closed, strict=True):
        path[at] = _MOVE
        path[at + 1] = starts[first]
        end = at + 2 + 4 * (last - first)
        entries = path[at + 2 : end].reshape(-1, 4, 2)
        entries[:, 0] = _CURVE
        entries[:, 1:] = curves[first:last, 1:]
        if closed:
            path[end] = _CLOSE
        at = end + closed
    return path


def _are_near(one: np.ndarray, other: np.ndarray, tolerance: float) -> np.ndarray:
    """Tell for each pair of places (n, 2) whether they count as one."""
    near = np.abs(one - other) <= tolerance + _RELATIVE * np.abs(other)
    return np.asarray(near[:, 0] & near[:, 1])
