"""Numbers as they are read, against figures that everyone knows."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnsim.magnitudes import (
    decimals_of,
    in_bytes,
    in_metres,
    in_time,
    in_words,
    scientific,
    spelled_out,
    written,
)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (3, "3"), (3091, "3091"), (600e3, "600 thousand"), (3.4e6, "3.4 million"),
        (116.8e9, "116.8 billion"), (1.5e14, "150 trillion"), (0, "0"),
        (999_999, "1 million"), (math.nan, "not published"),
    ],
)  # fmt: skip
def test_counts(count: float, words: str) -> None:
    assert in_words(count) == words


def test_small_counts_are_spelled_out() -> None:
    words = [spelled_out(n) for n in (0, 1, 3, 4, 12, 13, 100, -1)]
    assert words == ["none", "one", "three", "four", "twelve", "13", "100", "-1"]


def test_units_that_fit() -> None:
    assert in_bytes(1612) == "1.6 kB"
    assert in_bytes(2.8e12) == "2.8 TB"
    assert in_metres(1000) == "1 kilometre"
    assert in_metres(2.303e-6) == "2.3 micrometres"
    assert in_time(0.1654) == "0.17 s"
    assert in_time(3.15e14) == "10 million years"  # a year has 3.156e7 s


@given(st.floats(1, 9e14))
def test_words_are_the_count_rounded(count: float) -> None:
    factor = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
    figure, *unit = in_words(count).split()
    read = float(figure) * (factor[unit[0]] if unit else 1)
    assert read == pytest.approx(count, rel=5.1e-4)


@given(st.floats(1e-20, 1e25))
def test_power_of_ten(value: float) -> None:
    mantissa, exponent = scientific(value)
    assert 1 <= mantissa < 10
    assert mantissa * 10.0**exponent == pytest.approx(value, rel=0.0051)


@pytest.mark.parametrize(
    ("values", "decimals"),
    [
        ((39.1, 46.5, 50.0), 1),  # as the table has them
        ((1065, 420, 1680), 0),
        ((14.23, 13.2, 11.03), 2),
        ((711.2, 2019.0, 185.2), 0),  # four figures of the largest
        ((0.1184, 0.08474, 0.2226), 4),
        ((0.00097, 0.00244), 5),
        ((0.0123456, 0.0098765), 4),  # three, of such small ones
        ((2007.312, 2007.921, 2008.443), 2),  # two of the standard deviation
        ((-0.296, -0.036, 0.112), 3),
        ((0, 0, 0), 0),
    ],
)
def test_decimals_are_those_of_the_table_as_far_as_they_tell_apart(
    values: tuple[float, ...], decimals: int
) -> None:
    assert decimals_of(np.array(values, dtype=float)) == decimals


def test_a_measurement_is_written_with_its_unit_if_it_has_one() -> None:
    assert written(39.0, 1, "mm") == "39.0 mm"
    assert written(0.26543, 4) == "0.2654"
