"""Labels are parted, or brought back, only where they touch or lack room."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from manim import RIGHT, UP, Rectangle

from scenes.frame.apart import GAP, inside, keep_within, stand_apart
from scenes.frame.rooms import Room

ROOM = Room(-4.0, -2.0, 3.0, 2.5)
places = st.tuples(st.floats(-5, 5), st.floats(-3, 3))


def label(x: float, y: float, width: float = 1.2, height: float = 0.3) -> Rectangle:
    return Rectangle(width=width, height=height).move_to([x, y, 0])


def overlap(one: Rectangle, other: Rectangle) -> bool:
    off = np.abs(one.get_center() - other.get_center())
    widths, heights = one.width + other.width, one.height + other.height
    return bool(off[0] < widths / 2 - 1e-6 and off[1] < heights / 2 - 1e-6)


@given(st.lists(places, min_size=2, max_size=3), st.sampled_from([0, 1]))
def test_none_touches_another(at: list[tuple[float, float]], axis: int) -> None:
    labels = [label(*place) for place in at]
    before = [one.get_center() for one in labels]
    stand_apart(labels, (RIGHT, UP)[axis])
    assert not [pair for pair in itertools.combinations(labels, 2) if overlap(*pair)]
    for one, was in zip(labels, before, strict=True):
        assert one.get_center()[1 - axis] == was[1 - axis]


def test_what_has_room_stays() -> None:
    labels = [label(0, 0), label(0, 0.3 + GAP), label(2, 0.1)]
    before = [one.get_center() for one in labels]
    stand_apart(labels)
    np.testing.assert_array_equal([one.get_center() for one in labels], before)


@given(places)
def test_what_leaves_a_room_is_brought_back(at: tuple[float, float]) -> None:
    one = keep_within(label(*at), ROOM)
    low, high = one.get_corner([-1, -1, 0]), one.get_corner([1, 1, 0])
    assert low[0] >= ROOM.left - 1e-6
    assert low[1] >= ROOM.bottom - 1e-6
    assert high[0] <= ROOM.right + 1e-6
    assert high[1] <= ROOM.top + 1e-6
    inside = label(*at)
    if ROOM.left + 0.6 <= at[0] <= ROOM.right - 0.6:
        assert one.get_x() == pytest.approx(inside.get_x())
    if ROOM.bottom + 0.15 <= at[1] <= ROOM.top - 0.15:
        assert one.get_y() == pytest.approx(inside.get_y())


@given(places)
def test_a_line_ends_where_its_room_does(at: tuple[float, float]) -> None:
    start, end = np.array([0.5, -0.5, 0]), np.array([*at, 0])
    found = inside(ROOM, start, end)
    assert ROOM.left - 1e-9 <= found[0] <= ROOM.right + 1e-9
    assert ROOM.bottom - 1e-9 <= found[1] <= ROOM.top + 1e-9
    (a, b), (c, d) = (found - start)[:2], (end - start)[:2]
    assert abs(a * d - b * c) < 1e-6
    if ROOM.left <= at[0] <= ROOM.right and ROOM.bottom <= at[1] <= ROOM.top:
        np.testing.assert_allclose(found, end, atol=1e-9)
