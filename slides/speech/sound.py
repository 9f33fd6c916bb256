"""Speech as samples, with the times of its words; and as a file."""

import wave
from dataclasses import dataclass
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from slides.speech.heard import Heard as Heard

_WIDTH = 2  # bytes of a sample in a file
_FULL = 2 ** (8 * _WIDTH - 1) - 1


@dataclass(frozen=True, eq=False)
class Sound:
    """What a voice said."""

    samples: NDArray[np.float32]  # (n,), one channel, full scale is 1
    rate: int  # samples in a second
    # When each word was said, in order; none where the voice does not tell.
    words: tuple[Heard, ...] = ()

    @property
    def duration(self) -> float:
        """How long it lasts; s."""
        return len(self.samples) / self.rate


def to_wav(sound: Sound) -> bytes:
    """Return a WAV file: one channel, 16 bits, no louder than full scale."""
    file = BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(_WIDTH)
        out.setframerate(sound.rate)
        scaled = np.rint(np.clip(sound.samples, -1, 1) * _FULL)
        out.writeframes(scaled.astype("<i2").tobytes())
    return file.getvalue()


def from_wav(data: bytes) -> Sound:
    """Read a WAV file of 16 bits; of several channels, their mean.

    Raises
    ------
    ValueError
        If it is none.
    """
    try:
        with wave.open(BytesIO(data)) as file:
            n_channels, width, rate, n, *_ = file.getparams()
            raw = file.readframes(n)
    except (wave.Error, EOFError) as error:
        raise ValueError(f"is no WAV file: {error}") from None
    if width != _WIDTH:
        raise ValueError(f"has {8 * width} bits a sample, not {8 * _WIDTH}")
    whole = raw[: len(raw) // (_WIDTH * n_channels) * _WIDTH * n_channels]
    channels = np.frombuffer(whole, "<i2").reshape(-1, n_channels)
    samples = (channels.mean(axis=1) / _FULL).astype(np.float32)
    return Sound(samples, rate)
