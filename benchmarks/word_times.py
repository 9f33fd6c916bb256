"""By how much words are shown too early or too late: by two measures of their own.

One is seen in the sound, where an s or sh begins behind a vowel; there are few. The
other is PocketSphinx, for all words, where the engine tells its own times.
Every beat is spoken, or taken from the cache.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.spoken import asked
from slides.speech.align import aligned
from slides.speech.sound import Sound
from tests.oracles.hissing import hissing

HEAD = """\
| chapter | hisses | median, ms | 95 %, ms | words | median, ms | 95 %, ms |
| --- | --- | --- | --- | --- | --- | --- |"""


def main() -> None:
    """Print the table of chapters."""
    print(HEAD)
    for spoken in asked(__doc__):
        sounds = [sound for sound, _ in spoken.sounds()]
        seen = [word.start - time for sound in sounds for word, time in hissing(sound)]
        found = [late for sound in sounds for late in lateness(sound)]
        print(f"| {spoken.chapter} | {row(seen)} | {row(found)} |", flush=True)


def lateness(sound: Sound) -> Iterator[float]:
    """Yield by how much words are told later than they are found; s."""
    found = aligned(sound, " ".join(word.word for word in sound.words), {})
    if found != sound.words:  # else nobody told
        for told, own in zip(sound.words, found, strict=False):
            yield told.start - own.start


def row(errors: Sequence[float]) -> str:
    """Return the cells of some errors in seconds."""
    if not errors:
        return "0 | – | –"
    off = 1000 * np.abs(errors)
    return f"{len(off)} | {np.median(off):.0f} | {np.percentile(off, 95):.0f}"


if __name__ == "__main__":
    main()
