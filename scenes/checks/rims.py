"""Marks whose rim, in the colour of the ground, eats what it shall set off."""

from collections.abc import Iterable, Iterator

import numpy as np
from manim import ManimColor, Mobject, VMobject

from scenes.checks.honesty import Finding
from scenes.frame import theme

MOST = 0.15  # of a mark's radius
UNITS = 0.01  # of the frame, for a point of a stroke


def find_wide_rims(mobjects: Iterable[Mobject]) -> Iterator[Finding]:
    """Find filled shapes with too wide a rim; one of many parts is seen by its first.

    A stroke does not shrink when a shape does, so rims that suit large marks hide
    small ones, above all where many lie on each other.
    """
    paper = theme.current().paper
    for mobject in mobjects:
        if isinstance(mobject, VMobject) and _has_rim(mobject, paper):
            share = UNITS * mobject.get_stroke_width() / _radius(mobject)
            if share > MOST:
                what = (
                    f"{type(mobject).__name__.lower()} of {_radius(mobject):.3f} units"
                )
                yield what, f"has a rim of {share:.0%} of its radius"


def _has_rim(shape: VMobject, paper: ManimColor) -> bool:
    """Tell whether a filled shape is framed in the colour of the ground."""
    color = shape.get_stroke_color()
    return bool(
        shape.has_points()
        and min(shape.get_fill_opacity(), shape.get_stroke_opacity()) > 0
        and shape.get_stroke_width() > 0
        and color is not None
        and color.to_hex() == paper.to_hex()
    )


def _radius(shape: VMobject) -> float:
    """Return half of the first part's longer side, in units."""
    first = shape.points[: _end_of_first_part(shape)]
    sides = first.max(axis=0) - first.min(axis=0)
    return float(max(sides)) / 2


def _end_of_first_part(shape: VMobject) -> int:
    """Return the first point that does not belong to the first part.

    Manim's own search looks at each point by itself, and a cloud has a million.
    """
    n = shape.n_points_per_curve
    starts = shape.points[n::n]
    ends = shape.points[n - 1 :: n][: len(starts)]
    near = np.isclose(ends, starts, atol=shape.tolerance_for_point_equality)
    gaps = np.flatnonzero(~near.all(axis=1))
    return n * (int(gaps[0]) + 1) if len(gaps) else len(shape.points)
