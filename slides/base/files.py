"""Files that appear whole or not at all."""

import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PARTIAL = ".partial-"  # how the names of unfinished files begin


@contextmanager
def whole(target: Path) -> Iterator[Path]:
    """Give a temporary name beside `target`; rename to it if the block succeeds.

    The temporary name keeps the ending, by which writers choose a format, and
    tells by the number of the process whose it is.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    mark = f"{PARTIAL}{os.getpid()}-{secrets.token_hex(4)}-"
    partial = target.with_name(mark + target.name)
    try:
        yield partial
        os.replace(partial, target)
    finally:
        partial.unlink(missing_ok=True)


def write_text(target: Path, text: str) -> None:
    """Write a text file, whole or not at all."""
    with whole(target) as partial:
        partial.write_text(text, encoding="utf-8")


def write_bytes(target: Path, data: bytes) -> None:
    """Write a file, whole or not at all."""
    with whole(target) as partial:
        partial.write_bytes(data)


def write_json(target: Path, value: Any) -> None:
    """Write a JSON file, whole or not at all."""
    write_text(target, json.dumps(value, indent=1, ensure_ascii=False) + "\n")


def read_json(file: Path, default: Any) -> Any:
    """Return what a JSON file holds; `default` if it is missing or broken."""
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return default


def is_abandoned(name: str) -> bool:
    """Tell whether a temporary name was left behind by a process that has ended."""
    owner = name.removeprefix(PARTIAL).split("-")[0]
    if not name.startswith(PARTIAL) or not owner.isdigit():
        return False
    if os.name == "nt":  # there, signal 0 would end the process instead of asking
        return False
    try:
        os.kill(int(owner), 0)
    except ProcessLookupError:
        return True
    except PermissionError:  # it lives, and belongs to somebody else
        return False
    return False
