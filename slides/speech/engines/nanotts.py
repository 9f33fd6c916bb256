"""nanotts: SVOX Pico, small and quick; for drafts."""

from importlib.metadata import version
from pathlib import Path
from typing import Any, ClassVar

import numpy as np

from scenes.caching.facts import digest_of_file
from slides.speech.engines.registry import installed
from slides.speech.sound import Sound
from slides.speech.voice import Voice

RATE = 16_000  # samples in a second
_FULL = 2**15


class NanoTts:
    """Speaks with Pico, which reads any word by rules of its own."""

    voices: ClassVar = ("en-US", "en-GB")

    def __init__(self, voice: Voice) -> None:
        self.voice = voice
        self.name = voice.name or self.voices[0]
        self.speaker = installed("py_nanotts", "nanotts").NanoTTS()

    @property
    def credit(self) -> str:
        """Who speaks."""
        return f"Synthetic voice: SVOX Pico, voice {self.name}, Apache-2.0"

    def unknown(self, words: str) -> list[str]:
        """Return no word: it reads all."""
        return []

    def recipe(self, words: str) -> list[Any]:
        """Return the words, and what they are said with."""
        made_by = version("py-nanotts"), digest_of_file(Path(__file__))
        return [words, self.name, self.voice.speed, *made_by]

    def say(self, words: str) -> Sound:
        """Say words."""
        raw = self.speaker.speak(words, voice=self.name, speed=self.voice.speed)
        samples = np.frombuffer(raw, "<i2") / np.float32(_FULL)
        return Sound(samples.astype(np.float32), RATE)
