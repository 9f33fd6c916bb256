"""Sound as loud as the web is used to, and nowhere louder than can be played."""

import math
from collections.abc import Callable, Iterable, Iterator

from slides.base.audio import Samples, filtered, resampled, samples_of
from slides.speech.sound import Sound

RATE = 48_000  # samples in a second
LOUDNESS = -16.0  # LUFS
PEAK = -3.5  # dB of full scale: what lies between samples, and encoding, add to it
FAINT = -60.0  # LUFS, under which there is nothing to make louder
NEAR = 0.1  # LUFS: so near is near enough
PASSES = 3  # a limiter makes what it limits a little fainter


def levelled(pieces: Callable[[], Iterable[Samples]]) -> Iterator[Samples]:
    """Yield sound that is as loud as it should be, on the whole.

    Parameters
    ----------
    pieces
        Gives the sound from its start, in pieces of any length, each time it is called;
        one channel at `RATE`.
    """
    gain = 0.0
    for _ in range(PASSES):
        heard = loudness(_limited(pieces(), gain))
        if heard < FAINT or abs(LOUDNESS - heard) < NEAR:
            break
        gain += LOUDNESS - heard
    yield from _limited(pieces(), gain)


def loudness(pieces: Iterable[Samples]) -> float:
    """Return the loudness of sound by EBU R 128; LUFS."""
    heard = -math.inf
    for frame in filtered(pieces, RATE, [("ebur128", "metadata=1")]):
        heard = float(frame.metadata.get("lavfi.r128.I", heard))
    return heard


def at_rate(sound: Sound) -> Samples:
    """Return a sound at `RATE`, each moment where it was."""
    return resampled(sound.samples, sound.rate, RATE)


def _limited(pieces: Iterable[Samples], gain: float) -> Iterator[Samples]:
    """Yield sound made louder by so many dB, where that is too loud a little less."""
    limit = f"limit={10 ** (PEAK / 20)}:level=0:latency=1"
    chain = [("volume", f"{gain}dB"), ("alimiter", limit)]
    yield from map(samples_of, filtered(pieces, RATE, chain))
