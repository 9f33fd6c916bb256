"""Words on screen in the one sans family, sized in pixels, with a patch if wanted.

:class:`Written` is the base of all that is read: words, numbers and formulas.
"""

from functools import cache

from manim import UP, BackgroundRectangle, ManimColor, VGroup, VMobject

from scenes.components._glyphs import typeset
from scenes.frame import theme
from scenes.lookup import Filled


@cache
def scale_for(pixels: float) -> float:
    """Return the factor that brings text set at ``SET_AT`` to this size."""
    return theme.units(pixels) / float(typeset("Hg").height)


class Written(VGroup):
    """Something to be read.

    Parameters
    ----------
    words
        What the viewer reads (the source, for a formula).
    glyphs
        How it looks at full size.
    pixels
        Size from the top of a capital to the foot of a g at 1080 lines.
    patch
        Put a rectangle of the paper's colour behind, so that lines and points
        do not cross the words.
    descent
        How far the glyphs reach below the line they stand on, at full size.
    """

    def __init__(
        self,
        words: str,
        glyphs: VMobject,
        pixels: float,
        *,
        patch: bool = False,
        descent: float = 0.0,
    ) -> None:
        super().__init__()
        self.words = words
        self.glyphs = glyphs
        self.pixels = pixels
        self.natural_height = glyphs.height
        self.descent = descent
        self.filled: tuple[Filled, ...] = ()  # fields that came from the result
        self.patch: BackgroundRectangle | None = None
        if patch:
            self.patch = BackgroundRectangle(
                glyphs,
                color=theme.current().paper,
                fill_opacity=1,
                buff=0.06,
                corner_radius=0.05,
            )
            self.add(self.patch)
        self.add(glyphs)

    @property
    def description(self) -> str:
        """What this is, in words, for a message."""
        return f"{type(self).__name__.lower()} {' '.join(self.words.split())!r}"

    @property
    def effective_pixels(self) -> float:
        """Size of the type as it is drawn now."""
        return float(self.pixels * self.glyphs.height / self.natural_height)

    @property
    def baseline(self) -> float:
        """Height of the line on which the glyphs stand now."""
        scale = self.glyphs.height / self.natural_height
        return float(self.glyphs.get_bottom()[1] + scale * self.descent)


class InLine(VGroup):
    """Words and numbers side by side, all standing on the line of the first."""

    def __init__(self, *parts: "Written | InLine", buff: float = 0.13) -> None:
        super().__init__(*parts)
        self.first, self.last = parts[0], parts[-1]
        self.arrange(buff=buff)
        for part in parts[1:]:
            part.shift((self.baseline - part.baseline) * UP)

    @property
    def baseline(self) -> float:
        """Height of the line on which the parts stand."""
        return self.first.baseline


@cache
def line_width(words: str, pixels: float, weight: str = "NORMAL") -> float:
    """Return how wide a line of words is set, in units."""
    return float(typeset(f"H{words}", weight)[1:].width) * scale_for(pixels)


class Label(Written):
    """A line of words.

    Parameters
    ----------
    words
        What the viewer reads.
    pixels, patch
        See :class:`Written`.
    color
        Colour of the text, the theme's ink by default.
    weight
        ``"NORMAL"`` or ``"SEMIBOLD"``.
    """

    def __init__(
        self,
        words: str,
        *,
        pixels: float | None = None,
        color: ManimColor | None = None,
        weight: str = "NORMAL",
        patch: bool = False,
    ) -> None:
        pixels = pixels or theme.LABEL
        # The H tells where the line is on which the words stand.
        mark, *letters = typeset(f"H{words}", weight).copy().scale(scale_for(pixels))
        glyphs = VGroup(*letters).set_color(color or theme.current().ink)
        descent = mark.get_bottom()[1] - glyphs.get_bottom()[1]
        super().__init__(words, glyphs, pixels, patch=patch, descent=descent)
