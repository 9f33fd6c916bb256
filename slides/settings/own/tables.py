"""Data of one's own in the settings: ``[data]`` for all chapters, ``[neuron.data]``.

``[data]`` is for those chapters that take such data, whatever they are: the file tells.
A chapter's own table goes before it: one that names a file stands alone, else its keys
go before those of ``[data]``; ``file = ""`` keeps a chapter to its published data.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from nnsim.errors import FileError
from nnsim.problems.own_choice import kind_of_file
from nnsim.problems.own_data import Classed, Curve, Measurements, OwnData, Sequences
from slides.settings.own.faults import (
    fault_of_file,
    faults,
    faults_by_itself,
    missing,
    names_of,
    strange,
)
from slides.settings.own_kinds import kind_taken, takers
from slides.settings.schema import Fault
from slides.settings.values import DATA, Table

KINDS: dict[type[OwnData], str] = {
    Measurements: "measurements with classes",
    Sequences: "labelled sequences",
    Curve: "a curve",
}
_NO_TABLE = "must be a table: write [{key}] on a line of its own"


def dealt(
    shared: Any, own: Mapping[str, Any], chapters: Sequence[str]
) -> tuple[dict[str, Table], list[Fault]]:
    """Return the table of data of each chapter that has one, and what is wrong.

    Parameters
    ----------
    shared
        What stands at ``data`` before the chapters' tables; None if nothing does.
    own
        What stands there in the tables of chapters.
    chapters
        Those of the lecture.
    """
    told_of = dict.fromkeys([*chapters, *own])  # one that is only set may be quoted
    kind, usual, wrong = _shared(shared, told_of)
    found = {}
    for chapter in told_of:
        table, told = _dealt(chapter, own.get(chapter, {}), kind, usual)
        wrong += _within(f"{chapter}.{DATA}", told)
        if table and not told:
            found[chapter] = table
    return found, wrong


def _dealt(
    chapter: str, own: Any, kind: type[OwnData] | None, usual: Table | None
) -> tuple[Table, list[Fault]]:
    """Return a chapter's table, from its own and that for all; and what is wrong."""
    taken = kind_taken(chapter)
    if not isinstance(own, Mapping):
        return {}, [("", _NO_TABLE.format(key=f"{chapter}.{DATA}"))]
    if taken is None:
        why = "the chapter keeps to the data that it comes with, and takes no others"
        return {}, [("", why)] if own else []
    if "file" in own or (usual is not None and taken is not kind):
        return dict(own), faults(taken, own) if own else []
    if usual is None:  # what is wrong with it is told
        return {}, faults_by_itself(taken, own)
    merged = {**usual, **own}
    return merged, faults(taken, merged) if own else []


def _shared(
    table: Any, chapters: Iterable[str]
) -> tuple[type[OwnData] | None, Table | None, list[Fault]]:
    """Return kind and content of the table for all; no content of one that is wrong."""
    if table is None:
        return None, {}, []
    if not isinstance(table, Mapping):
        return None, None, [(DATA, _NO_TABLE.format(key=DATA))]
    told = [*missing(table)]
    try:
        kind = Measurements if told else _kind(table)
    except FileError as error:
        told.append(fault_of_file(table, error))
    if told:  # what it holds is not known
        return None, None, [*_within(DATA, [*told, *strange(table, KINDS)])]
    wrong = faults(kind, table)
    if not wrong and not table.get("file"):
        wrong = [("", 'needs file = "…", the table that it is about')]
    if not wrong and not takers(kind, chapters):
        why = f"holds {KINDS[kind]}: no chapter of the lecture is about such data"
        wrong = [("file", why)]
    return kind, None if wrong else dict(table), [*_within(DATA, wrong)]


def _kind(table: Mapping[str, Any]) -> type[OwnData]:
    """Return the kind that a table is of: by what it says of it, else by its file.

    Several columns of x are of measurements, one is of a curve.
    """
    if table.keys() & (names_of(Sequences) - names_of(Classed)):
        return Sequences
    if "x" in table:
        return Curve if isinstance(table["x"], str) else Measurements
    file = table.get("file")
    return kind_of_file(Path(file)) if file and isinstance(file, str) else Measurements


def _within(key: str, told: Iterable[Fault]) -> Iterator[Fault]:
    """Yield faults of a table, with the key of the table before theirs."""
    return ((f"{key}.{inner}".rstrip("."), why) for inner, why in told)
