"""Settings within their bounds: at the ends, and drawn at random."""

import math
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from random import Random
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from nnsim.bounds import Bounds, Length, Settings, or_none
from nnsim.errors import SettingsError

Pick = Callable[[type, Bounds], float]


def bounded(settings: type) -> Iterator[tuple[str, type, Bounds]]:
    """Yield each number that can be set, also within tuples: its key, kind and bounds.

    A tuple of any length stands for its first place.
    """
    for name, kind in own_fields(settings).items():
        yield from _numbers(name, kind)


def own_fields(settings: type) -> dict[str, Any]:
    """Return the types of the fields that are the chapter's own, bounds included."""
    hints = get_type_hints(settings, include_extras=True)
    return {
        field.name: hints[field.name]
        for field in fields(settings)  # type: ignore[arg-type]
        if not is_dataclass(hints[field.name])
    }


def parts(kind: Any) -> tuple[Any, list[Any]]:
    """Part a type from its bounds; one that may be None is as if it were not."""
    kind, _ = or_none(kind)
    if get_origin(kind) is Annotated:
        inner, *bounds = get_args(kind)
        return inner, bounds
    return kind, []


def _numbers(key: str, kind: Any) -> Iterator[tuple[str, type, Bounds]]:
    kind, bounds = parts(kind)
    if get_origin(kind) is tuple:
        inner = [one for one in get_args(kind) if one is not Ellipsis]
        for index, one in enumerate(inner):
            yield from _numbers(f"{key}.{index}", one)
    else:
        (bound,) = bounds
        yield key, kind, bound


def legal(base: Settings, pick: Pick, rng: Random, most_seconds: float) -> Settings:
    """Set one field after the other to what is picked, where that is legal.

    What would be refused, or would take longer than ``most_seconds``, stays as it is.
    """
    names = [*own_fields(type(base))]
    rng.shuffle(names)
    for name in names:
        kind = own_fields(type(base))[name]
        value = _value(kind, getattr(base, name), pick, rng)
        try:
            changed = replace(base, **{name: value})  # type: ignore[type-var]
        except SettingsError:
            continue
        if changed.estimate().seconds <= most_seconds:
            base = changed
    return base


def _value(kind: Any, usual: Any, pick: Pick, rng: Random) -> Any:
    """Return a value of a kind, its numbers picked; a tuple that rises still does."""
    kind, bounds = parts(kind)
    if get_origin(kind) is not tuple:
        return pick(kind, bounds[0])
    inner = get_args(kind)
    if inner[-1] is Ellipsis:
        length = next(one for one in bounds if isinstance(one, Length))
        inner = inner[:1] * max(round(pick(int, length)), 1)
    values = [_value(one, (), pick, rng) for one in inner]
    rises = len(usual or ()) > 1 and list(usual) == sorted(usual)
    return tuple(sorted(set(values)) if rises else values)


def least(kind: type, bounds: Bounds) -> float:
    """Pick the least that is allowed."""
    return kind(bounds.least)  # type: ignore[no-any-return]


def most(kind: type, bounds: Bounds) -> float:
    """Pick the most that is allowed."""
    return kind(bounds.most)  # type: ignore[no-any-return]


def at_random(rng: Random) -> Pick:
    """Return what picks at random, small numbers as often as large ones."""

    def pick(kind: type, bounds: Bounds) -> float:
        low, high = bounds.least, bounds.most
        if low > 0:
            value = math.exp(rng.uniform(math.log(low), math.log(high)))
        else:
            value = rng.uniform(low, high)
        return kind(round(value) if kind is int else value)  # type: ignore[no-any-return]

    return pick
