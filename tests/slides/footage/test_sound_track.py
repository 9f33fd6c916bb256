"""What is heard of a film lies at its place, as loud as it should be."""

from pathlib import Path

import av
import numpy as np
import pytest

from slides.base.errors import LectureError
from slides.engine.recorded import Rendering
from slides.footage.join import join
from slides.footage.lengths import lengths
from slides.footage.loudness import RATE, levelled, loudness
from slides.footage.sound_track import SoundTrack, sound_track
from slides.speech.kept import KeptSpeech
from slides.speech.sound import Sound
from slides.speech.utterance import Utterance
from slides.speech.voice import Voice
from tests.slides.speech.conftest import Beeps

OWN = 24_000  # samples in a second of what is kept


class Sweeps(Beeps):
    """Says a sweep that rises by another speed for each text: none is like another."""

    def say(self, words: str) -> Sound:
        times = np.arange(2 * OWN) / OWN
        rise = 300 + 40 * len(words)
        sweep = 0.1 * np.sin(2 * np.pi * (200 * times + rise * times**2))
        return Sound(sweep.astype(np.float32), OWN)


@pytest.fixture
def speech(tmp_path: Path) -> dict[str, Utterance]:
    engine, kept = Sweeps(Voice("sweeps")), KeptSpeech(tmp_path / "speech")
    found = {}
    for beat in ("one", "two"):
        sound = kept.say(engine, f"words of {beat * 3}")
        file = kept.file(engine, f"words of {beat * 3}")
        found[beat] = Utterance(str(file), sound.duration, ())
    return found


def heard(film: Path) -> np.ndarray:
    """Return the samples that a player of a film plays."""
    with av.open(str(film)) as container:
        assert container.streams.audio[0].rate == RATE
        frames = [f for f in container.decode(audio=0) if f.pts >= 0]
        assert frames[0].pts == 0
        return np.concatenate([f.to_ndarray().ravel() for f in frames])


@pytest.fixture
def film(rendering: Rendering, speech: dict[str, Utterance], tmp_path: Path) -> Path:
    target = tmp_path / "film.mp4"
    segments, shown = rendering.recording.segments, lengths(rendering, speech)
    sound = sound_track([(rendering, speech)])
    join(segments, target, lengths=shown, sound=sound)
    return target


def test_each_beat_is_heard_at_its_place_to_the_sample(
    rendering: Rendering, speech: dict[str, Utterance], film: Path
) -> None:
    samples, start = heard(film), 0
    for beat, first in (("one", 0), ("two", 3)):
        times = np.arange(2 * RATE) / RATE
        rise = 300 + 40 * len(f"words of {beat * 3}")
        sweep = np.sin(2 * np.pi * (200 * times + rise * times**2))
        place = start + round(0.25 * RATE)
        near = samples[place - 2000 : place + len(sweep) + 2000]
        likeness = np.correlate(near, sweep, "valid")
        assert np.argmax(likeness) - 2000 == 0
        start += round(sum(lengths(rendering, speech)[first : first + 3]) / 10 * RATE)
    assert abs(len(samples) - start) < 1024  # of a last packet that is filled up


def test_a_film_is_as_loud_as_the_web_and_never_too_loud(film: Path) -> None:
    samples = heard(film)
    assert loudness([samples]) == pytest.approx(-16, abs=1)
    assert true_peak(samples) < -1.5


def test_what_would_be_too_loud_is_limited() -> None:
    rng = np.random.default_rng(1)
    clicks = (0.02 * rng.standard_normal(4 * RATE)).astype(np.float32)
    clicks[:: RATE // 7] = 0.9
    found = np.concatenate([*levelled(lambda: np.array_split(clicks, 7))])
    assert len(found) == len(clicks)
    assert np.abs(found).max() <= 10 ** (-3.5 / 20) + 1e-6
    assert loudness([found]) == pytest.approx(-16, abs=1)


def test_silence_stays_silence() -> None:
    (quiet,) = {float(np.abs(p).max()) for p in levelled(SoundTrack((), RATE).pieces)}
    assert quiet == 0


def test_it_begins_and_ends_without_a_click(
    rendering: Rendering, speech: dict[str, Utterance]
) -> None:
    track = sound_track([(rendering, speech)])
    samples = np.concatenate([*track.pieces()])
    assert len(samples) == track.n_samples
    for one in track.sayings:
        assert not samples[one.start - 100 : one.start + 1].any()
        assert np.abs(np.diff(samples[one.start : one.start + 24])).max() < 0.01


def test_speech_that_is_gone_is_told(
    rendering: Rendering, speech: dict[str, Utterance], tmp_path: Path
) -> None:
    Path(speech["two"].file).write_bytes(b"")
    with pytest.raises(LectureError, match=r"\.speech: is damaged, or gone; build"):
        [*sound_track([(rendering, speech)]).pieces()]


def true_peak(samples: np.ndarray) -> float:
    """Return the highest point between samples, too; dB. By the Fourier transform."""
    n = len(samples)
    finer = np.fft.irfft(np.fft.rfft(samples), 8 * n) * 8
    return float(20 * np.log10(np.abs(finer).max()))
