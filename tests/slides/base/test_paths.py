"""A name found on disk leads nowhere but into our folder, or is refused."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from slides.base.paths import LONGEST, name_problem, problem

PARTS = st.sampled_from(["a", "b.md", "..", ".", "", "c d", "~", "\\", "\0", "é"])
ELSEWHERE = ["/etc/x", "../x", "a/../../x", "a//x", "", ".", "..", "a/.", "/", "//a/b"]
NOT_PLAIN = [
    "a\\x", "\\\\host\\share\\x", "c:x", "c:/x", "a\nb", "a\0b", "a\x85b", "a/",
    "\ud800",
]  # fmt: skip
WINDOWS = [
    "con", "a/NUL", "aux.txt", "b/Com1.tar.gz", "lpt¹", "nul /x", "a./b", "a /b",
    "file:stream", "what?", "a*",
]  # fmt: skip


@given(st.lists(PARTS, max_size=5).map("/".join) | st.text(max_size=20))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_allowed_paths_lie_within_the_folder(tmp_path: Path, path: str) -> None:
    if problem(tmp_path, path) is None:
        target = (tmp_path / path).resolve()
        assert target.is_relative_to(tmp_path.resolve())
        assert target != tmp_path.resolve()


@pytest.mark.parametrize("path", [*ELSEWHERE, *NOT_PLAIN, *WINDOWS, "é" * LONGEST])
def test_names_that_lead_elsewhere_are_refused(tmp_path: Path, path: str) -> None:
    assert name_problem(path)
    assert problem(tmp_path, path)


@pytest.mark.parametrize("path", [None, 7, ["a"], {"a": 1}, b"a", True])
def test_what_is_no_name_is_refused(tmp_path: Path, path: object) -> None:
    assert problem(tmp_path, path)


@pytest.mark.parametrize(
    "path", ["a", "a/b.md", "-x", "~/x", ".hidden", "console", "aux_1.txt", "c d/é.mp4"]
)
def test_plain_names_are_taken(tmp_path: Path, path: str) -> None:
    assert problem(tmp_path, path) is None


def test_path_that_is_too_long_as_a_whole_is_refused(tmp_path: Path) -> None:
    assert problem(tmp_path, "/".join(["a" * 100] * 100))


def link_out(place: Path) -> None:
    place.symlink_to(os.sep)


def listen(place: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server, pytest.MonkeyPatch.context() as patch:
        patch.chdir(place.parent)  # a socket's address is short
        server.bind(place.name)


@pytest.mark.parametrize(
    "make",
    [
        Path.mkdir,
        os.mkfifo,
        listen,
        link_out,
        lambda place: place.symlink_to(place.parent / "other"),
        lambda place: place.symlink_to(place),
        lambda place: place.symlink_to("/dev/zero"),
    ],
)
def test_what_is_no_regular_file_is_refused(
    tmp_path: Path, make: Callable[[Path], object]
) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (root / "other").write_text("of ours")
    make(root / "x")
    assert problem(root, "x")


@pytest.mark.parametrize(
    "make",
    [
        Path.touch,
        os.mkfifo,
        link_out,
        lambda place: place.symlink_to(place),
        lambda place: place.symlink_to("nowhere"),
        lambda place: place.symlink_to("../../.."),
    ],
)
def test_what_lies_behind_no_folder_of_ours_is_refused(
    tmp_path: Path, make: Callable[[Path], object]
) -> None:
    root = tmp_path / "root"
    (root / "a").mkdir(parents=True)
    make(root / "a" / "x")
    assert "lies behind" in str(problem(root, "a/x/y/z"))
    assert problem(root, "a/x", is_folder=True)


def test_folder_is_taken_where_one_may_lie(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "link").symlink_to("a")
    assert problem(tmp_path, "a", is_folder=True) is None
    assert problem(tmp_path, "link/b", is_folder=True) is None
    assert problem(tmp_path, "link/c") is None
    assert problem(tmp_path, "..", is_folder=True)
