"""One take of a chapter is cut at its beats; slips of the tongue are named."""

import importlib.util
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from slides.base.errors import UsageError
from slides.speech.engines.registry import make_engine
from slides.speech.sound import Sound
from slides.speech.voice import TAKES, Voice
from slides.takes.long_take import cut
from slides.takes.speakers import speakers
from tests.conftest import missing
from tests.slides.takes.conftest import write_wav

TEXTS = {
    "sample": "The bill is long, and the beak is deep.",
    "sum": "What is left is below zero, so the answer is no.",
    "line": "A line on the plane tells one kind from the other.",
}
RATE = 16_000
REST = 0.9  # s between beats


@pytest.fixture(scope="module")
def spoken() -> dict[str, NDArray[np.float32]]:
    """Give each beat as a small voice says it, from its first sound to its last."""
    for name in ("pocketsphinx", "py_nanotts"):
        if importlib.util.find_spec(name) is None:
            missing(f"needs {name}; install it with: make")
    engine = make_engine(Voice("nanotts"))
    found = {}
    for beat, text in {**TEXTS, "slip": "No, that was not it at all."}.items():
        samples = engine.say(text).samples
        heard = np.flatnonzero(np.abs(samples) > 0.02)
        found[beat] = samples[heard[0] : heard[-1]]
    return found


def joined(*parts: NDArray[np.float32]) -> tuple[Sound, list[float]]:
    """Return parts with rests before, between and behind; and when each begins."""
    rest = np.zeros(round(REST * RATE), np.float32)
    samples, starts = [rest], []
    for part in parts:
        starts.append(sum(map(len, samples)) / RATE)
        samples += [part, rest]
    return Sound(np.concatenate(samples), RATE), starts


def test_each_beat_is_found_where_it_was_put(
    spoken: dict[str, NDArray[np.float32]],
) -> None:
    sound, starts = joined(*(spoken[beat] for beat in TEXTS))
    parts, wrong = cut(sound, TEXTS, {})
    assert wrong == {}
    assert [*parts] == [*TEXTS]
    for (beat, (start, end)), known in zip(parts.items(), starts, strict=True):
        assert known - REST <= start <= known
        assert known + len(spoken[beat]) / RATE <= end
    assert parts["sum"][0] == parts["sample"][1]


def test_a_slip_and_a_rest_within_a_sentence_are_named_with_their_beats(
    spoken: dict[str, NDArray[np.float32]],
) -> None:
    sample, total, line = (spoken[beat] for beat in TEXTS)
    half = round(len(total) * 0.56)  # at the comma
    rest = np.zeros(round(1.6 * RATE), np.float32)
    rested = np.concatenate([total[:half], rest, total[half:]])
    _, wrong = cut(joined(sample, rested, line)[0], TEXTS, {})
    assert [*wrong] == ["sum"]
    assert "within a sentence: read this beat anew" in wrong["sum"]
    slipped = joined(sample, total, spoken["slip"], line)[0]
    _, wrong = cut(slipped, TEXTS, {})
    assert {*wrong} & {"sum", "line"}


def test_another_text_is_not_found(spoken: dict[str, NDArray[np.float32]]) -> None:
    with pytest.raises(UsageError, match="not heard in their order"):
        cut(Sound(spoken["slip"][:4000], RATE), TEXTS, {})


def test_a_take_of_a_chapter_speaks_and_a_take_of_a_beat_goes_before_it(
    tmp_path: Path, spoken: dict[str, NDArray[np.float32]]
) -> None:
    sound, _ = joined(*(spoken[beat] for beat in TEXTS))
    write_wav(tmp_path / "narration/neuron.wav", sound.samples, RATE)
    write_wav(tmp_path / "narration/neuron/line.wav", spoken["slip"], RATE)
    voice = Voice(TAKES, takes=str(tmp_path / "narration"))
    for _ in range(2):  # listened to; and as it is noted
        engines, _ = speakers(voice, "neuron", TEXTS)
        heard = {beat: engine.say("").duration for beat, engine in engines.items()}
        for beat, of in (("sample", "sample"), ("sum", "sum"), ("line", "slip")):
            assert heard[beat] == pytest.approx(len(spoken[of]) / RATE, abs=0.5)
    with pytest.raises(UsageError) as error:
        speakers(voice, "neuron", {**TEXTS, "sum": "What is left is above zero."})
    assert "neuron.wav, sum: was spoken with other words" in error.value.lines[0]
