"""What the user lets a voice say, for those who look at how it is said."""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from slides.building.narrations import Narration, narrations  # noqa: E402
from slides.settings.lecture import read  # noqa: E402
from slides.speech.engines.registry import make_engine  # noqa: E402
from slides.speech.kept import KeptSpeech  # noqa: E402
from slides.speech.sound import Sound  # noqa: E402
from slides.speech.voice import SPEECH, Voice  # noqa: E402

CHAPTERS = ("neuron", "features", "backpropagation")


@dataclass(frozen=True)
class Spoken:
    """What a chapter says, by beats, and who says it."""

    chapter: str
    beats: dict[str, Narration]
    voice: Voice
    folder: Path  # where speech is kept

    def sounds(self) -> Iterator[tuple[Sound, str]]:
        """Yield what is said at each beat, and the file in which it is kept."""
        engine, kept = make_engine(self.voice), KeptSpeech(self.folder)
        for one in self.beats.values():
            yield kept.say(engine, one.text), str(kept.file(engine, one.text))


def asked(description: str | None) -> Iterator[Spoken]:
    """Yield the chapters that the command line names, or those that are told of."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--chapters", nargs="*", default=CHAPTERS)
    parser.add_argument("--voice", default="kokoro", help="ENGINE[/VOICE]")
    parser.add_argument("--cache", type=Path, default=ROOT / ".cache/lecture")
    told = parser.parse_args()
    engine, _, name = told.voice.partition("/")
    voice = Voice(engine=engine, name=name)
    found = narrations(read(), told.chapters or CHAPTERS, jobs=1)
    for chapter, beats in found.items():
        yield Spoken(chapter, beats, voice, told.cache / SPEECH)
