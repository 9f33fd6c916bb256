"""DNA or RNA as letters in cells: each base has its letter and its colour."""

from functools import cache

import numpy as np
from manim import RIGHT, UP, Line, Rectangle, VGroup, VMobject

from scenes.components._glyphs import typeset
from scenes.frame import theme

BASES, OF_RNA = "ACGT", "ACGU"


@cache
def unit_letter(base: str) -> np.ndarray:
    """Return the outline of a letter, (n, 3), from 0 to 1 in width and height."""
    (glyph,) = typeset(base, "SEMIBOLD")
    low = glyph.points.min(axis=0)
    size = glyph.points.max(axis=0) - low
    return np.asarray((glyph.points - low) / [size[0], size[1], 1] * [1, 1, 0])


def base_points(base: str, width: float, height: float) -> np.ndarray:
    """Return the outline of a letter that fills a box, its lower left corner at 0."""
    return unit_letter(base) * [width, height, 0]


def base_role(base: str) -> str:
    """Return the name of a base's colour; U has that of T."""
    return f"base_{base.replace('U', 'T').lower()}"


def base_letters() -> list[VMobject]:
    """Return an empty mobject for all letters of each base, in its colour."""
    return [
        VMobject().set_fill(theme.role(base_role(base)), 1).set_stroke(width=0)
        for base in BASES
    ]


class DnaRow(VGroup):
    """Letters side by side, one in each cell; in several lines if wanted.

    Parameters
    ----------
    bases
        Text of A, C, G and T or U.
    pitch
        Width of a cell, in units.
    height
        Of the letters; in proportion to the cell if None.
    per_line
        Cells in each line; all if None.
    leading
        From line to line, in units; 2.2 widths of a cell if None.
    """

    def __init__(
        self,
        bases: str,
        *,
        pitch: float,
        height: float | None = None,
        per_line: int | None = None,
        leading: float | None = None,
    ) -> None:
        super().__init__()
        self.bases, self.pitch = bases, pitch
        self.per_line = per_line or len(bases)
        self.leading = leading or 2.2 * pitch
        # An invisible line tells where the cells are, wherever the row is moved.
        self.ruler = Line(np.zeros(3), self.per_line * pitch * RIGHT, stroke_width=0)
        self.letters = base_letters()
        self.height_of_letters = high = height or 0.95 * pitch
        of_row = OF_RNA if "U" in bases else BASES
        for base, letters in zip(of_row, self.letters, strict=True):
            wide = 0.7 * pitch
            at = [
                base_points(base, wide, high)
                + self.cell(k) - wide / 2 * RIGHT - high / 2 * UP
                for k, other in enumerate(bases)
                if other == base
            ]  # fmt: skip
            if at:
                letters.set_points(np.concatenate(at))
        self.add(self.ruler, *self.letters)

    def cell(self, k: float) -> np.ndarray:
        """Return the middle of cell k; of the gap before it at k − 0.5."""
        last = (len(self.bases) - 1) // self.per_line
        line = np.clip((k + 0.5) // self.per_line, 0, last)
        right = (k + 0.5 - line * self.per_line) * self.pitch
        start = self.ruler.get_start()
        return np.asarray(start + right * RIGHT - line * self.leading * UP)

    def gap(self, k: int) -> list[np.ndarray]:
        """Return where the gap before cell k is: at two ends where a line breaks."""
        ends = [self.cell(k - 0.5)]
        if k % self.per_line == 0 and 0 < k < len(self.bases):
            ends.insert(0, self.cell(k - 1) + self.pitch / 2 * RIGHT)
        return ends

    def window(self, start: int, width: int) -> VMobject:
        """Return a frame around ``width`` cells, in two pieces where a line breaks."""
        frame = VMobject().set_stroke(theme.role("signal"), theme.EDGE)
        stop, high = start + width, 1.8 * self.height_of_letters
        while start < stop:
            end = min(stop, (start // self.per_line + 1) * self.per_line)
            piece = Rectangle(width=(end - start) * self.pitch, height=high)
            piece.move_to((self.cell(start) + self.cell(end - 1)) / 2)
            frame.append_points(piece.points)
            start = end
        return frame
