"""Boxes stand row by row; arrows lead from each to the next."""

import numpy as np
import pytest

from scenes.components.box_map import BoxMap

NAMES = (("a", "b", "c"), ("d", "e"))
MAP = BoxMap(NAMES, size=(2.0, 1.5), pitch=(2.5, 2.0))


def test_boxes_stand_in_reading_order_under_their_names() -> None:
    assert [name.words for name in MAP.names] == list("abcde")
    x, y = np.array([box.get_center()[:2] for box in MAP.boxes]).T
    np.testing.assert_allclose(np.diff(x), [2.5, 2.5, -5, 2.5], atol=1e-9)
    np.testing.assert_allclose(np.diff(y), [0, 0, -2, 0], atol=1e-9)
    for name, box in zip(MAP.names, MAP.boxes, strict=True):
        assert box.get_y() < name.get_y() < box.get_top()[1]
    assert MAP.row(1) == [3, 4]


@pytest.mark.parametrize("k", range(4))
def test_arrow_runs_from_a_box_to_the_next(k: int) -> None:
    parts, box, after = MAP.arrows[k], MAP.boxes[k], MAP.boxes[k + 1]
    start, end = parts[0].get_start(), parts[-1].get_end()
    sides = (box, start), (after, end)
    for one, point in sides:
        gap = np.abs(point - one.get_center()) - [one.width / 2, one.height / 2, 0]
        assert 0 < gap.max() < 0.1


def test_room_lies_in_the_box_and_under_the_name() -> None:
    room, box, name = MAP.room(2), MAP.boxes[2], MAP.names[2]
    assert room.middle[0] == pytest.approx(box.get_x())
    assert room.width < box.width
    assert room.top < name.get_bottom()[1]
    assert room.bottom > box.get_bottom()[1]


def test_long_row_takes_several_lines() -> None:
    narrow = BoxMap(NAMES, size=(2.0, 1.5), pitch=(2.5, 2.0), per_line=2)
    x, y = np.array([box.get_center()[:2] for box in narrow.boxes]).T
    np.testing.assert_allclose(np.diff(x), [2.5, -2.5, 0, 2.5], atol=1e-9)
    np.testing.assert_allclose(np.diff(y), [0, -2, -2, 0], atol=1e-9)
    assert narrow.row(0) == [0, 1, 2]
