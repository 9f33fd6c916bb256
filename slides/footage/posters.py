"""Posters: still pictures out of a video."""

from io import BytesIO
from typing import Any

import numpy as np
from PIL import Image

from slides.footage.reading import opened


def first_picture(segment: str, width: int | None = None) -> bytes:
    """Return the first picture of a video as a JPEG file's bytes.

    How a beat's motion ends is the first picture of what holds it: no other need be
    decoded to see it.

    Parameters
    ----------
    segment
        The video file.
    width
        Greatest width in pixels; larger pictures are made smaller.
    """
    return _jpeg(first_image(segment, width))


def first_image(segment: str, width: int | None = None) -> Image.Image:
    """Return the first picture of a video, at most so many pixels wide."""
    with opened(segment) as container:
        return _image(next(container.decode(video=0)), width)


def _image(frame: Any, width: int | None) -> Image.Image:
    """Return a picture of a video, at most so many pixels wide."""
    # By way of floats, since the short way makes every colour a little darker.
    floats = frame.to_ndarray(format="gbrpf32le")
    picture = Image.fromarray((floats * 255).round().clip(0, 255).astype(np.uint8))
    if width is not None and picture.width > width:
        picture.thumbnail((width, picture.height))
    return picture


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


def is_dark(color: str) -> bool:
    """Tell whether white reads better than black on a colour, ``"#rrggbb"``."""
    red, green, blue = (int(color[n : n + 2], 16) for n in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue < 128


def size(jpeg: bytes) -> tuple[int, int]:
    """Return width and height of a picture in pixels."""
    return Image.open(BytesIO(jpeg)).size
