"""Whose the miniature project's data are."""

from pathlib import Path
from types import SimpleNamespace

SOURCES = Path(__file__).with_name("SOURCES.md")


def tables() -> list[SimpleNamespace]:
    seeds = {"file": "seeds.csv", "title": "Seeds", "what": "one"}
    return [SimpleNamespace(**seeds, source="Us", licence="CC0")]


def publications() -> list[SimpleNamespace]:
    return []
