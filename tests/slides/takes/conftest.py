"""Sounds that stand for a lecturer's voice, and folders of takes."""

import wave
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from slides.speech.voice import TAKES, Voice

RATE = 48_000


def voice_like(seconds: float, rate: int = RATE) -> NDArray[np.float64]:
    """Return noise that swells four times a second, as syllables do."""
    n = round(seconds * rate)
    swell = np.sin(np.arange(n) / rate * 4 * np.pi) ** 2
    return 0.3 * swell * np.random.default_rng(4).uniform(-1, 1, n)


def write_wav(file: Path, samples: Any, rate: int = RATE) -> None:
    """Write samples (n,), or (n, channels), as a WAV file of 16 bits."""
    file.parent.mkdir(parents=True, exist_ok=True)
    table = np.asarray(samples)
    with wave.open(str(file), "wb") as out:
        out.setnchannels(1 if table.ndim == 1 else table.shape[1])
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes(np.rint(np.clip(table, -1, 1) * 32767).astype("<i2").tobytes())


@pytest.fixture
def recorded(tmp_path: Path) -> Callable[..., Voice]:
    """Give what makes a folder of takes, and returns the voice that says them."""

    def make(*names: str, **options: Any) -> Voice:
        for name in names:
            write_wav(tmp_path / "narration" / f"{name}.wav", voice_like(0.5))
        return Voice(TAKES, takes=str(tmp_path / "narration"), **options)

    return make
