"""Formulas set by Typst, with parts that can be named, coloured and moved."""

from manim import ManimColor, VGroup

from scenes.components._maths import set_maths
from scenes.components.text import Written
from scenes.frame import theme

# Manim's font size that makes Typst's maths face look as large as the sans.
_FONT_SIZE_OF_PIXEL = 0.86


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
        # The H tells where the line is on which the formula stands.
        (mark, *signs), parts = set_maths(
            f"upright(H) {source}", pixels * _FONT_SIZE_OF_PIXEL, self.ink
        )
        glyphs = VGroup(*signs)
        descent = mark.get_bottom()[1] - glyphs.get_bottom()[1]
        super().__init__(source, glyphs, pixels, patch=patch, descent=descent)
        self.parts = {
            name: VGroup(*(signs[k - 1] for k in places))
            for name, places in parts.items()
        }
