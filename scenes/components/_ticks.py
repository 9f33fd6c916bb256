"""The figures at an axis, and the power of ten that all of them share."""

from typing import Any

from manim import DL, RIGHT, UP, ManimColor, VMobject

from scenes.components.number import Number, _glyph
from scenes.frame import theme
from scenes.spelling import MINUS

EXPONENT = 0.72  # size of the raised figures
RAISED = 0.42  # how far up they stand, as a share of a figure's height


class Tick(Number):
    """A mark of a scale: its value in full, where it stands; no result.

    Parameters
    ----------
    value, spec
        See :class:`~scenes.components.number.Number`.
    tenfold
        Power of ten that is written beside the axis, and not here.
    style
        Size and colour.
    """

    def __init__(self, value: float, spec: str, tenfold: int = 0, **style: Any) -> None:
        super().__init__(value / 10.0**tenfold if tenfold else value, spec, **style)
        self.value, self.tenfold = value, tenfold


class Factor(Tick):
    """The power of ten that all figures at an axis share; its words are 1e-09."""

    def __init__(self, tenfold: int, *, color: ManimColor) -> None:
        self.exponent = tenfold
        pixels = theme.SMALLEST / EXPONENT  # so that the power is not too small
        super().__init__(10.0**tenfold, ".0e", pixels=pixels, color=color, patch=True)
        self.set_z_index(5)  # over points and curves

    def _set(self, words: str) -> list[VMobject]:
        """Set a cross, a ten, and its power."""
        power = str(self.exponent).replace("-", MINUS)
        return set_power(self, "×\N{THIN SPACE}10", power)


def set_power(number: Number, digits: str, power: str) -> list[VMobject]:
    """Set digits on a number's ruler, and a power after them, raised."""
    unit = float(number.ruler.get_length() / _glyph("0")[2])
    start = number.ruler.get_start()
    rise = RAISED * unit * _glyph("0")[0].height
    figures: list[VMobject] = []
    pen = 0.0
    for text, size, up in ((digits, unit, 0.0), (power, unit * EXPONENT, rise)):
        for character in text:
            if character == "\N{THIN SPACE}":
                pen += 0.35 * size * _glyph("0")[2]
                continue
            glyph, (right, above), advance = _glyph(character)
            figure = glyph.copy().set_fill(number.ink, 1).scale(size)
            corner = start + (pen + size * right) * RIGHT + (up + size * above) * UP
            figures.append(figure.shift(corner - figure.get_corner(DL)))
            pen += size * advance
    return figures
