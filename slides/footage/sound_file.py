"""What a voice said as a file that browsers and presentations play: AAC in MP4."""

import math
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.filter import Graph
from numpy.typing import NDArray

from scenes.caching.files import whole
from slides.base.errors import LectureError
from slides.speech.kept import read

RATE = 48_000  # samples in a second
BITS = 80_000  # a second
LOUDNESS = -16.0  # LUFS
PEAK = -2.0  # dB of full scale, which encoding may exceed by half a decibel
FAINT = -60.0  # LUFS, under which there is nothing to make louder
PASSES = 3  # a limiter makes what it limits a little fainter
FADE = 0.005  # s, at both ends: lest they click


def write_sound(spoken: str, target: Path) -> None:
    """Write what was said, as loud as all that is heard of a lecture.

    Parameters
    ----------
    spoken
        The file in which it is kept.
    target
        File to write, whole or not at all.
    """
    sound = read(Path(spoken))
    if sound is None:
        raise LectureError(f"{spoken}: is damaged, or gone; build again")
    samples = level(faded(sound.samples, sound.rate), sound.rate)
    options = {"movflags": "+faststart"}
    with whole(target) as partial, av.open(str(partial), "w", "mp4", options) as out:
        stream: Any = out.add_stream("aac", rate=RATE, layout="mono")
        stream.bit_rate = BITS
        out.mux(stream.encode(_frame(samples, RATE)))
        out.mux(stream.encode(None))


def faded(samples: NDArray[np.float32], rate: int) -> NDArray[np.float32]:
    """Return samples that begin and end in silence."""
    n = min(round(FADE * rate), len(samples) // 2)
    envelope = np.ones(len(samples), np.float32)
    envelope[:n] = np.linspace(0, 1, n, endpoint=False)
    envelope[len(samples) - n :] = envelope[:n][::-1]
    return samples * envelope


def level(samples: NDArray[np.float32], rate: int) -> NDArray[np.float32]:
    """Return samples at our rate and as loud as they should be."""
    at_rate = ("aresample", str(RATE))
    limit = ("alimiter", f"limit={10 ** (PEAK / 20)}:level=0:latency=1")
    gain, found = 0.0, samples
    for _ in range(PASSES):
        chain = [at_rate, ("volume", f"{gain}dB"), limit]
        found = _filtered(samples, rate, chain)
        if (heard := loudness(found, RATE)) < FAINT:
            return found
        gain += LOUDNESS - heard
    return found


def loudness(samples: NDArray[np.float32], rate: int) -> float:
    """Return the loudness of samples by EBU R 128; LUFS."""
    frames = _frames(samples, rate, [("ebur128", "metadata=1")])
    told = [frame.metadata.get("lavfi.r128.I") for frame in frames]  # every 0.1 s
    return max((float(one) for one in told[-2:] if one), default=-math.inf)


def _filtered(
    samples: NDArray[np.float32], rate: int, chain: Sequence[tuple[str, str]]
) -> NDArray[np.float32]:
    """Return samples behind a chain of filters."""
    frames = _frames(samples, rate, chain)
    found = np.concatenate([frame.to_ndarray().ravel() for frame in frames])
    return found.astype(np.float32)


def _frames(
    samples: NDArray[np.float32], rate: int, chain: Sequence[tuple[str, str]]
) -> list[Any]:
    """Return what comes out of a chain of filters: names, and what each is told."""
    graph = Graph()
    source = graph.add_abuffer(
        format="flt", sample_rate=rate, layout="mono", time_base=Fraction(1, rate)
    )
    filters = [graph.add(name, told) for name, told in chain]
    graph.link_nodes(source, *filters, graph.add("abuffersink")).configure()
    graph.push(_frame(samples, rate))
    graph.push(None)
    found: list[Any] = []
    while True:
        try:
            found.append(graph.pull())
        except av.error.EOFError:
            return found


def _frame(samples: NDArray[np.float32], rate: int) -> Any:
    """Return samples as PyAV takes them."""
    plane = np.ascontiguousarray(samples, np.float32)[np.newaxis]
    frame = av.AudioFrame.from_ndarray(plane, format="flt", layout="mono")
    frame.sample_rate, frame.pts, frame.time_base = rate, 0, Fraction(1, rate)
    return frame
