"""Times are written as clocks write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slides.base.clock import clock, timestamp


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00"), (9, "0:09"), (60, "1:00"), (3671, "61:11")]
)
def test_clock_of_whole_seconds(seconds: int, text: str) -> None:
    assert clock(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "00:00:00.000"), (59.9996, "00:01:00.000"), (3671.25, "01:01:11.250")],
)
def test_known_timestamps(seconds: float, text: str) -> None:
    assert timestamp(seconds) == text
    assert timestamp(seconds, ",") == text.replace(".", ",")


@given(st.floats(0, 1e5))
def test_timestamp_says_the_time_to_the_thousandth(seconds: float) -> None:
    hours, minutes, rest = timestamp(seconds).split(":")
    assert int(minutes) < 60 > float(rest)
    said = int(hours) * 3600 + int(minutes) * 60 + float(rest)
    assert said == pytest.approx(seconds, abs=0.00051)
