"""The part of a file that a range means, against the words of RFC 9110."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slides.serving.ranges import part_of

SIZE = st.integers(0, 12)
PLACE = st.none() | st.integers(0, 14)


def meant(size: int, first: int | None, last: int | None) -> list[int] | None:
    """Return the places that ``first-last`` names, byte by byte; None for all."""
    if first is None and last is None:  # no range
        return None
    if first is None:  # "the last N bytes"; all, if there are fewer
        places = [place for place in range(size) if place >= size - last]
        return None if last and not size else places
    if last is not None and last < first:  # invalid
        return None
    return [p for p in range(size) if first <= p and (last is None or p <= last)]


@given(size=SIZE, first=PLACE, last=PLACE)
def test_it_names_the_same_bytes(
    size: int, first: int | None, last: int | None
) -> None:
    asked = "bytes=" + "-".join("" if n is None else str(n) for n in (first, last))
    part = part_of(size, asked)
    expected = meant(size, first, last)
    assert (None if part is None else [*part]) == expected
    assert part_of(size, asked.replace("bytes=", "Bytes= ") + "\t") == part


@pytest.mark.parametrize(
    "header",
    ["", "bytes", "bytes=", "bytes=0", "bytes=-", "bytes=a-b", "bytes=1--2",
     "bytes=--1", "bytes=0-1,3-4", "bytes=,0-1", "lines=0-1", "bytes=0-1;", "bytes 0-1",
     "bytes=0x1-", "bytes=²-", "bytes=+0-1", "bytes=0 - 1", f"bytes={'9' * 5000}-"],
)  # fmt: skip
def test_what_is_no_single_range_means_the_whole(header: str) -> None:
    assert part_of(10, header) is None


def test_large_numbers_are_numbers() -> None:
    assert part_of(10, f"bytes=0-{'9' * 900}") == range(10)
    assert part_of(10, f"bytes=-{'9' * 900}") == range(10)
    assert part_of(10, f"bytes={'9' * 900}-") == range(0)
    assert part_of(10**15, f"bytes={'0' * 900}1-1") == range(1, 2)
