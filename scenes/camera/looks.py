"""What decides how a mobject is drawn, to tell whether it must be drawn anew."""

from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from manim import CapStyleType, LineJointType, Mobject, VMobject
from manim.mobject.types.image_mobject import AbstractImageMobject
from manim.mobject.types.point_cloud_mobject import PMobject

MITERED = (LineJointType.AUTO, LineJointType.MITER)
# How far a stroke of width 1 reaches beyond its path: at corners as far as cairo's
# limit for mitres, 10 half widths, lets it; elsewhere a square cap's corner.
AT_CORNERS, AT_ENDS = 5.0, 0.75


class Look(NamedTuple):
    """All that decides about the picture of a mobject alone."""

    points: bytes
    colors: tuple[bytes, ...]  # of fill and strokes; the pixels of an image
    pen: tuple[Any, ...]  # widths and forms of strokes; shape and smoothing of an image


UNSEEN = Look(b"", (), ())  # of a mobject that is nothing but a value, or a group


def look(mobject: Mobject) -> Look | None:
    """Return how a mobject looks; None if that cannot be said: it is always redrawn."""
    if isinstance(mobject, VMobject) and not mobject.get_background_image():
        return _of_curves(mobject)
    match mobject:
        case AbstractImageMobject():
            pixels = mobject.get_pixel_array()
            how = pixels.shape, mobject.resampling_algorithm
            return Look(mobject.points.tobytes(), (pixels.tobytes(),), how)
        case VMobject() | PMobject():
            return None
    return UNSEEN


def _of_curves(mobject: VMobject) -> Look:
    """Return points, colours and pens."""
    values = vars(mobject)  # quicker than to ask, and this is asked very often
    try:
        behind = values["background_stroke_rgbas"]
        fill, stroke = values["fill_rgbas"], values["stroke_rgbas"]
    except KeyError:  # not coloured yet
        behind = mobject.get_stroke_rgbas(background=True)
        fill, stroke = mobject.get_fill_rgbas(), mobject.get_stroke_rgbas()
    colors: tuple[bytes, ...]
    colors = behind.tobytes(), fill.tobytes(), stroke.tobytes()
    if len(fill) > 1 or len(stroke) > 1 or len(behind) > 1:
        # Where a gradient begins and ends depends on the whole family.
        ends = np.array(mobject.get_gradient_start_and_end_points())
        colors += (ends.tobytes(),)
    pen = (
        values["background_stroke_width"],
        values["stroke_width"],
        values["joint_type"],
        values["cap_style"],
    )
    return Look(values["points"].tobytes(), colors, pen)


class Paint(NamedTuple):
    """A colour or gradient that follows a path: fills it, or draws along it."""

    rgbas: tuple[tuple[float, ...], ...]
    ends: tuple[float, ...]  # x, y, x, y of a gradient's ends, in units; else empty
    width: float  # of a stroke, as Manim counts; 0 of a fill


class Style(NamedTuple):
    """How paths are painted."""

    paints: tuple[Paint, ...]  # those that are seen, from back to front
    joint: LineJointType
    cap: CapStyleType

    def reach(self, *, has_corners: bool) -> float:
        """Return how far is painted beyond a path, in the unit of strokes' widths."""
        width = max(paint.width for paint in self.paints)
        is_mitered = has_corners and self.joint in MITERED
        return width * (AT_CORNERS if is_mitered else AT_ENDS)


@lru_cache(maxsize=4096)
def style(colors: tuple[bytes, ...], pen: tuple[Any, ...]) -> Style:
    """Return how a mobject made of curves is painted, from its :class:`Look`."""
    behind, fill, stroke, *gradient = colors
    width_behind, width, joint, cap = pen
    ends = tuple(np.frombuffer(gradient[0])[[0, 1, 3, 4]].tolist()) if gradient else ()
    paints = []
    for rgbas, wide in ((behind, width_behind), (fill, None), (stroke, width)):
        values = np.frombuffer(rgbas).reshape(-1, 4)
        breadth = max(0.0, float(wide or 0))  # as Manim reads it, also from a text
        if values[:, 3].any() and (breadth or wide is None):
            several = ends if len(values) > 1 else ()
            rows = tuple(map(tuple, values.tolist()))
            paints.append(Paint(rows, several, breadth))
    return Style(tuple(paints), joint, cap)
