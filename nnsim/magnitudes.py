"""Large and small numbers as they are read: "8 million", "60 GB", "2.3 micrometres".

What you can do here
--------------------
- write a count in words: ``in_words(86.1e9)`` is "86.1 billion";
- spell a small one out: ``spelled_out(3)`` is "three";
- write bytes, a length or a time with a unit that fits: ``in_bytes``,
  ``in_metres``, ``in_time``;
- split a number into digits and a power of ten: ``scientific``;
- choose the decimals of a column of measurements, and write one: ``decimals_of``,
  ``written``.

Words keep the significant figures asked for and are rounded, never cut.
"""

import math

import numpy as np

from nnsim.arrays import Array

Units = tuple[tuple[float, str], ...]  # size of a unit and its name, largest first

COUNTS: Units = (
    (1e12, "trillion"), (1e9, "billion"), (1e6, "million"), (1e3, "thousand"),
)  # fmt: skip
BYTES: Units = (
    (1e12, "TB"), (1e9, "GB"), (1e6, "MB"), (1e3, "kB"), (1.0, "bytes"),
)  # fmt: skip
METRES: Units = (
    (1e3, "kilometres"), (1.0, "metres"), (1e-2, "centimetres"),
    (1e-3, "millimetres"), (1e-6, "micrometres"), (1e-9, "nanometres"),
)  # fmt: skip
YEAR = 365.25 * 24 * 3600.0  # s
WRITTEN_OUT = 10_000  # counts under this are written in full
NAMES = (
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve",
)  # fmt: skip
UNKNOWN = "not published"  # what NaN means
FIGURES = 4  # of the largest of some measurements; one less if it is under 0.1
FIGURES_OF_SPREAD = 2  # of half of their range
MOST_DECIMALS = 8


def in_words(count: float, figures: int = 4) -> str:
    """Write a count in words; small ones as they are.

    Examples
    --------
    >>> [in_words(n) for n in (403, 3091, 600e3, 3.4e6, 116.8e9)]
    ['403', '3091', '600 thousand', '3.4 million', '116.8 billion']
    """
    if math.isnan(count):
        return UNKNOWN
    if count < WRITTEN_OUT:
        return _rounded(count, figures)
    return _with_unit(count, COUNTS, figures)


def spelled_out(count: int) -> str:
    """Spell a small count out, as sentences do; larger ones stay digits.

    Examples
    --------
    >>> [spelled_out(n) for n in (0, 4, 12, 13)]
    ['none', 'four', 'twelve', '13']
    """
    return NAMES[count] if 0 <= count < len(NAMES) else str(count)


def in_bytes(n_bytes: float, figures: int = 2) -> str:
    """Write an amount of memory; a kB is 1000 bytes."""
    return _with_unit(n_bytes, BYTES, figures)


def in_metres(length: float, figures: int = 2) -> str:
    """Write a length in metres with the unit that fits."""
    words = _with_unit(length, METRES, figures)
    return words.removesuffix("s") if words.startswith("1 ") else words


def in_time(seconds: float, figures: int = 2) -> str:
    """Write a time in seconds, from a year on in years."""
    if seconds < YEAR:
        return f"{_rounded(seconds, figures)} s"
    return f"{in_words(seconds / YEAR, figures)} years"


def scientific(value: float, decimals: int = 2) -> tuple[float, int]:
    """Split a value into a number from 1 to 10, rounded, and a power of ten."""
    mantissa, _, power = f"{value:.{decimals}e}".partition("e")
    return float(mantissa), int(power)


def _with_unit(value: float, units: Units, figures: int) -> str:
    """Write a value in the largest unit of which it is at least one."""
    rounded = float(f"{value:.{figures - 1}e}")
    size, name = next((u for u in units if rounded >= u[0]), units[-1])
    return f"{_rounded(value / size, figures)} {name}"


def _rounded(value: float, figures: int) -> str:
    """Round to significant figures and write without needless zeros."""
    if value == 0:
        return "0"
    decimals = max(0, figures - 1 - math.floor(math.log10(abs(value))))
    text = f"{round(value, decimals):.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def decimals_of(values: Array) -> int:
    """Return how many decimals a column is shown with.

    As many as its values have, but no more than give the largest of them
    ``FIGURES`` figures and half of their range ``FIGURES_OF_SPREAD``.

    >>> decimals_of(np.array([39.1, 50.0])), decimals_of(np.array([711.2, 2019.0]))
    (1, 0)
    """
    largest = np.abs(values).max()
    figures = FIGURES if largest >= 0.1 else FIGURES - 1
    sizes = (largest, figures), (np.ptp(values) / 2, FIGURES_OF_SPREAD)
    enough = [n - 1 - np.floor(np.log10(size)) for size, n in sizes if size > 0]
    most = int(np.clip(max(enough, default=0), 0, MOST_DECIMALS))
    exact = (
        n for n in range(most) if np.allclose(values, values.round(n), 1e-12, 1e-12)
    )
    return next(exact, most)


def written(value: float, decimals: int, unit: str = "") -> str:
    """Write a value with so many decimals, and its unit behind if there is one.

    >>> written(39.1, 1, "mm"), written(711.2, 0)
    ('39.1 mm', '711')
    """
    return f"{value:.{decimals}f} {unit}".rstrip()
