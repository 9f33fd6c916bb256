"""Reads ``lecture.toml``, checks it, and reports all faults at once, with lines."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import PydanticCustomError

from nnsim.errors import unknown
from scenes.caching.sources import module_file
from slides.base.errors import UsageError
from slides.settings.minutes import minutes_faults
from slides.settings.outline import still_faults
from slides.settings.overrides import override
from slides.settings.project import LECTURE_TOML, known_chapters, shown
from slides.settings.schema import TableError, problems, resolve
from slides.settings.toml_lines import Lines
from slides.settings.values import Lecture, Table

Text = Annotated[str, Field(min_length=1)]


def _web_address(text: str) -> str:
    """Refuse what is no address of a folder on the web."""
    if not re.fullmatch(r"https?://[\w.-]+(:\d+)?(/[^\s?#]*)?", text):
        raise PydanticCustomError(
            "site", "should be a web address such as https://example.org/lecture"
        )
    return text


class _Head(BaseModel):
    """What stands in the file before the chapters' tables."""

    model_config = ConfigDict(strict=True, extra="forbid")
    title: Text
    author: Text
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]
    chapters: Annotated[list[Text], Field(min_length=1)]
    stills: list[Annotated[str, Field(pattern=r"^[^/]+/[^/]+$")]] = []
    site: Annotated[str, AfterValidator(_web_address)] = ""
    minutes: Any = None  # see slides.settings.minutes


def read(
    file: Path = LECTURE_TOML,
    overrides: Sequence[str] = (),
) -> Lecture:
    """Read the lecture's settings.

    Parameters
    ----------
    file
        The TOML file.
    overrides
        Settings that go before the file's, ``"neuron.seed=4"``.

    Raises
    ------
    UsageError
        With every fault found, each naming its line.
    """
    text = _text(file)
    raw = _parse(text, file)
    known = known_chapters()
    given, faults = override(raw, overrides, known)
    tables = {k: v for k, v in raw.items() if k in known and isinstance(v, dict)}
    head = {key: value for key, value in raw.items() if key not in tables}
    listed = [name for name in _names(head) if name in known]
    settings, wrong = _settings([*listed, *tables], tables)
    found = [
        *_head_faults(head, known),
        *still_faults(head.get("stills"), listed),
        *minutes_faults(head.get("minutes"), listed),
        *wrong,
    ]
    lines = Lines(file, text, given)
    faults += [f"{lines.place(key, raw)}: {key}: {why}" for key, why in found]
    if faults:
        raise UsageError(*faults)
    return Lecture(
        head["title"],
        head["author"],
        head["language"],
        tuple(listed),
        {chapter: _with_quoted(chapter, settings) for chapter in settings},
        tuple(head.get("stills", ())),
        head.get("site", "").rstrip("/"),
        head.get("minutes"),
    )


def _settings(
    chapters: Sequence[str], tables: Mapping[str, Table]
) -> tuple[dict[str, Table], list[tuple[str, str]]]:
    """Return every setting of each chapter, and what is wrong with the tables."""
    settings: dict[str, Table] = {}
    faults = []
    for chapter in dict.fromkeys(chapters):
        try:
            settings[chapter] = resolve(chapter, tables.get(chapter, {}))
        except TableError as error:
            faults += [(f"{chapter}.{k}".rstrip("."), why) for k, why in error.faults]
    return settings, faults


def _with_quoted(chapter: str, settings: Mapping[str, Table]) -> Table:
    """Return a chapter's settings; those that it quotes are as their chapters' are.

    What it quotes stands in a table named after that chapter. A chapter that the
    lecture neither lists nor sets is quoted with its defaults, which are there already.
    """
    quoted = {
        name: _with_quoted(name, settings)
        for name, value in settings[chapter].items()
        if isinstance(value, dict) and name in settings
    }
    return {
        name: {key: quoted[name][key] for key in value} if name in quoted else value
        for name, value in settings[chapter].items()
    }


def _text(file: Path) -> str:
    """Return the text of the settings file."""
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise UsageError(f"{shown(file)}: no such file; see --config") from None
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{shown(file)}: cannot be read: {error}") from None


def _parse(text: str, file: Path) -> Table:
    """Parse TOML; its errors tell line and column themselves."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{shown(file)}: {error}") from None


def _names(head: Table) -> list[Any]:
    """Return the list of chapters, whatever it holds."""
    names = head.get("chapters", [])
    return names if isinstance(names, list) else []


def _head_faults(head: Table, known: list[str]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong before and between the tables."""
    for key in [key for key in head if key in known]:
        yield key, f"must be a table: write [{key}] on a line of its own"
    try:
        _Head.model_validate({k: v for k, v in head.items() if k not in known})
    except ValidationError as error:
        yield from problems(error, "key or chapter", [*_Head.model_fields, *known])
    names = _names(head)
    for index, name in enumerate(names):
        key = f"chapters.{index}"
        if not isinstance(name, str) or not name:
            continue
        if name in names[:index]:
            yield key, f"{name!r} is listed twice"
        elif name not in known:
            yield key, unknown("chapter", name, known)
        elif module_file(f"scenes.{name}.scene") is None:
            yield (
                key,
                f"chapter {name!r} has no scene: scenes/{name}/scene.py is missing",
            )
