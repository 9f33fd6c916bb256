"""Segments: every picture once, as drawn; files that can be joined; the same twice."""

from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest

from scenes.camera.boxes import Box
from scenes.camera.h264 import numbered, repetition
from scenes.camera.pictures import Pictures
from scenes.camera.segment import SEEKABLE, Segment
from slides.footage.join import join
from tests.slides.reading import pictures as decoded

WIDTH, HEIGHT, FPS = 160, 90, 30
RUNS = (1, 2, 1, 5, 1, 1)  # how often each picture is shown


def drawing(n: int) -> np.ndarray:
    """Draw picture n of a film: a bright disc that moves over a dark ground."""
    y, x = np.mgrid[:HEIGHT, :WIDTH]
    pixels = np.full((HEIGHT, WIDTH, 4), (20, 24, 32, 255), np.uint8)
    pixels[np.hypot(x - 30 - 16 * n, y - 45) < 20] = (240, 200, 80, 255)
    return pixels


def make_film(path: Path, runs: tuple[int, ...] = RUNS, first: int = 0) -> Path:
    """Write a film of the pictures from `first` on, each shown as often as said."""
    pictures = Pictures(WIDTH, HEIGHT)
    with Segment(path, pictures, FPS) as segment:
        for n, run in enumerate(runs, first):
            pictures.update(drawing(n), [pictures.whole])
            segment.add(run)
    return path


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_film(tmp_path_factory.mktemp("film") / "film.mp4")


def planes(frame: av.VideoFrame) -> np.ndarray:
    """Return brightness and colours, so that differences can be told."""
    return frame.to_ndarray().astype(float)


def converted(pixels: np.ndarray) -> np.ndarray:
    frame = av.VideoFrame.from_ndarray(pixels, format="rgba")
    return planes(frame.reformat(format="yuv420p"))


def packets(film: Path) -> list[av.Packet]:
    """Return the encoded pictures of a film."""
    with av.open(str(film)) as container:
        return [packet for packet in container.demux(video=0) if packet.size]


def distance(a: np.ndarray, b: np.ndarray) -> float:
    """Return the root of the mean square of the difference of two pictures."""
    return float(np.sqrt(np.mean((a - b) ** 2)))


def test_each_picture_is_shown_as_often_as_said_and_as_drawn(film: Path) -> None:
    found = decoded(film)
    expected = [n for n, run in enumerate(RUNS) for _ in range(run)]
    assert len(found) == len(expected)
    for frame, n in zip(found, expected, strict=True):
        # Of the 219 steps from black to white.
        assert distance(planes(frame), converted(drawing(n))) < 1.5
        assert distance(planes(frame), converted(drawing(n + 1))) > 15


def test_a_picture_shown_again_is_the_same(film: Path) -> None:
    found = [planes(frame) for frame in decoded(film)]
    n = 0
    for run in RUNS:
        for again in found[n + 1 : n + run]:
            np.testing.assert_array_equal(again, found[n])
        n += run


def test_what_stays_takes_no_room(tmp_path: Path) -> None:
    film = make_film(tmp_path / "a.mp4", runs=(200, 49))
    sizes = sorted(packet.size for packet in packets(film))
    assert len(sizes) == 249
    assert sizes[-3] < 24  # bytes; all but the two pictures


def test_a_film_can_be_wound_to_any_place(tmp_path: Path) -> None:
    film = make_film(tmp_path / "a.mp4", runs=(*[1] * 7, 600, *[2] * 9))
    keys = [n for n, packet in enumerate(packets(film)) if packet.is_keyframe]
    assert keys == [0, 250, 500]
    with av.open(str(film)) as container:
        container.seek(round(555 / FPS * av.time_base))
        first = next(container.decode(video=0))
    assert float(first.time) == pytest.approx(500 / FPS)


def test_pictures_are_counted_from_each_key_picture_on(tmp_path: Path) -> None:
    film = make_film(tmp_path / "a.mp4", runs=(*RUNS, 300))
    expected = [n % SEEKABLE % 16 for n in range(sum(RUNS) + 300)]
    assert frame_nums(film) == expected


