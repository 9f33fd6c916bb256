"""A recogniser listens to what the voice says: what was heard, and how loud it was.

Every beat is spoken, or taken from the cache, and a chapter's are written one behind
the other, as films have them. The file is read again; Whisper hears it, and it is
measured by ITU-R BS.1770.
``make listen CHAPTERS="neuron loss"`` listens to these.
"""

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray
from scipy.signal import correlate

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.spoken import Spoken, asked
from slides.footage.loudness import RATE, at_rate
from slides.footage.sound_track import (
    Saying,
    SoundTrack,
    add_sound,
    packets_of,
)
from tests.oracles.hearing import Heard, compared, hear
from tests.oracles.loudness import lufs, true_peak

MOST_WRONG = 0.10  # of the words, in each chapter
REST = RATE  # samples between beats


@dataclass(frozen=True)
class Listened:
    """What was heard of one beat."""

    beat: str
    heard: Heard
    text: str  # that was heard
    offset: int  # samples by which it is later than it should be


@dataclass(frozen=True)
class Chapter:
    """What was heard of a chapter, and how its sound is."""

    name: str
    beats: list[Listened]
    lufs: float
    peak: float  # dB

    @property
    def wrong(self) -> float:
        """The share of words that were misheard."""
        words = sum(one.heard.n_words for one in self.beats)
        return sum(one.heard.n_wrong for one in self.beats) / words


def main() -> None:
    """Listen to chapters, print the table, and end with 1 if too much is misheard."""
    rows, is_well = [HEAD], True
    for spoken in asked(__doc__):
        chapter = listen(spoken)
        rows.append(row(chapter))
        is_well &= chapter.wrong <= MOST_WRONG
        for line in misheard(chapter):
            print(line, flush=True)
    print("\n".join(rows))
    sys.exit(not is_well)


def listen(spoken: Spoken) -> Chapter:
    """Return what is heard of a chapter."""
    said, sayings, end = [], list[Saying](), 0
    for sound, file in spoken.sounds():
        said.append(at_rate(sound))
        begin, end = end + REST, end + REST + len(said[-1])
        sayings.append(Saying(file, begin, end))
    samples = played(SoundTrack(tuple(sayings), end))
    heard = []
    for (beat, one), place, meant in zip(
        spoken.beats.items(), sayings, said, strict=True
    ):
        part = samples[place.start : place.end]
        text = hear(part, RATE)
        written = " ".join(word.shown for word in one.said if word.spoken)
        compare = compared(written, one.text, text)
        heard.append(Listened(beat, compare, text, offset(part, meant)))
    return Chapter(spoken.chapter, heard, lufs(samples), true_peak(samples))


def played(track: SoundTrack) -> NDArray[np.float32]:
    """Return the samples of a film's sound, as players get them."""
    with tempfile.TemporaryDirectory() as place:
        file = str(Path(place) / "film.mp4")
        with av.open(file, "w") as out:
            for packet in packets_of(track, add_sound(out)):
                out.mux(packet)
        with av.open(file) as film:
            frames = [frame.to_ndarray().ravel() for frame in film.decode(audio=0)]
    return np.concatenate(frames).astype(np.float32)


def offset(film: NDArray[np.float32], said: NDArray[np.float32]) -> int:
    """Return by how many samples a film is later than what was said."""
    matches = correlate(film, said, mode="full", method="fft")
    return int(np.argmax(matches)) - (len(said) - 1)


# The offset is counted in samples.
HEAD = """\
| chapter | beats | words | misheard | numbers | heard | LUFS | true peak, dB | offset |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |"""


def row(chapter: Chapter) -> str:
    """Return a chapter's line of the table."""
    heard = [one.heard for one in chapter.beats]
    numbers = sum(len(one.numbers) for one in heard)
    missed = sum(len(one.missed) for one in heard)
    cells = (
        chapter.name, len(heard), sum(one.n_words for one in heard),
        f"{chapter.wrong:.1%}", numbers, numbers - missed,
        f"{chapter.lufs:.1f}", f"{chapter.peak:.1f}",
        max((one.offset for one in chapter.beats), key=abs),
    )  # fmt: skip
    return "| " + " | ".join(map(str, cells)) + " |"


def misheard(chapter: Chapter) -> Iterator[str]:
    """Yield a line for each beat of which something was heard otherwise."""
    for one in chapter.beats:
        if one.heard.n_wrong:
            missed = "".join(f", number {n} not heard" for n in one.heard.missed)
            where = f"{chapter.name}/{one.beat}: {one.heard.n_wrong} words{missed}"
            yield f"{where}: {one.text}"


if __name__ == "__main__":
    main()
