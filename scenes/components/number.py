"""Numbers from cached glyphs in tabular figures: digits change, nothing jitters."""

from functools import cache
from typing import Any

import numpy as np
from manim import DL, Line, ManimColor, VGroup, VMobject

from scenes.components._glyphs import typeset
from scenes.components.text import Written, scale_for
from scenes.frame import theme
from scenes.spelling import spell

Shift = tuple[float, float]


@cache
def _glyph(character: str) -> tuple[VMobject, Shift, float]:
    """Return the outline of a character, its place against the pen, its advance.

    All are measured from the string ``00c0``: its first two zeros give the width
    of a figure, the others the place and the advance of ``c``.
    """
    figure, second, glyph, last = typeset(f"00{character}0")
    left = figure.get_left()[0]
    pen = 2 * second.get_left()[0] - left
    rise = glyph.get_bottom()[1] - figure.get_bottom()[1]
    shift = glyph.get_left()[0] - pen, rise
    return glyph, shift, last.get_left()[0] - pen


class Number(Written):
    """A value as the viewer reads it.

    Parameters
    ----------
    value
        The number to show.
    spec
        Format, such as ``".2f"``, ``"+.1f"`` or ``".0%"``.
    path
        Place of the value in the result: where the receipt says it comes from.
    pixels, patch
        See :class:`~scenes.components.text.Written`.
    color
        Colour, the theme's ink by default.
    """

    def __init__(
        self,
        value: Any,
        spec: str = ".2f",
        *,
        path: str = "",
        pixels: float | None = None,
        color: ManimColor | None = None,
        patch: bool = False,
    ) -> None:
        self.value = value
        self.spec = spec
        self.path = path
        self.ink = color or theme.current().ink
        # Start of the line and width of a figure: where and how large the next
        # value is to be set, wherever the number has been moved meanwhile.
        self.ruler = Line(np.zeros(3), np.array([_glyph("0")[2], 0, 0]), stroke_width=0)
        words = spell(value, spec)
        pixels = pixels or theme.LABEL
        figures = self._set(words)
        glyphs = VGroup(self.ruler, *figures).scale(scale_for(pixels)).center()
        super().__init__(words, glyphs, pixels, patch=patch)

    @property
    def baseline(self) -> float:
        """Height of the line on which the figures stand now."""
        return float(self.ruler.get_start()[1])

    def _set(self, words: str) -> list[VMobject]:
        """Set the characters side by side on the ruler."""
        start = self.ruler.get_start()
        scale = self.ruler.get_length() / _glyph("0")[2]
        figures, pen = [], 0.0
        for character in words:
            glyph, (right, up), advance = _glyph(character)
            figure = glyph.copy().set_fill(self.ink, 1).scale(scale)
            corner = start + scale * np.array([pen + right, up, 0])
            figures.append(figure.shift(corner - figure.get_corner(DL)))
            pen += advance
        return figures

    def show_value(self, value: Any, path: str) -> "Number":
        """Show another value, starting at the same place on the same line."""
        self.value, self.path = value, path
        words = spell(value, self.spec)
        if words != self.words:
            self.words = words
            self._exchange(self._set(words))
        return self

    def _exchange(self, figures: list[VMobject]) -> None:
        """Give the figures on screen the outlines of others.

        While an animation runs, the camera keeps to the mobjects that it knew at
        the start: these have to change, not to make room for new ones.
        """
        shown = self.glyphs.submobjects[1:]
        for old, new in zip(shown, figures, strict=False):
            old.set_points(new.points)
        for old in shown[len(figures) :]:
            old.clear_points()
        self.glyphs.add(*figures[len(shown) :])
