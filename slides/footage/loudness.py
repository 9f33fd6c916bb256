"""Sound as loud as the web is used to, and nowhere louder than can be played."""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Any, TypeAlias

import av
import numpy as np
from av.filter import Graph
from numpy.typing import NDArray

from slides.speech.sound import Sound

RATE = 48_000  # samples in a second
LOUDNESS = -16.0  # LUFS
PEAK = -3.5  # dB of full scale: what lies between samples, and encoding, add to it
FAINT = -60.0  # LUFS, under which there is nothing to make louder
NEAR = 0.1  # LUFS: so near is near enough
PASSES = 3  # a limiter makes what it limits a little fainter
Samples: TypeAlias = NDArray[np.float32]


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
    for frame in _filtered(pieces, [("ebur128", "metadata=1")]):
        heard = float(frame.metadata.get("lavfi.r128.I", heard))
    return heard


def at_rate(sound: Sound) -> Samples:
    """Return a sound at `RATE`, each moment where it was."""
    resampler = av.AudioResampler("flt", "mono", RATE)
    given = frame(sound.samples, sound.rate)
    found = [*resampler.resample(given), *resampler.resample(None)]
    return np.concatenate([one.to_ndarray().ravel() for one in found])


def frame(samples: Samples, rate: int, start: int = 0) -> Any:
    """Return samples as PyAV takes them.

    Parameters
    ----------
    samples
        One channel.
    rate
        So many of them are a second.
    start
        So many stand before them.
    """
    plane = np.ascontiguousarray(samples, np.float32)[np.newaxis]
    made = av.AudioFrame.from_ndarray(plane, format="flt", layout="mono")
    made.sample_rate, made.pts, made.time_base = rate, start, Fraction(1, rate)
    return made


def _limited(pieces: Iterable[Samples], gain: float) -> Iterator[Samples]:
    """Yield sound made louder by so many dB, where that is too loud a little less."""
    limit = f"limit={10 ** (PEAK / 20)}:level=0:latency=1"
    chain = [("volume", f"{gain}dB"), ("alimiter", limit)]
    for one in _filtered(pieces, chain):
        yield one.to_ndarray().ravel().astype(np.float32)


def _filtered(
    pieces: Iterable[Samples], chain: Sequence[tuple[str, str]]
) -> Iterator[Any]:
    """Yield what comes out of a chain of filters: names, and what each is told."""
    graph = Graph()
    source = graph.add_abuffer(
        format="flt", sample_rate=RATE, layout="mono", time_base=Fraction(1, RATE)
    )
    filters = [graph.add(name, told) for name, told in chain]
    graph.link_nodes(source, *filters, graph.add("abuffersink")).configure()
    start = 0
    for piece in pieces:
        if len(piece):
            graph.push(frame(piece, RATE, start))
            start += len(piece)
            yield from _ready(graph)
    graph.push(None)
    yield from _ready(graph)


def _ready(graph: Graph) -> Iterator[Any]:
    """Yield what has come out by now."""
    while True:
        try:
            yield graph.pull()
        except (av.error.BlockingIOError, av.error.EOFError):
            return
