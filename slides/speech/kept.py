"""What was said is kept, so that no words are spoken twice.

A file holds what one engine said of one text: a line of JSON, then a WAV file. It is
named by all that its sound depends on, and believed only if it is whole. Where the
engine does not tell when words are said, they are looked for in the sound, once.
"""

import json
import os
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import numpy as np

from scenes.caching.checked import read_regular, shaped
from scenes.caching.digests import digest, digest_of_value
from scenes.caching.files import clear, is_abandoned, make_folder, write_bytes
from slides.speech.align import aligned, aligner
from slides.speech.engines.registry import Engine
from slides.speech.sound import Heard, Sound, from_wav, to_wav

ENDING = ".speech"
KEEP = 2000  # narrations: some lectures' worth, in some voices


class _Head(NamedTuple):
    """The line before the sound."""

    digest: str  # of the key, the times, what found them, and the sound
    words: tuple[Heard, ...]
    found_by: str  # digest of what looked for the words; "" where the engine told


@dataclass(frozen=True)
class KeptSpeech:
    """Speech in a folder that is ours alone.

    Parameters
    ----------
    folder
        Where it is kept.
    """

    folder: Path

    def say(
        self, engine: Engine, words: str, readings: Mapping[str, str] | None = None
    ) -> Sound:
        """Return words as an engine says them, or said them before; with their times.

        Parameters
        ----------
        engine
            Who speaks.
        words
            What is said, in spoken words.
        readings
            One's own, by which words are found, see :mod:`slides.speech.table`.
        """
        file = self.file(engine, words)
        finder = aligner(readings or {})
        finder_digest = digest_of_value(finder)
        known, found_by = _read(file)
        if known is not None and found_by in ("", finder_digest):
            with suppress(OSError):  # whoever may only read has it all the same
                os.utime(file)  # used last: dropped last
            return known
        sound, found_by = known or engine.say(words), finder_digest
        if known is None and sound.words:
            found_by = ""
        elif finder:
            sound = replace(sound, words=aligned(sound, words, readings or {}))
        with suppress(OSError):  # a full disk keeps nothing, and speaks all the same
            self._write(file, sound, found_by)
        # As it is read: what was kept and what was said are the same.
        return Sound(from_wav(to_wav(sound)).samples, sound.rate, sound.words)

    def file(self, engine: Engine, words: str) -> Path:
        """Return the file in which what an engine says of words is kept."""
        return self.folder / (self.key(engine, words) + ENDING)

    @staticmethod
    def key(engine: Engine, words: str) -> str:
        """Return a text that changes when the sound of these words may."""
        return digest_of_value([type(engine).__qualname__, engine.recipe(words)])

    def _write(self, file: Path, sound: Sound, found_by: str) -> None:
        """Keep a sound, whole or not at all."""
        wav, times = to_wav(sound), [[*word] for word in sound.words]
        head = json.dumps([_digest(file, [times, found_by], wav), times, found_by])
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
    return _read(file)[0]


def _read(file: Path) -> tuple[Sound | None, str]:
    """Return the sound in a file, if there is one, and what found its words."""
    data = read_regular(file)
    if not isinstance(data, bytes):
        return None, ""
    line, _, wav = data.partition(b"\n")
    try:
        raw = json.loads(line)
        head = shaped(raw, _Head)
        if head is None or head.digest != _digest(file, raw[1:], wav):
            return None, ""
        sound = from_wav(wav)
    except (ValueError, RecursionError):
        return None, ""
    return Sound(np.array(sound.samples), sound.rate, head.words), head.found_by


def _digest(file: Path, told: object, wav: bytes) -> str:
    """Return what only this content under this name has."""
    return digest_of_value([file.stem, told, digest(wav)])
