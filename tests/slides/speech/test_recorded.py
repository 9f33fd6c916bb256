"""Recordings of every kind: what is read of them, and what is refused in words."""

from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from slides.base.errors import UsageError
from slides.speech.recorded import (
    AFTER,
    BEFORE,
    decoded,
    denoised,
    poor,
    spoken_part,
    trimmed,
)
from slides.speech.sound import Sound
from tests.slides.takes.conftest import RATE, voice_like, write_wav


def test_a_wav_file_is_read_to_the_sample(tmp_path: Path) -> None:
    wave = voice_like(0.4)
    write_wav(tmp_path / "a.wav", wave)
    sound = decoded(tmp_path / "a.wav", "a.wav")
    assert sound.rate == RATE
    assert len(sound.samples) == len(wave)
    assert np.abs(sound.samples - wave).max() < 1e-4  # 16 bits


def test_of_two_channels_the_mean_is_read(tmp_path: Path) -> None:
    wave = voice_like(0.4)
    write_wav(tmp_path / "a.wav", np.stack([wave, 0 * wave], axis=1))
    sound = decoded(tmp_path / "a.wav", "a.wav")
    assert np.abs(sound.samples - wave / 2).max() < 1e-4


@pytest.mark.parametrize(
    ("ending", "codec"), [(".m4a", "aac"), (".flac", "flac"), (".webm", "libopus")]
)
def test_formats_of_telephones_and_browsers_are_read(
    tmp_path: Path, ending: str, codec: str
) -> None:
    time = np.arange(RATE, dtype=np.float32) / RATE
    wave = np.sin(2 * np.pi * 400 * time) * np.sin(4 * np.pi * time) ** 2
    file = tmp_path / f"a{ending}"
    with av.open(str(file), "w") as out:
        stream = out.add_stream(codec, rate=RATE, layout="mono")
        frame = av.AudioFrame.from_ndarray(wave[None], format="flt", layout="mono")
        frame.sample_rate, frame.pts = RATE, 0
        for frame_of_codec in av.AudioResampler(stream.format).resample(frame):
            out.mux(stream.encode(frame_of_codec))
        out.mux(stream.encode(None))
    heard = decoded(file, file.name).samples
    assert 0 <= len(heard) - len(wave) < 1024  # AAC fills its last frame up
    assert np.corrcoef(heard[: len(wave)], wave)[0, 1] > 0.95


@pytest.mark.parametrize(
    ("samples", "why"),
    [
        (np.zeros(0), "holds 0 samples of sound; record it anew"),
        (np.zeros(8000), "nothing is heard in it; is the microphone switched off?"),
        (np.full(8000 * 601, 0.1), "is longer than 10 minutes; cut it into one"),
    ],
)
def test_what_cannot_be_used_is_told(
    tmp_path: Path, samples: NDArray[np.float64], why: str
) -> None:
    write_wav(tmp_path / "a.wav", samples, 8000)
    with pytest.raises(UsageError) as error:
        decoded(tmp_path / "a.wav", "narration/neuron/a.wav")
    assert str(error.value).startswith(f"narration/neuron/a.wav: {why}")


@pytest.mark.parametrize("content", [b"", b"Hello, this is a text.\n" * 99, b"RIFF"])
def test_what_is_no_sound_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.wav").write_bytes(content)
    with pytest.raises(UsageError, match="is no sound that can be read; export it"):
        decoded(tmp_path / "a.wav", "a.wav")


def test_poor_recordings_are_told_and_good_ones_are_not() -> None:
    wave = voice_like(0.5)
    assert not [*poor(Sound(wave.astype(np.float32), RATE))]
    loud = wave.astype(np.float32)
    loud[RATE // 10] = -1  # one sample may be
    loud[RATE // 5 :][:9] = 1
    (told,) = poor(Sound(loud, RATE))
    assert told.startswith("is too loud, first at 0.2 s: its waves are cut off")
    (told,) = poor(Sound(wave.astype(np.float32), 8000))
    assert told.startswith("has 8,000 samples a second")


@pytest.mark.parametrize("rate", [44_100, 48_000])
def test_noise_goes_and_the_voice_stays_where_it_is(rate: int) -> None:
    # Speech is what swells; the noise of the room stays the same.
    tone = np.sin(2 * np.pi * 400 * np.arange(2 * rate) / rate) / 4
    said = tone * (np.sin(2 * np.pi * 2 * np.arange(2 * rate) / rate) > 0)
    click = rate  # a place that is known to the sample
    said[click] = 0.9
    noise = 0.003 * np.random.default_rng(1).standard_normal(2 * rate)
    clean = denoised(Sound((said + noise).astype(np.float32), rate)).samples
    assert len(clean) == len(said)
    assert np.argmax(np.abs(clean)) == click
    quiet = slice(round(1.8 * rate), round(1.95 * rate))  # nobody speaks from 1.75 s
    assert not said[quiet].any()
    assert np.std(clean[quiet]) < 0.7 * np.std(noise[quiet])


def test_silence_around_speech_is_left_out_and_clicks_are_no_speech() -> None:
    quiet = 1e-4 * np.ones(2 * RATE)
    quiet[RATE // 2] = 0.5  # a key is hit
    said = voice_like(1) + 0.05
    whole = np.concatenate([quiet, said, quiet]).astype(np.float32)
    start, end = spoken_part(Sound(whole, RATE))
    assert start / RATE == pytest.approx(2 - BEFORE, abs=0.03)
    assert end / RATE == pytest.approx(3 + AFTER, abs=0.03)
    assert len(trimmed(Sound(whole, RATE)).samples) == end - start
