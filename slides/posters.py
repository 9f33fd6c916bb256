"""Posters: still pictures out of a video."""

from collections import deque
from io import BytesIO
from typing import Any

import av
from PIL import Image


def last_picture(segment: str, width: int | None = None) -> bytes:
    """Return the last picture of a video as a JPEG file's bytes.

    Parameters
    ----------
    segment
        The video file.
    width
        Greatest width in pixels; larger pictures are made smaller.
    """
    with av.open(segment) as container:
        frame: Any = deque(container.decode(video=0), maxlen=1)[0]
        picture = frame.to_image()
    if width is not None and picture.width > width:
        picture.thumbnail((width, picture.height))
    return _jpeg(picture)


def first_picture(segment: str) -> bytes:
    """Return the first picture of a video as a JPEG file's bytes."""
    with av.open(segment) as container:
        frame: Any = next(container.decode(video=0))
        return _jpeg(frame.to_image())


def _jpeg(picture: Image.Image) -> bytes:
    """Return a JPEG file's bytes."""
    buffer = BytesIO()
    picture.save(buffer, "JPEG", quality=88, optimize=True)
    return buffer.getvalue()


def corner_color(jpeg: bytes) -> str:
    """Return the colour in the corner of a picture: that of its background."""
    pixel = Image.open(BytesIO(jpeg)).convert("RGB").getpixel((0, 0))
    assert isinstance(pixel, tuple)
    return "#{:02x}{:02x}{:02x}".format(*pixel)
