"""A name stands where it is wanted, or beside its curve on nothing else."""

import numpy as np
import pytest

from scenes.overfitting.free_places import Place, free_place

X = np.linspace(0, 1, 200)
SIZE = (0.3, 0.1)
ROOM = (0.1, 0.9)


def level(height: float) -> np.ndarray:
    return np.stack([X, np.full_like(X, height)], axis=1)


def covered(place: Place, curve: np.ndarray) -> bool:
    return any(
        abs(x - place[0]) < SIZE[0] / 2 and abs(y - place[1]) < SIZE[1] / 2
        for x, y in curve
    )


def test_a_free_place_is_kept() -> None:
    curves = [level(0.3), level(0.7)]
    assert free_place((0.5, 0.5), 0, curves, SIZE, [], ROOM) == (0.5, 0.5)


def test_a_name_leaves_the_curve_and_stays_near_it() -> None:
    curves = [level(0.3), level(0.5)]
    for own in (0, 1):
        place = free_place((0.5, 0.5), own, curves, SIZE, [], ROOM)
        assert not any(covered(place, curve) for curve in curves)
        assert abs(place[1] - curves[own][0, 1]) < 0.2
        assert ROOM[0] <= place[1] <= ROOM[1]


def test_a_name_stays_between_the_ends_of_the_axis() -> None:
    wide = (0.8, 0.1)
    place = free_place((0.9, 0.5), 0, [level(0.5)], wide, [], ROOM)
    assert place[0] == pytest.approx(0.5, abs=0.1)
    assert wide[0] / 2 <= place[0] <= 1 - wide[0] / 2


def test_names_keep_apart() -> None:
    curves = [level(0.12), level(0.12)]
    first = free_place((0.5, 0.12), 0, curves, SIZE, [], ROOM)
    second = free_place((0.5, 0.12), 1, curves, SIZE, [(first, SIZE)], ROOM)
    apart = np.abs(np.subtract(first, second)) >= np.array(SIZE) - 1e-9
    assert apart.any()


def test_where_nothing_is_free_the_wanted_place_is_taken() -> None:
    full = np.stack([a.ravel() for a in np.meshgrid(X, X)], axis=1)
    assert free_place((0.4, 0.4), 0, [full], SIZE, [], ROOM) == (0.4, 0.4)
