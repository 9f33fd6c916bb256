"""DNA as letters in cells: each base has its letter and its colour."""

from functools import cache

import numpy as np
from manim import RIGHT, UP, Line, Rectangle, Text, VGroup, VMobject

from scenes import theme
from scenes.components.text import SET_AT, outline

BASES = "ACGT"


@cache
def _glyph(base: str) -> VMobject:
    """Set the letter of a base, large."""
    (letter,) = Text(base, font=theme.FONT, font_size=SET_AT, weight="SEMIBOLD")
    return outline(letter)


def base_points(base: str, width: float, height: float) -> np.ndarray:
    """Return the outline of a letter that fills a box, its lower left corner at 0."""
    glyph = _glyph(base)
    low = glyph.points.min(axis=0)
    size = glyph.points.max(axis=0) - low
    return np.asarray((glyph.points - low) / [size[0], size[1], 1] * [width, height, 0])


def base_letters() -> list[VMobject]:
    """Return an empty mobject for all letters of each base, in its colour."""
    return [
        VMobject().set_fill(theme.role(f"base_{base.lower()}"), 1).set_stroke(width=0)
        for base in BASES
    ]


class DnaRow(VGroup):
    """Letters side by side, one in each cell.

    Parameters
    ----------
    bases
        Text of A, C, G, T.
    pitch
        Width of a cell, in units.
    height
        Of the letters; in proportion to the cell if None.
    """

    def __init__(
        self, bases: str, *, pitch: float, height: float | None = None
    ) -> None:
        super().__init__()
        self.bases, self.pitch = bases, pitch
        # An invisible line tells where the cells are, wherever the row is moved.
        self.ruler = Line(np.zeros(3), len(bases) * pitch * RIGHT, stroke_width=0)
        self.letters = base_letters()
        self.height_of_letters = high = height or 0.95 * pitch
        for base, letters in zip(BASES, self.letters, strict=True):
            wide = 0.7 * pitch
            at = [
                base_points(base, wide, high)
                + ((k + 0.5) * pitch - wide / 2) * RIGHT - high / 2 * UP
                for k, other in enumerate(bases)
                if other == base
            ]  # fmt: skip
            if at:
                letters.set_points(np.concatenate(at))
        self.add(self.ruler, *self.letters)

    def cell(self, k: float) -> np.ndarray:
        """Return the middle of cell k; of the gap before it at k − 0.5."""
        return np.asarray(self.ruler.get_start() + (k + 0.5) * self.pitch * RIGHT)

    def window(self, start: int, width: int) -> Rectangle:
        """Return a frame around ``width`` cells."""
        frame = Rectangle(width=width * self.pitch, height=1.8 * self.height_of_letters)
        frame.set_stroke(theme.role("signal"), theme.EDGE)
        return frame.move_to(self.cell(start + (width - 1) / 2))
