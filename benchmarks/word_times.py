"""By how much words are shown too early or too late: by two measures of their own.

One is seen in the sound, where an s or sh begins behind a vowel; there are few. The
other is PocketSphinx, for all words, where the engine tells its own times.
Every beat is spoken, or taken from the cache.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from slides.building.narrations import Narration, narrations  # noqa: E402
from slides.settings.lecture import read  # noqa: E402
from slides.speech.align import aligned  # noqa: E402
from slides.speech.engines.registry import make_engine  # noqa: E402
from slides.speech.kept import SPEECH, KeptSpeech  # noqa: E402
from slides.speech.sound import Sound  # noqa: E402
from slides.speech.voice import Voice  # noqa: E402
from tests.oracles.hissing import hissing  # noqa: E402

CHAPTERS = ("neuron", "features", "backpropagation")
HEAD = """\
| chapter | hisses | median, ms | 95 %, ms | words | median, ms | 95 %, ms |
| --- | --- | --- | --- | --- | --- | --- |"""


def main() -> None:
    """Print the table of chapters."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--chapters", nargs="*", default=CHAPTERS)
    parser.add_argument("--voice", default="kokoro", help="ENGINE[/VOICE]")
    parser.add_argument("--cache", type=Path, default=ROOT / ".cache/lecture")
    asked = parser.parse_args()
    engine, _, name = asked.voice.partition("/")
    voice = Voice(engine=engine, name=name)
    print(HEAD)
    for chapter, beats in narrations(read(), asked.chapters, jobs=1).items():
        sounds = [*spoken(voice, beats, asked.cache / SPEECH)]
        seen = [word.start - time for sound in sounds for word, time in hissing(sound)]
        found = [late for sound in sounds for late in lateness(sound)]
        print(f"| {chapter} | {row(seen)} | {row(found)} |", flush=True)


def spoken(voice: Voice, beats: dict[str, Narration], folder: Path) -> Iterator[Sound]:
    """Yield what is said at beats."""
    engine, kept = make_engine(voice), KeptSpeech(folder)
    for narration in beats.values():
        yield kept.say(engine, narration.text)


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
