"""The type of a chapter's settings, taken from its experiment's ``Config``."""

import dataclasses
import importlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, get_type_hints

from pydantic import TypeAdapter, ValidationError

from nnsim.errors import FileError, OutOfBoundsError, SettingsError, unknown
from nnsim.texts import shortened
from slides.settings.own_words import SAY, SPEAK, say_faults
from slides.settings.project import known_chapters
from slides.settings.toml_text import dotted
from slides.settings.values import without_places

Fault = tuple[str, str]  # the dotted key of what is wrong, and why


class TableError(Exception):
    """What is wrong with a table of settings: pairs of a key, or "", and a problem."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(str(faults))
        self.faults = faults


def configure(chapter: str, table: Mapping[str, Any]) -> Any:
    """Return the ``Config`` of a chapter's experiment, built from a table.

    Raises
    ------
    TableError
        With everything that is wrong with the table.
    FileError
        If a file of one's own is no longer what it was when the settings were read.
    """
    config = _config(chapter)
    table = {key: value for key, value in table.items() if key not in (SAY, SPEAK)}
    try:
        return validated(config, table)
    except ValidationError as error:
        match error.errors()[0].get("ctx", {}).get("error"):
            case FileError() as changed_since:
                raise changed_since from None
        faults = problems(error, "setting", get_type_hints(config))
        raise TableError([*faults, *_other_faults(config, table, faults)]) from None


def validated(config: Any, table: Mapping[str, Any]) -> Any:
    """Return a ``Config``, or data of one's own, built from a table, by pydantic."""
    # Strict: "4" is no number. Read as JSON, arrays still become tuples.
    return _adapter(config).validate_json(
        json.dumps(table, default=str), strict=True, extra="forbid"
    )


def _other_faults(
    config: Any, table: Mapping[str, Any], faults: Sequence[Fault]
) -> Sequence[Fault]:
    """Return what is out of bounds of settings that were not looked at before.

    If anything is of another type than it should, bounds have not been looked at.
    """
    wrong = {key.partition(".")[0] for key, _ in faults}
    right = get_type_hints(config).keys() - wrong
    try:
        validated(config, {key: table[key] for key in table if key in right})
    except ValidationError as error:
        match error.errors()[0].get("ctx", {}).get("error"):
            case OutOfBoundsError(faults=others):
                return [other for other in others if other not in faults]
    return []


def resolve(chapter: str, table: Mapping[str, Any]) -> dict[str, Any]:
    """Return every setting of a chapter, defaults included, as JSON would hold it.

    What a voice alone says is checked, and is no setting. A chapter may quote others:
    its ``Config`` has a field of the name of each, with settings of that chapter. A
    table may not hold these, and they have their defaults.

    Raises
    ------
    TableError
        With everything that is wrong with the table.
    """
    quoted = _quoted(_config(chapter))
    names = {key: key.partition(".")[0] for key in table}
    faults = [
        (key, f"the chapter takes it from [{name}]: set it there")
        for key, name in names.items()
        if name in quoted
    ]
    own = {key: table[key] for key, name in names.items() if name not in quoted}
    for key in {SAY, SPEAK} & table.keys():
        faults += say_faults(chapter, table[key], key)
    try:
        settings = dataclasses.asdict(configure(chapter, own))
    except TableError as error:
        faults += error.faults
    if faults:
        raise TableError(faults)
    values: dict[str, Any] = json.loads(json.dumps(settings))
    return {**values, SAY: table[SAY]} if SAY in table else values


@cache
def _adapter(config: Any) -> TypeAdapter[Any]:
    """Return what checks settings of one class; making it takes a while."""
    return TypeAdapter(config)


def setting_names(chapter: str) -> Collection[str]:
    """Return the names of a chapter's settings."""
    return get_type_hints(_config(chapter))


def changed(chapter: str, table: Mapping[str, Any]) -> dict[str, object]:
    """Return the settings of a table that are not the defaults, by dotted names."""
    usual = without_places(resolve(chapter, {}))
    return dict(_changed("", without_places(table), usual))


def _changed(
    around: str, table: Mapping[str, Any], usual: Mapping[str, Any]
) -> Iterator[tuple[str, object]]:
    """Yield what differs, those of quoted chapters as well."""
    for key, value in table.items():
        if key == SAY and not around:
            continue  # words change no result
        if isinstance(value, Mapping):
            yield from _changed(f"{around}{key}.", value, usual[key])
        elif value != usual[key]:
            yield f"{around}{key}", value


def _config(chapter: str) -> Any:
    """Return the class of a chapter's settings."""
    return importlib.import_module(f"nnsim.experiments.{chapter}").Config


def _quoted(config: Any) -> set[str]:
    """Return the names of the chapters that one quotes."""
    types, chapters = get_type_hints(config), known_chapters()
    is_table = dataclasses.is_dataclass
    return {name for name in types if is_table(types[name]) and name in chapters}


def problems(error: ValidationError, kind: str, known: Collection[str]) -> list[Fault]:
    """Turn pydantic's report into pairs of a key and a problem in words."""
    return [
        (".".join(filter(None, [dotted(item["loc"]), key])), problem)
        for item in error.errors(include_url=False)
        for key, problem in _problems(item, kind, known)
    ]


def _problems(item: Any, kind: str, known: Collection[str]) -> Sequence[Fault]:
    """Return what is wrong with one value, by the keys within it."""
    match item.get("ctx", {}).get("error"):
        case SettingsError(faults=faults):
            return faults
    return [("", _problem(item, kind, known))]


def _problem(item: Any, kind: str, known: Collection[str]) -> str:
    """Say in words what is wrong with one value."""
    if item["type"] in ("extra_forbidden", "unexpected_keyword_argument"):
        return unknown(kind, str(item["loc"][-1]), known)
    if item["type"] == "missing":
        return "is missing"
    if item["type"] == "value_error":  # of the experiment's own
        return str(item["ctx"]["error"])
    return f"{item['msg'].removeprefix('Input ')}, not {shortened(item['input'])}"
