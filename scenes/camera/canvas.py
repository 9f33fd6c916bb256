"""A picture in memory onto which cairo draws, through cairocffi.

Manim draws through pycairo, which takes a path curve by curve; this takes it whole.
"""

from collections.abc import Iterable
from typing import Any

import cairocffi
import numpy as np
from manim import CapStyleType, LineJointType

from scenes.camera.boxes import Box
from scenes.camera.looks import Paint, Style

_CAIRO, _FFI = cairocffi.cairo, cairocffi.ffi
_JOINS = {
    LineJointType.AUTO: cairocffi.LINE_JOIN_MITER,
    LineJointType.MITER: cairocffi.LINE_JOIN_MITER,
    LineJointType.ROUND: cairocffi.LINE_JOIN_ROUND,
    LineJointType.BEVEL: cairocffi.LINE_JOIN_BEVEL,
}
_CAPS = {
    CapStyleType.AUTO: cairocffi.LINE_CAP_BUTT,
    CapStyleType.BUTT: cairocffi.LINE_CAP_BUTT,
    CapStyleType.ROUND: cairocffi.LINE_CAP_ROUND,
    CapStyleType.SQUARE: cairocffi.LINE_CAP_SQUARE,
}
Matrix = tuple[float, float, float, float, float, float]  # as cairo's: xx, yx, xy, …


class Outline:
    """A path that cairo takes at once.

    Parameters
    ----------
    entries
        From :func:`scenes.camera.outlines.outline`.
    """

    __slots__ = ("_entries", "_path")

    def __init__(self, entries: np.ndarray) -> None:
        self._entries = _FFI.from_buffer("cairo_path_data_t[]", entries)
        self._path = _FFI.new("cairo_path_t *")
        self._path.status = cairocffi.STATUS_SUCCESS
        self._path.data = self._entries
        self._path.num_data = len(entries)

    def append_to(self, context: cairocffi.Context) -> None:
        """Add the path to that of a context."""
        # Documented as cairocffi's "CFFI API", as what begins with an underscore is.
        _CAIRO.cairo_append_path(context._pointer, self._path)


class Canvas:
    """Draws onto an array of pixels.

    Parameters
    ----------
    pixels
        The picture, shape (height, width, 4), as Manim's camera holds it: red, green,
        blue, opacity. Cairo takes red for blue, so colours are handed to it turned.
    matrix
        From units to pixels.
    """

    def __init__(self, pixels: np.ndarray, matrix: Matrix) -> None:
        height, width = pixels.shape[:2]
        self._context = cairocffi.Context(
            cairocffi.ImageSurface.create_for_data(
                pixels.reshape(-1).data, cairocffi.FORMAT_ARGB32, width, height
            )
        )
        self._matrix = cairocffi.Matrix(*matrix)
        self._context.set_matrix(self._matrix)
        self._pointer = self._context._pointer

    def begin(self, boxes: Iterable[Box]) -> None:
        """Let what is drawn from now on be seen in these boxes alone."""
        self._context.save()
        self._context.identity_matrix()
        self._context.new_path()
        for box in boxes:
            self._context.rectangle(box.left, box.top, box.width, box.height)
        self._context.clip()
        self._context.set_matrix(self._matrix)

    def end(self) -> None:
        """Let all be seen again.

        Raises
        ------
        cairocffi.CairoError
            If cairo could not draw.
        """
        self._context.new_path()
        self._context.restore()

    def draw(self, path: Outline, how: Style, unit: float) -> None:
        """Fill a path and draw along it.

        Parameters
        ----------
        path
            In units.
        how
            With which colours and pens.
        unit
            Of the widths of strokes, in units.
        """
        pointer = self._pointer
        _CAIRO.cairo_new_path(pointer)
        path.append_to(self._context)
        for paint in how.paints:
            self._set_color(paint)
            if paint.width == 0:
                _CAIRO.cairo_fill_preserve(pointer)
                continue
            _CAIRO.cairo_set_line_width(pointer, paint.width * unit)
            _CAIRO.cairo_set_line_join(pointer, _JOINS[how.joint])
            _CAIRO.cairo_set_line_cap(pointer, _CAPS[how.cap])
            _CAIRO.cairo_stroke_preserve(pointer)

    def _set_color(self, paint: Paint) -> None:
        """Set a colour, or a gradient."""
        if not paint.ends:
            red, green, blue, opacity = paint.rgbas[0]
            _CAIRO.cairo_set_source_rgba(self._pointer, blue, green, red, opacity)
            return
        gradient = cairocffi.LinearGradient(*paint.ends)
        stops = np.linspace(0, 1, len(paint.rgbas)).tolist()
        for at, rgba in zip(stops, paint.rgbas, strict=True):
            red, green, blue, opacity = rgba
            gradient.add_color_stop_rgba(at, blue, green, red, opacity)
        self._context.set_source(gradient)

    def paste(self, image: Any, corners: np.ndarray, is_smooth: bool) -> None:
        """Draw an image over the picture.

        Parameters
        ----------
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
        context = self._context
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
