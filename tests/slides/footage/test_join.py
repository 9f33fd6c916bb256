"""Joining: every picture once, at its exact time, unchanged."""

from itertools import pairwise
from pathlib import Path

import av
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slides.base.errors import LectureError
from slides.footage.caption_track import Track
from slides.footage.captions import Cue
from slides.footage.join import join
from slides.footage.timeline import Mark
from tests.slides.conftest import FPS, encode
from tests.slides.reading import greys, pictures

Segments = dict[int, str]  # video files by their number of pictures


def times(path: Path | str) -> list[float]:
    return [float(frame.time or 0) for frame in pictures(path)]


def picture_sums(*paths: str) -> list[int]:
    return [int(grey.sum()) for path in paths for grey in greys(path)]


@pytest.fixture(scope="module")
def segments(tmp_path_factory: pytest.TempPathFactory) -> dict[int, str]:
    folder = tmp_path_factory.mktemp("segments")
    return {n: encode(folder / f"{n}.mp4", n, 9 * n) for n in (1, 2, 3, 8, 15)}


@settings(max_examples=15)
@given(lengths=st.lists(st.sampled_from([1, 2, 3, 8, 15]), min_size=1, max_size=6))
def test_pictures_are_all_there_and_evenly_spaced(
    segments: Segments,
    tmp_path_factory: pytest.TempPathFactory,
    lengths: list[int],
) -> None:
    target = tmp_path_factory.mktemp("joined") / "joined.mp4"
    paths = [segments[length] for length in lengths]
    assert join(paths, target) == sum(lengths)
    expected = [n / FPS for n in range(sum(lengths))]
    assert times(target) == pytest.approx(expected, abs=1e-9)
    assert picture_sums(str(target)) == picture_sums(*paths)


def test_packets_come_in_order_without_gaps(segments: Segments, tmp_path: Path) -> None:
    join([segments[n] for n in (8, 1, 15, 2)], tmp_path / "a.mp4")
    with av.open(str(tmp_path / "a.mp4")) as container:
        packets = [p for p in container.demux(video=0) if p.size]
    steps = {b.dts - a.dts for a, b in pairwise(packets)}
    assert len(steps) == 1
    assert all(packet.dts <= packet.pts for packet in packets)


def test_marks_and_title_are_read_back(segments: Segments, tmp_path: Path) -> None:
    marks = [Mark("Größe & <b>", 0, 8), Mark("Two", 8, 23)]
    join([segments[8], segments[15]], tmp_path / "a.mp4", marks, {"title": "T"})
    with av.open(str(tmp_path / "a.mp4")) as container:
        found = [
            (c["metadata"]["title"], float(c["start"] * c["time_base"]))
            for c in container.chapters()
        ]
        assert container.metadata["title"] == "T"
    assert found == [("Größe & <b>", 0.0), ("Two", 8 / FPS)]


def test_file_begins_with_its_index(segments: Segments, tmp_path: Path) -> None:
    join([segments[15]], tmp_path / "a.mp4")
    data = (tmp_path / "a.mp4").read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")


def test_another_frame_rate_is_refused(segments: Segments, tmp_path: Path) -> None:
    other = encode(tmp_path / "other.mp4", 5, fps=25)
    with pytest.raises(LectureError, match="encoded otherwise"):
        join([segments[8], other], tmp_path / "a.mp4")
    assert {file.name for file in tmp_path.iterdir()} == {"other.mp4"}


def test_captions_are_read_back_from_inside(segments: Segments, tmp_path: Path) -> None:
    cues = [Cue(0.0, 1.0, ("Größe {x}", "a \\ <b> & c")), Cue(1.5, 2.3, ("Two.",))]
    join([segments[8], segments[15]], tmp_path / "a.mp4", track=Track(cues, "en"))
    with av.open(str(tmp_path / "a.mp4")) as container:
        (stream,) = container.streams.subtitles
        samples = [p for p in container.demux(stream) if p.size > 2]
        assert stream.codec_context.name == "mov_text"
        assert stream.metadata["language"] == "eng"
        found = [(float(p.pts * p.time_base), bytes(p)[2:].decode()) for p in samples]
        lengths = [float(p.duration * p.time_base) for p in samples]
    assert found == [(cue.start, "\n".join(cue.lines)) for cue in cues]
    assert lengths == pytest.approx([cue.end - cue.start for cue in cues])
    assert times(tmp_path / "a.mp4") == pytest.approx([n / FPS for n in range(23)])


@pytest.mark.parametrize(
    ("language", "code"),
    [("en", "eng"), ("de-CH", "deu"), ("gsw", "gsw"), ("xx", "und")],
)
def test_language_has_three_letters_in_mp4(language: str, code: str) -> None:
    assert Track([], language).three_letters == code
