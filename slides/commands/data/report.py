"""What ``lecture data`` finds out about a table."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from nnsim.errors import FileError
from nnsim.problems.own_choice import kind_of_file
from nnsim.problems.own_data import Curve, Measurements, OwnData, Sequences, read_once
from slides.base.errors import UsageError
from slides.building.plan import Plan
from slides.building.verdicts import Verdict, verdicts
from slides.commands.data.columns import Look, look_at
from slides.commands.data.lines import NOUNS, Value, lines, place_of
from slides.engine.progress import Progress
from slides.settings.own.faults import faults, names_of
from slides.settings.own.tables import KINDS as IN_WORDS
from slides.settings.own_kinds import takers
from slides.settings.project import in_one_line
from slides.settings.schema import validated

KINDS: Mapping[type[OwnData], str] = {
    Measurements: "measurements",
    Sequences: "sequences",
    Curve: "curve",
}


@dataclass(frozen=True)
class Asked:
    """What the user says of a table; what is left empty is found."""

    file: Path
    labels: Path | None  # second file of sequences, with their labels
    x: tuple[str, ...]
    y: str
    classes: tuple[str, ...]
    noun: str
    nouns: str

    def said_of(self, kind: type[OwnData]) -> dict[str, Value]:
        """Return what is said of data of a kind, by its keys in the settings."""
        x: Value = self.x[0] if kind is Curve and self.x else self.x
        names = ("y", "classes", "noun", "nouns")
        given = {"x": x, **{name: getattr(self, name) for name in names}}
        return {name: value for name, value in given.items() if value}

    @property
    def files(self) -> dict[str, Path]:
        """The files, by their keys in the settings."""
        return {"file": self.file} | ({"labels": self.labels} if self.labels else {})


@dataclass(frozen=True)
class Seen:
    """What a look at a table showed."""

    kind: type[OwnData]
    digest: str  # SHA-256 of the file
    look: Look


@dataclass(frozen=True)
class Report:
    """What chapters make of a table."""

    given: Sequence[str]  # chapters that it would change, in the lecture's order
    tried: Sequence[Verdict]  # how each of them came out; none if none was tried
    others: Sequence[str]  # those that keep to their own data
    lines: str  # for the settings; "" if no chapter can be told


def look(asked: Asked) -> Seen:
    """Read a table and look at all columns.

    Raises
    ------
    UsageError
        If it cannot be read, or has not the columns that are named.
    """
    try:
        table = read_once(asked.file, asked.labels)
        for name in filter(None, (asked.y, *asked.x)):
            table.column(name)
        kind = kind_of_file(asked.file, asked.labels)
        if asked.x and kind is not Sequences:  # of measurements there are two or more
            kind = Curve if len(asked.x) == 1 else Measurements
        seen = look_at(table, kind, "".join(asked.x[:1]), asked.y)
    except FileError as error:
        raise UsageError(in_one_line(error)) from None
    return Seen(kind, table.digest, seen)


def report(
    asked: Asked, seen: Seen, plan: Plan, progress: Progress, *, is_quick: bool
) -> Report:
    """Try the chapters that are about such data, and write lines for the settings.

    Parameters
    ----------
    asked
        What the user says of the table.
    seen
        What a look at it showed.
    plan
        Which lecture it is for.
    progress
        Where to show how far it is.
    is_quick
        Whether no chapter is tried.

    Raises
    ------
    UsageError
        If the table holds too little, or not what the user says of it.
    """
    lecture = plan.read()
    able = takers(seen.kind, lecture.chapters)
    asked = _named(asked, [lecture.settings[name]["data"] for name in able])
    data = _data(asked, seen)
    given = {
        name: table
        for name in lecture.chapters
        if (table := _given(name, lecture.settings[name], able, data))
    }
    tried = [] if is_quick else verdicts(given, plan.jobs, progress)
    places = {key: place_of(f, plan.config) for key, f in asked.files.items()}
    found = {key: data[key] for key in seen.look.found}
    said = {**places, **found, "noun": NOUNS[seen.kind], **asked.said_of(seen.kind)}
    others = [name for name in lecture.chapters if name not in given]
    by_itself = [one for one in tried if one.chapter in able]
    return Report([*given], tried, others, lines(said, by_itself) if able else "")


def _named(asked: Asked, settings: Iterable[Mapping[str, Any]]) -> Asked:
    """Take from the settings what a row of the table is, if they say it."""
    if asked.noun or asked.nouns:
        return asked
    place = os.path.realpath(asked.file)
    for one in settings:
        if one["noun"] and os.path.realpath(one["file"]) == place:
            return replace(asked, noun=one["noun"], nouns=one["nouns"])
    return asked


def _data(asked: Asked, seen: Seen) -> dict[str, Any]:
    """Return the table as settings hold it."""
    said = asked.said_of(seen.kind)
    if strange := {*said, *asked.files} - names_of(seen.kind):
        about = f"no option for {IN_WORDS[seen.kind]}, which this file holds"
        raise UsageError(*(f"--{key}: {about}" for key in sorted(strange)))
    files = {key: str(file.absolute()) for key, file in asked.files.items()}
    table = {**files, **seen.look.found, **said}
    if wrong := faults(seen.kind, table):
        raise UsageError(*_told(wrong))
    return asdict(validated(seen.kind, table))


def _given(
    chapter: str, table: Mapping[str, Any], able: Sequence[str], data: Mapping[str, Any]
) -> dict[str, Any] | None:
    """Return the settings of a chapter that such data change, by themselves or quoted.

    A chapter that quotes others holds their settings in tables of their names.
    """
    own = {"data": data} if chapter in able else {}
    quoted = {
        name: {**table[name], "data": data}
        for name in able
        if "data" in table.get(name, ())
    }
    return {**table, **own, **quoted} if own or quoted else None


def _told(wrong: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield what is wrong, with the option that said it."""
    for key, why in wrong:
        option = key.partition(".")[0]
        yield why if option in ("", "file") else f"--{option}: {why}"


def as_object(asked: Asked, seen: Seen, found: Report) -> dict[str, Any]:
    """Return all of it as one object, whose form the README describes."""
    tried = {one.chapter: one for one in found.tried}
    return {
        "file": str(asked.file),
        "digest": seen.digest,
        "kind": KINDS[seen.kind],
        "rows": seen.look.n_rows,
        "x": seen.look.x,
        "y": seen.look.y,
        "columns": [
            {**asdict(one), "classes": dict(one.classes)} for one in seen.look.columns
        ],
        "chapters": [
            {"chapter": name, **_verdict(tried.get(name))} for name in found.given
        ],
        "others": [*found.others],
        "lines": found.lines,
    }


def _verdict(one: Verdict | None) -> dict[str, Any]:
    """Return how a chapter came out; None in all places if it was not tried."""
    if one is None:
        return {"carried": None, "why": None, "chosen": None, "left_out": None}
    chosen = asdict(one.chosen) if one.chosen else None
    told = {"why": one.why, "chosen": chosen, "left_out": one.left_out}
    return {"carried": not one.why, **told}
