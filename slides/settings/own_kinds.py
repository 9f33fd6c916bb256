"""Which chapters can be about a table of one's own: their settings' types tell.

A chapter that takes one has settings named ``data``, of a kind of
:mod:`nnsim.problems.own_data`.
"""

from collections.abc import Iterable
from importlib import import_module

from nnsim.problems.own_data import OwnData, kind_of_data


def kind_taken(chapter: str) -> type[OwnData] | None:
    """Return the kind of data that a chapter can be given; None if it keeps its own."""
    return kind_of_data(import_module(f"nnsim.experiments.{chapter}").Config)


def takers(kind: type[OwnData], chapters: Iterable[str]) -> list[str]:
    """Return the chapters that can be given data of a kind, in the same order."""
    return [chapter for chapter in chapters if kind_taken(chapter) is kind]
