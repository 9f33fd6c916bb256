"""The deck that speaks: what its page holds, and that a silent one holds none of it."""

import base64
import json
from io import BytesIO
from pathlib import Path

import av
import numpy as np
import pytest

from slides.footage.loudness import loudness
from slides.outputs.context import Context
from slides.outputs.deck.deck import make_deck
from tests.slides.conftest import SAYINGS
from tests.slides.outputs.speaking import CREDIT, speaking
from tests.slides.reading import soup

SECONDS = 3.0


@pytest.fixture
def spoken(context: Context, tmp_path: Path) -> Context:
    return speaking(context, SECONDS, tmp_path / "speech")


def samples(data: bytes) -> tuple[np.ndarray, int]:
    with av.open(BytesIO(data)) as container:
        frames = [f.to_ndarray().ravel() for f in container.decode(audio=0)]
        return np.concatenate(frames), container.streams.audio[0].rate


def test_every_beat_has_its_sound_and_cues(spoken: Context) -> None:
    (file,) = make_deck(spoken)
    page = soup(file)
    players = page.select("section audio")
    assert [one.parent["id"] for one in players] == ["neuron-one", "neuron-two"]
    assert {one["preload"] for one in players} == {"none"}
    assert not page.select("[autoplay]")
    for player, say in zip(players, SAYINGS, strict=True):
        cues = json.loads(player["data-cues"])
        assert " ".join(words for *_, words in cues).split() == say.split()
        starts = [start for start, _, _ in cues]
        assert starts == sorted(starts)
        assert starts[0] >= 0
        assert cues[-1][1] <= SECONDS + 1


def test_sound_is_as_long_and_as_loud_as_it_should_be(spoken: Context) -> None:
    (file,) = make_deck(spoken)
    held = soup(file).select("script[data-name$=m4a]")
    assert [one["data-name"] for one in held] == ["neuron-one.m4a", "neuron-two.m4a"]
    for one in held:
        head, _, data = one.get_text().partition(",")
        assert head == "data:audio/mp4;base64"
        heard, rate = samples(base64.b64decode(data))
        assert len(heard) / rate == pytest.approx(SECONDS, abs=0.05)
        assert loudness([heard]) == pytest.approx(-16, abs=1)
        assert np.abs(heard).max() < 10 ** (-1.5 / 20)


def test_sounds_lie_beside_a_deck_of_files(spoken: Context) -> None:
    page, *beside = make_deck(spoken, "folder")
    sounds = [f for f in beside if f.suffix == ".m4a"]
    named = [s.get_text() for s in soup(page).select("script[data-name$=m4a]")]
    assert named == [f.relative_to(page.parent).as_posix() for f in sounds]
    assert all(len(samples(f.read_bytes())[0]) for f in sounds)


def test_deck_says_whose_the_voice_is(spoken: Context) -> None:
    page = soup(make_deck(spoken)[0])
    assert page.select_one(".help p").get_text() == CREDIT
    assert page.select_one("[data-press=a]")["data-credit"] == CREDIT


def test_silent_deck_knows_of_no_voice(context: Context) -> None:
    text = make_deck(context)[0].read_text(encoding="utf-8").lower()
    own = text.partition("<script>const speakerpage")
    for word in ("<audio", "lecture-voice", 'data-press="a"', "unheard"):
        assert word not in own[0] + own[2]
