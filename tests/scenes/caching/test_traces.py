"""A file that is not as it was noted is known, at a glance or by reading it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from scenes.caching.traces import Trace, difference, trace


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "a").write_text("what it holds")
    return tmp_path / "a"


def test_untouched_file_is_as_it_was(file: Path) -> None:
    noted = trace(file)
    assert difference(file, noted) == difference(file, noted, wholly=True) == ""


def test_copy_of_another_time_is_as_it_was(file: Path) -> None:
    noted = trace(file)
    os.utime(file, (1, 1))
    assert difference(file, noted) == ""


def become(make: Callable[[Path], object]) -> Callable[[Path], None]:
    def change(file: Path) -> None:
        file.unlink()
        make(file)

    return change


CHANGES: dict[str, Callable[[Path], object]] = {
    "is missing": Path.unlink,
    "has another length": lambda file: os.truncate(file, 3),
    "holds other data": lambda file: file.write_text("what it HOLDS"),
    "is no regular file": become(Path.mkdir),
}


@pytest.mark.parametrize("why", CHANGES)
def test_changed_file_is_known_at_a_glance(file: Path, why: str) -> None:
    noted = trace(file)
    CHANGES[why](file)
    assert difference(file, noted) == why


@pytest.mark.parametrize(
    "make", [os.mkfifo, lambda file: file.symlink_to("/dev/zero"), Path.mkdir]
)
def test_what_is_no_file_is_never_read(
    file: Path, make: Callable[[Path], object]
) -> None:
    noted = trace(file)
    become(make)(file)
    assert difference(file, noted, wholly=True) == "is no regular file"


def test_link_to_the_same_is_no_file_of_ours(file: Path) -> None:
    noted = trace(file)
    file.rename(file.with_name("b"))
    file.symlink_to("b")
    assert difference(file, noted) == "is no regular file"


def test_rotten_bits_are_known_by_reading(file: Path) -> None:
    noted = trace(file)
    file.write_text("What it holds")
    os.utime(file, ns=(noted.changed, noted.changed))
    assert difference(file, noted) == ""
    assert difference(file, noted, wholly=True) == "holds other data"


def test_folder_that_became_a_file_leaves_nothing(file: Path) -> None:
    assert difference(file / "b", Trace(1, 1, "")) == "is missing"
