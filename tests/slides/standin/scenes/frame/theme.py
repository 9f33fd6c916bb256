"""Themes of the miniature project."""

from collections.abc import Iterator
from contextlib import contextmanager

in_use = ["dark"]


@contextmanager
def use(name: str) -> Iterator[None]:
    in_use.append(name)
    yield
    in_use.pop()
