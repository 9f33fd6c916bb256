"""Stands in for Manim: a configuration and nothing else."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

config: dict[str, Any] = {
    "pixel_width": 64, "pixel_height": 48, "frame_rate": 10, "media_dir": "media",
}  # fmt: skip


@contextmanager
def tempconfig(changes: dict[str, Any]) -> Iterator[None]:
    before = dict(config)
    config.update(changes)
    yield
    config.clear()
    config.update(before)
