"""Settings at the ends of their bounds, one at a time: the least and most of each."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

from nnsim.bounds import Bounds, Length, Settings
from nnsim.errors import SettingsError
from nnsim.problems.own_data import OwnData
from tests.nnsim.experiments.any_settings import parts
from tests.nnsim.experiments.drawn_settings import SMALL, TOLD
from tests.nnsim.experiments.test_every_experiment import module

MORE_SECONDS = 1.0  # that a run may take longer than a small one
HALVINGS = 12  # of the way from the usual value to an end that is refused or slow
Change = Callable[[Any], Settings]


class End(NamedTuple):
    """One setting as far as it may go, all others as in a small run."""

    key: str
    value: Any
    config: Settings


class _Place(NamedTuple):
    """A number that can be set, also within tuples and in settings within."""

    key: str
    kind: type
    bounds: Bounds
    usual: Any
    change: Change


def ends(chapter: str) -> Iterator[End]:
    """Yield settings of a chapter, each with one number as far as it may go."""
    base = module(chapter).Config(**(TOLD.get(chapter) or SMALL.get(chapter, {})))
    for place in _places("", base, lambda changed: changed):
        for end in (place.bounds.least, place.bounds.most):
            found = _furthest(base, place, end)
            if found is not None and found.config != base:
                yield found


def _places(key: str, settings: Settings, change: Change) -> Iterator[_Place]:
    """Yield all places of settings."""
    hints = get_type_hints(type(settings), include_extras=True)
    for field in fields(settings):  # type: ignore[arg-type]
        name, value = field.name, getattr(settings, field.name)

        def set_(one: Any, name: str = name) -> Settings:
            return change(replace(settings, **{name: one}))  # type: ignore[type-var]

        if is_dataclass(value):
            if not isinstance(value, OwnData):
                yield from _places(f"{key}{name}.", value, set_)  # type: ignore[arg-type]
        else:
            yield from _within(f"{key}{name}", hints[name], value, set_)


def _within(key: str, kind: Any, usual: Any, change: Change) -> Iterator[_Place]:
    """Yield the places of one setting: of a tuple the first, the last, the length."""
    kind, bounds = parts(kind)
    if get_origin(kind) is not tuple:
        if kind in (int, float):
            yield _Place(key, kind, bounds[0], usual, change)
        return
    if usual is None:
        return
    inner = get_args(kind)
    for limit in (one for one in bounds if isinstance(one, Length)):
        yield _Place(
            f"{key}.length", int, limit, len(usual),
            lambda n: change(_of_length(usual, n)),
        )  # fmt: skip
    last = len(usual) - 1
    for index in {0, last} if inner[-1] is Ellipsis else range(len(usual)):
        one = inner[0] if inner[-1] is Ellipsis else inner[index]

        def set_(new: Any, index: int = index) -> Settings:
            return change((*usual[:index], new, *usual[index + 1 :]))

        yield from _within(f"{key}.{index}", one, usual[index], set_)


def _of_length(usual: Any, n: int) -> Any:
    """Return a tuple of another length, the values between or beyond its own."""
    low, high = usual[0], usual[-1]
    if n <= len(usual):
        return (*usual[: n - 1], high)
    step = (high - low) / (n - 1)
    values = [low + step * index for index in range(n)]
    return tuple(map(round, values) if isinstance(low, int) else values)


def _furthest(base: Settings, place: _Place, end: float) -> End | None:
    """Return a setting at an end, or as far towards it as is allowed and short."""
    most = base.estimate().seconds + MORE_SECONDS

    def at(value: float) -> End | None:
        value = place.kind(value)
        try:
            config = place.change(value)
        except SettingsError:
            return None
        short = config.estimate().seconds <= most
        return End(place.key, value, config) if short else None

    found = at(end)
    if found or place.usual is None:
        return found
    near, far = float(place.usual), float(end)
    for _ in range(HALVINGS):
        middle = (near * far) ** 0.5 if near > 0 and far > 0 else (near + far) / 2
        tried = at(round(middle) if place.kind is int else float(f"{middle:.3g}"))
        found = tried or found
        near, far = (middle, far) if tried else (near, middle)
    return found
