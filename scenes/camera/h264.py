"""H.264 for pictures of flat shapes: an encoder, and pictures that stay the same."""

from fractions import Fraction
from functools import cache
from io import BytesIO
from typing import Any

import av
from av.container import OutputContainer

# All pictures equally sharp; none looked at ahead, out of order or in parallel.
X264 = {
    "force-cfr": "1",
    "keyint": "infinite",  # key pictures are asked for
    "scenecut": "0",
    "bframes": "0",
    "ref": "1",  # so that each picture builds on the one before, a repeated one as well
    "rc-lookahead": "0",
    "sync-lookahead": "0",
    "mbtree": "0",
    "aq-mode": "0",
    "weightp": "0",
    # At this quality neither makes files smaller, or pictures of flat shapes better.
    "subme": "0",
    "no-deblock": "1",
    # Otherwise the quickest code depends on where in memory pictures happen to lie.
    "cpu-independent": "1",
}
OPTIONS = {
    "preset": "superfast",
    "qp": "20",
    "threads": "1",
    "x264-params": ":".join(f"{name}={value}" for name, value in X264.items()),
    # With which matrix PyAV turns colours into those of a video; see manim.cfg.
    "colorspace": "smpte170m",
    "color_primaries": "bt709",
    "color_trc": "bt709",
}

# How pictures begin that build on the one before (ITU-T H.264, 7.3.1 and 7.3.3): start
# code, kind of unit; then, in bits, its first macroblock, kind of slice and parameters,
# followed by the four bits of frame_num.
UNIT = b"\0\0\1\x41"
SLICE = 0b1_00110_1


def add_encoder(file: OutputContainer, width: int, height: int, fps: Fraction) -> Any:
    """Add a stream to a file that encodes each picture of this size at once."""
    stream = file.add_stream("libx264", rate=fps, options=OPTIONS)
    stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
    return stream


@cache
def repetition(width: int, height: int) -> bytes:
    """Return the encoded picture which says that all stays as it was.

    The encoder writes it for what is grey and stays grey. It would write the same for
    other pictures, after it has searched all of them for what changed.
    """
    grey = av.VideoFrame(width, height, "yuv420p")
    for plane in grey.planes:
        plane.update(bytes([128]) * plane.buffer_size)
    with av.open(BytesIO(), "w", format="h264") as file:
        stream = add_encoder(file, width, height, Fraction(1))
        for time in range(2):
            grey.pts = time
            (picture,) = stream.encode(grey)
    return bytes(picture)


def numbered(picture: bytes, number: int) -> bytes:
    """Return an encoded picture that builds on the one before with its frame_num.

    Parameters
    ----------
    picture
        As the encoder writes it.
    number
        How many pictures stand between this one and the last key picture, and one.

    Raises
    ------
    ValueError
        If the picture is a key picture, or begins otherwise than is known.
    """
    place = picture.find(UNIT) + len(UNIT)
    start = int.from_bytes(picture[place : place + 2], "big")
    if place < len(UNIT) or start >> 9 != SLICE:
        raise ValueError("this picture of H.264 has no number at the usual place")
    start = start & ~(0b1111 << 5) | number % 16 << 5
    return picture[:place] + start.to_bytes(2, "big") + picture[place + 2 :]
