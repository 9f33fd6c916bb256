"""Kokoro: the voices of hexgrad's Kokoro-82M, computed here on the processor."""

import json
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.caching.facts import digest_of_file
from slides.base.errors import LectureError, UsageError
from slides.speech.engines import model
from slides.speech.engines.registry import EXTRA, installed
from slides.speech.lexicon import WORD, Lexicon, dialect_files
from slides.speech.sound import Heard, Sound
from slides.speech.voice import Voice

FOLDER = Path(__file__).parents[1] / "voices"
RATE = 24_000  # samples in a second
FRAME = 600  # samples: by so many the model's durations count
# s: so long before the model's durations say so a sound is heard. Measured in two
# voices at the hiss of s and sh behind vowels (46 words, median 107 ms) and at words
# that are said alone (22 words, 93 ms).
EARLY = 0.1
USUAL = 1.1  # speed: as quick as lecturers speak; at 1 the model takes its time
MOST = 509  # sounds, marks and spaces that it says at once
_MARKS = ".,:;?!"


class Unit(NamedTuple):
    """One word to say."""

    word: str
    sounds: str  # with the mark behind it


class Kokoro:
    """Speaks with one of Kokoro's voices."""

    voices: ClassVar = ("af_heart", "am_michael", "bf_emma")

    def __init__(self, voice: Voice) -> None:
        self.voice = voice
        self.name = voice.name or self.voices[0]
        self.dialect = "gb" if self.name.startswith("b") else "us"
        if not dialect_files(self.dialect):
            raise UsageError(f"the dictionary of kokoro is not installed: {EXTRA}")
        self.lexicon = Lexicon(self.dialect, voice.words)

    @property
    def credit(self) -> str:
        """Who speaks."""
        return f"Synthetic voice: Kokoro-82M, voice {self.name}, Apache-2.0"

    def unknown(self, words: str) -> list[str]:
        """Return the words that neither the dictionary nor the table knows."""
        return self.lexicon.unknown(words)

    def recipe(self, words: str) -> list[Any]:
        """Return the sounds, and what they are said with."""
        installed("onnxruntime", "what computes the voices of kokoro")
        return [
            [*self._units(words)],
            self.voice.speed,
            digest_of_file(self._style_file),
            model.DIGEST,
            version("onnxruntime"),
            digest_of_file(Path(__file__)),
        ]

    def say(self, words: str) -> Sound:
        """Say words, and tell when each is said."""
        samples, heard, start = [], list[Heard](), 0.0
        for part in parts([*self._units(words)]):
            said, ends = self._run(part)
            heard += _times(part, ends + start)
            start += len(said) / RATE
            samples.append(said)
        return Sound(np.concatenate(samples), RATE, tuple(heard))

    def _units(self, words: str) -> Iterator[Unit]:
        """Yield the words with their sounds and marks."""
        if unknown := self.unknown(words):
            raise LectureError(f"how is {unknown[0]!r} said? {HOW}")
        matches = [*WORD.finditer(words)]
        ends = [*(match.start() for match in matches[1:]), len(words)]
        for match, end, (word, sounds) in zip(
            matches, ends, self.lexicon.sounds(words), strict=True
        ):
            mark = re.sub(f"[^{_MARKS}]", "", words[match.end() : end])
            yield Unit(word, sounds + mark[:1])

    def _run(
        self, units: Sequence[Unit]
    ) -> tuple[NDArray[np.float32], NDArray[np.float64]]:
        """Return the samples of words, and when each sound and mark ends; s."""
        ids = [self._ids[sound] for sound in " ".join(unit.sounds for unit in units)]
        # One vector for each length of what is said.
        style = self._styles[len(ids)]
        samples, durations = self._session.run(
            ["audio", model.DURATIONS],
            {
                "tokens": np.array([[0, *ids, 0]], np.int64),
                "style": style.astype(np.float32),
                "speed": np.array([USUAL * self.voice.speed], np.float32),
            },
        )
        ends = np.cumsum(durations.ravel(), dtype=np.float64) * FRAME / RATE
        return samples.ravel(), ends

    @cached_property
    def _session(self) -> Any:
        """The model, in one thread: sentences are shared among processes."""
        onnxruntime = installed("onnxruntime", "what computes the voices of kokoro")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3  # errors alone
        data = model.model(self.voice.model)
        return onnxruntime.InferenceSession(
            data, options, providers=["CPUExecutionProvider"]
        )

    @property
    def _style_file(self) -> Path:
        return FOLDER / f"{self.name}.npz"

    @cached_property
    def _styles(self) -> NDArray[np.float16]:
        """How the voice sounds, (510, 1, 256): for each number of sounds."""
        with np.load(self._style_file) as file:
            styles: NDArray[np.float16] = file["style"]
        return styles[:, np.newaxis]

    @cached_property
    def _ids(self) -> dict[str, int]:
        """Numbers by which the model knows sounds and marks."""
        file = dialect_files(self.dialect)[0].parents[2] / "data/kokoro_config.json"
        vocabulary: dict[str, int] = json.loads(file.read_bytes())["vocab"]
        return vocabulary


HOW = 'add it to [voice.words]: a word that sounds alike, or "/its sounds/"'


def parts(units: Sequence[Unit], most: int = MOST) -> Iterator[Sequence[Unit]]:
    """Yield words so many at once as can be said; cut where a sentence or clause ends.

    Parameters
    ----------
    units
        The words.
    most
        So many sounds, marks and spaces at most.
    """
    while units:
        length, fitting = -1, 0
        for unit in units:
            length += len(unit.sounds) + 1
            if length > most:
                break
            fitting += 1
        if fitting < len(units):
            fitting = _cut(units[: max(fitting, 1)])
        yield units[:fitting]
        units = units[fitting:]


def _cut(units: Sequence[Unit]) -> int:
    """Return behind how many words the strongest mark stands; all if none does."""
    for marks in (".?!", ":;", ","):
        for n in range(len(units), 0, -1):
            if units[n - 1].sounds[-1] in marks:
                return n
    return len(units)


def _times(units: Sequence[Unit], ends: NDArray[np.float64]) -> Iterator[Heard]:
    """Yield when each word is said.

    Parameters
    ----------
    units
        The words.
    ends
        When each sound ends by the model's durations; that at 0 is the silence before
        the first.
    """
    heard = np.maximum(ends - EARLY, 0.0)
    place = 1  # of the word's first sound
    for unit in units:
        n = len(unit.sounds.rstrip(_MARKS))
        yield Heard(unit.word, float(heard[place - 1]), float(heard[place + n - 1]))
        place += len(unit.sounds) + 1
