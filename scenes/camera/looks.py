"""What decides how a mobject is drawn, to tell whether it must be drawn anew."""

from typing import Any, NamedTuple

from manim import LineJointType, Mobject, VMobject
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

    def shape(self, mobject: Mobject) -> object:
        """Return what the outline of a mobject depends on; of an image its pixels."""
        is_image = isinstance(mobject, AbstractImageMobject)
        return (self.colors, self.pen) if is_image else self.points


UNSEEN = Look(b"", (), ())  # of a mobject that is nothing but a value, or a group


def look(mobject: Mobject) -> Look | None:
    """Return how a mobject looks; None if that cannot be said: it is always redrawn."""
    match mobject:
        case VMobject() if not mobject.get_background_image():
            return _of_curves(mobject)
        case AbstractImageMobject():
            pixels = mobject.get_pixel_array()
            how = pixels.shape, mobject.resampling_algorithm
            return Look(mobject.points.tobytes(), (pixels.tobytes(),), how)
        case VMobject() | PMobject():
            return None
    return UNSEEN


def _of_curves(mobject: VMobject) -> Look:
    """Return points, colours and pens."""
    fill, stroke = mobject.get_fill_rgbas(), mobject.get_stroke_rgbas()
    behind = mobject.get_stroke_rgbas(background=True)
    colors = fill.tobytes(), stroke.tobytes(), behind.tobytes()
    if len(fill) > 1 or len(stroke) > 1 or len(behind) > 1:
        # Where a gradient begins and ends depends on the whole family.
        ends = mobject.get_gradient_start_and_end_points()
        colors += tuple(place.tobytes() for place in ends)
    pen = (
        mobject.stroke_width,
        mobject.background_stroke_width,
        mobject.joint_type,
        mobject.cap_style,
    )
    return Look(mobject.points.tobytes(), colors, pen)


def reach(mobject: VMobject) -> float | None:
    """Return how far a mobject is drawn beyond its points, in widths of strokes' units.

    None if nothing of it is seen.
    """
    width = 0.0
    for behind in (False, True):
        if mobject.get_stroke_rgbas(background=behind)[:, 3].any():
            width = max(width, mobject.get_stroke_width(background=behind))
    if width == 0 and not mobject.get_fill_rgbas()[:, 3].any():
        return None
    has_corners = len(mobject.points) > 4 and mobject.joint_type in MITERED
    return width * (AT_CORNERS if has_corners else AT_ENDS)
