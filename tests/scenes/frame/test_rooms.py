"""Rooms of each shape: apart from each other, within the safe area, below the title."""

import numpy as np
import pytest
from manim import DR, UL, Rectangle, tempconfig

from nnsim.errors import UnknownNameError
from scenes.frame import rooms, shapes
from scenes.frame.rooms import Room, flow
from scenes.frame.safe_area import safe_area
from slides.settings.variants import ASPECTS, Variant

every_shape = pytest.mark.parametrize("name", shapes.SHAPES)


@every_shape
def test_panel_is_beside_the_main_object_or_below_it(name: str) -> None:
    with shapes.use(name) as shape:
        main, panel = rooms.main(), rooms.panel()
        left, bottom, right, top = safe_area(captions=True)
    for room in (main, panel):
        assert left <= room.left < room.right <= right
        assert bottom <= room.bottom < room.top < top
    if shape.is_tall:
        assert main.bottom - panel.top == pytest.approx(rooms.GAP)
    else:
        assert panel.left - main.right == pytest.approx(rooms.GAP)


@every_shape
def test_a_pair_is_main_and_panel_or_rows_of_the_heights_asked_for(name: str) -> None:
    with shapes.use(name) as shape:
        first, second = rooms.pair(1.5)
        if shape.is_tall:
            assert first.height / second.height == pytest.approx(1.5)
            assert first.width == second.width == rooms.whole().width
        else:
            assert (first, second) == (rooms.main(), rooms.panel())


@every_shape
def test_frames_have_the_proportions_that_videos_have(name: str) -> None:
    across, down = (int(side) for side in name.split(":"))
    for quality in ("draft", "1080p60"):
        picture = Variant(quality, aspect=name).picture
        assert picture.width / picture.height == pytest.approx(across / down, rel=0.002)
    with shapes.use(name) as shape:
        assert shapes.current() is shape
        assert shape.width / shape.height == pytest.approx(across / down)


def test_shapes_are_those_of_the_command() -> None:
    assert tuple(shapes.SHAPES) == ASPECTS


def test_another_frame_is_refused_by_its_sides() -> None:
    with (
        tempconfig({"frame_width": 20.0, "frame_height": 8.0}),
        pytest.raises(ValueError, match=r"20\.00 by 8\.00"),
    ):
        shapes.current()


def test_columns_and_rows_share_a_room() -> None:
    room = Room(-2.0, 0.0, 4.0, 3.0)
    one, two = room.columns(1, 2, gap=0.6)
    assert (one.left, two.right) == pytest.approx((-2.0, 4.0))
    assert (one.width, two.width) == pytest.approx((1.8, 3.6))
    upper, lower = room.rows(1, 1, gap=1.0)
    assert (upper.top, upper.bottom, lower.top) == pytest.approx((3.0, 2.0, 1.0))
    np.testing.assert_allclose(room.edge(UL), [-2, 3, 0])
    np.testing.assert_allclose(room.edge(DR), [4, 0, 0])


def test_what_is_too_high_flows_into_two_columns() -> None:
    def stack(n: int) -> float:
        boxes = [Rectangle(width=1.0, height=1.0) for _ in range(n)]
        return float(flow(boxes, Room(-3, -2, 3, 2), buff=0.2, gap=0.5).width)

    assert stack(3) == pytest.approx(1.0)
    assert stack(6) == pytest.approx(2.5)


@pytest.mark.parametrize(
    ("name", "told"),
    [("16x9", "unknown aspect ratio '16x9'; did you mean '16:9'?"),
     ("wide", "unknown aspect ratio 'wide'; there are: 16:9, 4:3, 1:1, 9:16")],
)  # fmt: skip
def test_unknown_shape_names_the_nearest_or_all(name: str, told: str) -> None:
    before = shapes.current()
    with pytest.raises(UnknownNameError) as caught, shapes.use(name):
        pass
    assert str(caught.value) == told
    assert shapes.current() is before


WIDE, TALL = Room(0, 0, 13, 5), Room(0, 0, 7, 9)


@pytest.mark.parametrize(
    ("room", "n_columns"), [(WIDE, 5), (TALL, 2), (Room(0, 0, 12, 6), 3)]
)
def test_a_grid_has_as_many_columns_as_make_pictures_large(
    room: Room, n_columns: int
) -> None:
    cells = room.grid(5, gap=0.5)
    assert [cell.top for cell in cells].count(room.top) == n_columns
    sizes = {(round(c.width, 9), round(c.height, 9)) for c in cells}
    assert len(sizes) == 1


def test_the_last_row_of_a_grid_stands_in_the_middle() -> None:
    cells = TALL.grid(5, gap=0.5)
    assert cells[-1].middle[0] == pytest.approx(TALL.middle[0])
    assert cells[-1].bottom == pytest.approx(TALL.bottom)
    left, right = cells[2:4]
    assert right.left - left.right == pytest.approx(0.5)


def test_parts_along_the_longer_side_fill_it() -> None:
    left, right = WIDE.along(1, 2, gap=1)
    assert (left.right, right.left, right.right) == pytest.approx((4, 5, 13))
    top, low = TALL.along(1, 1, gap=1)
    assert (top.bottom, low.top, low.bottom) == pytest.approx((5, 4, 0))
