"""Boxes hold what changed, and little else."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from scenes.camera.boxes import Box, box_around, meeting, merged

SIZE = (854, 480)


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    """Give boxes within the picture."""
    left, top = (2 * draw(st.integers(0, side // 2 - 1)) for side in SIZE)
    width, height = (2 * draw(st.integers(1, 200)) for _ in SIZE)
    return Box(left, top, min(left + width, SIZE[0]), min(top + height, SIZE[1]))


def covered(some: list[Box]) -> np.ndarray:
    """Count for each pixel in how many boxes it lies."""
    counts = np.zeros(SIZE[::-1], dtype=int)
    for box in some:
        counts[box.top : box.bottom, box.left : box.right] += 1
    return counts


@given(st.lists(boxes(), max_size=60))
def test_merged_boxes_hold_all_and_do_not_meet(some: list[Box]) -> None:
    found = merged(some, *SIZE)
    counts = covered(found)
    assert (counts >= (covered(some) > 0)).all()
    assert counts.max() <= 1
    assert all(
        not any(place % 2 for place in box)
        and 0 <= box.left < box.right <= SIZE[0]
        and 0 <= box.top < box.bottom <= SIZE[1]
        for box in found
    )
    assert not some or len(found) <= 60


def test_one_small_change_is_one_small_box() -> None:
    assert merged([Box(64, 64, 70, 70)], *SIZE) == [Box(64, 64, 96, 96)]
    assert merged([], *SIZE) == []


@given(st.lists(st.none() | boxes(), max_size=20), st.lists(boxes(), max_size=5))
def test_meeting_boxes_share_pixels(some: list[Box | None], others: list[Box]) -> None:
    is_in = covered(others) > 0
    assert meeting(some, others) == [
        n for n, box in enumerate(some) if box and is_in[covered([box]) > 0].any()
    ]


PLACES = st.floats(-2000, 2000)


@given(PLACES, PLACES, st.floats(0, 3000), st.floats(0, 3000))
def test_box_around_holds_all_that_is_in_the_picture(
    left: float, top: float, width: float, height: float
) -> None:
    right, bottom = left + width, top + height
    box = box_around(left, top, right, bottom, *SIZE)
    columns, rows = (np.arange(side) for side in SIZE)
    wanted_x = columns[(columns + 1 > left) & (columns <= right)]
    wanted_y = rows[(rows + 1 > top) & (rows <= bottom)]
    if len(wanted_x) and len(wanted_y):
        assert box is not None
        assert box.left <= wanted_x[0]
        assert wanted_x[-1] < box.right <= SIZE[0]
        assert box.top <= wanted_y[0]
        assert wanted_y[-1] < box.bottom <= SIZE[1]
    elif box is not None:
        assert box.left < box.right
        assert box.top < box.bottom