def frame_nums(film: Path) -> list[int]:
    """Return the frame_num of each picture, as FFmpeg's own reader finds it."""
    before = av.logging.get_level()
    av.logging.set_level(av.logging.INFO)
    try:
        with av.open(str(film)) as container, av.logging.Capture() as lines:
            stream = container.streams.video[0]
            reader = av.BitStreamFilterContext("trace_headers", stream)
            for packet in container.demux(stream):
                reader.filter(packet if packet.size else None)
    finally:
        av.logging.set_level(before)
    texts = [text for _, _, text in lines]
    return [int(text.split()[-1]) for text in texts if " frame_num " in text]


def test_pictures_are_evenly_spaced_and_the_first_is_key(film: Path) -> None:
    found = decoded(film)
    times = [float(frame.time) for frame in found]
    assert times == pytest.approx([n / FPS for n in range(len(found))], abs=1e-9)
    assert found[0].key_frame


def test_pictures_come_in_order(film: Path) -> None:
    found = packets(film)
    assert [p.pts for p in found] == [p.dts for p in found]
    assert len({b.dts - a.dts for a, b in pairwise(found)}) == 1


def test_colours_are_declared_as_they_are_mixed(film: Path) -> None:
    with av.open(str(film)) as container:
        context = container.streams.video[0].codec_context
        declared = (context.colorspace, context.color_primaries, context.color_trc)
    assert declared == (6, 1, 1)  # SMPTE 170M, BT.709, BT.709


def test_pictures_in_boxes_make_the_same_film(film: Path, tmp_path: Path) -> None:
    pictures = Pictures(WIDTH, HEIGHT)
    pictures.update(drawing(0), [pictures.whole])
    with Segment(tmp_path / "a.mp4", pictures, FPS) as segment:
        for n, run in enumerate(RUNS):
            pictures.update(drawing(n), [Box(0, 24, 80, 66), Box(80, 24, 160, 66)])
            segment.add(run)
    assert (tmp_path / "a.mp4").read_bytes() == film.read_bytes()


def test_the_same_pictures_make_the_same_bytes(film: Path, tmp_path: Path) -> None:
    kept = []
    for n in range(4):
        kept.append(np.ones(1000 * n + 17))  # so that memory lies elsewhere
        kept.append(Pictures(WIDTH + 2 * n, HEIGHT))
        again = make_film(tmp_path / f"{n}.mp4")
        assert again.read_bytes() == film.read_bytes()


def test_segments_are_joined_picture_by_picture(film: Path, tmp_path: Path) -> None:
    runs = [RUNS, (1,), (70,), (1, 1, 1)]
    paths = [
        make_film(tmp_path / f"{n}.mp4", run, first=n) for n, run in enumerate(runs)
    ]
    target = tmp_path / "joined.mp4"
    assert join([str(path) for path in paths], target) == sum(map(sum, runs))
    found = [planes(frame) for frame in decoded(target)]
    parts = [planes(frame) for path in paths for frame in decoded(path)]
    np.testing.assert_array_equal(found, parts)


def test_a_film_without_pictures_is_an_error_and_no_file(tmp_path: Path) -> None:
    segment = Segment(tmp_path / "a.mp4", Pictures(WIDTH, HEIGHT), FPS)
    segment.add(0)
    with pytest.raises(ValueError, match="without pictures"):
        segment.close()
    assert not list(tmp_path.iterdir())


def test_what_fails_leaves_no_file(tmp_path: Path) -> None:
    def fail() -> None:
        with Segment(tmp_path / "a.mp4", Pictures(WIDTH, HEIGHT), FPS) as segment:
            segment.add()
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert not list(tmp_path.iterdir())


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        make_film(tmp_path / "none" / "a.mp4", runs=(9,))


def test_what_is_repeated_stays_as_it_was(tmp_path: Path) -> None:
    before = bytes(bytearray(repetition(WIDTH, HEIGHT)))
    make_film(tmp_path / "film.mp4", (9, 4))
    assert repetition(WIDTH, HEIGHT) == before == numbered(before, 1)
