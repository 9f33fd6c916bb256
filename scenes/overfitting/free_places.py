"""Where the name of a curve may stand: beside it, and on no curve or other name."""

from collections.abc import Iterator, Sequence
from itertools import product

import numpy as np

Place = tuple[float, float]  # along x axis and y axis, as shares of the axes
ALONG = np.linspace(0.12, 0.88, 20)
AWAY = np.linspace(0.08, 0.6, 14)  # from the name's own curve


def free_place(
    wanted: Place,
    own: int,
    curves: Sequence[np.ndarray],
    size: Place,
    taken: Sequence[tuple[Place, Place]],
    room: Place,
) -> Place:
    """Return the wanted place if it is free, or a free one near its curve; all shares.

    Parameters
    ----------
    own
        Number of the curve that is named.
    curves
        (n_points, 2) each, dense along x.
    size
        Width and height of the name.
    taken
        Places and sizes of other names.
    room
        Least and largest height at which a name may stand.
    """

    def is_free(place: Place) -> bool:
        half = np.array(size) / 2
        on_curve = any((np.abs(c - place) < half).all(axis=1).any() for c in curves)
        on_name = any(
            (np.abs(np.subtract(place, at)) < half + np.array(other) / 2).all()
            for at, other in taken
        )
        return not (on_curve or on_name)

    places = [wanted, *_near(wanted, curves[own], size[0], room)]
    return next((place for place in places if is_free(place)), wanted)


def _near(
    wanted: Place, curve: np.ndarray, width: float, room: Place
) -> Iterator[Place]:
    """Yield places beside a curve, those near to it and to the wanted one first."""
    beside = product(ALONG, (*AWAY, *-AWAY))
    for along, away in sorted(
        beside, key=lambda at: 2 * abs(at[1]) + abs(at[0] - wanted[0])
    ):
        height = float(np.interp(along, *curve.T)) + away
        is_inside = width / 2 <= along <= 1 - width / 2
        if is_inside and room[0] <= height <= room[1]:
            yield float(along), float(height)
