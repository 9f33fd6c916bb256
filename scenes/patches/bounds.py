"""Where mobjects end, from all their points at once."""

from typing import Any

import numpy as np
from manim import Mobject, VMobject


def boundary(self: VMobject) -> np.ndarray:
    """Return the ends of all curves of the family, (n, 3); (0,) if there are none."""
    parts = []
    for member in self.get_family():
        points = member.points
        if len(points) % 4 == 0 and member.n_points_per_cubic_curve == 4:
            parts.append(points.reshape(-1, 4, 3)[:, ::3].reshape(-1, 3))
        else:  # has begun a curve
            parts.append(np.array(member.get_anchors()))
    found = [part for part in parts if len(part)]
    return np.concatenate(found) if found else np.array(())


def critical_point(self: Mobject, direction: Any) -> np.ndarray:
    """Return the corner, the middle of a side, or the middle of the box around all.

    Parameters
    ----------
    self
        What the box is around.
    direction
        In each dimension: below 0 for the lower end, above for the upper, else 0.
    """
    points = self.get_points_defining_boundary()
    place = np.zeros(self.dim)
    if len(points) == 0:
        return place
    across = np.ascontiguousarray(points.T)
    low, high = across.min(axis=1), across.max(axis=1)
    for dim in range(self.dim):
        key = direction[dim]
        if key < 0:
            place[dim] = low[dim]
        elif key > 0:
            place[dim] = high[dim]
        else:
            place[dim] = (low[dim] + high[dim]) / 2
    return place


def length_over_dim(self: Mobject, dim: int) -> float:
    """Return how far the family reaches in a dimension; 0 without points."""
    parts = [member.points[:, dim] for member in self.get_family()]
    values = [part for part in parts if len(part)]
    if not values:
        return 0
    along = np.concatenate(values)
    return float(along.max() - along.min())


PATCHES = (
    (VMobject, "get_points_defining_boundary", boundary),
    (Mobject, "get_critical_point", critical_point),
    (Mobject, "length_over_dim", length_over_dim),
)
