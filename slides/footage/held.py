"""A picture that stands for any time, made of the packets of a segment that shows it.

Nothing is encoded anew: behind the segment's first picture, which needs none before it,
stand pictures which say that all stays as it was.
"""

from collections.abc import Iterator
from typing import Any

import av

from slides.footage.reading import opened, packets

START = b"\0\0\0\1"  # before a picture of a stream; in MP4 its length stands there


def held(path: str, n: int) -> Iterator[Any]:
    """Yield the packets of the first picture of a segment, shown `n` times.

    Parameters
    ----------
    path
        The segment.
    n
        Number of pictures.
    """
    # Only who needs these loads what encodes.
    from scenes.camera.h264 import numbered
    from scenes.camera.segment import SEEKABLE

    first = bytes(next(packets(path)))
    same = _repetition(path)
    for number in range(n):
        behind_key = number % SEEKABLE
        if behind_key == 0 or same is None:
            packet = av.Packet(first)
            packet.is_keyframe = True
        else:
            packet = av.Packet(_in_mp4(numbered(same, behind_key)))
        yield packet


def _repetition(path: str) -> bytes | None:
    """Return the picture that repeats the one before; None of another encoder's film.

    There the first picture is shown again and again.
    """
    from scenes.camera.h264 import numbered, repetition

    with opened(path) as container:
        context = container.streams.video[0].codec_context
        same = repetition(context.width, context.height)
    behind = [bytes(packet) for _, packet in zip(range(2), packets(path), strict=False)]
    is_ours = behind[1:] in ([], [_in_mp4(numbered(same, 1))])
    return same if is_ours else None


def _in_mp4(picture: bytes) -> bytes:
    """Return a picture of a stream as MP4 stores it."""
    assert picture.startswith(START)
    assert picture.count(START) == 1
    content = picture[len(START) :]
    return len(content).to_bytes(len(START), "big") + content
