"""Pictures: box by box, the planes become those of the whole as Manim converts it."""

import av
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.camera.boxes import Box
from scenes.camera.pictures import Pictures

WIDTH, HEIGHT = 90, 52


def planes(frame: av.VideoFrame) -> np.ndarray:
    """Return all planes below each other, without what pads their rows."""
    return frame.to_ndarray().copy()


def converted_by_manim(pixels: np.ndarray) -> np.ndarray:
    """Convert the whole picture as Manim's encoder does."""
    frame = av.VideoFrame.from_ndarray(pixels, format="rgba")
    return planes(frame.reformat(format="yuv420p"))


def noise(seed: int, height: int = HEIGHT, width: int = WIDTH) -> np.ndarray:
    rng = np.random.default_rng(seed)
    return rng.integers(0, 256, (height, width, 4), dtype=np.uint8)


@st.composite
def boxes(draw: st.DrawFn, width: int = WIDTH, height: int = HEIGHT) -> Box:
    """Boxes of even corners; many lie at the rims of the picture."""
    left, right = draw(sides(width))
    top, bottom = draw(sides(height))
    return Box(left, top, right, bottom)


def sides(length: int) -> st.SearchStrategy[tuple[int, int]]:
    places = st.integers(0, length // 2).map(lambda n: 2 * n)
    pairs = st.lists(places, min_size=2, max_size=2, unique=True)
    return pairs.map(lambda pair: (min(pair), max(pair)))


def test_a_new_picture_is_black() -> None:
    black = np.zeros((HEIGHT, WIDTH, 4), np.uint8)
    new = planes(Pictures(WIDTH, HEIGHT).frame)
    np.testing.assert_array_equal(new, converted_by_manim(black))


@pytest.mark.parametrize(
    ("width", "height"), [(2, 2), (854, 480), (1080, 1920), (1922, 1082), (4, 1000)]
)
def test_a_whole_picture_is_converted_as_by_manim(width: int, height: int) -> None:
    pixels = noise(0, height, width)
    pictures = Pictures(width, height)
    pictures.update(pixels, [pictures.whole])
    np.testing.assert_array_equal(planes(pictures.frame), converted_by_manim(pixels))


@given(seed=st.integers(0, 99), changed=st.lists(boxes(), max_size=4))
def test_changed_boxes_are_converted_as_in_the_whole(
    seed: int, changed: list[Box]
) -> None:
    pixels = noise(seed)
    pictures = Pictures(WIDTH, HEIGHT)
    pictures.update(pixels, [pictures.whole])
    for n, box in enumerate(changed):
        inside = np.s_[box.top : box.bottom, box.left : box.right]
        pixels[inside] = noise(seed + n + 1)[inside]
    pictures.update(pixels, changed)
    np.testing.assert_array_equal(planes(pictures.frame), converted_by_manim(pixels))


def test_elsewhere_nothing_is_looked_at() -> None:
    pictures = Pictures(WIDTH, HEIGHT)
    before = planes(pictures.frame)
    pictures.update(noise(1), [])
    np.testing.assert_array_equal(planes(pictures.frame), before)
    pictures.update(noise(1), [Box(40, 20, 60, 30)])
    changed = planes(pictures.frame)[:HEIGHT] != before[:HEIGHT]
    rows, columns = changed.any(1).nonzero()[0], changed.any(0).nonzero()[0]
    assert 18 <= rows.min() <= 20
    assert 29 <= rows.max() <= 31
    assert 38 <= columns.min() <= 40
    assert 59 <= columns.max() <= 61


def test_what_is_drawn_anew_as_it_was_is_no_change() -> None:
    pixels, pictures = np.zeros((HEIGHT, WIDTH, 4), np.uint8), Pictures(WIDTH, HEIGHT)
    boxes = [Box(0, 0, 20, 20), Box(40, 20, 60, 30)]
    counts = [pictures.n_changes]
    for color in (0, 255, 255, 90):  # a new picture is black
        pixels[20:30, 40:60] = color
        pictures.update(pixels, boxes)
        counts.append(pictures.n_changes)
    assert np.diff(counts).tolist() == [0, 1, 0, 1]


@given(seed=st.integers(0, 99), offset=st.integers(0, 63))
def test_where_pixels_lie_in_memory_is_all_the_same(seed: int, offset: int) -> None:
    pixels = noise(seed)
    memory = np.empty(pixels.nbytes + offset, np.uint8)
    moved = memory[offset:].reshape(pixels.shape)
    moved[:] = pixels
    pictures = Pictures(WIDTH, HEIGHT)
    pictures.update(moved, [pictures.whole])
    np.testing.assert_array_equal(planes(pictures.frame), converted_by_manim(pixels))


def test_a_picture_that_somebody_keeps_stays_as_it_is() -> None:
    pictures = Pictures(WIDTH, HEIGHT)
    pictures.update(noise(1), [pictures.whole])
    kept = planes(pictures.frame)
    graph = av.filter.Graph()
    start, end = (
        graph.add_buffer(
            template=None,
            width=WIDTH,
            height=HEIGHT,
            format=av.VideoFormat("yuv420p"),
            time_base=1,
        ),
        graph.add("buffersink"),
    )
    start.link_to(end)
    graph.configure()
    graph.push(pictures.frame)
    pictures.update(noise(2), [pictures.whole])
    np.testing.assert_array_equal(planes(graph.pull()), kept)


@pytest.mark.parametrize(
    "box",
    [(1, 0, 4, 4), (0, 0, 4, 3), (4, 0, 4, 4), (6, 0, 4, 4), (-2, 0, 4, 4),
     (0, 0, 92, 4), (0, 0, 4, 54)],
)  # fmt: skip
def test_a_box_that_is_none_is_refused(box: tuple[int, int, int, int]) -> None:
    pictures = Pictures(WIDTH, HEIGHT)
    with pytest.raises(ValueError, match="is no box of"):
        pictures.update(noise(0), [Box(*box)])


def test_pixels_of_another_picture_are_refused() -> None:
    with pytest.raises(ValueError, match="pixels for 90x52"):
        Pictures(WIDTH, HEIGHT).update(noise(0, WIDTH, HEIGHT), [])


@pytest.mark.parametrize(("width", "height"), [(3, 2), (2, 3), (0, 2), (2, -2)])
def test_a_picture_of_odd_size_is_refused(width: int, height: int) -> None:
    with pytest.raises(ValueError, match="both must be even"):
        Pictures(width, height)
