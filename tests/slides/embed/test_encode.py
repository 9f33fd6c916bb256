"""Clips and posters as encoded for the web."""

import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from PIL import Image
from scipy.ndimage import uniform_filter

from slides.embed.clip_posters import ENDINGS, WIDTH, poster
from slides.embed.recipes import recipes
from slides.footage.encode import Footage, encode, pictures
from slides.footage.priority import TASKS
from tests.slides.embed.conftest import FPS, HELD, MOVING, PAPER, record

RECIPES = {one.ending: one for one in recipes()}


@pytest.fixture(scope="module")
def footage(tmp_path_factory: pytest.TempPathFactory) -> Footage:
    path = tmp_path_factory.mktemp("footage") / "a.mp4"
    record(path, MOVING, PAPER["dark"])
    return Footage((str(path),), HELD, FPS)


@pytest.fixture(scope="module", params=RECIPES)
def clip(
    request: pytest.FixtureRequest, footage: Footage, tmp_path_factory: Any
) -> Path:
    target: Path = tmp_path_factory.mktemp("clip") / f"a{request.param}"
    encode(footage, RECIPES[request.param], target)
    return target


def ssim(a: np.ndarray, b: np.ndarray) -> float:
    """Return the structural similarity of two grey pictures (Wang et al. 2004)."""
    a, b = a.astype(float), b.astype(float)
    mean_a, mean_b = uniform_filter(a, 8), uniform_filter(b, 8)
    var_a = uniform_filter(a * a, 8) - mean_a**2
    var_b = uniform_filter(b * b, 8) - mean_b**2
    both = uniform_filter(a * b, 8) - mean_a * mean_b
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    top = (2 * mean_a * mean_b + c1) * (2 * both + c2)
    return float((top / ((mean_a**2 + mean_b**2 + c1) * (var_a + var_b + c2))).mean())


def grey(frame: Any) -> np.ndarray:
    found: np.ndarray = frame.to_ndarray(format="gray")
    return found


def test_both_kinds_are_made_here() -> None:
    assert [*RECIPES] == [".webm", ".mp4"]


def test_clip_is_silent_and_as_long_as_the_beat(clip: Path) -> None:
    with av.open(str(clip)) as container:
        assert [stream.type for stream in container.streams] == ["video"]
        times = [frame.time for frame in container.decode(video=0)]
    assert times[:MOVING] == pytest.approx([n / FPS for n in range(MOVING)], abs=2e-3)
    assert times[-1] == pytest.approx((MOVING + HELD - 1) / FPS, abs=2e-3)
    assert len(times) < MOVING + HELD  # what stands is not stored again and again


def test_clip_looks_like_its_source(clip: Path, footage: Footage) -> None:
    source = {time: grey(frame) for time, frame in pictures(footage)}
    with av.open(str(clip)) as container:
        likeness = [
            ssim(source[round(frame.time * FPS)], grey(frame))
            for frame in container.decode(video=0)
        ]
    assert len(likeness) > MOVING
    assert np.mean(likeness) > 0.98
    assert ssim(source[0], source[MOVING - 1]) < 0.98  # the measure can tell


def test_clip_is_the_same_file_each_time(
    clip: Path, footage: Footage, tmp_path: Path
) -> None:
    again = tmp_path / clip.name
    for n in range(4):
        # Other things lie in memory each time.
        _ = [bytes([n]) * 300_000 for _ in range(n)]
        encode(footage, RECIPES[clip.suffix], again)
        assert again.read_bytes() == clip.read_bytes()


@pytest.mark.skipif(not TASKS.is_dir(), reason="the system tells nothing of threads")
@pytest.mark.parametrize("ending", RECIPES)
def test_no_thread_is_more_urgent_than_all_else(
    ending: str, footage: Footage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: set[int] = set()

    def watched(footage: Footage) -> Iterator[tuple[int, Any]]:
        for one in pictures(footage):
            yield one
            seen.update(
                os.sched_getscheduler(int(task.name)) for task in TASKS.iterdir()
            )

    monkeypatch.setattr("slides.footage.encode.pictures", watched)
    encode(footage, RECIPES[ending], tmp_path / f"a{ending}")
    assert seen
    assert not seen & {os.SCHED_FIFO, os.SCHED_RR}


def test_players_can_begin_before_all_is_loaded(
    tmp_path: Path, footage: Footage
) -> None:
    encode(footage, RECIPES[".mp4"], tmp_path / "a.mp4")
    data = (tmp_path / "a.mp4").read_bytes()
    assert 0 < data.index(b"moov") < data.index(b"mdat")


@pytest.mark.parametrize("ending", ENDINGS)
def test_poster_is_a_small_picture_of_what_is_held(tmp_path: Path, ending: str) -> None:
    record(tmp_path / "held.mp4", HELD, PAPER["dark"])
    data = poster(str(tmp_path / "held.mp4"), ending)
    with Image.open(io.BytesIO(data)) as picture:
        assert picture.size == (320, 180)
        assert picture.width <= WIDTH
        colours = picture.convert("RGB")
        assert colours.getpixel((5, 5)) == pytest.approx(PAPER["dark"], abs=3)
        assert colours.getpixel((250, 90)) == pytest.approx((10, 100, 168), abs=8)


def test_footage_of_no_hold_ends_with_its_motion(footage: Footage) -> None:
    times = [n for n, _ in pictures(Footage(footage.segments, 0, FPS))]
    assert times == [*range(MOVING)]
