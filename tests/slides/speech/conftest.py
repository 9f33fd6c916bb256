"""Engines that say nothing, and the narrations of the whole lecture."""

import tomllib
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, ClassVar

import numpy as np

from scenes.lookup import fill
from scenes.words import narration, words_of
from slides.speech.sound import Heard, Sound
from slides.speech.voice import Voice
from tests.nnsim.experiments.usual import usual

ROOT = Path(__file__).resolve().parents[3]
CHAPTERS = tomllib.loads((ROOT / "slides/lecture.toml").read_text("utf-8"))["chapters"]


class Beeps:
    """Says a beep of a hundredth of a second for each word, and counts them."""

    voices: ClassVar = ("low", "high")

    def __init__(self, voice: Voice) -> None:
        self.voice = voice
        self.n_said = 0

    @property
    def credit(self) -> str:
        return f"Synthetic voice: beeps, {self.voice.name}"

    def unknown(self, words: str) -> list[str]:
        return [word for word in words.split() if word == "mum"]

    def recipe(self, words: str) -> list[Any]:
        return [words, self.voice.name, self.voice.speed]

    def say(self, words: str) -> Sound:
        self.n_said += 1
        n = len(words.split())
        heard = [Heard(w, i / 100, (i + 1) / 100) for i, w in enumerate(words.split())]
        wave = np.sin(np.arange(80 * n, dtype=np.float32)) / 2
        return Sound(wave, 8000, tuple(heard))


@cache
def narrations(chapter: str) -> dict[str, str]:
    """Return what a chapter says with its default settings, by beats."""
    experiment = import_module(f"nnsim.experiments.{chapter}")
    beats = import_module(f"scenes.{chapter}.words").BEATS
    result = usual(experiment)
    claims = getattr(experiment, "CLAIMS", {})
    chosen = {beat: words_of(beat, beats, claims, result) for beat in beats}
    return {
        beat: fill(narration(words), result)[0]
        for beat, words in chosen.items()
        if "left_out" not in words
    }


def plain(words: str) -> str:
    """Return words without the hyphens and "and" that numbers may have."""
    return " ".join(w for w in words.replace("-", " ").split() if w != "and")
