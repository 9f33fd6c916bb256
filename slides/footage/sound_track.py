"""The sound of a film: what is said at each beat, at its place, as one track."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from av.container import OutputContainer

from slides.base.audio import Samples, frame
from slides.base.errors import LectureError
from slides.footage.lengths import LEAD_IN, Film
from slides.footage.loudness import RATE, at_rate, levelled
from slides.footage.timeline import seconds, spans
from slides.settings.project import shown
from slides.speech.kept import read

BITS = 80_000  # a second: plenty for one voice
FADE = 0.005  # s, at both ends of what is said: lest they click
PIECE = 10 * RATE  # samples of silence that are held at once


@dataclass(frozen=True)
class Saying:
    """What is said from one sample of a track on, and is silent at another."""

    file: str  # in which it is kept
    start: int
    end: int


@dataclass(frozen=True)
class SoundTrack:
    """The sound of a film."""

    sayings: tuple[Saying, ...]  # one after the other
    n_samples: int

    def pieces(self) -> Iterator[Samples]:
        """Yield all samples in turn."""
        done = 0
        for one in self.sayings:
            yield from _silence(one.start - done)
            samples = said(one.file)[: one.end - one.start]
            yield faded(samples)
            done = one.start + len(samples)
        yield from _silence(self.n_samples - done)


def sound_track(films: Iterable[Film]) -> SoundTrack:
    """Return the sound of films of chapters, shown one after the other.

    Parameters
    ----------
    films
        Each with what is said in it.
    """
    sayings, start = [], 0.0
    for rendering, speech in films:
        for span in spans(rendering, speech):
            if utterance := speech.get(span.beat.name):
                begin, end = start + span.start + LEAD_IN, start + span.end
                place = round(begin * RATE), round(end * RATE)
                sayings.append(Saying(utterance.file, *place))
        start += seconds(rendering, speech)
    return SoundTrack(tuple(sayings), round(start * RATE))


def said(file: str) -> Samples:
    """Return what is kept in a file of speech.

    Raises
    ------
    LectureError
        If it is not whole, or gone.
    """
    sound = read(Path(file))
    if sound is None:
        raise LectureError(f"{shown(Path(file))}: is damaged, or gone; build again")
    return at_rate(sound)


def faded(samples: Samples) -> Samples:
    """Return samples that begin and end in silence."""
    n = min(round(FADE * RATE), len(samples) // 2)
    envelope = np.ones(len(samples), np.float32)
    envelope[:n] = np.linspace(0, 1, n, endpoint=False)
    envelope[len(samples) - n :] = envelope[:n][::-1]
    return samples * envelope


def add_sound(out: OutputContainer) -> Any:
    """Add a stream for sound to a file that is being written."""
    stream: Any = out.add_stream("aac", rate=RATE, layout="mono")
    stream.bit_rate = BITS
    return stream


def packets_of(sound: SoundTrack, stream: Any) -> Iterator[Any]:
    """Yield the sound, encoded, as loud as all that is heard of a lecture."""
    start = 0
    for piece in levelled(sound.pieces):
        yield from stream.encode(frame(piece, RATE, start))
        start += len(piece)
    yield from stream.encode(None)


def _silence(n: int) -> Iterator[Samples]:
    """Yield so many samples of nothing."""
    for start in range(0, n, PIECE):
        yield np.zeros(min(PIECE, n - start), np.float32)
