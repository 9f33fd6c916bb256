"""What may happen to files on a bad disk: cut, flipped, swapped, of another type."""

import json
import os
import random
import shutil
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

Damage = Callable[[Path, random.Random], object]
OTHER_JSON = (
    "[]", "{}", "null", "7", '"x"', "[[[]]]", '{"digest": "", "value": {}}', "NaN",
    "[" * 100_000, "9" * 5000, '{"files": {"../../x": [1, 1, ""]}}', "\ufeff{}",
)  # fmt: skip
OTHERS = (None, [], {}, -1, 10**30, 1e308, "", "../x", "\0", [1, 2], {"a": 1}, True)


def cut(file: Path, rng: random.Random) -> None:
    os.truncate(file, rng.randrange(max(1, file.stat().st_size)))


def empty(file: Path, rng: random.Random) -> None:
    os.truncate(file, 0)


def lengthen(file: Path, rng: random.Random) -> None:
    with file.open("ab") as opened:
        opened.write(rng.randbytes(rng.randint(1, 200)))


def flip(file: Path, rng: random.Random) -> None:
    data = bytearray(file.read_bytes())
    for _ in range(rng.choice([1, 2, 40]) if data else 0):
        data[rng.randrange(len(data))] ^= rng.randint(1, 255)
    file.write_bytes(data)


def rot(file: Path, rng: random.Random) -> None:
    """Flip bits as a disk does: without a new time."""
    status = file.stat()
    flip(file, rng)
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


def write_other_json(file: Path, rng: random.Random) -> None:
    file.write_text(rng.choice(OTHER_JSON), encoding="utf-8")


def change_json(file: Path, rng: random.Random) -> None:
    """Change one place of what a JSON file holds, or flip what is none."""
    try:
        value = json.loads(file.read_text(encoding="utf-8"))
    except ValueError:
        return flip(file, rng)
    file.write_text(json.dumps(_changed(value, rng)), encoding="utf-8")
    return None


def _changed(value: Any, rng: random.Random) -> Any:
    """Return a value with one place in it changed."""
    if not value or not isinstance(value, dict | list) or rng.random() < 0.2:
        return rng.choice([other for other in OTHERS if other != value])
    where = rng.choice([*value] if isinstance(value, dict) else range(len(value)))
    if rng.random() < 0.2:
        del value[where]
    else:
        value[where] = _changed(value[where], rng)
    return value


def remove(file: Path, rng: random.Random) -> None:
    file.unlink()


def forbid(file: Path, rng: random.Random) -> None:
    file.chmod(0)


def become_folder(file: Path, rng: random.Random) -> None:
    file.unlink()
    file.mkdir()
    if not file.name.startswith(".lecture") and rng.random() < 0.5:
        (file / "x").touch()


def become_pipe(file: Path, rng: random.Random) -> None:
    file.unlink()
    os.mkfifo(file)


def become_socket(file: Path, rng: random.Random) -> None:
    file.unlink()
    here = Path.cwd()
    os.chdir(file.parent)  # a socket's address is short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(file.name)
    os.chdir(here)


def become_link(file: Path, rng: random.Random) -> None:
    file.unlink()
    file.symlink_to(rng.choice(["nowhere", file.name, "/dev/zero", "/dev/null", ".."]))


def swap(file: Path, other: Path) -> None:
    """Let two files change their places."""
    kept = file.with_name("kept")
    file.rename(kept)
    other.rename(file)
    kept.rename(other)


def drop(folder: Path) -> None:
    """Remove a folder, also if earlier damage forbade it."""
    folder.chmod(0o700)
    for top, inner, _ in os.walk(folder):
        for place in (Path(top, name) for name in inner):
            if not place.is_symlink():
                place.chmod(0o700)
    shutil.rmtree(folder)


def folder_becomes_file(folder: Path, rng: random.Random) -> None:
    drop(folder)
    folder.write_bytes(rng.randbytes(20))


def folder_becomes_link(folder: Path, rng: random.Random) -> None:
    drop(folder)
    folder.symlink_to(rng.choice(["nowhere", folder.name, "/dev/null"]))


def remove_folder(folder: Path, rng: random.Random) -> None:
    drop(folder)


def forbid_folder(folder: Path, rng: random.Random) -> None:
    folder.chmod(0)


FILES: tuple[Damage, ...] = (
    cut, empty, lengthen, flip, rot, write_other_json, change_json, change_json, remove,
    forbid, become_folder, become_pipe, become_socket, become_link,
)  # fmt: skip
FOLDERS: tuple[Damage, ...] = (
    folder_becomes_file, folder_becomes_link, remove_folder, forbid_folder,
)  # fmt: skip
