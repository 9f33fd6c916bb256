"""Whose the miniature project's data are."""

from types import SimpleNamespace


def tables() -> list[SimpleNamespace]:
    return [SimpleNamespace(title="Seeds", what="one", source="Us", licence="CC0")]


def publications() -> list[SimpleNamespace]:
    return []
