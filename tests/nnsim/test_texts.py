"""Text files of any editor are read; what is no text is refused with its line."""

import os
import socket
from pathlib import Path

import pytest

from nnsim.errors import unknown
from nnsim.texts import TextError, printable, read_text, shortened


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"", ""),
        (b"\xef\xbb\xbfa\n", "a\n"),
        (b"a\r\nb\r\n", "a\nb\n"),
        (b"a\rb\r", "a\nb\n"),
        ("é\tü".encode(), "é\tü"),
    ],
)
def test_text_of_any_editor_is_read(tmp_path: Path, content: bytes, text: str) -> None:
    (file := tmp_path / "t").write_bytes(content)
    assert read_text(file, 100) == text


@pytest.mark.parametrize(
    ("content", "why", "line"),
    [
        (b"a\nb\xe9\n", "byte 0xE9 is no UTF-8: save it as UTF-8", 2),
        (b"a\r\nb\rc\xff", "byte 0xFF is no UTF-8: save it as UTF-8", 3),
        (b"\xed\xa0\x80", "byte 0xED is no UTF-8: save it as UTF-8", 1),
        ("a".encode("utf-16"), "is written in UTF-16 or UTF-32: save it as UTF-8", 1),
        ("a".encode("utf-32"), "is written in UTF-16 or UTF-32: save it as UTF-8", 1),
        (
            "a".encode("utf-16-be"),
            "holds the control character U+0000: save it as text, in UTF-8",
            1,
        ),
        (
            b"PK\x03\x04\x14\x00",
            "is a spreadsheet or an archive: save it as text, in UTF-8",
            None,
        ),
        (b"a\n\nb\x07", "holds the control character U+0007: remove it", 3),
        (b"a\n\xc2\x85", "holds the control character U+0085: remove it", 2),
        (b"x" * 101, "is longer than 100 bytes: shorten it", None),
    ],
)
def test_what_is_no_text_is_refused_with_its_line(
    tmp_path: Path, content: bytes, why: str, line: int | None
) -> None:
    (file := tmp_path / "t").write_bytes(content)
    with pytest.raises(TextError) as caught:
        read_text(file, 100)
    assert (caught.value.why, caught.value.line) == (why, line)


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        ("none", "no such file"),
        ("folder", "is a folder, not a file"),
        ("pipe", "is a pipe or a device: save in a file what it gives"),
        ("device", "is a pipe or a device: save in a file what it gives"),
        ("socket", "is a pipe or a device: save in a file what it gives"),
        ("circle", "cannot be read: too many levels of symbolic links"),
        ("n" * 300, "cannot be read: file name too long"),
        ("a\0b", "cannot be read: "),
    ],
)
def test_what_is_no_file_is_refused_without_waiting(
    tmp_path: Path, kind: str, why: str
) -> None:
    file = tmp_path / kind
    match kind:
        case "folder":
            file.mkdir()
        case "pipe":
            os.mkfifo(file)
        case "device":
            file.symlink_to("/dev/zero")
        case "socket":
            with socket.socket(socket.AF_UNIX) as one:
                one.bind(str(file))
        case "circle":
            file.symlink_to(file)
    with pytest.raises(TextError) as caught:
        read_text(file, 100)
    assert caught.value.why.startswith(why)


def test_what_is_shown_is_one_short_line() -> None:
    assert printable("a\x1b[2J\u202e\ud800\n") == r"a\x1b[2J\u202e\ud800\n"
    assert shortened(["x" * 1000]) == "['" + "x" * 58 + "…"
    told = unknown("chapter", "n" * 10**6, ["neuron"])
    assert told == f"unknown chapter '{'n' * 60}'… of 1,000,000 characters"
