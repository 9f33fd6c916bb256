"""Takes as an engine: what a beat's file holds, whatever the words."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from slides.base.errors import LectureError
from slides.speech.engines.registry import make_engine
from slides.speech.engines.takes import Takes
from slides.speech.kept import KeptSpeech
from slides.speech.voice import TAKES, Voice
from tests.slides.takes.conftest import voice_like, write_wav

VOICE = Voice(TAKES)


def test_a_take_is_kept_until_the_file_or_the_wish_is_another(tmp_path: Path) -> None:
    file = tmp_path / "sum.wav"
    write_wav(file, voice_like(0.5))
    take = Takes(VOICE, file, "sum.wav")
    kept = KeptSpeech(tmp_path / "speech")
    first = kept.say(take, "one")
    assert np.array_equal(kept.say(take, "one").samples, first.samples)
    other = Takes(replace(VOICE, denoise=True), file, "sum.wav")
    key = KeptSpeech.key(take, "one")
    assert KeptSpeech.key(other, "one") != key
    assert not np.array_equal(kept.say(other, "one").samples, first.samples)
    write_wav(file, voice_like(0.7))
    assert KeptSpeech.key(take, "one") != key
    assert kept.say(take, "one").duration == pytest.approx(0.7, abs=0.03)


def test_without_a_beat_there_is_no_take() -> None:
    with pytest.raises(LectureError, match="these words belong to none"):
        make_engine(VOICE).say("one")
