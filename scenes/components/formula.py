"""Formulas set by Typst, with parts that can be named, coloured and moved."""

from manim import ManimColor, MathTypst, VGroup

from scenes import theme
from scenes.components.text import Written

# Manim's font size that makes Typst's maths face look as large as the sans.
_FONT_SIZE_OF_PIXEL = 0.86


class Formula(Written):
    """A formula in Typst's notation.

    Parameters
    ----------
    source
        Typst maths; ``{{ … : name }}`` makes a part that :meth:`part` returns.
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
        glyphs = MathTypst(
            source,
            font_size=pixels * _FONT_SIZE_OF_PIXEL,
            color=color or theme.current().ink,
        )
        super().__init__(source, glyphs, pixels, patch=patch)

    def part(self, name: str) -> VGroup:
        """Return the glyphs of a named part."""
        return VGroup(*self.glyphs.select(name))
