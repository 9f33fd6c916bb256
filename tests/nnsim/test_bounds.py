"""Settings keep to their bounds, and say so in words."""

import pickle
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated, Any

import pytest

from nnsim.bounds import Fault, Settings, between, holding, rising
from nnsim.errors import InputError, OutOfBoundsError, SettingsError
from nnsim.estimates import GIB, Estimate

Share = Annotated[float, between(0, 1)]


@dataclass(frozen=True)
class Inner(Settings):
    pair: tuple[Share, Share] = (0.25, 0.5)

    def faults(self) -> Iterator[Fault]:
        yield from rising("pair", self.pair)


@dataclass(frozen=True)
class Toy(Settings):
    n: Annotated[int, between(1, 100)] = 3
    rate: Annotated[float, between(1e-4, 10)] = 0.5
    sizes: Annotated[tuple[Annotated[int, between(2, 9)], ...], holding(1, 3)] = (4, 5)
    rows: tuple[tuple[Share, Share], ...] = ((0.0, 1.0),)
    inner: Inner = field(default_factory=Inner)
    bias: Share | None = None
    start: tuple[Share, Share] | None = None

    def faults(self) -> Iterator[Fault]:
        if self.n < self.sizes[-1] - 6:
            yield "n", f"must be at least {self.sizes[-1] - 6}"

    def estimate(self) -> Estimate:
        return Estimate(100.0, GIB / 10) * self.n


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"n": 0}, "n: must be from 1 to 100, not 0"),
        ({"n": 10**12}, "n: must be from 1 to 100, not 1000000000000"),
        ({"n": 10**5000}, "not a number of about 5001 digits"),
        ({"n": True}, "n: must be a whole number, not True"),
        ({"n": 2.0}, "n: must be a whole number, not 2"),
        ({"rate": 1e300}, r"rate: must be from 0\.0001 to 10, not 1e\+300"),
        ({"rate": float("nan")}, "rate: must be from 0.0001 to 10, not nan"),
        ({"rate": float("inf")}, "rate: must be from 0.0001 to 10, not inf"),
        ({"rate": False}, "rate: must be a number, not False"),
        ({"rate": "1"}, "rate: must be a number, not '1'"),
        ({"rate": None}, "rate: must be a number, not None"),
        ({"sizes": ()}, "sizes: must hold from 1 to 3 values, not 0"),
        ({"sizes": (2,) * 4}, "sizes: must hold from 1 to 3 values, not 4"),
        ({"sizes": [4]}, r"sizes: must be a tuple, not \[4\]"),
        ({"sizes": (4, 10)}, "sizes.1: must be from 2 to 9, not 10"),
        ({"rows": ((0.0, 1.0), (0.5, 2.0))}, "rows.1.1: must be from 0 to 1, not 2"),
        ({"rows": ((0.0,),)}, "rows.0: must hold 2 values, not 1"),
        ({"inner": 4}, "inner: must be Inner, not 4"),
        ({"bias": 1.5}, "bias: must be from 0 to 1, not 1.5"),
        ({"bias": "1"}, "bias: must be a number, not '1'"),
        ({"start": (0.5, 2.0)}, "start.1: must be from 0 to 1, not 2"),
        ({"start": 0.5}, "start: must be a tuple, not 0.5"),
        ({"n": 0, "rate": 0.0}, "n: must .* not 0; rate: must .* not 0"),
    ],
)
def test_what_is_out_of_bounds_is_refused_in_words(
    given: dict[str, Any], said: str
) -> None:
    with pytest.raises(OutOfBoundsError, match=said):
        Toy(**given)


@pytest.mark.parametrize(
    "given",
    [{}, {"n": 1}, {"n": 30}, {"rate": 10}, {"rate": 1e-4}, {"sizes": (9,)},
     {"rows": ()}, {"bias": 0}, {"bias": 1.0}, {"start": (0.0, 1.0)}],
)  # fmt: skip
def test_both_ends_are_allowed(given: dict[str, Any]) -> None:
    assert Toy(**given).changed() == given


def test_what_is_left_open_is_none_and_no_change() -> None:
    assert Toy(bias=None, start=None).changed() == {}


def test_what_does_not_go_together_is_refused_if_each_is_in_bounds() -> None:
    with pytest.raises(SettingsError, match=r"^n: must be at least 3$"):
        Toy(n=2, sizes=(9,))
    with pytest.raises(OutOfBoundsError, match=r"^n: must be from 1"):
        Toy(n=0, sizes=(9,))
    with pytest.raises(SettingsError, match=r"must rise .* not 0.5, 0.25$"):
        Inner((0.5, 0.25))


def test_what_would_take_too_much_is_refused_with_the_estimate() -> None:
    said = (
        r"^with n = 100, it asks for about 2\.8 hours on one core \(at most 1 hour\) "
        r"and 10 GiB of memory \(at most 4\)$"
    )
    with pytest.raises(SettingsError, match=said):
        Toy(n=100)


def test_settings_within_settings_are_told_apart() -> None:
    toy = Toy(n=4, inner=Inner((0.25, 0.75)))
    assert toy.changed() == {"n": 4, "inner.pair": (0.25, 0.75)}


def test_errors_are_of_the_family_and_travel_between_processes() -> None:
    with pytest.raises(InputError) as caught:
        Toy(n=0)
    error = pickle.loads(pickle.dumps(caught.value))
    assert type(error) is OutOfBoundsError
    assert str(error) == str(caught.value)
    assert error.faults == (("n", "must be from 1 to 100, not 0"),)
