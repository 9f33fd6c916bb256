"""Symbols of units behind a number, and what they are called."""

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
    "min": "minute", "h": "hour", "°C": "degree Celsius", "K": "kelvin",
    "°": "degree", "ppm": "part per million", "bp": "base pair", "mol": "mole",
    "m²": "square meter", "mm²": "square millimeter", "Da": "dalton",
}  # fmt: skip
_UNCHANGED = ("hertz", "molar")  # of one and of many


def _units() -> Iterator[tuple[str, str]]:
    """Yield symbols and names, those with a prefix first: others go before them."""
    for prefix, said in _PREFIXES.items():
        for symbol, name in {**_WITH_PREFIX, **_ONLY_WITH_PREFIX}.items():
            yield prefix + symbol, said + name
    yield from _WITH_PREFIX.items()
    yield from _ALONE.items()


UNITS = dict(_units())


def unit(symbol: str, *, is_one: bool) -> str:
    """Say a unit, ``mm`` or ``µmol/min``; "" if it is none.

    Parameters
    ----------
    symbol
        As it is written.
    is_one
        Whether it stands behind the number 1.
    """
    first, *others = symbol.split("/")
    if not {first, *others} <= UNITS.keys():
        return ""
    names = [UNITS[first] if is_one else _several(UNITS[first])]
    return " per ".join([*names, *(UNITS[other] for other in others)])


def _several(name: str) -> str:
    """Return the plural of a unit."""
    if name.endswith(_UNCHANGED):
        return name
    head, _, tail = name.partition(" ")
    if head in ("degree", "part"):  # what is counted stands first
        return f"{head}s {tail}".rstrip()
    return f"{name}s"
