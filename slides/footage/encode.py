"""Encodes films anew: for a size, or for the web."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import av

from scenes.caching.files import whole
from slides.footage.priority import as_urgent_as_before
from slides.footage.reading import opened

# With these, H.264's encoder makes the same file of the same pictures each time: its
# quickest code depends on where in memory they happen to lie.
SAME = {"threads": "1", "x264-params": "cpu-independent=1"}
READABLE = 2  # pictures a second while nothing moves: enough for players to seek by


@dataclass(frozen=True)
class Footage:
    """What a clip is made from: files of the motion, and how long its end stands."""

    segments: tuple[str, ...]
    held: int  # number of pictures for which the last one is held
    fps: int


@dataclass(frozen=True)
class Recipe:
    """How to encode a clip."""

    ending: str  # of the file's name, which chooses the container
    encoder: str
    options: Mapping[str, str]
    container: Mapping[str, str]

    @property
    def is_available(self) -> bool:
        """Whether this installation has the encoder."""
        return self.encoder in av.codec.codecs_available


def encode(footage: Footage, recipe: Recipe, target: Path) -> None:
    """Encode a clip without sound, whole or not at all."""
    os.environ.setdefault("SVT_LOG", "0")  # that encoder likes to talk
    container = dict(recipe.container)
    with whole(target) as partial, av.open(str(partial), "w", options=container) as out:
        stream: Any = None
        for time, frame in pictures(footage):
            if stream is None:
                stream = _stream(out, recipe, frame, footage.fps)
                with as_urgent_as_before():
                    stream.codec_context.open()
            frame.pts, frame.time_base = time, Fraction(1, footage.fps)
            frame.pict_type = 0  # the encoder decides anew which are key pictures
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))


def pictures(footage: Footage) -> Iterator[tuple[int, Any]]:
    """Yield number and picture: each of the motion, few of what is held."""
    number, frame = -1, None
    for segment in footage.segments:
        before = number
        with opened(segment) as source:
            for frame in source.decode(video=0):
                number += 1
                yield number, frame
            if number == before:
                raise IndexError(segment)
    if frame is None:
        return
    step = max(1, footage.fps // READABLE)
    end = number + footage.held
    for held in dict.fromkeys([*range(number + step, end, step), end]):
        if held > number:
            yield held, frame


def _stream(out: Any, recipe: Recipe, frame: Any, fps: int) -> Any:
    """Open the encoder for pictures like this one."""
    stream = out.add_stream(recipe.encoder, rate=fps, options=dict(recipe.options))
    stream.width, stream.height = frame.width, frame.height
    stream.pix_fmt = "yuv420p"
    stream.time_base = Fraction(1, fps)
    return stream
