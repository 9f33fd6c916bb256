"""Sets within sets: named rings that share a foot; some lit, the others dimmed."""

from collections.abc import Collection, Sequence

import numpy as np
from manim import DOWN, UP, Circle, VGroup

from scenes.components.text import Label
from scenes.frame import theme

NAME_BELOW = 0.52  # from the top of a ring to the middle of its name, in units


class NestedSets(VGroup):
    """Rings, the outermost first, each with its name under its top.

    Parameters
    ----------
    names
        What each ring holds.
    radii
        Of each ring, falling.
    """

    def __init__(self, names: Sequence[str], radii: Sequence[float]) -> None:
        super().__init__()
        colours = theme.current()
        foot = radii[0] * DOWN
        self.rings = VGroup()
        self.names = VGroup()
        for k, (words, radius) in enumerate(zip(names, radii, strict=True)):
            ring = Circle(radius=radius).move_to(foot + radius * UP)
            depth_of_tone = 0.3 + 0.7 * k / max(len(radii) - 1, 1)
            fill = colours.paper.interpolate(colours.panel, depth_of_tone)
            ring.set_fill(fill, 1).set_stroke(colours.muted, theme.EDGE)
            name = Label(words, pixels=34, weight="SEMIBOLD")
            name.move_to(ring.get_top() + NAME_BELOW * DOWN)
            self.rings.add(ring)
            self.names.add(name)
        self.add(self.rings, self.names)

    def room(self, k: int) -> tuple[np.ndarray, float]:
        """Return the middle and the height of the room under a ring's name."""
        top = self.rings[k].get_top()[1] - 1.6 * NAME_BELOW
        inner = self.rings[k + 1].get_top() if k + 1 < len(self.rings) else None
        foot = self.rings[k].get_bottom()[1] if inner is None else inner[1]
        middle = np.array([self.rings[k].get_center()[0], (top + foot) / 2, 0.0])
        return middle, float(top - foot)

    def light(self, which: Collection[int]) -> "NestedSets":
        """Show these rings in full, the others dimmed."""
        for k, (ring, name) in enumerate(zip(self.rings, self.names, strict=True)):
            lit = k in which
            colours = theme.current()
            stroke = colours.ink if lit else colours.muted
            ring.set_stroke(stroke, theme.CURVE if lit else theme.EDGE)
            name.set_opacity(1 if lit else theme.DIMMED)
        return self
