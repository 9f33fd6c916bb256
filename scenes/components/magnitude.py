"""Powers of ten: ticks such as 10⁶, and values written as 3.15 × 10²³."""

from typing import Any

from manim import ManimColor, VMobject

from scenes.components._ticks import EXPONENT, Tick, set_power
from scenes.components.number import Number
from scenes.frame import theme
from scenes.spelling import MINUS


class Magnitude(Number):
    """A value in digits and a power of ten; its words are those of Python, 3.15e+23.

    Parameters
    ----------
    value, path, pixels, color, patch
        See :class:`~scenes.components.number.Number`.
    decimals
        Digits after the point.
    """

    def __init__(self, value: float, decimals: int = 2, **style: Any) -> None:
        super().__init__(value, f".{decimals}e", **style)

    def _set(self, words: str) -> list[VMobject]:
        """Set the digits, a cross, a ten, and the power raised and smaller."""
        mantissa, _, power = words.partition("e")
        digits = f"{mantissa}\N{THIN SPACE}×\N{THIN SPACE}10"
        return set_power(self, digits, str(int(power)))


class PowerTick(Tick):
    """A tick at a whole power of ten; its words are 1e6."""

    def __init__(self, power: int, *, color: ManimColor | None = None) -> None:
        self.power = power
        pixels = theme.SMALLEST / EXPONENT  # so that the power is not too small
        super().__init__(10.0**power, ".0e", pixels=pixels, color=color)

    def _set(self, words: str) -> list[VMobject]:
        """Set a ten with its power."""
        return set_power(self, "10", str(self.power).replace("-", MINUS))
