"""Where the outline of a shape runs, against the box of a text."""

import numpy as np
from manim import Mobject

from scenes.frame.safe_area import Box


def enters(shape: Mobject, box: Box) -> bool:
    """Tell whether the outline of a shape enters a box."""
    x, y = _outline(shape).T[:2]
    inside = (box[0] < x) & (x < box[2]) & (box[1] < y) & (y < box[3])
    return bool(inside.any())


def surrounds(shape: Mobject, box: Box) -> bool:
    """Tell whether a box lies wholly within the outline of a shape of one piece."""
    if len(shape.get_subpaths()) != 1 or enters(shape, box):
        return False
    # Seen from the middle of the box, what surrounds it goes round once.
    x, y = _outline(shape).T[:2]
    angles = np.arctan2(y - (box[1] + box[3]) / 2, x - (box[0] + box[2]) / 2)
    turns = np.diff(angles, append=angles[:1])
    return bool(abs(((turns + np.pi) % (2 * np.pi) - np.pi).sum()) > np.pi)


def _outline(shape: Mobject, step: float = 0.04) -> np.ndarray:
    """Return points along the outline, in order, at most ``step`` units apart."""
    curves = shape.get_cubic_bezier_tuples()  # (n_curves, 4, 3)
    if len(curves) == 0:
        return np.asarray(shape.points)
    longest = np.linalg.norm(np.diff(curves, axis=1), axis=2).sum(1).max()
    t = np.linspace(0, 1, max(2, int(longest / step)))[:, None]
    a, b, c, d = (curves[:, None, i] for i in range(4))
    s = 1 - t
    points = s**3 * a + 3 * s**2 * t * b + 3 * s * t**2 * c + t**3 * d
    return np.asarray(points.reshape(-1, 3))
