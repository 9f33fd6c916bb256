"""Shapes of the miniature project: names alone."""

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def use(name: str) -> Iterator[str]:
    yield name
