"""The type of a chapter's settings, taken from its experiment's ``Config``."""

import dataclasses
import importlib
import json
from collections.abc import Collection, Mapping
from typing import Any, get_type_hints

from pydantic import ConfigDict, TypeAdapter, ValidationError

# On Python 3.11 pydantic wants the back-ported class.
from typing_extensions import TypedDict

from slides.base.errors import unknown


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
    config = importlib.import_module(f"nnsim.experiments.{chapter}").Config
    types = get_type_hints(config, include_extras=True)
    try:
        values = _adapter(types).validate_json(json.dumps(table, default=str))
    except ValidationError as error:
        raise TableError(problems(error, "setting", types)) from None
    try:
        return config(**values)
    except ValueError as error:
        raise TableError([("", str(error))]) from None


def resolve(chapter: str, table: Mapping[str, Any]) -> dict[str, Any]:
    """Return every setting of a chapter, defaults included, as JSON would hold it."""
    settings = dataclasses.asdict(configure(chapter, table))
    values: dict[str, Any] = json.loads(json.dumps(settings))
    return values


def problems(
    error: ValidationError, kind: str, known: Collection[str]
) -> list[tuple[str, str]]:
    """Turn pydantic's report into pairs of a key and a problem in words."""
    return [
        (".".join(str(part) for part in item["loc"]), _problem(item, kind, known))
        for item in error.errors(include_url=False)
    ]


def _problem(item: Any, kind: str, known: Collection[str]) -> str:
    """Say in words what is wrong with one value."""
    if item["type"] == "extra_forbidden":
        return unknown(kind, str(item["loc"][-1]), known)
    if item["type"] == "missing":
        return "is missing"
    return f"{item['msg'].removeprefix('Input ')}, not {item['input']!r}"


def _adapter(types: dict[str, Any]) -> TypeAdapter[dict[str, Any]]:
    """Return a checker of tables that may hold these keys, of these types."""
    make: Any = TypedDict  # mypy knows only tables that stand in the source
    table = make("table", types, total=False)
    # Strict: "4" is no number. Read as JSON, arrays still become tuples.
    table.__pydantic_config__ = ConfigDict(strict=True, extra="forbid")
    return TypeAdapter(table)
