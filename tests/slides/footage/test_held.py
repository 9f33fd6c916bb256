"""A picture that stands for longer or shorter: no other is seen, none is encoded."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from scenes.camera.h264 import add_encoder
from slides.footage.held import held
from slides.footage.join import join
from tests.slides.conftest import FPS, encode
from tests.slides.reading import greys

N_MOTION, N_HOLD = 7, 20


def painted(path: Path, levels: list[int]) -> str:
    """Write pictures as films of scenes are encoded, each of one level of grey."""
    with av.open(str(path), "w") as out:
        stream = add_encoder(out, 64, 48, Fraction(FPS))
        for n, level in enumerate(levels):
            noise = np.random.default_rng(level).integers(0, 9, (48, 64, 3))
            frame = av.VideoFrame.from_ndarray((noise + level).astype(np.uint8))
            frame.pts, frame.time_base = n, Fraction(1, FPS)
            frame.pict_type = 1 if n == 0 else 0
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    return str(path)


@pytest.fixture
def segments(tmp_path: Path) -> list[str]:
    """Give a motion, what stands behind it, and another motion."""
    motion = [*range(10, 10 + 9 * N_MOTION, 9)]
    levels = [motion, motion[-1:] * N_HOLD, [200, 210, 220]]
    return [painted(tmp_path / f"{n}.mp4", one) for n, one in enumerate(levels)]


@pytest.mark.parametrize("n", [1, 2, 19, 20, 21, 40, 600])
def test_what_stands_is_the_first_picture_so_often_as_asked(
    segments: list[str], tmp_path: Path, n: int
) -> None:
    target = tmp_path / "film.mp4"
    assert join(segments, target, lengths=[N_MOTION, n, 3]) == N_MOTION + n + 3
    before, first, behind = (
        greys(segments[0]),
        greys(segments[1])[0],
        greys(segments[2]),
    )
    found = greys(target)
    expected = [*before, *[first] * n, *behind]
    assert len(found) == len(expected)
    assert all(np.array_equal(*pair) for pair in zip(found, expected, strict=True))


def test_what_is_not_shown_leaves_no_picture(
    segments: list[str], tmp_path: Path
) -> None:
    target = tmp_path / "film.mp4"
    assert join(segments, target, lengths=[N_MOTION, 0, 3]) == N_MOTION + 3
    assert len(greys(target)) == N_MOTION + 3


def test_a_player_can_begin_in_a_long_stand(
    segments: list[str], tmp_path: Path
) -> None:
    target = tmp_path / "film.mp4"
    join(segments, target, lengths=[N_MOTION, 900, 3])
    with av.open(str(target)) as container:
        stream = container.streams.video[0]
        keys = [n for n, p in enumerate(container.demux(stream)) if p.is_keyframe]
        assert max(np.diff(keys)) <= 250
        wanted = 700 / FPS
        container.seek(round(wanted / stream.time_base), stream=stream)
        frame = next(f for f in container.decode(stream) if f.time >= wanted)
    assert frame.time == pytest.approx(wanted)
    found = frame.to_ndarray(format="gray")
    assert np.array_equal(found, greys(segments[1])[0])


def test_a_stand_costs_next_to_nothing(segments: list[str]) -> None:
    first, *others = [packet.size for packet in held(segments[1], 250)]
    assert first > 500
    assert max(others) < 100


def test_the_film_of_another_encoder_repeats_its_first_picture(tmp_path: Path) -> None:
    segment = encode(tmp_path / "a.mp4", 9, held=3)
    join([segment], tmp_path / "b.mp4", lengths=[14])
    first = greys(segment)[0]
    found = greys(tmp_path / "b.mp4")
    assert len(found) == 14
    assert all(np.array_equal(one, first) for one in found)


def test_lengths_as_they_are_change_no_byte(
    segments: list[str], tmp_path: Path
) -> None:
    join(segments, tmp_path / "a.mp4")
    join(segments, tmp_path / "b.mp4", lengths=[N_MOTION, N_HOLD, 3])
    files = [(tmp_path / name).read_bytes() for name in ("a.mp4", "b.mp4")]
    assert files[0] == files[1]
