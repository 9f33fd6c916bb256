"""What is read is whole and of the shape expected, or named; nothing raises, ever."""

import json
import os
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from scenes.caching import checked
from scenes.caching.checked import (
    Damage,
    read_checked,
    read_regular,
    read_sealed,
    write_sealed,
)


@dataclass(frozen=True)
class Notes:
    name: str
    sizes: tuple[int, ...]
    inner: dict[str, float | None]


NOTES = Notes("a", (1, 2), {"b": None, "c": 1.5, "d": float("inf")})
PLAIN = {"name": "a", "sizes": [1, 2], "inner": {"b": None, "c": 1.5, "d": 1e999}}


def test_what_was_written_is_read(tmp_path: Path) -> None:
    write_sealed(tmp_path / "a.json", PLAIN)
    assert read_sealed(tmp_path / "a.json", Notes) == NOTES
    (tmp_path / "b.json").write_text(json.dumps(PLAIN))
    assert read_checked(tmp_path / "b.json", Notes) == NOTES


@pytest.mark.parametrize("name", ["a", "a/b", "file/b"])
def test_missing_file_is_no_damage(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    assert read_checked(tmp_path / name, Notes) is None


OTHERS: dict[str, Callable[[Path], object]] = {
    "is a folder": Path.mkdir,
    "is no regular file": os.mkfifo,
    "is a broken link": lambda file: file.symlink_to("nowhere"),
    "cannot be read": lambda file: file.symlink_to(file),
    "is far too large": lambda file: file.touch() or os.truncate(file, 1 << 40),
}


@pytest.mark.parametrize("why", OTHERS)
def test_other_things_than_files_are_named(tmp_path: Path, why: str) -> None:
    OTHERS[why](tmp_path / "x")
    found = read_regular(tmp_path / "x")
    assert isinstance(found, Damage)
    assert found.why.startswith(why)


def test_device_is_named(tmp_path: Path) -> None:
    (tmp_path / "x").symlink_to("/dev/zero")
    assert read_regular(tmp_path / "x") == Damage(tmp_path / "x", "is no regular file")


def test_disk_that_fails_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    (tmp_path / "x").touch()
    with monkeypatch.context() as patch:
        patch.setattr(checked, "_read", fail)
        found = read_regular(tmp_path / "x")
    assert str(found).endswith("cannot be read (Input/output error)")


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "null", "7", '"x"', "[" * 100_000, "9" * 5000, "\0", "\ufeff{}",
        '{"name": 1, "sizes": [], "inner": {}}',
        '{"name": "a", "sizes": [], "inner": []}',
        '{"name": "a", "sizes": [1.5], "inner": {}}', '{"name": "a"}',
        '{"name": "a", "sizes": [true], "inner": {}}',
    ],
)  # fmt: skip
def test_other_text_is_damage(tmp_path: Path, text: str) -> None:
    (tmp_path / "x").write_text(text, encoding="utf-8")
    assert isinstance(read_checked(tmp_path / "x", Notes), Damage)
    assert isinstance(read_sealed(tmp_path / "x", Notes), Damage)


def test_bytes_that_are_no_text_are_damage(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b'{"name": "\xff\xfe"}')
    assert isinstance(read_checked(tmp_path / "x", Notes), Damage)


def test_every_flipped_byte_is_seen(tmp_path: Path) -> None:
    file, rng = tmp_path / "a.json", random.Random(1)
    write_sealed(file, PLAIN)
    data = file.read_bytes()
    for place in range(len(data)):
        flipped = bytearray(data)
        flipped[place] ^= rng.randint(1, 255)
        file.write_bytes(flipped)
        # White space and the like may change; what is read, never.
        found = read_sealed(file, Notes)
        assert isinstance(found, Damage) or found == NOTES


def test_notes_under_another_name_are_not_believed(tmp_path: Path) -> None:
    write_sealed(tmp_path / "a.json", PLAIN)
    (tmp_path / "a.json").rename(tmp_path / "b.json")
    assert isinstance(read_sealed(tmp_path / "b.json", Notes), Damage)
