"""A camera that keeps its picture and paints only where something changed."""

import math
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from manim import Camera, Mobject, VMobject
from manim.mobject.types.image_mobject import AbstractImageMobject
from PIL.Image import Resampling

from scenes.camera.boxes import Box, box_around, meeting, merged
from scenes.camera.canvas import EDGE, Canvas, Outline
from scenes.camera.drawn import Drawn, changes, seen_anew
from scenes.camera.families import drawn_members
from scenes.camera.images import surface
from scenes.camera.looks import UNSEEN, Style, look
from scenes.camera.outlines import outline

# Points of a path, from which on it is quicker to keep what pixels it covers.
DEAR = 24


class ChangesCamera(Camera):
    """Manim's camera, but what stays as it was is not drawn again.

    The picture is that which Manim's camera draws of all mobjects at once.
    """

    def __init__(self, **settings: Any) -> None:
        self._view: Any = None  # of the picture that is kept
        self._canvas: Canvas
        self._drawn: dict[Mobject, Drawn] = {}  # what the picture shows, in order
        self._still: dict[Mobject, Drawn] = {}
        super().__init__(**settings)

    def stand_still(self, mobjects: Iterable[Mobject]) -> None:
        """Take mobjects that do not change until this is called again."""
        self._look_at_view()
        self._still = self._look_at(mobjects)

    def show(self, moving: Iterable[Mobject]) -> list[Box]:
        """Bring the picture up to date.

        Parameters
        ----------
        moving
            All mobjects but those that stand still, above which they are drawn.

        Returns
        -------
        list of Box
            Where the picture changed.
        """
        if self._look_at_view():
            self._still = self._look_at(self._still)
        before, now = self._drawn, {**self._still, **self._look_at(moving)}
        self._drawn = now
        if not before:
            boxes = [Box(0, 0, self.pixel_width, self.pixel_height)]
        else:
            changed = changes(before, now)
            boxes = merged(changed, self.pixel_width, self.pixel_height)
        if boxes:
            self._paint(now, boxes)
        return boxes

    def _look_at_view(self) -> bool:
        """Begin a new picture if another part of the plane is seen; tell whether so."""
        assert self.background is not None
        size = self.pixel_width, self.pixel_height
        frame = self.frame_width, self.frame_height
        view = size, frame, tuple(self.frame_center), id(self.background)
        if view == self._view:
            return False
        across, down = size[0] / frame[0], size[1] / frame[1]
        x, y = self.frame_center[:2]
        middle = size[0] / 2 - x * across, size[1] / 2 + y * down
        self._view, self._drawn = view, {}
        self._canvas = Canvas(
            self.pixel_array,
            (across, 0, 0, -down, *middle),
            self.cairo_line_width_multiple,
        )
        return True

    def _look_at(self, mobjects: Iterable[Mobject]) -> dict[Mobject, Drawn]:
        """Return how mobjects are drawn now; what has not changed as it was drawn."""
        found = {}
        for mobject in drawn_members([*mobjects]):
            seen, drawn = look(mobject), self._drawn.get(mobject)
            if drawn is None or seen is None or seen != drawn.look:
                drawn = seen_anew(mobject, seen, drawn)
                drawn.box = self._box(mobject, drawn)
            found[mobject] = drawn
        return found

    def _box(self, mobject: Mobject, drawn: Drawn) -> Box | None:
        """Return where a mobject is seen."""
        size = self.pixel_width, self.pixel_height
        if drawn.look is None:
            return Box(0, 0, *size)
        if drawn.look is UNSEEN:
            return None
        if drawn.style is not None:
            return self._box_of_curves(mobject, drawn, drawn.style)
        return self._box_around(mobject, drawn, EDGE)

    def _box_of_curves(
        self, mobject: Mobject, drawn: Drawn, painted: Style
    ) -> Box | None:
        """Return where a mobject is seen that is painted so."""
        if not painted.paints:
            return None
        beyond = painted.reach(has_corners=len(mobject.points) > 4)
        unit = self.cairo_line_width_multiple * self.pixel_width / self.frame_width
        return self._box_around(mobject, drawn, EDGE + beyond * unit)

    def _box_around(self, mobject: Mobject, drawn: Drawn, pad: float) -> Box | None:
        """Return the box around a mobject's points, so many pixels wider all around."""
        if drawn.span is None:
            drawn.span = self._span(mobject)
        left, top, right, bottom = drawn.span
        if not math.isfinite(left + top + right + bottom):
            return None  # Manim draws nothing of it
        size = self.pixel_width, self.pixel_height
        return box_around(left - pad, top - pad, right + pad, bottom + pad, *size)

    def _span(self, mobject: Mobject) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom of a mobject's points, in pixels."""
        left, bottom, _ = mobject.points.min(axis=0).tolist()
        right, top, _ = mobject.points.max(axis=0).tolist()
        width, height = self.pixel_width, self.pixel_height
        across, up = width / self.frame_width, height / self.frame_height
        x, y = self.frame_center[0], self.frame_center[1]
        return (
            (left - x) * across + width / 2,
            (y - top) * up + height / 2,
            (right - x) * across + width / 2,
            (y - bottom) * up + height / 2,
        )

    def _paint(self, drawn: dict[Mobject, Drawn], boxes: Sequence[Box]) -> None:
        """Paint all that is seen in these boxes anew."""
        for left, top, right, bottom in boxes:
            ground = self.background[top:bottom, left:right]  # type: ignore[index]
            self.pixel_array[top:bottom, left:right] = ground
        items = [*drawn.items()]
        self._canvas.begin(boxes)
        for n in meeting([one.box for one in drawn.values()], boxes):
            self._draw(*items[n])
        self._canvas.end()

    def _draw(self, mobject: Mobject, drawn: Drawn) -> None:
        """Draw a mobject onto the picture."""
        match mobject:
            case VMobject() if drawn.look is not None:
                self._draw_curves(mobject, drawn)
            case AbstractImageMobject():
                self._draw_image(mobject, drawn)
            case _:  # points, curves with an image in them: as Manim does it
                for kind, group in groupby([mobject], self.type_or_raise):
                    self.display_funcs[kind](list(group), self.pixel_array)

    def _draw_curves(self, mobject: VMobject, drawn: Drawn) -> None:
        """Draw a mobject that is made of curves."""
        if drawn.source is None:
            path = outline(mobject.points, mobject.tolerance_for_point_equality)
            if path is None:
                drawn.box = None
                return
            drawn.source = Outline(path)
        assert drawn.style is not None
        if not drawn.is_drawn or len(mobject.points) < DEAR:
            self._canvas.draw(drawn.source, drawn.style)
            drawn.is_drawn = True
            return
        for paint in drawn.style.paints:
            mask = drawn.masks.get(paint.width)
            if mask is None:
                alone = drawn.style._replace(paints=(paint,))
                box = self._box_of_curves(mobject, drawn, alone)
                if box is None:
                    continue
                mask = self._canvas.mask(box, drawn.source, alone, paint)
                drawn.masks[paint.width] = mask
            self._canvas.stain(mask, paint)

    def _draw_image(self, mobject: AbstractImageMobject, drawn: Drawn) -> None:
        """Draw an image."""
        if drawn.source is None:
            drawn.source = surface(mobject.get_pixel_array())
        corners = self.points_to_subpixel_coords(mobject, mobject.points)[:3]
        is_smooth = mobject.resampling_algorithm != Resampling.NEAREST
        self._canvas.paste(drawn.source, corners, is_smooth=is_smooth)
