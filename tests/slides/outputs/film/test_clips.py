"""Clips that speak, and that none speaks unasked."""

import base64
import dataclasses
from pathlib import Path

import av
import numpy as np
import pytest

from slides.footage.lengths import LEAD_IN, REST, THOUGHT
from slides.outputs.context import Context
from slides.outputs.film.clips import make_clips
from slides.outputs.pages.index import make_page
from slides.speech.voice import Voice
from tests.slides.conftest import FPS, SAYINGS
from tests.slides.outputs.speaking import CREDIT, speaking
from tests.slides.reading import soup

SECONDS = 3.0
MOTIONS = (5 + 7, 1 + 4)  # pictures


@pytest.fixture
def spoken(context: Context, tmp_path: Path) -> Context:
    return speaking(context, SECONDS, tmp_path / "speech")


def pictures(file: Path) -> np.ndarray:
    """Return the pictures of a film: (n, height, width), float, 0 to 255."""
    with av.open(str(file)) as film:
        return np.array(
            [f.to_ndarray(format="gray") for f in film.decode(video=0)], float
        )


def onset(file: Path) -> float:
    """Return when something is heard first; s."""
    with av.open(str(file)) as film:
        frames = [frame.to_ndarray().ravel() for frame in film.decode(audio=0)]
        heard = np.abs(np.concatenate(frames)) > 0.02
        return float(np.argmax(heard)) / film.streams.audio[0].rate


def test_clip_shows_its_end_until_all_is_said(spoken: Context) -> None:
    made = [f for f in make_clips(spoken, "neuron") if f.suffix == ".mp4"]
    rests = THOUGHT, REST  # the first is a question
    for file, n_moving, rest in zip(made, MOTIONS, rests, strict=True):
        shown = pictures(file)
        assert len(shown) / FPS == pytest.approx(
            LEAD_IN + SECONDS + rest, abs=1.1 / FPS
        )
        stands = np.abs(shown[n_moving:] - shown[n_moving - 1]).mean(axis=(1, 2))
        assert stands.max() < 6  # encoded once more, by another key
        assert onset(file) == pytest.approx(LEAD_IN, abs=0.02)


def test_clip_that_speaks_has_captions(spoken: Context) -> None:
    make_clips(spoken, "neuron")
    for name, say in zip(("one", "two"), SAYINGS, strict=True):
        text = (spoken.out / f"clips/neuron/{name}.vtt").read_text(encoding="utf-8")
        head, *cues = text.strip().split("\n\n")
        assert head == "WEBVTT"
        words = [line for cue in cues for line in cue.split("\n")[1:]]
        plain = " ".join(words).replace("&lt;", "<").replace("&gt;", ">")
        assert plain.replace("&amp;", "&").split() == say.split()


def test_clip_says_whose_the_voice_is(spoken: Context) -> None:
    (file, *_) = make_clips(spoken, "neuron")
    with av.open(str(file)) as film:
        assert film.metadata["comment"] == CREDIT
        assert [stream.type for stream in film.streams] == ["video", "audio"]


def test_silent_clips_are_their_motions(context: Context) -> None:
    made = make_clips(context, "neuron")
    assert [f.name for f in made] == [
        "one.mp4", "one.jpg", "one.txt", "two.mp4", "two.jpg", "two.txt",
    ]  # fmt: skip
    for file, n_moving in zip(made[::3], MOTIONS, strict=True):
        assert len(pictures(file)) == n_moving
        with av.open(str(file)) as film:
            assert [stream.type for stream in film.streams] == ["video"]


def test_page_shows_captions_of_clips_that_speak_and_repeats_none(
    spoken: Context,
) -> None:
    voice = Voice("command", speaks=("clips",))
    lecture = dataclasses.replace(spoken.lecture, voice=voice)
    current = frozenset({"clips neuron"})
    make_clips(spoken, "neuron")
    (page,) = make_page(
        dataclasses.replace(spoken, lecture=lecture, current=current), "lecture.html"
    )
    clips = soup(page).select(".beats video")
    assert len(clips) == 2
    for clip, name in zip(clips, ("one", "two"), strict=True):
        assert clip.has_attr("muted")
        assert not clip.has_attr("autoplay")
        assert not clip.has_attr("loop")
        head, _, data = clip.select_one("track[kind=captions]")["src"].partition(",")
        assert head == "data:text/vtt;base64"
        file = spoken.out / f"clips/neuron/{name}.vtt"
        assert base64.b64decode(data) == file.read_bytes()
