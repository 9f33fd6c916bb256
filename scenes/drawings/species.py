"""How each penguin species is written and marked, the same in every chapter."""

from manim import VMobject

from scenes.components.plot import draw_marker
from scenes.frame import theme

SPECIES = ("Adélie", "Gentoo", "Chinstrap")
ROLES = ("class_a", "class_b", "class_c")
MARKERS = ("circle", "square", "triangle")


def species_mark(kind: int, size: float) -> VMobject:
    """Return the marker of a species in its colour."""
    mark = draw_marker(MARKERS[kind], size)
    mark.set_fill(theme.role(ROLES[kind]), 1)
    return mark.set_stroke(theme.role("paper"), 1).set_z_index(4)
