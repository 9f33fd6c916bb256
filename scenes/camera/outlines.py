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
        Bézier curves as Manim stores them, shape (4 n, 3), in units, all finite.
    tolerance
        How far places may be apart that count as one, in units.

    Returns
    -------
    np.ndarray
        Entries of cairo's ``cairo_path_data_t``, shape (m, 2), 16 bytes each.
    """
    n = len(points) // 4
    if n == 0:
        return None
    curves = points[: 4 * n, :2].reshape(n, 4, 2)
    starts, ends = curves[:, 0], curves[:, 3]
    is_same = (ends[:-1] == starts[1:]).all(axis=1)
    breaks = [
        at + 1
        for at in np.flatnonzero(~is_same).tolist()
        if not _are_near(ends[at], starts[at + 1], tolerance)
    ]
    firsts, lasts = [0, *breaks], [*breaks, n]
    path = np.empty((4 * n + 3 * len(firsts), 2))
    at = 0
    for first, last in zip(firsts, lasts, strict=True):
        path[at] = _MOVE
        path[at + 1] = starts[first]
        end = at + 2 + 4 * (last - first)
        entries = path[at + 2 : end].reshape(-1, 4, 2)
        entries[:, 0] = _CURVE
        entries[:, 1:] = curves[first:last, 1:]
        at = end
        # Manim takes the very last point, though it be that of no whole curve.
        final = ends[last - 1] if last < n else points[-1]
        if _are_near(starts[first], final, tolerance):
            path[at] = _CLOSE
            at += 1
    return path[:at]


def _are_near(one: np.ndarray, other: np.ndarray, tolerance: float) -> bool:
    """Tell whether two places count as one."""
    (x, y), (u, v) = one.tolist()[:2], other.tolist()[:2]
    return bool(
        abs(x - u) <= tolerance + _RELATIVE * abs(u)
        and abs(y - v) <= tolerance + _RELATIVE * abs(v)
    )
