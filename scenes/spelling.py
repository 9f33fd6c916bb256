"""Values as the viewer reads them: never as what they are not.

What you can do here
--------------------
- format a value, as Python does but that what is not nothing does not read as nothing,
  nor what is less than one as one: ``spell``;
- in two forms of our own: ``.4p`` of a probability, which is never certain, and
  ``.1x`` (``.0x%``) of a setting, which is written as it is set;
- put the sign of a bound into words: ``in_words``.
"""

import math
import re
from typing import Any

MINUS = "\N{MINUS SIGN}"
FIXED = re.compile(r"(?P<sign>\+?,?)\.(?P<n>\d+)(?P<form>[fpx]|%|x%)")
MOST_DECIMALS = 6  # that are added until a number no longer looks like another
NOISE = 1e-12  # rounding errors of the arithmetic
SAME = 1e-6  # of a setting, as much less or more is not seen
BOUNDS = {">": "over", "<": "under"}


def spell(value: Any, spec: str = "") -> str:
    """Format a value for the viewer: true minus sign, no minus zero.

    What rounds to nothing or to one, and is less or more, has more decimals; or it has
    a bound, which a probability has at once: of ``.4p`` it is ``>0.9999``.

    >>> spell(0.0004, ".2f"), spell(0.9997, ".0%"), spell(0.99999, ".4p")
    ('0.0004', '99.97%', '>0.9999')
    >>> spell(0.25, ".1x"), spell(0.5, ".1x")
    ('0.25', '0.5')
    """
    match = FIXED.fullmatch(spec)
    text = _decimals(value, match) if match else format(value, spec)
    if re.fullmatch(r"-0(\.0*)?(e\+00)?%?", text):
        text = text[1:]
    return re.sub(r"(?<![A-Za-z0-9])-(?=[0-9.])", MINUS, text)


def _decimals(value: Any, match: re.Match[str]) -> str:
    """Format a number with so many decimals, or as many as it takes."""
    form, n = match["form"], int(match["n"])
    kind = "%" if form.endswith("%") else "f"
    if form == "p":
        return _probability(float(value), n)
    for more in range(n, max(n, MOST_DECIMALS) + 1):
        text = format(value, f"{match['sign']}.{more}{kind}")
        if not (_is_cut(value, text) if "x" in form else _misleads(value, text)):
            return text
    if "x" in form:
        return text
    return _bound(value, text)


def _probability(value: float, n: int) -> str:
    """Format a probability: none is nothing or one, however near it comes."""
    least = 10.0**-n
    if value < least / 2:
        return f"<{least:.{n}f}"
    return f">{1 - least:.{n}f}" if value > 1 - least / 2 else f"{value:.{n}f}"


def _read(text: str) -> float:
    """Return the number that a text shows."""
    number = float(text.rstrip("%").replace(",", ""))
    return number / 100 if text.endswith("%") else number


def _misleads(value: Any, text: str) -> bool:
    """Tell whether a number reads as nothing and is not, or as one and is less."""
    size, read = abs(float(value)), abs(_read(text))
    is_one = read == 1 and 1 - size > NOISE
    return is_one or (read == 0 and size > NOISE)


def _is_cut(value: Any, text: str) -> bool:
    """Tell whether a text does not show all of a number."""
    return not math.isclose(_read(text), value, rel_tol=SAME)


def _bound(value: Any, text: str) -> str:
    """Say of a number that comes too near to nothing or one on which side it lies."""
    step = 10.0 ** -(MOST_DECIMALS + 2 * text.endswith("%"))
    near = step if _read(text) == 0 else 1 - step
    kind = f".{MOST_DECIMALS}{'%' if text.endswith('%') else 'f'}"
    sign = "<" if (near == step) == (value > 0) else ">"
    return sign + format(math.copysign(near, value), kind)


def in_words(text: str, spec: str) -> str:
    """Return a number as it stands in a sentence: over 0.9999.

    >>> in_words(">0.9999", ".4p")
    'over 0.9999'
    """
    is_bound = text[:1] in BOUNDS and FIXED.fullmatch(spec)
    return f"{BOUNDS[text[0]]} {text[1:]}" if is_bound else text
