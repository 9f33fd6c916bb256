"""Labels that stand where values say: moved only if they touch, or lack room.

What you can do here
--------------------
- part labels that lie on each other: ``stand_apart``;
- bring back what leaves its room: ``keep_within``;
- end a line where its room ends: ``inside``;
- know whether words need a patch: ``runs_through``.
"""

from collections.abc import Iterable

import numpy as np
from manim import RIGHT, UP, Mobject, VMobject

from scenes.frame.rooms import Room

GAP = 0.06  # between two labels, in units
ROUNDS = 50  # of parting neighbours; few labels need fewer


def stand_apart(
    labels: Iterable[Mobject], direction: np.ndarray = UP, gap: float = GAP
) -> None:
    """Move labels along a direction, ``UP`` or ``RIGHT``, until none touches another.

    They keep their order, and none is moved that has room.
    """
    axis = int(np.argmax(np.abs(direction)))
    ordered = sorted(labels, key=lambda label: float(label.get_center()[axis]))
    for _ in range(ROUNDS):
        moved = False
        for k, upper in enumerate(ordered):
            for lower in ordered[:k]:
                least = (_size(lower, axis) + _size(upper, axis)) / 2 + gap
                off = least - float((upper.get_center() - lower.get_center())[axis])
                if off > 1e-9 and _meet(lower, upper, 1 - axis, gap):
                    lower.shift(-off / 2 * direction)
                    upper.shift(off / 2 * direction)
                    moved = True
        if not moved:
            return


def keep_within(mobject: Mobject, room: Room) -> Mobject:
    """Move what leaves a room just so far that it does not.

    Of what is larger than the room, the left end and the foot stay inside.
    """
    for axis, low, high in (
        (0, room.left, room.right),
        (1, room.bottom, room.top),
    ):
        way = (RIGHT, UP)[axis]
        start = float(mobject.get_center()[axis]) - _size(mobject, axis) / 2
        beyond = start + _size(mobject, axis) - high
        mobject.shift((max(low - start, min(0.0, -beyond))) * way)
    return mobject


def inside(room: Room, start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """Return how far one gets from a place in a room to another without leaving it."""
    ends = np.array([[room.left, room.bottom], [room.right, room.top]])
    way = (end - start)[:2]
    free = np.where(way > 0, ends[1], ends[0]) - start[:2]
    reached = np.abs(way) > np.abs(free)
    shares = np.append(free[reached] / way[reached], 1.0)
    return np.asarray(start + shares.min() * (end - start))


def runs_through(curve: VMobject, words: Mobject) -> bool:
    """Tell whether a curve crosses words, so that they need a patch."""
    shares = np.linspace(0, 1, 200)
    places = np.array([curve.point_from_proportion(share) for share in shares])
    off = np.abs(places - words.get_center())[:, :2]
    return bool((off < np.array([words.width, words.height]) / 2).all(axis=1).any())


def _size(mobject: Mobject, axis: int) -> float:
    """Return its width or its height."""
    return float(mobject.width if axis == 0 else mobject.height)


def _meet(one: Mobject, other: Mobject, axis: int, gap: float) -> bool:
    """Tell whether two mobjects have the same place along an axis."""
    between = abs(float((one.get_center() - other.get_center())[axis]))
    return between < (_size(one, axis) + _size(other, axis)) / 2 + gap
