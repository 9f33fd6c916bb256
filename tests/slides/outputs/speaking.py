"""A lecture that speaks, by a voice that hums: quick, and known to the sample."""

import dataclasses
from pathlib import Path

import numpy as np

from scenes.record import Beat
from slides.outputs.context import Context
from slides.speech.kept import ENDING, KeptSpeech
from slides.speech.sound import Heard, Sound
from slides.speech.utterance import Utterance

CREDIT = "The voice is synthetic: Hum & Co., voice low, CC0."
RATE = 24_000


class Hum:
    """An engine of speech that hums for a while, whatever the words."""

    voices = ()

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    def unknown(self, words: str) -> list[str]:
        return []

    def recipe(self, words: str) -> list[object]:
        return [words, self.seconds]

    def say(self, words: str) -> Sound:
        times = np.arange(round(self.seconds * RATE)) / RATE
        swell = 0.6 + 0.4 * np.sin(2 * np.pi * 4 * times)
        hum = 0.1 * swell * np.sin(2 * np.pi * 220 * times)
        return Sound(hum.astype(np.float32), RATE)


def speaking(context: Context, seconds: float, folder: Path) -> Context:
    """Return a lecture of which every beat is hummed for so many seconds."""
    engine, kept = Hum(seconds), KeptSpeech(folder)

    def said(beat: Beat) -> Utterance:
        kept.say(engine, beat.name)
        file = folder / (kept.key(engine, beat.name) + ENDING)
        words = beat.say.split()
        ends = np.linspace(0, seconds, len(words) + 1)
        heard = zip(words, ends[:-1].tolist(), ends[1:].tolist(), strict=True)
        return Utterance(str(file), seconds, tuple(Heard(*one) for one in heard))

    speech = {
        chapter: {beat.name: said(beat) for beat in rendering.recording.beats}
        for chapter, rendering in context.renderings.items()
    }
    return dataclasses.replace(context, speech=speech, credit=CREDIT)
