"""How mobjects were drawn last, and where a picture must be drawn anew."""

from typing import Any

from manim import Mobject, VMobject

from scenes.camera.boxes import Box
from scenes.camera.canvas import Mask
from scenes.camera.looks import Look, Style, style


class Drawn:
    """How a mobject was drawn last."""

    __slots__ = ("box", "is_drawn", "look", "masks", "source", "span", "style")

    def __init__(self, look: Look | None) -> None:
        self.look = look
        self.box: Box | None = None  # where it is seen
        self.span: tuple[float, float, float, float] | None = None  # of its points
        self.style: Style | None = None  # with which curves are painted
        self.is_drawn = False  # at least once in its shape
        self.masks: dict[float, Mask] = {}  # what paints cover, by their widths
        self.source: Any = None  # its outline or image, once it has been drawn


def seen_anew(mobject: Mobject, seen: Look | None, before: Drawn | None) -> Drawn:
    """Return how a mobject is to be drawn; keep of what was what is still right."""
    drawn = Drawn(seen)
    if seen is None:
        return drawn
    is_curves = isinstance(mobject, VMobject)
    if is_curves:
        drawn.style = style(seen.colors, seen.pen)
    if before is None or before.look is None:
        return drawn
    has_same_points = seen.points == before.look.points
    if has_same_points:
        drawn.span = before.span
    # The outline of curves depends on their points, an image on its pixels.
    if has_same_points if is_curves else seen[1:] == before.look[1:]:
        drawn.source = before.source
        if seen.pen == before.look.pen:
            drawn.masks, drawn.is_drawn = before.masks, before.is_drawn
    return drawn


def changes(before: dict[Mobject, Drawn], now: dict[Mobject, Drawn]) -> list[Box]:
    """Return where what was drawn before differs from what is to be drawn now."""
    boxes = [one.box for mobject, one in before.items() if now.get(mobject) is not one]
    boxes += [one.box for mobject, one in now.items() if before.get(mobject) is not one]
    # What is now drawn after something that it lay below.
    place = {mobject: n for n, mobject in enumerate(before)}
    last = -1
    for mobject, one in now.items():
        at = place.get(mobject, last)
        if at < last:
            boxes.append(one.box)
        last = max(last, at)
    return [box for box in boxes if box is not None]
