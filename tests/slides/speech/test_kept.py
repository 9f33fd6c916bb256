"""What was said is kept; nothing is spoken twice, and no damaged sound believed."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from slides.speech import kept
from slides.speech.kept import KeptSpeech, read
from slides.speech.sound import Heard, Sound, from_wav, to_wav
from slides.speech.voice import Voice
from tests.slides.speech.conftest import Beeps

WORDS = "zero point five, eighty-four percent."


def test_the_same_words_are_spoken_once(tmp_path: Path) -> None:
    engine, speech = Beeps(Voice()), KeptSpeech(tmp_path / "speech")
    first, second = speech.say(engine, WORDS), speech.say(engine, WORDS)
    assert engine.n_said == 1
    np.testing.assert_array_equal(first.samples, second.samples)
    assert first.words == second.words
    assert (first.rate, first.duration) == (8000, 0.05)
    assert first.words[-1] == ("percent.", 0.04, 0.05)


def test_other_words_and_other_voices_are_spoken(tmp_path: Path) -> None:
    speech = KeptSpeech(tmp_path / "speech")
    engines = [Beeps(Voice()), Beeps(Voice(name="high")), Beeps(Voice(speed=1.5))]
    for engine in engines:
        speech.say(engine, WORDS)
        speech.say(engine, WORDS + " More.")
    assert [engine.n_said for engine in engines] == [2, 2, 2]
    assert len([*speech.folder.iterdir()]) == 6


@pytest.mark.parametrize("at", [0, 40, 200, -1])
def test_what_is_damaged_is_spoken_anew(tmp_path: Path, at: int) -> None:
    engine, speech = Beeps(Voice()), KeptSpeech(tmp_path / "speech")
    said = speech.say(engine, WORDS)
    (file,) = speech.folder.iterdir()
    whole = file.read_bytes()
    bad = bytearray(whole)
    bad[at] ^= 1
    for damaged in (bytes(bad), whole[: len(whole) // 2], b""):
        file.write_bytes(damaged)
        assert read(file) is None
        np.testing.assert_array_equal(speech.say(engine, WORDS).samples, said.samples)
        assert file.read_bytes() == whole


class Mumbles(Beeps):
    """Beeps, and does not tell when."""

    def say(self, words: str) -> Sound:
        return replace(super().say(words), words=())


def test_words_whose_times_nobody_told_are_looked_for_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finder: list[str] = []
    n_looked = 0

    def find(sound: Sound, words: str, readings: object) -> tuple[Heard, ...]:
        nonlocal n_looked
        n_looked += 1
        return (Heard(f"{finder}", 0.0, sound.duration),)

    monkeypatch.setattr(kept, "aligned", find)
    monkeypatch.setattr(kept, "aligner", lambda readings: [*finder])
    engine, speech = Mumbles(Voice()), KeptSpeech(tmp_path)
    assert speech.say(engine, WORDS).words == ()  # nothing to look with
    for finder in (["old"], ["new"]):
        found = (Heard(f"{finder}", 0.0, 0.05),)
        assert speech.say(engine, WORDS).words == found
        assert speech.say(engine, WORDS).words == found
        kept_so = read(speech.file(engine, WORDS))
        assert kept_so is not None
        assert kept_so.words == found
    assert (engine.n_said, n_looked) == (1, 2)
    telling = Beeps(Voice())
    speech.say(telling, WORDS)
    finder = ["newer"]
    assert speech.say(telling, WORDS).words[-1] == ("percent.", 0.04, 0.05)
    assert (telling.n_said, n_looked) == (1, 2)


def test_a_sound_under_another_name_is_not_believed(tmp_path: Path) -> None:
    engine, speech = Beeps(Voice()), KeptSpeech(tmp_path / "speech")
    speech.say(engine, WORDS)
    (file,) = speech.folder.iterdir()
    assert read(file) is not None
    other = file.with_name(f"{'0' * 32}.speech")
    file.rename(other)
    assert read(other) is None


def test_what_stands_in_the_way_is_moved(tmp_path: Path) -> None:
    folder = tmp_path / "speech"
    folder.write_text("no folder")
    engine, speech = Beeps(Voice()), KeptSpeech(folder)
    speech.say(engine, WORDS)
    speech.say(engine, WORDS)
    assert engine.n_said == 1


def test_what_was_used_longest_ago_is_dropped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "KEEP", 2)
    engine, speech = Beeps(Voice()), KeptSpeech(tmp_path)
    for words in ("one", "two", "three"):
        speech.say(engine, words)
    assert len([*tmp_path.iterdir()]) == 2


def test_a_sound_comes_back_from_a_file_as_it_was() -> None:
    samples = np.linspace(-1.5, 1.5, 999, dtype=np.float32)
    sound = from_wav(to_wav(Sound(samples, 24_000)))
    assert sound.rate == 24_000
    np.testing.assert_allclose(sound.samples, np.clip(samples, -1, 1), atol=2**-15)
    for data in (b"", b"RIFF", json.dumps(3).encode(), to_wav(sound)[:30]):
        with pytest.raises(ValueError, match="is no WAV file"):
            from_wav(data)
