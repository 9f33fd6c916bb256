"""Dashes: a curve in pieces with gaps between, as one mobject or a mobject a dash."""

from collections.abc import Iterator

import numpy as np
from manim import DashedVMobject, VMobject

DASH = 0.22  # length of a dash with its gap, in units
SHARE = 0.6  # of the dash in it


def dashes(curve: VMobject, n: int) -> DashedVMobject:
    """Return n dashes along a curve, a mobject each, with gaps as long as they are."""
    return DashedVMobject(curve, num_dashes=n)


def dashed(curve: VMobject) -> VMobject:
    """Return a dashed copy of a curve, as one mobject."""
    n = round(curve.get_arc_length() / DASH)
    whole = curve.copy().clear_points()  # what it shows, it shows of the same plot
    for dash in DashedVMobject(curve, num_dashes=n, dashed_ratio=SHARE):
        whole.append_points(dash.points)
    return whole


def dashed_along_x(curve: VMobject, dash: float) -> VMobject:
    """Leave every second stretch of x, each so wide, out of a curve of many corners."""
    pieces = curve.points.reshape(-1, 4, 3)
    stretch = (pieces[:, 0, 0] - pieces[0, 0, 0]) // dash
    curve.set_points(pieces[stretch % 2 == 0].reshape(-1, 3))
    return curve


def dash_ends(length: float, dash: float, gap: float) -> Iterator[tuple[float, float]]:
    """Yield where on a straight line dashes start and end, as shares of its length.

    There are as many of this length as fit best; both ends of the line are dashes.
    """
    n = max(1, round((length + gap) / (dash + gap)))
    pause = gap / length
    size = (1 - (n - 1) * pause) / n
    for start in np.arange(n) * (size + pause):
        yield float(start), float(start + size)
