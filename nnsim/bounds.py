"""Settings and their bounds: absurd values are refused before anything is computed.

What you can do here
--------------------
- bound a number where it is declared: ``n: Annotated[int, between(1, 9)] = 3``;
- bound how many values a tuple holds: ``Annotated[tuple[int, ...], holding(1, 8)]``;
- leave open what the data then tell: ``w: Annotated[float, between(0, 9)] | None``;
- have all that is set checked: derive a frozen dataclass from ``Settings``;
- say which values must rise: ``rising("sizes", sizes)``.
"""

import math
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields
from itertools import pairwise
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    TypeAlias,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from nnsim.errors import FileError, OutOfBoundsError, SettingsError, UnfitDataError
from nnsim.estimates import Estimate
from nnsim.texts import shortened

Fault: TypeAlias = tuple[str, str]  # of which setting, and what is wrong with it
KINDS = {int: "a whole number", float: "a number"}


@dataclass(frozen=True)
class Bounds:
    """The least and the most that a number, or the length of a tuple, may be."""

    least: float
    most: float

    def holds(self, value: float) -> bool:
        """Tell whether a value lies within; NaN and infinity never do."""
        return self.least <= value <= self.most and math.isfinite(value)

    def __str__(self) -> str:
        """Say it in words."""
        if self.least == self.most:
            return _shown(self.least)
        return f"from {_shown(self.least)} to {_shown(self.most)}"


@dataclass(frozen=True)
class Length(Bounds):
    """The fewest and the most values that a tuple may hold."""


def between(least: float, most: float) -> Bounds:
    """Bound a number; both ends are allowed."""
    return Bounds(least, most)


def holding(fewest: int, most: int) -> Length:
    """Bound how many values a tuple holds."""
    return Length(fewest, most)


Seed: TypeAlias = Annotated[int, between(0, 2**32 - 1)]


class Settings:
    """What can be set of a computation, checked as it is set: see :class:`Bounds`.

    Derive a frozen dataclass. What one field cannot know about another is told by
    ``faults``; what the computation takes, by ``estimate``.
    """

    def __post_init__(self) -> None:
        """Refuse what is out of bounds, does not go together, or takes too much.

        Raises
        ------
        SettingsError
            With all that is wrong.
        """
        found = [
            fault
            for name, kind in _kinds(type(self)).items()
            for fault in _faults(name, kind, getattr(self, name))
        ]
        if found:
            raise OutOfBoundsError(found)
        with suppress(FileError, UnfitDataError):  # of data the run tells
            found = [*self.faults()] or [*self._too_much()]
        if found:
            raise SettingsError(found)

    def faults(self) -> Iterator[Fault]:
        """Yield what is wrong between settings that are each within their bounds."""
        yield from ()

    def changed(self) -> dict[str, object]:
        """Return what differs from the defaults; of settings within, as "of.which"."""
        usual, found = type(self)(), {}
        for name in _kinds(type(self)):
            value = getattr(self, name)
            if isinstance(value, Settings):
                inner = value.changed().items()
                found.update({f"{name}.{key}": one for key, one in inner})
            elif value != getattr(usual, name):
                found[name] = value
        return found

    def estimate(self) -> Estimate:
        """Estimate time and memory that the computation takes."""
        return Estimate()

    def _too_much(self) -> Iterator[Fault]:
        """Yield a fault if the computation takes too much."""
        if much := self.estimate().too_much():
            yield "", f"with {self._differences()}, it {much}"

    def takes_much(self) -> str:
        """Say in words that the computation takes long, or much memory; "" if not."""
        much = self.estimate().much()
        return f"with {self._differences()}, it {much}" if much else ""

    def _differences(self) -> str:
        """Write down what differs from the defaults."""
        changed = self.changed().items()
        return ", ".join(f"{key} = {value}" for key, value in changed)


def rising(name: str, values: Sequence[float]) -> Iterator[Fault]:
    """Yield a fault if values do not rise from each to the next."""
    if any(b <= a for a, b in pairwise(values)):
        shown = ", ".join(_shown(value) for value in values)
        yield name, f"must rise from each value to the next, not {shown}"


def _kinds(settings: Any) -> dict[str, Any]:
    """Return the type of each field, with its bounds."""
    hints = get_type_hints(settings, include_extras=True)
    return {field.name: hints[field.name] for field in fields(settings)}


def or_none(kind: Any) -> tuple[Any, bool]:
    """Return what a value is where it is not None, and whether it may be None."""
    kinds = get_args(kind)
    if get_origin(kind) not in (Union, UnionType) or NoneType not in kinds:
        return kind, False
    (one,) = (other for other in kinds if other is not NoneType)
    return one, True


def _faults(name: str, kind: Any, value: Any) -> Iterator[Fault]:
    """Yield what is wrong with a value of a kind."""
    kind, may_be_none = or_none(kind)
    if may_be_none and value is None:
        return
    bounds: list[Any] = []
    if get_origin(kind) is Annotated:
        kind, *bounds = get_args(kind)
    limits = [one for one in bounds if isinstance(one, Bounds)]
    if get_origin(kind) is tuple:
        yield from _tuple_faults(name, kind, value, limits)
    elif kind in KINDS:
        if not _is_a(kind, value):
            yield name, f"must be {KINDS[kind]}, not {_shown(value)}"
        for limit in limits:
            if _is_a(kind, value) and not limit.holds(value):
                yield name, f"must be {limit}, not {_shown(value)}"
    elif not isinstance(value, kind):
        yield name, f"must be {kind.__name__}, not {_shown(value)}"


def _tuple_faults(
    name: str, kind: Any, value: Any, limits: Sequence[Bounds]
) -> Iterator[Fault]:
    """Yield what is wrong with a tuple or with what it holds."""
    parts = get_args(kind)
    if not isinstance(value, tuple):
        yield name, f"must be a tuple, not {_shown(value)}"
        return
    if parts[-1] is Ellipsis:
        parts = parts[:1] * len(value)
    else:
        limits = [Length(len(parts), len(parts))]
    wrong = [limit for limit in limits if not limit.holds(len(value))]
    for limit in wrong:
        yield name, f"must hold {limit} values, not {len(value)}"
    if not wrong:
        for index, (part, one) in enumerate(zip(parts, value, strict=True)):
            yield from _faults(f"{name}.{index}", part, one)


def _is_a(kind: type, value: object) -> bool:
    """Tell whether a value is a number of a kind; True and False are no numbers."""
    allowed = (int, float) if kind is float else (int,)
    return isinstance(value, allowed) and not isinstance(value, bool)


def _shown(value: object) -> str:
    """Write a value as short as it can be read."""
    if isinstance(value, int) and value.bit_length() > 64:
        return f"a number of about {int(value.bit_length() * math.log10(2)) + 1} digits"
    return f"{value:g}" if isinstance(value, float) else shortened(value)
