"""Sound that somebody recorded: read whatever the format, and looked at.

What you can do here
--------------------
- read a file of sound: ``decoded``;
- say what is poor in it, and can be used all the same: ``poor``;
- take off the noise of the room: ``denoised``;
- change the rate of its samples: ``at_rate``;
- leave out the silence before the first word and after the last: ``trimmed``.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import av
import numpy as np
from numpy.typing import NDArray

from slides.base.audio import filtered, resampled, samples_of
from slides.base.errors import UsageError
from slides.speech.sound import Sound

LONGEST = 600  # s
SILENCE = 10 ** (-60 / 20)  # of full scale: what is never louder holds no voice
FULL = 0.999  # of full scale
CLIPPED = 3  # samples in a row at full scale: the wave is cut off
LOW = 16_000  # samples in a second; with fewer, s and f sound alike
FRAME = 0.02  # s, over which loudness is looked at
BELOW = 35  # dB under the loudest frame: what is softer is no speech
SPEECH = 3  # frames in a row; a click is shorter
BEFORE, AFTER = 0.15, 0.25  # s of what is no speech that stay
_LOW_CUT = 70  # Hz: no voice is so deep, but steps and wind are
_PUSHED = 1 << 14  # samples that are filtered at once


def decoded(file: Path | IO[bytes], place: str) -> Sound:
    """Return what was recorded, at the rate at which it was; of channels, their mean.

    Parameters
    ----------
    file
        The file, or what it holds, of any format that FFmpeg's libraries read.
    place
        The file as the user knows it, for errors.

    Raises
    ------
    UsageError
        If it is no sound, holds none, or lasts too long.
    """
    try:
        opened = str(file) if isinstance(file, Path) else file
        with av.open(opened) as container:
            if not container.streams.audio:
                raise UsageError(f"{place}: holds no sound; record it anew")
            rate = container.streams.audio[0].rate
            samples = _samples(container, LONGEST * rate)
    except (av.error.FFmpegError, OSError) as error:
        if isinstance(error, PermissionError):
            raise UsageError(
                f"{place}: may not be read; change the file's rights"
            ) from None
        raise UsageError(
            f"{place}: is no sound that can be read; export it as WAV, FLAC or MP3"
        ) from None
    if not len(samples):
        raise UsageError(f"{place}: holds 0 samples of sound; record it anew")
    if len(samples) > LONGEST * rate:
        raise UsageError(
            f"{place}: is longer than {LONGEST // 60} minutes; cut it into one file a "
            "beat"
        )
    if np.abs(samples).max() < SILENCE:
        raise UsageError(
            f"{place}: nothing is heard in it; is the microphone switched off?"
        )
    return Sound(samples, rate)


def _samples(container: Any, most: int) -> NDArray[np.float32]:
    """Return the samples of the first sound in a container, few more than the most."""
    found: list[NDArray[np.float32]] = []
    n = 0
    plain = av.AudioResampler(format="fltp")
    for frame in container.decode(audio=0):
        for part in plain.resample(frame):
            found.append(part.to_ndarray().mean(axis=0, dtype=np.float32))
            n += part.samples
        if n > most:
            break
    return np.concatenate(found) if found else np.zeros(0, np.float32)


def poor(sound: Sound) -> Iterator[str]:
    """Yield what is poor in a recording, with the remedy."""
    if sound.rate < LOW:
        yield (
            f"has {sound.rate:,} samples a second, as a telephone has; "
            "record with 44,100 or more"
        )
    at_full = np.abs(sound.samples) >= FULL
    in_a_row = np.convolve(at_full, np.ones(CLIPPED, int), "valid") == CLIPPED
    if in_a_row.any():
        first = np.argmax(in_a_row) / sound.rate
        yield (
            f"is too loud, first at {first:.1f} s: its waves are cut off; record it "
            "anew, farther from the microphone or with less gain"
        )


def denoised(sound: Sound) -> Sound:
    """Return a sound without rumble and with less of the noise of the room."""
    rate = sound.rate
    delay = 2 * (rate // 80)  # of the filter: two of its steps
    padded = np.append(sound.samples, np.zeros(delay, np.float32))
    pieces = (padded[n : n + _PUSHED] for n in range(0, len(padded), _PUSHED))
    chain = [("highpass", f"f={_LOW_CUT}"), ("afftdn", "")]
    found = np.concatenate([*map(samples_of, filtered(pieces, rate, chain))])
    return Sound(found[delay : delay + len(sound.samples)], rate, sound.words)


def at_rate(sound: Sound, rate: int) -> Sound:
    """Return a sound with so many samples a second."""
    if sound.rate == rate:
        return sound
    return Sound(resampled(sound.samples, sound.rate, rate), rate, sound.words)


def trimmed(sound: Sound) -> Sound:
    """Return a sound without the silence, or noise, around what is said."""
    start, end = spoken_part(sound)
    return Sound(sound.samples[start:end], sound.rate)


def spoken_part(sound: Sound) -> tuple[int, int]:
    """Return between which samples somebody speaks, and a little before and after."""
    times = loud_frames(sound)
    if not len(times):
        return 0, len(sound.samples)
    start = round((times[0] - BEFORE) * sound.rate)
    end = round((times[-1] + FRAME + AFTER) * sound.rate)
    return max(0, start), min(len(sound.samples), end)


def loud_frames(sound: Sound) -> NDArray[np.float64]:
    """Return at which times somebody speaks, each the start of a `FRAME`; s."""
    length = round(FRAME * sound.rate)
    n = len(sound.samples) // length
    if n < SPEECH:
        return np.zeros(0)
    frames = sound.samples[: n * length].reshape(n, length)
    power = np.square(frames, dtype=np.float64).mean(axis=1)
    loud = power > power.max() * 10 ** (-BELOW / 10)
    rows = np.lib.stride_tricks.sliding_window_view(loud, SPEECH).all(axis=1)
    spoken = np.convolve(rows, np.ones(SPEECH)) > 0
    return np.flatnonzero(spoken).astype(np.float64) * (length / sound.rate)
