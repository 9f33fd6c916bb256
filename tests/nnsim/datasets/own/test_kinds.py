"""Whole numbers that name or count the rows are no measurements of them."""

from collections.abc import Callable
from random import Random

import pytest

from nnsim.datasets.own.kinds import Kind, kind_of

Cells = Callable[[Random], list[int]]


def run(start: int, n: int = 40, *, mixed: bool = False) -> Cells:
    """Return what gives a run of whole numbers, also in no order."""
    values = range(start, start + n)
    return lambda random: random.sample(values, n) if mixed else [*values]


def different(n: int = 40) -> Cells:
    return lambda random: random.sample(range(1000, 9000), n)


def counted(random: Random) -> list[int]:
    return [random.randrange(30) for _ in range(40)]


@pytest.mark.parametrize(
    ("name", "cells", "kind"),
    [
        ("k", run(1), "index"), ("k", run(0), "index"),
        ("k", run(101), "index"), ("k", run(101, mixed=True), "index"),
        ("k", run(101, 19), "number"),  # few may lie so by chance
        ("year", run(1970), "number"), ("age", run(20, mixed=True), "number"),
        ("temperature (°C)", run(5), "number"),
        ("ring", different(), "index"), ("ear tag", different(), "index"),
        ("Mouse number", different(), "index"), ("plant_no", different(), "index"),
        ("egg number", counted, "number"), ("mass", different(), "number"),
        ("cells per animal", different(), "number"),
        ("plant height", different(), "number"), ("reads", different(), "number"),
    ],
)  # fmt: skip
def test_numbers_that_name_rows_are_told_from_measurements(
    name: str, cells: Cells, kind: Kind
) -> None:
    found = [f"{value}" for value in cells(Random(3))]
    assert kind_of(name, found) == kind
    # A value that stands twice names no row, and decimals are measured.
    if found[0] not in "01":
        twice = [*found[:-2], found[0], found[0]]
        assert kind_of(name, twice) == "number"
        assert kind_of(name, [f"{cell}.5" for cell in found]) == "number"
