"""A flag planted on a curve: here we stop, this is what we choose."""

import numpy as np
from manim import LEFT, RIGHT, UP, Circle, Line, Polygon, VGroup

from scenes.components.text import InLine, Written
from scenes.frame import theme

POLE = 1.1  # height, in units
CLOTH = 0.42  # length of the pennant


class Flag(VGroup):
    """A dot, a pole on it, a pennant at its top, and words beside that.

    Parameters
    ----------
    at
        Foot of the pole.
    words
        Stand beside the pennant.
    left
        Let cloth and words fly to the left.
    pole
        Height of the pole, in units.
    """

    def __init__(
        self,
        at: np.ndarray,
        words: Written | InLine | None = None,
        *,
        left: bool = False,
        pole: float = POLE,
    ) -> None:
        ink, side = theme.role("ink"), LEFT if left else RIGHT
        top = at + pole * UP
        self.pole = Line(at, top).set_stroke(ink, theme.EDGE)
        corners = top, top - 0.3 * UP, top - 0.15 * UP + CLOTH * side
        self.cloth = Polygon(*corners).set_stroke(width=0).set_fill(ink, 1)
        self.dot = Circle(radius=0.09).move_to(at).set_stroke(ink, theme.EDGE)
        self.dot.set_fill(theme.role("paper"), 1)
        super().__init__(self.pole, self.cloth, self.dot)
        if words is not None:
            self.add(words.next_to(self.cloth, side, buff=0.15))
        self.set_z_index(4)
