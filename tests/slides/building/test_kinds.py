"""Videos, clips, deck and page, made from a recording of two beats."""

import json
from pathlib import Path
from urllib.parse import unquote

import av
import numpy as np
import pytest

from slides.engine.recorded import Rendering
from slides.footage.posters import corner_color, first_picture
from slides.footage.timeline import spans
from slides.outputs.context import Context
from slides.outputs.film.clips import make_clips
from slides.outputs.film.video import make_chapter, make_lecture
from slides.outputs.pages.index import make_page
from tests.slides.conftest import FPS, SAYINGS, Project
from tests.slides.reading import pictures, soup


def test_video_holds_all_segments_and_clips_the_motion(
    context: Context, rendering: Rendering
) -> None:
    make_chapter(context, "neuron")
    make_clips(context, "neuron")
    video = context.out / "videos" / "01-neuron.mp4"
    clips = context.out / "clips" / "neuron"
    assert len(pictures(video)) == sum(rendering.frames)
    assert len(pictures(clips / "one.mp4")) == 5 + 7
    assert len(pictures(clips / "two.mp4")) == 1 + 4


def test_chapters_of_video_are_the_beats(context: Context) -> None:
    video = make_chapter(context, "neuron")[0]
    with av.open(str(video)) as container:
        marks = [
            (c["metadata"]["title"], float(c["start"] * c["time_base"]))
            for c in container.chapters()
        ]
    assert marks == [("Start (1 of 2)", 0.0), ("Start (2 of 2)", 23 / FPS)]


def test_chapters_of_lecture_are_the_chapters(context: Context) -> None:
    video = make_lecture(context)[0]
    with av.open(str(video)) as container:
        assert [c["metadata"]["title"] for c in container.chapters()] == ["The neuron"]


def test_captions_are_inside_the_videos_too(context: Context) -> None:
    beside = context.out / "lecture.srt"
    for video in (make_lecture(context)[0], make_chapter(context, "neuron")[0]):
        with av.open(str(video)) as container:
            samples = [p for p in container.demux(subtitles=0) if p.size > 2]
        said = [bytes(sample)[2:].decode() for sample in samples]
        blocks = beside.read_text(encoding="utf-8").strip().split("\n\n")
        assert said == [block.split("\n", 2)[2] for block in blocks]


def test_times_are_counted_in_pictures(rendering: Rendering) -> None:
    one, two = spans(rendering)
    assert (one.start, one.settled, one.end) == (0.0, 1.2, 2.3)
    assert (two.start, two.settled, two.end) == (2.3, 2.8, 4.8)


def test_receipts_lie_beside_the_video(context: Context) -> None:
    files = make_chapter(context, "neuron")
    (receipt,) = json.loads(files[-1].read_text())
    assert (receipt["path"], receipt["value"], receipt["time"]) == (
        "other.x[0]",
        39.1,
        2.5,
    )


def test_transcript_says_everything(context: Context) -> None:
    text = context.video_stem("neuron").with_suffix(".txt")
    make_chapter(context, "neuron")
    assert all(say in text.read_text() for say in SAYINGS)


def test_poster_shows_how_the_motion_ends(
    context: Context, rendering: Rendering
) -> None:
    poster = context.poster("neuron", rendering.recording.beats[1])
    # Segment 4 has shade 120, and at its picture 3 a bar of the opposite shade.
    shade = int(corner_color(poster)[1:3], 16)
    assert shade == pytest.approx(255 - 120, abs=6)


def test_picture_has_the_colour_of_the_video(tmp_path: Path) -> None:
    paper = np.full((48, 64, 3), (16, 21, 29), np.uint8)
    with av.open(str(tmp_path / "a.mp4"), "w") as out:
        stream = out.add_stream("libx264", rate=FPS, options={"crf": "1"})
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        out.mux(stream.encode(av.VideoFrame.from_ndarray(paper)))
        out.mux(stream.encode(None))
    color = corner_color(first_picture(str(tmp_path / "a.mp4")))
    parts = [int(color[n : n + 2], 16) for n in (1, 3, 5)]
    assert parts == pytest.approx((16, 21, 29), abs=1)


def test_page_has_no_missing_links(built: Project) -> None:
    page = soup(built.out / "index.html")
    links = [
        tag[name]
        for name in ("href", "src", "poster")
        for tag in page.select(f"[{name}]")
    ]
    files = {
        unquote(link.split("#")[0])
        for link in links
        if not link.startswith(("#", "data:"))
    }
    assert len(files) > 20
    assert not [name for name in files if not (built.out / name).is_file()]
    anchors = {link[1:] for link in links if link.startswith("#")}
    assert anchors <= {tag["id"] for tag in page.select("[id]")}


def test_page_offers_papers(built: Project) -> None:
    links = {tag["href"] for tag in soup(built.out / "index.html").select("header a")}
    assert {"lecture.pptx", "lecture.pdf", "handout.pdf"} <= links


def test_page_is_accessible(built: Project) -> None:
    page = soup(built.out / "index.html")
    assert page.html["lang"] == "en"
    for video in page.select("video"):
        # A clip's text stands beside it; longer videos have captions.
        assert video.select_one("track") or page.find(id=video["aria-describedby"])
    ids = [tag["id"] for tag in page.select("[id]")]
    assert len(ids) == len(set(ids))


def test_page_shows_only_what_is_current(context: Context) -> None:
    (file,) = make_page(context, "lecture.html")
    page = soup(file)
    assert not page.select("video, a[href$=html], a[href$=mp4]")
    assert SAYINGS[0] in page.get_text()
