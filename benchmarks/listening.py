"""A recogniser listens to what the voice says: what was heard, and how loud it was.

Every beat is spoken, or taken from the cache, and written as the outputs have it. The
file is read again; Whisper hears it, and it is measured by ITU-R BS.1770.
``make listen CHAPTERS="neuron loss"`` listens to these.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray
from scipy.signal import correlate, resample_poly

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from slides.building.narrations import Narration, narrations  # noqa: E402
from slides.footage.sound_file import RATE, write_sound  # noqa: E402
from slides.settings.lecture import read  # noqa: E402
from slides.speech.engines.registry import make_engine  # noqa: E402
from slides.speech.kept import ENDING, KeptSpeech  # noqa: E402
from slides.speech.voice import Voice  # noqa: E402
from tests.oracles.hearing import Heard, compared, hear  # noqa: E402
from tests.oracles.loudness import lufs, true_peak  # noqa: E402

CHAPTERS = ("neuron", "features", "backpropagation")
MOST_WRONG = 0.10  # of the words, in each chapter


@dataclass(frozen=True)
class Listened:
    """What was heard of one beat, and how its file sounds."""

    beat: str
    heard: Heard
    text: str  # that was heard
    lufs: float
    peak: float  # dB
    offset: int  # samples by which the file is later than what was said


def main() -> None:
    """Listen to chapters, print the table, and end with 1 if too much is misheard."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--chapters", nargs="*", default=CHAPTERS)
    parser.add_argument("--voice", default="kokoro", help="ENGINE[/VOICE]")
    parser.add_argument("--cache", type=Path, default=ROOT / ".cache/lecture")
    asked = parser.parse_args()
    engine, _, name = asked.voice.partition("/")
    lecture = read()
    voice = Voice(engine=engine, name=name)
    found = narrations(lecture, asked.chapters or CHAPTERS, jobs=1)
    rows, is_well = [HEAD], True
    for chapter, beats in found.items():
        listened = [*listen(voice, beats, asked.cache / "speech")]
        rows.append(row(chapter, listened))
        is_well &= wrong(listened) <= MOST_WRONG
        for line in misheard(chapter, listened):
            print(line, flush=True)
    print("\n".join(rows))
    sys.exit(not is_well)


def listen(
    voice: Voice, beats: dict[str, Narration], folder: Path
) -> Iterator[Listened]:
    """Yield what is heard of beats.

    Parameters
    ----------
    voice
        Who speaks.
    beats
        What is said.
    folder
        Where speech is kept.
    """
    engine, kept = make_engine(voice), KeptSpeech(folder)
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "beat.m4a"
        for beat, narration in beats.items():
            said = kept.say(engine, narration.text)
            source = folder / (kept.key(engine, narration.text) + ENDING)
            write_sound(str(source), file)
            samples = decoded(file)
            text = hear(samples, RATE)
            written = " ".join(one.shown for one in narration.said if one.spoken)
            yield Listened(
                beat,
                compared(written, narration.text, text),
                text,
                lufs(samples),
                true_peak(samples),
                offset(samples, resample_poly(said.samples, RATE, said.rate)),
            )


def decoded(file: Path) -> NDArray[np.float32]:
    """Return the samples of a sound file, as players get them."""
    with av.open(str(file)) as container:
        frames = [frame.to_ndarray().ravel() for frame in container.decode(audio=0)]
    return np.concatenate(frames).astype(np.float32)


def offset(file: NDArray[np.float32], said: NDArray[np.float32]) -> int:
    """Return by how many samples a file is later than what was said."""
    matches = correlate(file, said, mode="full", method="fft")
    return int(np.argmax(matches)) - (len(said) - 1)


def wrong(listened: Sequence[Listened]) -> float:
    """Return the share of wrong words."""
    words = sum(one.heard.n_words for one in listened)
    return sum(one.heard.n_wrong for one in listened) / words


# The offset is counted in samples.
HEAD = """\
| chapter | beats | words | misheard | numbers | heard | LUFS | true peak, dB | offset |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |"""


def row(chapter: str, listened: Sequence[Listened]) -> str:
    """Return a chapter's line of the table."""
    words = sum(one.heard.n_words for one in listened)
    numbers = sum(len(one.heard.numbers) for one in listened)
    missed = sum(len(one.heard.missed) for one in listened)
    loud = [one.lufs for one in listened]
    cells = (
        chapter, len(listened), words, f"{wrong(listened):.1%}", numbers,
        numbers - missed, f"{min(loud):.1f} to {max(loud):.1f}",
        f"{max(one.peak for one in listened):.1f}",
        max((one.offset for one in listened), key=abs),
    )  # fmt: skip
    return "| " + " | ".join(map(str, cells)) + " |"


def misheard(chapter: str, listened: Sequence[Listened]) -> Iterator[str]:
    """Yield a line for each beat of which something was heard otherwise."""
    for one in listened:
        if one.heard.n_wrong:
            missed = "".join(f", number {n} not heard" for n in one.heard.missed)
            yield f"{chapter}/{one.beat}: {one.heard.n_wrong} words{missed}: {one.text}"


if __name__ == "__main__":
    main()
