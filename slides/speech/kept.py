"""What was said is kept, so that no words are spoken twice.

A file holds what one engine said of one text: a line of JSON, then a WAV file. It is
named by all that its sound depends on, and believed only if it is whole.
"""

import json
import os
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np

from scenes.caching.checked import read_regular, shaped
from scenes.caching.digests import digest, digest_of_value
from scenes.caching.files import clear, is_abandoned, make_folder, write_bytes
from slides.speech.engines.registry import Engine
from slides.speech.sound import Heard, Sound, from_wav, to_wav

SPEECH = "speech"  # folder in the cache
ENDING = ".speech"
KEEP = 2000  # narrations: some lectures' worth, in some voices


class _Head(NamedTuple):
    """The line before the sound."""

    digest: str  # of the key, the times and the sound
    words: tuple[Heard, ...]


@dataclass(frozen=True)
class KeptSpeech:
    """Speech in a folder that is ours alone.

    Parameters
    ----------
    folder
        Where it is kept.
    """

    folder: Path

    def say(self, engine: Engine, words: str) -> Sound:
        """Return words as an engine says them, or said them before."""
        file = self.file(engine, words)
        known = read(file)
        if known is not None:
            with suppress(OSError):  # whoever may only read has it all the same
                os.utime(file)  # used last: dropped last
            return known
        sound = engine.say(words)
        with suppress(OSError):  # a full disk keeps nothing, and speaks all the same
            self._write(file, sound)
        # As it is read: what was kept and what was said are the same.
        return Sound(from_wav(to_wav(sound)).samples, sound.rate, sound.words)

    def file(self, engine: Engine, words: str) -> Path:
        """Return the file in which what an engine says of words is kept."""
        return self.folder / (self.key(engine, words) + ENDING)

    @staticmethod
    def key(engine: Engine, words: str) -> str:
        """Return a text that changes when the sound of these words may."""
        return digest_of_value([type(engine).__qualname__, engine.recipe(words)])

    def _write(self, file: Path, sound: Sound) -> None:
        """Keep a sound, whole or not at all."""
        wav, times = to_wav(sound), [[*word] for word in sound.words]
        head = json.dumps([_digest(file, times, wav), times])
        if not os.path.isdir(self.folder):
            clear(self.folder)
        make_folder(self.folder, self.folder.parent)
        if os.path.isdir(file):
            clear(file)
        write_bytes(file, head.encode() + b"\n" + wav)
        self._tidy()

    def _tidy(self) -> None:
        """Drop what was used longest ago, and what killed writers left behind."""
        age = {f: time.time() - f.lstat().st_mtime for f in self.folder.iterdir()}
        kept = sorted((f for f in age if f.suffix == ENDING), key=age.__getitem__)
        for file in [*kept[KEEP:], *(f for f in age if is_abandoned(f.name))]:
            clear(file)


def read(file: Path) -> Sound | None:
    """Return the sound in a file; None unless it is there, whole, and of this name."""
    data = read_regular(file)
    if not isinstance(data, bytes):
        return None
    line, _, wav = data.partition(b"\n")
    try:
        raw = json.loads(line)
        head = shaped(raw, _Head)
        if head is None or head.digest != _digest(file, raw[1], wav):
            return None
        sound = from_wav(wav)
    except (ValueError, RecursionError):
        return None
    return Sound(np.array(sound.samples), sound.rate, head.words)


def _digest(file: Path, times: object, wav: bytes) -> str:
    """Return what only this content under this name has."""
    return digest_of_value([file.stem, times, digest(wav)])
