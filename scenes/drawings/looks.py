"""How each class of a question looks: one colour, one marker, one name."""

from collections.abc import Sequence
from typing import NamedTuple

from manim import ManimColor, VMobject

from scenes.components.plot import draw_marker
from scenes.frame import theme

ROLES = ("class_a", "class_b", "class_c")
MARKERS = ("circle", "square", "triangle")
NAMED = "blue", "orange"  # where the first of two classes, or the second, is called so


class Look(NamedTuple):
    """What tells a class from the others, the same in every chapter."""

    role: str  # of its colour in the theme
    marker: str
    name: str  # as on screen

    @property
    def color(self) -> ManimColor:
        """Return its colour."""
        return theme.role(self.role)

    def mark(self, size: float) -> VMobject:
        """Draw its mark."""
        mark = draw_marker(self.marker, size).set_stroke(width=0)
        return mark.set_fill(self.color, 1)

    def spot(self, size: float) -> VMobject:
        """Draw its mark with a rim, to lie on curves."""
        return self.mark(size).set_stroke(theme.role("paper"), 1).set_z_index(4)


def looks(classes: Sequence[str]) -> tuple[Look, ...]:
    """Return the look of each class of a question, in its order.

    Raises
    ------
    ValueError
        If there are more classes than colours and markers to tell them apart.
    """
    if len(classes) > len(ROLES):
        raise ValueError(
            f"there are {len(classes)} classes, but only {len(ROLES)} can be told "
            f"apart by colour and marker: {', '.join(classes)}"
        )
    roles = list(ROLES[: len(classes)])
    if len(classes) == 2 and any(
        hue in name.lower() for hue, name in zip(NAMED, classes, strict=True)
    ):
        roles.reverse()  # or what is called blue would be orange
    return tuple(map(Look, roles, MARKERS, classes))
