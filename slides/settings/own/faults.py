"""What is wrong with a table of data of one's own: its keys, files, what is in them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time
from pathlib import Path
from typing import Any, get_type_hints

from pydantic import ValidationError

from nnsim.datasets.own.curves import curve_columns, read_curve
from nnsim.datasets.own.own_table import OwnTable
from nnsim.errors import FileError, UnfitDataError, unknown
from nnsim.problems.own_choice import class_column
from nnsim.problems.own_data import (
    Curve,
    Measurements,
    OwnData,
    digest_of,
    read_once,
)
from nnsim.problems.own_question import pose_own
from slides.settings.project import in_one_line
from slides.settings.schema import Fault, problems, validated
from slides.settings.values import DIGEST, FILES


def names_of(kind: type[OwnData]) -> set[str]:
    """Return the names of what may be said of data of a kind."""
    return set(get_type_hints(kind)) - {DIGEST}


def faults(kind: type[OwnData], table: Mapping[str, Any]) -> list[Fault]:
    """Return all that is wrong with a table: keys in it, and why.

    Parameters
    ----------
    kind
        What its file is to hold.
    table
        As it stands in the settings, files named wholly.
    """
    data, told = _read(kind, table)
    return told or ([*_faults_within(data)] if data and data.file else [])


def faults_by_itself(kind: type[OwnData], table: Mapping[str, Any]) -> list[Fault]:
    """Return what is wrong with a table that waits for a file."""
    return _read(kind, {"file": __file__, **table})[1]  # some file that is there


def strange(table: Iterable[str], kinds: Iterable[type[OwnData]]) -> Iterator[Fault]:
    """Yield the keys of a table that none of these kinds of data knows."""
    known = sorted(set[str]().union(*map(names_of, kinds)))
    return ((k, unknown("setting", k, known)) for k in table if k not in known)


def fault_of_file(table: Mapping[str, Any], error: FileError) -> Fault:
    """Return a fault of a file, with the key that names it."""
    named = (key for key in FILES if table.get(key) == str(error.file))
    return next(named, "file"), in_one_line(error)


def _read(
    kind: type[OwnData], table: Mapping[str, Any]
) -> tuple[OwnData | None, list[Fault]]:
    """Return what a table says, and what is wrong with its keys and files."""
    told = [*missing(table), *strange(table, [kind])]
    known = {key: table[key] for key in table if key in names_of(kind)}
    try:
        return validated(kind, known), told
    except ValidationError as error:
        if not _is_of_file(error):  # that is told
            told += problems(error, "setting", names_of(kind))
        return None, told


def missing(table: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield the files that cannot be read."""
    for key in FILES:
        name = table.get(key)
        if isinstance(name, date | time):  # else it would be taken for its text
            yield key, "must be a text: put the name in quotation marks"
        elif isinstance(name, str) and name:
            try:
                digest_of(Path(name))
            except FileError as error:
                yield key, in_one_line(error)


def _is_of_file(error: ValidationError) -> bool:
    """Tell whether all else was right, and a file could not be read."""
    context = error.errors()[0].get("ctx", {})
    return isinstance(context.get("error"), FileError)


def _faults_within(data: OwnData) -> Iterator[Fault]:
    """Yield what is wrong between the settings and what the file holds."""
    said = vars(data)
    labels = said.get("labels")
    try:
        table = read_once(Path(data.file), Path(labels) if labels else None)
        wrong = [*_unknown(said, table)]
        if not wrong and isinstance(data, Measurements):
            pose_own(data)
        elif not wrong and isinstance(data, Curve):
            read_curve(table, *curve_columns(table, data.x, data.y))
    except UnfitDataError:  # each chapter tells for itself
        return
    except FileError as error:
        yield fault_of_file(said, error)
        return
    yield from wrong


def _unknown(said: Mapping[str, Any], table: OwnTable) -> Iterator[Fault]:
    """Yield the columns and classes that the table has not."""
    x = said.get("x", ())
    several = () if isinstance(x, str) else x  # measurements
    named = [(f"x.{n}", name) for n, name in enumerate(several)]
    one_each = ("y", "sequence") if several else ("x", "y", "sequence")
    named += [(key, said[key]) for key in one_each if said.get(key)]
    for key, name in named:
        if name not in table.names:
            yield key, unknown("column", name, table.names)
    asked = said.get("classes", ())
    y = said["y"] or (class_column(table) if asked else "")
    if y in table.names:
        classes = dict.fromkeys(filter(None, table.column(y)))
        for n, name in enumerate(asked):
            if name not in classes:
                yield f"classes.{n}", unknown("class", name, classes)
