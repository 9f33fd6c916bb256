"""Scales: how far along an axis a value stands, and which values are marked there."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

LONGEST = 7  # characters of a figure at an axis
DIGITS = 12  # after the point, at most


@dataclass(frozen=True)
class Scale(ABC):
    """What runs along an axis, from the value at its start to that at its end."""

    low: float
    high: float

    @abstractmethod
    def portion(self, value: ArrayLike) -> np.ndarray:
        """Return the share of the axis before a value, or before each of several."""

    @abstractmethod
    def value(self, portion: ArrayLike) -> np.ndarray:
        """Return the value at a share of the axis, or at each of several."""

    @abstractmethod
    def ticks(self) -> list[float]:
        """Return a few round values between the ends."""

    def tenfold(self, values: Sequence[float]) -> int:
        """Return the power of ten that is left out of figures at these values."""
        return 0


class Linear(Scale):
    """Equal distances are equal differences."""

    def portion(self, value: ArrayLike) -> np.ndarray:
        """See :meth:`Scale.portion`."""
        return np.asarray((np.asarray(value) - self.low) / (self.high - self.low))

    def value(self, portion: ArrayLike) -> np.ndarray:
        """See :meth:`Scale.value`."""
        return np.asarray(self.low + np.asarray(portion) * (self.high - self.low))

    def ticks(self) -> list[float]:
        """Return about four values, see :func:`round_ticks`."""
        return round_ticks(self.low, self.high)

    def tenfold(self, values: Sequence[float]) -> int:
        """See :meth:`Scale.tenfold`: that of the largest, if figures are long."""
        largest = max(map(abs, values), default=0.0)
        written = [format(abs(value), tick_spec(values)) for value in values]
        is_long = any(len(figure) > LONGEST for figure in written)
        is_tiny = 0 < largest < 10.0 ** (2 - LONGEST)
        return int(np.floor(np.log10(largest))) if is_long or is_tiny else 0


class Log(Scale):
    """Equal distances are equal ratios; all values are positive."""

    def portion(self, value: ArrayLike) -> np.ndarray:
        """See :meth:`Scale.portion`."""
        return np.asarray(
            np.log(np.asarray(value) / self.low) / np.log(self.high / self.low)
        )

    def value(self, portion: ArrayLike) -> np.ndarray:
        """See :meth:`Scale.value`."""
        return np.asarray(self.low * (self.high / self.low) ** np.asarray(portion))

    def ticks(self) -> list[float]:
        """Return the powers of ten."""
        first = np.ceil(np.log10(self.low) - 1e-9)
        last = np.floor(np.log10(self.high) + 1e-9)
        return [float(10.0**power) for power in np.arange(first, last + 1)]


def round_ticks(low: float, high: float, about: int = 4) -> list[float]:
    """Return round values between ``low`` and ``high``, about so many.

    Steps are 1, 2 or 5 times a power of ten.
    """
    rough = (high - low) / about
    power = 10.0 ** np.floor(np.log10(rough))
    step = power * min((1, 2, 5, 10), key=lambda m: abs(np.log(m * power / rough)))
    first = np.ceil(low / step - 1e-9)
    last = np.floor(high / step + 1e-9)
    digits = max(12, 12 - int(np.log10(power)))  # small steps are rounded, too
    return [float(round(k * step, digits)) for k in np.arange(first, last + 1)]


def tick_spec(values: Sequence[float]) -> str:
    """Return the format that shows all of these values in full."""
    full = (np.format_float_positional(value, DIGITS, trim="-") for value in values)
    decimals = max((len(words.partition(".")[2]) for words in full), default=0)
    return f".{decimals}f"
