"""Images laid over a picture by cairo, where Manim lays them by Pillow."""

from typing import Any

import cairocffi
import numpy as np


def paste(
    context: cairocffi.Context, image: Any, corners: np.ndarray, *, is_smooth: bool
) -> None:
    """Draw an image over the picture.

    Parameters
    ----------
    context
        Of the picture.
    image
        From :func:`surface`.
    corners
        Where its first, second and third corner lie (upper left, upper right, lower
        left), shape (3, 2), in pixels.
    is_smooth
        Whether colours between pixels are mixed.
    """
    size = np.array([image.get_width(), image.get_height()])
    origin, (right, down) = corners[0], corners[1:] - corners[0]
    context.save()
    context.identity_matrix()
    context.new_path()
    if right[1] == 0 and down[0] == 0:
        context.rectangle(*_painted(origin, origin + right + down))
    else:
        context.set_antialias(cairocffi.ANTIALIAS_NONE)
        for corner in (0 * right, right, right + down, down):
            context.line_to(*(origin + corner).tolist())
    context.clip()
    axes = [*(right / size[0]).tolist(), *(down / size[1]).tolist()]
    context.transform(cairocffi.Matrix(*axes, *origin.tolist()))
    pattern = cairocffi.SurfacePattern(image)
    pattern.set_filter(
        cairocffi.FILTER_BILINEAR if is_smooth else cairocffi.FILTER_NEAREST
    )
    pattern.set_extend(cairocffi.EXTEND_PAD)
    context.set_source(pattern)
    context.paint()
    context.restore()


def _painted(corner: np.ndarray, other: np.ndarray) -> tuple[int, int, int, int]:
    """Return the pixels of an upright image that Pillow paints for Manim.

    They are those whose middle lies in the image, but for those beyond its corners
    where these are cut to whole numbers.

    Returns
    -------
    tuple of int
        The first column and row, and how many of each.
    """
    low, high = np.minimum(corner, other), np.maximum(corner, other)
    first = np.maximum(np.trunc(low), np.ceil(low - 0.5)).astype(int)
    end = np.minimum(np.trunc(high), np.ceil(high - 0.5)).astype(int)
    x, y = first.tolist()
    width, height = np.maximum(end - first, 0).tolist()
    return x, y, width, height


def surface(pixels: np.ndarray) -> Any:
    """Return an image, (height, width, 4) as Manim holds it, as cairo takes it."""
    height, width = pixels.shape[:2]
    opacity = pixels[:, :, 3:]
    if opacity.min() < 255:
        colors = np.round(pixels[:, :, :3] * (opacity / 255))
        pixels = np.concatenate([colors, opacity], axis=2).astype(np.uint8)
    return cairocffi.ImageSurface.create_for_data(
        bytearray(pixels.tobytes()), cairocffi.FORMAT_ARGB32, width, height
    )
