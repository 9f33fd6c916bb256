"""The folders around a command: whose lecture is read, and a home that is none."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from slides.base.errors import UsageError
from slides.commands.place import MARKS, find_home, other_lecture
from tests.conftest import find_program
from tests.slides.conftest import ROOT, Project


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Give what looks like another copy of the lecture."""
    for mark in MARKS:
        (tmp_path / "copy" / mark).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "copy" / mark).touch()
    return tmp_path / "copy"


def test_a_lecture_that_is_not_read_is_named(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for here in (copy, copy / "slides"):
        monkeypatch.chdir(here)
        warning = other_lecture()
        assert str(ROOT) in warning
        assert str(copy) in warning
        assert "make" in warning


def test_nothing_is_said_in_the_own_folder_nor_outside_of_any(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (copy.parent / "link").symlink_to(copy)
    for here in (copy, copy / "slides"):
        monkeypatch.chdir(here)
        assert other_lecture(copy) == other_lecture(copy.parent / "link") == ""
    monkeypatch.chdir(copy.parent)
    assert other_lecture() == ""


def test_a_folder_that_is_gone_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    with pytest.raises(UsageError, match="is gone"):
        other_lecture()


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[Path]:
    """Give a folder into which nobody may look, but for those who always may."""
    (tmp_path / "closed").mkdir(mode=0)
    yield tmp_path / "closed"
    (tmp_path / "closed").chmod(0o700)


def as_anybody() -> list[str]:
    """Return what runs a command without the rights of those who may do all."""
    if os.geteuid():
        return []
    setpriv = find_program(["setpriv"], "apt install util-linux")
    return [setpriv, "--bounding-set=-dac_override,-dac_read_search"]


def test_a_closed_home_is_no_hindrance(built: Project, closed: Path) -> None:
    path = os.pathsep.join([str(built.folder), str(ROOT)])
    for command in (["list"], ["numbers", "alpha"]):
        ended = subprocess.run(
            [*as_anybody(), sys.executable, "-P", "-m", "slides", *command,
             "--config", "lecture.toml"],
            cwd=built.folder, capture_output=True, text=True,
            env={**os.environ, "PYTHONPATH": path, "HOME": str(closed)},
        )  # fmt: skip
        assert ended.returncode == 0, ended.stderr


def test_an_empty_home_stands_for_a_closed_one(closed: Path) -> None:
    code = (
        "import os; from slides.commands.place import find_home; find_home()\n"
        "print(os.environ['HOME'])"
    )
    ended = subprocess.run(
        [*as_anybody(), sys.executable, "-c", code], cwd=ROOT, capture_output=True,
        text=True, env={**os.environ, "HOME": str(closed)},
    )  # fmt: skip
    assert ended.stdout.strip() == os.devnull, ended.stderr


def test_who_has_no_home_gets_an_empty_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(cls: type[Path]) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setenv("HOME", "before")
    find_home()
    assert os.environ["HOME"] == "before"
    monkeypatch.setattr(Path, "home", classmethod(nobody))
    find_home()
    assert os.environ["HOME"] == os.devnull
