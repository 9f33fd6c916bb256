"""Numbers as a lecturer says them, in English."""

import re

_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
    "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = (
    "zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty",
    "ninety",
)  # fmt: skip
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth",
    "eight": "eighth", "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip
_GROUPS = ("", "thousand", "million", "billion", "trillion", "quadrillion")
LARGEST = 1000 ** len(_GROUPS) - 1
_CENTURIES = range(1100, 2000)  # years said in two halves; later ones from 2010 on


def cardinal(n: int) -> str:
    """Say a whole number from 0 to `LARGEST`.

    >>> cardinal(34944)
    'thirty-four thousand nine hundred forty-four'
    """
    if n < 1000:
        return _hundreds(n)
    groups = []
    for name in _GROUPS:
        n, group = divmod(n, 1000)
        if group:
            groups.append(f"{_hundreds(group)} {name}".rstrip())
    return " ".join(reversed(groups))


def _hundreds(n: int) -> str:
    """Say a whole number below a thousand."""
    if n < 20:
        return _SMALL[n]
    if n < 100:
        tens, ones = divmod(n, 10)
        return f"{_TENS[tens]}-{_SMALL[ones]}" if ones else _TENS[tens]
    hundreds, rest = divmod(n, 100)
    return f"{_SMALL[hundreds]} hundred" + (f" {_hundreds(rest)}" if rest else "")


def number(text: str) -> str:
    """Say a number as it is written: ``28,056``, ``0.50``, ``1e-9``, without a sign.

    Raises
    ------
    ValueError
        If it is larger than there are names for.

    >>> number("0.50")
    'zero point five zero'
    """
    mantissa, _, exponent = text.lower().partition("e")
    whole, _, decimals = mantissa.replace(",", "").partition(".")
    if int(whole) > LARGEST:
        raise ValueError(f"{text}: no number above {LARGEST:.0e} has a name here")
    said = cardinal(int(whole))
    if decimals:
        said += " point " + digits(decimals)
    return f"{said} times ten {power(exponent)}" if exponent else said


def digits(text: str) -> str:
    """Say digits one by one."""
    return " ".join(_SMALL[int(digit)] for digit in text)


def ordinal(said: str) -> str:
    """Say which one it is, from a whole number in words.

    >>> ordinal("twenty-one")
    'twenty-first'
    """
    start, last = re.fullmatch(r"(.*?)(\w+)", said).groups()  # type: ignore[union-attr]
    usual = f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"
    return start + _ORDINALS.get(last, usual)


def decade(n: int) -> str:
    """Say ten years, or a hundred, by the first.

    >>> decade(1990)
    'nineteen nineties'
    """
    said = year(n)
    return f"{said[:-1]}ies" if said.endswith("y") else f"{said}s"


def power(text: str) -> str:
    """Say what is raised: an exponent, ``2`` or ``-3``, or a charge, ``2+``.

    Raises
    ------
    ValueError
        If it is neither.

    >>> power("-3")
    'to the minus three'
    """
    if charge := re.fullmatch(r"(\d*)([+-])", text):
        named = "plus" if charge[2] == "+" else "minus"
        return f"{cardinal(int(charge[1]))} {named}" if charge[1] else named
    n = int(text)
    if n in (2, 3):
        return ("squared", "cubed")[n - 2]
    return f"to the {'minus ' if n < 0 else ''}{cardinal(abs(n))}"


def year(n: int) -> str:
    """Say a year from 1100 to 2099.

    >>> year(1906), year(2005), year(2023)
    ('nineteen oh six', 'two thousand five', 'twenty twenty-three')
    """
    if n not in _CENTURIES and n < 2010:
        return cardinal(n)
    century, rest = divmod(n, 100)
    end = f"oh {_SMALL[rest]}" if rest < 10 else _hundreds(rest)
    return f"{_hundreds(century)} {end if rest else 'hundred'}"
