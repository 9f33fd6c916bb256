"""What a disk refuses is one sentence that names the place and what helps."""

import errno
import os
from pathlib import Path

import pytest

from scenes.caching.files import write_text
from slides.base.disks import fault, in_words, refusal
from slides.settings.project import in_one_line

REFUSED = (
    errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM,
    errno.EIO,
)  # fmt: skip


@pytest.mark.parametrize("number", REFUSED)
def test_what_is_refused_is_said_with_the_remedy(number: int) -> None:
    words = in_words(OSError(number, os.strerror(number)), "build/x")
    assert words.startswith("build/x: ")
    assert "another" in words


def test_unknown_refusal_is_said_in_the_words_of_the_system() -> None:
    assert in_words(OSError(errno.EBUSY, "Device busy"), "x") == "x: Device busy"


@pytest.mark.parametrize("number", REFUSED)
def test_full_disk_is_told_of_the_file_wanted_not_of_a_hidden_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError) as caught:  # noqa: PT011
        write_text(tmp_path / "a.txt", "words")
    line = in_one_line(caught.value)
    assert line == in_words(OSError(number, ""), str(tmp_path / "a.txt"))
    assert not [*tmp_path.iterdir()]


def test_folder_in_place_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt" / "mine").mkdir(parents=True)
    with pytest.raises(OSError) as caught:  # noqa: PT011
        write_text(tmp_path / "a.txt", "words")
    line = in_one_line(caught.value)
    assert line == f"{tmp_path / 'a.txt'}: is a folder; move it away"


def test_full_folder_is_found_by_trying(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    assert fault(tmp_path, tmp_path / "missing") == ""
    monkeypatch.setattr(os, "fsync", refuse)
    assert fault(tmp_path) == in_words(OSError(errno.ENOSPC, ""), str(tmp_path))


def test_links_and_empty_folders_are_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "full" / "mine").mkdir(parents=True)
    (tmp_path / "link").symlink_to("full")
    assert refusal(tmp_path / "empty", tmp_path / "link", tmp_path / "new") == ""
    assert (
        refusal(tmp_path / "full") == f"{tmp_path / 'full'}: is a folder; move it away"
    )
    write_text(tmp_path / "link", "whole")
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["mine"]
