"""A file system without locks stops nobody; it is said once."""

import errno
import fcntl
from pathlib import Path

import pytest

from slides.base.locks import alone


@pytest.mark.parametrize(
    "number", [errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EPERM, errno.EINVAL]
)
def test_refused_lock_is_said_and_the_work_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    said: list[str] = []
    with alone(tmp_path / "lock", said.append):
        said.append("worked")
    assert said == [
        f"{tmp_path}: its file system takes no locks (No locks available); "
        "going on, so let no other build use it meanwhile",
        "worked",
    ]


def test_failure_of_the_work_is_no_refusal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    with pytest.raises(OSError, match="full"), alone(tmp_path / "lock", said.append):
        raise OSError(errno.ENOSPC, "full")
    assert not said


def test_lock_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "lock").mkdir()
    with pytest.raises(OSError, match="lock"), alone(tmp_path / "lock", print):
        pass
