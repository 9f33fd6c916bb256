"""A picture in memory onto which cairo draws, through cairocffi.

Manim draws through pycairo, which takes a path curve by curve; this takes it whole.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import cairocffi
import numpy as np
from manim import CapStyleType, LineJointType

from scenes.camera.boxes import Box
from scenes.camera.images import paste
from scenes.camera.looks import Paint, Style
from scenes.camera.outlines import Path

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
_OUTWARDS = np.array([-1.0, -1.0, 1.0, 1.0])
EDGE = 1.5  # pixels that anti-aliasing may reach beyond a shape
Matrix = tuple[float, float, float, float, float, float]  # as cairo's: xx, yx, xy, …


class Outline:
    """A path that cairo takes at once.

    Parameters
    ----------
    path
        From :func:`scenes.camera.outlines.outline`.
    """

    __slots__ = ("_entries", "_path", "_pointer")

    def __init__(self, path: Path) -> None:
        self._path = path
        self._entries = _FFI.from_buffer("cairo_path_data_t[]", path.entries)
        self._pointer = _FFI.new("cairo_path_t *")
        self._pointer.status = cairocffi.STATUS_SUCCESS
        self._pointer.data = self._entries
        self._pointer.num_data = len(path.entries)

    def append_to(self, context: cairocffi.Context) -> None:
        """Add the path to that of a context."""
        # Documented as cairocffi's "CFFI API", as what begins with an underscore is.
        _CAIRO.cairo_append_path(context._pointer, self._pointer)

    @property
    def has_many_parts(self) -> bool:
        """Whether some of its parts may be left out."""
        return len(self._path.spans) > 0

    def within(self, boxes: np.ndarray, reach: float) -> "Outline | None":
        """Return what of a path of many parts may be seen in boxes; None if nothing.

        Parameters
        ----------
        boxes
            Left, bottom, right and top of each in units, shape (n, 4).
        reach
            How far is painted beyond the path, in units.
        """
        entries, begins, spans = self._path
        left, bottom, right, top = boxes.T
        x, y, x_end, y_end = (spans + reach * _OUTWARDS).T[:, :, None]
        meets = (x < right) & (left < x_end) & (y < top) & (bottom < y_end)
        is_seen = meets.any(axis=1)
        if is_seen.all():
            return self
        if not is_seen.any():
            return None
        lengths = np.diff(np.append(begins, len(entries)))
        rows = np.repeat(is_seen, lengths)
        return Outline(Path(entries[rows], begins[:0], spans[:0]))


class Mask(NamedTuple):
    """How much of each pixel of a box is covered."""

    surface: Any
    box: Box


class Canvas:
    """Draws onto an array of pixels.

    Parameters
    ----------
    pixels
        The picture, shape (height, width, 4), as Manim's camera holds it: red, green,
        blue, opacity. Cairo takes red for blue, so colours are handed to it turned.
    matrix
        From units to pixels.
    unit
        Of the widths of strokes, in units.
    """

    def __init__(self, pixels: np.ndarray, matrix: Matrix, unit: float) -> None:
        height, width = pixels.shape[:2]
        self._context = cairocffi.Context(
            cairocffi.ImageSurface.create_for_data(
                pixels.reshape(-1).data, cairocffi.FORMAT_ARGB32, width, height
            )
        )
        self._matrix = cairocffi.Matrix(*matrix)
        self._context.set_matrix(self._matrix)
        self._pointer = self._context._pointer
        self._unit = unit
        self._edge = EDGE / matrix[0]
        self._boxes = np.empty((0, 4))  # that are seen, in units

    def begin(self, boxes: Sequence[Box]) -> None:
        """Let what is drawn from now on be seen in these boxes alone."""
        to_units = self._context.device_to_user
        self._context.save()
        self._context.identity_matrix()
        self._context.new_path()
        for box in boxes:
            self._context.rectangle(box.left, box.top, box.width, box.height)
        self._context.clip()
        self._context.set_matrix(self._matrix)
        corners = [
            (*to_units(box.left, box.bottom), *to_units(box.right, box.top))
            for box in boxes
        ]
        self._boxes = np.array(corners)

    def end(self) -> None:
        """Let all be seen again.

        Raises
        ------
        cairocffi.CairoError
            If cairo could not draw.
        """
        self._context.new_path()
        self._context.restore()

    def draw(self, path: Outline, how: Style) -> None:
        """Fill a path and draw along it.

        Parameters
        ----------
        path
            In units.
        how
            With which colours and pens.
        """
        seen: Outline | None = path
        if path.has_many_parts:
            reach = self._unit * how.reach(has_corners=True) + self._edge
            seen = path.within(self._boxes, reach)
        if seen is None:
            return
        _CAIRO.cairo_new_path(self._pointer)
        seen.append_to(self._context)
        for paint in how.paints:
            self._set_color(paint)
            _follow(self._pointer, how, paint, self._unit)

    def mask(self, box: Box, path: Outline, how: Style, paint: Paint) -> Mask:
        """Return how much of each pixel of a box a fill or stroke covers."""
        surface = cairocffi.ImageSurface(cairocffi.FORMAT_A8, box.width, box.height)
        context = cairocffi.Context(surface)
        context.translate(-box.left, -box.top)
        context.transform(self._matrix)
        path.append_to(context)
        _follow(context._pointer, how, paint, self._unit)
        return Mask(surface, box)

    def stain(self, mask: Mask, paint: Paint) -> None:
        """Put a colour where a mask says, as if its path were filled or drawn along."""
        self._set_color(paint)
        _CAIRO.cairo_identity_matrix(self._pointer)
        left, top = mask.box[:2]
        _CAIRO.cairo_mask_surface(self._pointer, mask.surface._pointer, left, top)
        self._context.set_matrix(self._matrix)

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

    def paste(self, image: Any, corners: np.ndarray, *, is_smooth: bool) -> None:
        """Draw an image over the picture; see :func:`scenes.camera.images.paste`."""
        paste(self._context, image, corners, is_smooth=is_smooth)


def _follow(pointer: Any, how: Style, paint: Paint, unit: float) -> None:
    """Fill the path of a context, or draw along it, with the colour that is set."""
    if paint.width == 0:
        _CAIRO.cairo_fill_preserve(pointer)
        return
    _CAIRO.cairo_set_line_width(pointer, paint.width * unit)
    _CAIRO.cairo_set_line_join(pointer, _JOINS[how.joint])
    _CAIRO.cairo_set_line_cap(pointer, _CAPS[how.cap])
    _CAIRO.cairo_stroke_preserve(pointer)
