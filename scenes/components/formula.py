"""Formulas set by Typst, with parts that can be named, coloured and moved."""

import re

from manim import ManimColor, MathTypst, VGroup, VMobject

from scenes.components._glyphs import outline
from scenes.components.text import Written
from scenes.frame import theme

# Manim's font size that makes Typst's maths face look as large as the sans.
_FONT_SIZE_OF_PIXEL = 0.86
_PART_NAME = re.compile(r":\s*([A-Za-z_]\w*)\s*\}\}")


class Formula(Written):
    """A formula in Typst's notation.

    Parameters
    ----------
    source
        Typst maths; ``{{ … : name }}`` makes a part, found in ``parts`` by name.
    pixels, patch
        See :class:`~scenes.components.text.Written`.
    color
        Colour, the theme's ink by default.
    """

    def __init__(
        self,
        source: str,
        *,
        pixels: float | None = None,
        color: ManimColor | None = None,
        patch: bool = False,
    ) -> None:
        pixels = pixels or theme.BODY
        self.ink = color or theme.current().ink
        typeset = MathTypst(
            f"upright(H) {source}",  # the H tells where the line is, and goes
            font_size=pixels * _FONT_SIZE_OF_PIXEL,
            color=self.ink,
        )
        leaves = [
            m
            for m in typeset.get_family()
            if isinstance(m, VMobject) and m.has_points()
        ]
        mark, *leaves = leaves
        glyphs = VGroup(*(outline(leaf) for leaf in leaves))
        descent = mark.get_bottom()[1] - glyphs.get_bottom()[1]
        super().__init__(source, glyphs, pixels, patch=patch, descent=descent)
        place = {id(leaf): k for k, leaf in enumerate(leaves)}
        self.parts = {
            name: VGroup(
                *(glyphs[place[id(leaf)]]
                  for leaf in typeset.select(name).family_members_with_points())
            )
            for name in _PART_NAME.findall(source)
        }  # fmt: skip
