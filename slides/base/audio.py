"""Samples of sound through PyAV: as it takes them, at another rate, through filters.

One channel throughout.
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Any, TypeAlias

import av
import numpy as np
from av.filter import Graph
from numpy.typing import NDArray

Samples: TypeAlias = NDArray[np.float32]  # (n,), full scale is 1
FLOAT, WHOLE = "flt", "s16"  # formats: float32, int16


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
    made = av.AudioFrame.from_ndarray(plane, format=FLOAT, layout="mono")
    made.sample_rate, made.pts, made.time_base = rate, start, Fraction(1, rate)
    return made


def resampled(samples: Samples, rate: int, to: int, kind: str = FLOAT) -> NDArray[Any]:
    """Return samples at another rate, each moment where it was.

    Parameters
    ----------
    samples
        One channel.
    rate, to
        So many of them are a second, before and after.
    kind
        Their format after.
    """
    resampler = av.AudioResampler(kind, "mono", to)
    parts = [*resampler.resample(frame(samples, rate)), *resampler.resample(None)]
    return np.concatenate([part.to_ndarray().ravel() for part in parts])


def filtered(
    pieces: Iterable[Samples], rate: int, chain: Sequence[tuple[str, str]]
) -> Iterator[Any]:
    """Yield what comes out of a chain of FFmpeg's filters, as PyAV gives it.

    Parameters
    ----------
    pieces
        The sound from its start, in pieces of any length.
    rate
        Samples in a second.
    chain
        Names of filters, and what each is told.
    """
    graph = Graph()
    source = graph.add_abuffer(
        format=FLOAT, sample_rate=rate, layout="mono", time_base=Fraction(1, rate)
    )
    filters = [graph.add(name, told) for name, told in chain]
    graph.link_nodes(source, *filters, graph.add("abuffersink")).configure()
    start = 0
    for piece in pieces:
        if len(piece):
            graph.push(frame(piece, rate, start))
            start += len(piece)
            yield from _ready(graph)
    graph.push(None)
    yield from _ready(graph)


def samples_of(made: Any) -> Samples:
    """Return the samples of what PyAV gives."""
    found: Samples = made.to_ndarray().ravel().astype(np.float32)
    return found


def _ready(graph: Graph) -> Iterator[Any]:
    """Yield what has come out by now."""
    while True:
        try:
            yield graph.pull()
        except (av.error.BlockingIOError, av.error.EOFError):
            return
