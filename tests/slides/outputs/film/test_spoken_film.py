"""A film that speaks: captions, marks, numbers and page tell the times of its voice."""

import json
from dataclasses import replace
from pathlib import Path

import av
import pytest

from slides.footage.lengths import LEAD_IN
from slides.footage.timeline import seconds, spans
from slides.outputs.context import Context
from slides.outputs.film.video import make_chapter, make_lecture
from slides.outputs.pages.index import make_page
from slides.speech.voice import Voice
from tests.slides.outputs.speaking import CREDIT, speaking
from tests.slides.reading import pictures, soup

SECONDS = 4.0


@pytest.fixture
def spoken(context: Context, tmp_path: Path) -> Context:
    voice = replace(context.lecture, voice=Voice("hum"))
    return speaking(replace(context, lecture=voice), SECONDS, tmp_path / "speech")


def starts(captions: Path) -> list[float]:
    """Return when the captions of a WebVTT file come; s."""
    lines = [line for line in captions.read_text().splitlines() if " --> " in line]
    parts = [line.split(" --> ")[0].split(":") for line in lines]
    return [60 * float(minutes) + float(rest) for *_, minutes, rest in parts]


def test_a_chapter_is_told_by_its_voice(spoken: Context) -> None:
    rendering, speech = spoken.films[0]
    film, captions, *_, receipts = make_chapter(spoken, "neuron")
    length = seconds(rendering, speech)
    assert len(pictures(film)) == round(length * rendering.fps)
    with av.open(str(film)) as container:
        assert container.metadata["comment"] == CREDIT
        kinds = [stream.type for stream in container.streams]
        assert kinds[:3] == ["video", "audio", "subtitle"]
        found = [c["start"] * float(c["time_base"]) for c in container.chapters()]
        audio = container.streams.audio[0]
        assert float(audio.duration * audio.time_base) == pytest.approx(
            length, abs=0.03
        )
    one, two = spans(rendering, speech)
    assert found == pytest.approx([0, two.start])
    begins = starts(captions)
    assert begins[0] == pytest.approx(LEAD_IN, abs=0.05)
    assert any(abs(begin - two.start - LEAD_IN) < 0.05 for begin in begins)
    (receipt,) = json.loads(receipts.read_text())
    assert one.end < receipt["time"] < two.end


def test_sound_and_pictures_are_read_side_by_side(spoken: Context) -> None:
    film, *_ = make_chapter(spoken, "neuron")
    last = {"video": 0.0, "audio": 0.0}
    with av.open(str(film)) as container:
        for packet in container.demux(video=0, audio=0):
            if packet.size:
                last[packet.stream.type] = float(packet.dts * packet.time_base)
                assert abs(last["video"] - last["audio"]) < 1.5


def test_the_whole_lecture_and_the_page_tell_the_same_times(spoken: Context) -> None:
    rendering, speech = spoken.films[0]
    twice = replace(
        spoken,
        lecture=replace(spoken.lecture, chapters=("neuron", "again")),
        renderings={"neuron": rendering, "again": rendering},
        speech={"neuron": speech, "again": speech},
    )
    film, captions, *_ = make_lecture(twice)
    length = seconds(rendering, speech)
    assert len(pictures(film)) == 2 * round(length * rendering.fps)
    begins = starts(captions)
    half = len(begins) // 2
    assert begins[half:] == pytest.approx([b + length for b in begins[:half]], abs=2e-3)
    page = replace(twice, current=frozenset({"video", "video neuron"}))
    (file,) = make_page(page, "lecture.html")
    second = soup(file).select("a[data-time]")[1]
    assert float(second["data-time"]) == pytest.approx(length, abs=0.01)
    assert soup(file).footer.text.strip().endswith(CREDIT)


def test_a_voice_that_is_heard_elsewhere_changes_no_time_of_the_page(
    spoken: Context,
) -> None:
    elsewhere = replace(spoken.lecture, voice=Voice("hum", speaks=("clips",)))
    shown = replace(spoken, current=frozenset({"video"}))
    pages = []
    for context in (
        replace(shown, lecture=elsewhere, credit=""),
        replace(shown, speech={}, credit=""),
    ):
        (file,) = make_page(context, "lecture.html")
        pages.append(file.read_bytes())
    assert pages[0] == pages[1]
    assert b"ynthetic" not in pages[0]
