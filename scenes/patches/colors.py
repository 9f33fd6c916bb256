"""One colour for all of a mobject, which is what mobjects mostly have."""

from typing import Any

import numpy as np
from manim import ManimColor, VMobject

_update = VMobject.update_rgbas_array  # Manim's own


def update_rgbas(
    self: VMobject, array_name: str, color: Any = None, opacity: Any = None
) -> VMobject:
    """Change colours, opacities, or both, of a fill or stroke.

    Parameters
    ----------
    self
        What is coloured.
    array_name
        ``"fill_rgbas"``, ``"stroke_rgbas"`` or ``"background_stroke_rgbas"``.
    color, opacity
        None leaves what there is; at first black, and 0.
    """
    if isinstance(color, str):
        color = ManimColor(color)
    is_one = color is None or isinstance(color, ManimColor)
    is_plain = opacity is None or isinstance(opacity, int | float)
    if not (is_one and is_plain) or self.sheen_factor:
        return _update(self, array_name, color, opacity)
    rgbas = vars(self).get(array_name)
    if rgbas is None:
        rgbas = vars(self)[array_name] = np.zeros((1, 4))
    if color is not None:
        rgbas[:, :3] = color._internal_value[:3]
    if opacity is not None:
        rgbas[:, 3] = opacity
    return self


PATCHES = ((VMobject, "update_rgbas_array", update_rgbas),)
