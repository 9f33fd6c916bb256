"""Which chapters can be about a table of one's own: their settings' types tell.

A chapter that takes one has settings named ``data``, of a kind of
:mod:`nnsim.problems.own_data`.
"""

from collections.abc import Iterable, Mapping
from importlib import import_module

from nnsim.problems.own_data import (
    Curve,
    Measurements,
    OwnData,
    Sequences,
    kind_of_data,
)

# The published table that a chapter does not read if it is about one of one's own.
REPLACED: Mapping[type[OwnData], str] = {
    Measurements: "penguins.csv",
    Sequences: "splice_junctions.csv",
    Curve: "puromycin.csv",
}


def kind_taken(chapter: str) -> type[OwnData] | None:
    """Return the kind of data that a chapter can be given; None if it keeps its own."""
    return kind_of_data(import_module(f"nnsim.experiments.{chapter}").Config)


def takers(kind: type[OwnData], chapters: Iterable[str]) -> list[str]:
    """Return the chapters that can be given data of a kind, in the same order."""
    return [chapter for chapter in chapters if kind_taken(chapter) is kind]


def replaced(chapter: str) -> str:
    """Return in place of which published table a chapter's own stands; "" if of none.

    A chapter that takes no table may quote one that does: it keeps to its own data.
    """
    kind = kind_taken(chapter)
    return REPLACED[kind] if kind else ""
