"""The floor of a film's cost: its pictures through our encoder, drawn by nobody.

Run with the files of a film's segments, it prints a line of JSON: CPU and wall seconds
of encoding alone, CPU seconds of all else, and the number of pictures.
"""

import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import av
import numpy as np

from scenes.camera.pictures import Pictures
from scenes.camera.segment import Segment


class Watch:
    """Counts time while it runs."""

    def __init__(self) -> None:
        self.cpu = self.wall = 0.0  # s

    @contextmanager
    def running(self) -> Iterator[None]:
        """Count the time that a block takes."""
        cpu, wall = process_time(), perf_counter()
        yield
        self.cpu += process_time() - cpu
        self.wall += perf_counter() - wall


def main(files: list[str]) -> None:
    """Encode all segments anew and print what it took."""
    begun, watch, n_pictures = process_time(), Watch(), 0
    with tempfile.TemporaryDirectory() as folder:
        for file in files:
            n_pictures += encode(file, Path(folder, "segment.mp4"), watch)
    told = {"cpu": watch.cpu, "wall": watch.wall, "pictures": n_pictures}
    print(json.dumps({**told, "decoding": process_time() - begun - watch.cpu}))


def encode(source: str, target: Path, watch: Watch) -> int:
    """Encode a segment anew while a watch runs; return its number of pictures."""
    with av.open(source) as film:
        stream = film.streams.video[0]
        stream.codec_context.thread_count = 1  # else it decodes while we encode
        pictures = Pictures(stream.width, stream.height)
        segment = Segment(target, pictures, stream.average_rate)
        for frame in film.decode(stream):
            take(frame, pictures)
            with watch.running():
                segment.add()
        with watch.running():
            segment.close()
    return segment.n_pictures


def take(frame: av.VideoFrame, pictures: Pictures) -> None:
    """Make a frame the current picture; if it is so already, nothing has changed."""
    now = list(zip(planes(pictures.frame), planes(frame), strict=True))
    if pictures.n_changes and all(np.array_equal(old, new) for old, new in now):
        return
    pictures.frame.make_writable()
    for old, new in zip(planes(pictures.frame), planes(frame), strict=True):
        old[:] = new
    pictures.n_changes += 1


def planes(frame: Any) -> list[np.ndarray]:
    """Return views of the planes of a picture, whose rows may be longer in memory."""
    return [
        np.ndarray((p.height, p.width), np.uint8, p, strides=(p.line_size, 1))
        for p in frame.planes
    ]


if __name__ == "__main__":
    main(sys.argv[1:])
