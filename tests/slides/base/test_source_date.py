"""The date that the environment sets is read exactly, or refused."""

import pytest

from slides.base.errors import UsageError
from slides.base.source_date import source_date


def test_none_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert source_date() is None
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    assert source_date() is None


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("0", "1970-01-01T00:00:00+00:00"),
        ("1000000000", "2001-09-09T01:46:40+00:00"),
        ("253402300799", "9999-12-31T23:59:59+00:00"),
    ],
)
def test_seconds_are_a_date(
    monkeypatch: pytest.MonkeyPatch, text: str, written: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", text)
    date = source_date()
    assert date is not None
    assert date.isoformat() == written


@pytest.mark.parametrize(
    "text", ["yesterday", "1.5", "-1", "1e9", "1_0", "٣", "9" * 5000, "253402300800"]
)
def test_all_else_is_refused(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", text)
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH: must be a whole number"):
        source_date()
