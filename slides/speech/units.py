"""Symbols of units behind a number, and what they are called."""

import re
from collections.abc import Iterator

_PREFIXES = {
    "p": "pico", "n": "nano", "µ": "micro", "μ": "micro", "m": "milli", "c": "centi",
    "k": "kilo", "M": "mega", "G": "giga", "T": "tera", "P": "peta",
}  # fmt: skip
_WITH_PREFIX = {
    "m": "meter", "s": "second", "g": "gram", "l": "liter", "L": "liter",
    "Hz": "hertz", "W": "watt", "Wh": "watt hour", "V": "volt", "J": "joule",
    "mol": "mole",
}  # fmt: skip
# Without a prefix these are letters, or words of their own.
_ONLY_WITH_PREFIX = {"B": "byte", "M": "molar", "b": "base", "Da": "dalton"}
_ALONE = {
    "min": "minute", "h": "hour", "d": "day", "wk": "week", "yr": "year",
    "°C": "degree Celsius", "K": "kelvin", "°": "degree", "ppm": "part per million",
    "rpm": "revolution per minute", "bp": "base pair", "Da": "dalton",
    "Å": "angstrom", "ha": "hectare",
}  # fmt: skip
_UNCHANGED = ("hertz", "molar")  # of one and of many
_POWERS = {"²": ("square", "squared"), "³": ("cubic", "cubed")}
_SYMBOL = re.compile(r"(?P<base>[^⁻¹²³]+)(?P<power>[²³]|(?P<under>⁻)[¹²³])?")


def _units() -> Iterator[tuple[str, str]]:
    """Yield symbols and names, those with a prefix first: others go before them."""
    for prefix, said in _PREFIXES.items():
        for symbol, name in {**_WITH_PREFIX, **_ONLY_WITH_PREFIX}.items():
            yield prefix + symbol, said + name
    yield from _WITH_PREFIX.items()
    yield from _ALONE.items()


UNITS = dict(_units())
# No word and no variable is written like these: they are units without a number, too.
_ALWAYS = {
    prefix + symbol
    for prefix in "nµμmck"
    for symbol in (*_WITH_PREFIX, *_ONLY_WITH_PREFIX)
}


def unit(symbol: str, *, is_one: bool) -> str:
    """Say a unit, ``mm`` or ``µmol/m²/s``; "" if it is none.

    Parameters
    ----------
    symbol
        As it is written.
    is_one
        Whether it stands behind the number 1.
    """
    first, *others = (_name(part) for part in symbol.split("/"))
    if not all([first, *others]) or any(name.startswith("per ") for name in others):
        return ""
    is_plural = not is_one and not first.startswith("per ")
    return " per ".join([_several(first) if is_plural else first, *others])


def alone(text: str) -> str:
    """Say a unit without a number, ``mm`` or ``m/s``; "" if it may be another word."""
    match = _SYMBOL.match(text)
    is_unit = "/" in text or (match is not None and match["base"] in _ALWAYS)
    return unit(text, is_one=False) if is_unit else ""


def _name(symbol: str) -> str:
    """Return what one symbol with its power is called, "per second"; "" if nothing."""
    match = _SYMBOL.fullmatch(symbol)
    name = UNITS.get(match["base"], "") if match else ""
    if not match or not name:
        return ""
    power = (match["power"] or "").lstrip("⁻")
    if power in _POWERS:
        before, behind = _POWERS[power]
        is_length = name.endswith("meter")
        name = f"{before} {name}" if is_length else f"{name} {behind}"
    return f"per {name}" if match["under"] else name


def _several(name: str) -> str:
    """Return the plural of a unit."""
    if name.endswith(_UNCHANGED):
        return name
    head, _, tail = name.partition(" ")
    # What is counted stands first.
    if head == "degree" or tail.startswith(("per ", "squared", "cubed")):
        return f"{head}s {tail}".rstrip()
    return f"{name}s"
