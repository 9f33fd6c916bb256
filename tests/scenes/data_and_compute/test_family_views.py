"""Families fill their room, whatever its shape, in the order of the result."""

from itertools import pairwise
from types import SimpleNamespace

import numpy as np
import pytest
from manim import VGroup

from scenes.data_and_compute.family_views import family_map
from scenes.frame.rooms import Room
from tests.scenes.stub import Stub


@pytest.mark.parametrize("room", [Room(-6, -2, 6, 2), Room(-3.5, -4, 3.5, 4)])
def test_rings_stay_in_their_room_and_do_not_touch(room: Room) -> None:
    lesson, sizes = Stub(), (14, 13, 12, 11, *range(10, 2, -1))
    families = [
        SimpleNamespace(links=np.array([[0, 1]]), held_out=np.arange(n) == 0)
        for n in sizes
    ]
    lesson.result = SimpleNamespace(families=families)
    rings = [ring for row in family_map(lesson, room) for ring in row]
    assert [len(ring.held_out) for ring in rings] == list(sizes)
    drawn = VGroup(*rings)
    assert drawn.width <= room.width
    assert drawn.height <= room.height
    gaps = [b.get_left()[0] - a.get_right()[0] for a, b in pairwise(rings)]
    assert all(gap > 0.3 or gap < 0 for gap in gaps)  # beside it, or in the next row
