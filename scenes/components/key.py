"""A key: samples of marks with words that say what each means."""

from collections.abc import Sequence

from manim import LEFT, RIGHT, UP, Circle, VGroup, VMobject

from scenes.components.log_axis import DOT
from scenes.components.text import InLine, Written
from scenes.frame import theme

PITCH = 0.5  # distance between rows, in units
MIDDLE = 0.11  # of lower-case letters above the line they stand on, in units


def sample(ink: str, fill: str) -> Circle:
    """Return a dot as on the axis or, filled with paper, a ring, in these roles."""
    dot = Circle(radius=DOT).set_stroke(theme.role(ink), theme.EDGE)
    return dot.set_fill(theme.role(fill), 1)


class Key(VGroup):
    """Words beside samples, row under row, all at one distance.

    Parameters
    ----------
    samples, words
        One of each a row; they are moved to their places.
    """

    def __init__(
        self, samples: Sequence[VMobject], words: Sequence[Written | InLine]
    ) -> None:
        super().__init__()
        for k, (mark, label) in enumerate(zip(samples, words, strict=True)):
            y = -PITCH * k
            label.move_to(0.32 * RIGHT, aligned_edge=LEFT)
            label.shift((y - MIDDLE - label.baseline) * UP)
            self.add(VGroup(mark.move_to(y * UP), label))
