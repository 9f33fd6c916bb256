"""The type of a chapter's settings, taken from its experiment's ``Config``."""

import dataclasses
import importlib
import json
from collections.abc import Collection, Mapping
from functools import cache
from typing import Any, get_type_hints

from pydantic import TypeAdapter, ValidationError

from nnsim.errors import unknown
from nnsim.texts import shortened
from slides.settings.toml_text import dotted

Fault = tuple[str, str]  # the dotted key of what is wrong, and why


class TableError(Exception):
    """What is wrong with a table of settings: pairs of a key, or "", and a problem."""

    def __init__(self, faults: list[tuple[str, str]]) -> None:
        super().__init__(str(faults))
        self.faults = faults


def configure(chapter: str, table: Mapping[str, Any]) -> Any:
    """Return the ``Config`` of a chapter's experiment, built from a table.

    Raises
    ------
    TableError
        With everything that is wrong with the table.
    """
    config = _config(chapter)
    try:
        # Strict: "4" is no number. Read as JSON, arrays still become tuples.
        return _adapter(config).validate_json(
            json.dumps(table, default=str), strict=True, extra="forbid"
        )
    except ValidationError as error:
        known = get_type_hints(config)
        raise TableError(problems(error, "setting", known)) from None


def resolve(chapter: str, table: Mapping[str, Any]) -> dict[str, Any]:
    """Return every setting of a chapter, defaults included, as JSON would hold it.

    A chapter may quote others: its ``Config`` has a field of the name of each, with
    settings of that chapter. A table may not hold these, and they have their defaults.

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
    try:
        settings = dataclasses.asdict(configure(chapter, own))
    except TableError as error:
        faults += error.faults
    if faults:
        raise TableError(faults)
    values: dict[str, Any] = json.loads(json.dumps(settings))
    return values


@cache
def _adapter(config: Any) -> TypeAdapter[Any]:
    """Return what checks settings of one class; making it takes a while."""
    return TypeAdapter(config)


def setting_names(chapter: str) -> Collection[str]:
    """Return the names of a chapter's settings."""
    return get_type_hints(_config(chapter))


def _config(chapter: str) -> Any:
    """Return the class of a chapter's settings."""
    return importlib.import_module(f"nnsim.experiments.{chapter}").Config


def _quoted(config: Any) -> set[str]:
    """Return the names of the chapters that one quotes."""
    types = get_type_hints(config)
    return {name for name in types if dataclasses.is_dataclass(types[name])}


def problems(
    error: ValidationError, kind: str, known: Collection[str]
) -> list[tuple[str, str]]:
    """Turn pydantic's report into pairs of a key and a problem in words."""
    return [
        (dotted(item["loc"]), _problem(item, kind, known))
        for item in error.errors(include_url=False)
    ]


def _problem(item: Any, kind: str, known: Collection[str]) -> str:
    """Say in words what is wrong with one value."""
    if item["type"] in ("extra_forbidden", "unexpected_keyword_argument"):
        return unknown(kind, str(item["loc"][-1]), known)
    if item["type"] == "missing":
        return "is missing"
    if item["type"] == "value_error":  # of the experiment's own
        return str(item["ctx"]["error"])
    return f"{item['msg'].removeprefix('Input ')}, not {shortened(item['input'])}"
