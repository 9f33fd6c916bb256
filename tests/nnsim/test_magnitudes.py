"""Numbers as they are read, against figures that everyone knows."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnsim.magnitudes import (
    in_bytes,
    in_metres,
    in_time,
    in_words,
    scientific,
    spelled_out,
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
