"""What only saves time is made anew when it is damaged, and that is said."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from slides.engine.kept_files import is_kept, keep, kept

Fetch = Callable[..., bytes]


@pytest.fixture
def fetch(tmp_path: Path) -> Fetch:
    """Give what fetches a file; each is another when it is made anew."""
    made: list[str] = []

    def make(file: Path) -> None:
        made.append(file.name)
        file.write_bytes(b"made %d" % len(made))

    return lambda key="abc": kept(tmp_path / "a" / "b", tmp_path, key, ".mp4", make)


def test_file_is_made_once(fetch: Fetch, tmp_path: Path) -> None:
    assert fetch() == fetch() == b"made 1"
    (file,) = (tmp_path / "a" / "b").iterdir()
    assert is_kept(file)


def test_file_of_another_key_takes_its_place(fetch: Fetch, tmp_path: Path) -> None:
    fetch()
    assert fetch("def") == b"made 2"
    assert [f.name[:4] for f in (tmp_path / "a" / "b").iterdir()] == ["def-"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(b"MADE 1"),
        lambda file: (file.unlink(), file.mkdir(), (file / "x").touch()),
        lambda file: (file.unlink(), os.mkfifo(file)),
        lambda file: (file.unlink(), file.symlink_to("/dev/zero")),
        lambda file: (file.unlink(), file.parent.rmdir(), file.parent.touch()),
    ],
)
def test_damaged_file_is_named_and_made_anew(
    fetch: Fetch,
    tmp_path: Path,
    spoil: Callable[[Path], object],
    capsys: pytest.CaptureFixture[str],
) -> None:
    fetch()
    (file,) = (tmp_path / "a" / "b").iterdir()
    spoil(file)
    assert fetch() == fetch() == b"made 2"
    assert capsys.readouterr().err.count("making it anew") == 1
    (file,) = (tmp_path / "a" / "b").iterdir()
    assert is_kept(file)


def test_notes_that_cannot_be_kept_stop_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    keep(tmp_path / "file" / "notes.json", {})
    (tmp_path / "notes.json" / "x").mkdir(parents=True)
    keep(tmp_path / "notes.json", {})
    assert (tmp_path / "notes.json").is_file()
