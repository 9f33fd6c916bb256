"""What stands in a settings file before the chapters' tables, and what it may be."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    HttpUrl,
    TypeAdapter,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)
from pydantic_core import PydanticCustomError

from nnsim.errors import unknown
from nnsim.texts import code_point, shortened
from scenes.caching.sources import module_file
from slides.base.language import is_language
from slides.settings.schema import Fault, problems, setting_names
from slides.settings.values import Table

LONGEST = 255  # characters of a text: PowerPoint takes no more in a title
_LABEL = r"\w(?:[\w-]*\w)?"
_ADDRESS = re.compile(
    rf"https?://{_LABEL}(?:\.{_LABEL})*(?::\d+)?"
    r"(?:/(?:[\w.~!$&'()*+,;=:@/-]|%[\dA-Fa-f]{2})*)?"
)
# Marks that turn the direction of all that follows; and one that PDF does not allow.
_REFUSED = "\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_BLANK = "\u115f\u1160\u2800\u3164\uffa0"  # symbols and letters without ink


def _in_one_line(text: str) -> str:
    """Refuse a text that some output cannot show, in one line, as it is."""
    for character in text:
        if not can_be_shown(character):
            what = {"what": code_point(character)}
            rule = "should hold nothing that cannot be shown in one line, as {what}"
            raise PydanticCustomError("text", rule, what)
    if not any(map(_has_ink, text)):
        raise PydanticCustomError("text", "should say something")
    return text


def _has_ink(character: str) -> bool:
    """Tell whether a character is seen by itself: no space, accent or hidden sign."""
    return unicodedata.category(character)[0] in "LNPS" and character not in _BLANK


def can_be_shown(character: str) -> bool:
    """Tell whether XML, PDF and one line of text may hold a character."""
    is_none = ord(character) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(character) <= 0xFDEF
    # What breaks lines, and "Co": signs of private use are another in each font.
    is_strange = unicodedata.category(character) in ("Cc", "Co", "Cs", "Zl", "Zp")
    return not (is_none or is_strange or character in _REFUSED)


def _language(tag: str) -> str:
    """Refuse what is no tag of a language."""
    if not is_language(tag):
        examples = "should be the tag of a language such as en, en-GB or zh-Hans-CN"
        raise PydanticCustomError("language", examples)
    return tag


def _web_address(text: str) -> str:
    """Refuse what is no address of a folder on the web."""
    try:
        if not _ADDRESS.fullmatch(text):
            raise ValueError
        TypeAdapter(HttpUrl).validate_python(text)  # knows hosts and ports
    except ValueError:
        raise PydanticCustomError(
            "site", "should be a web address such as https://example.org/lecture"
        ) from None
    return text


def _beat(text: str) -> str:
    """Refuse what cannot be the name of a beat."""
    if not re.fullmatch(r"[\w-]+/[\w-]+", text):
        raise PydanticCustomError("beat", "should be CHAPTER/BEAT such as neuron/sum")
    return text


def _date(value: Any, line: ValidatorFunctionWrapHandler) -> Any:
    """Let a day pass; refuse what is neither a day nor a text."""
    if type(value) is date:  # a day with a time of day is another type
        return value
    if not isinstance(value, str):
        example = 'should be a day such as 2026-10-14, or a text such as "Mondays"'
        raise PydanticCustomError("date", example)
    return line(value)


Name = Annotated[str, Field(min_length=1)]
Line = Annotated[
    str, Field(min_length=1, max_length=LONGEST), AfterValidator(_in_one_line)
]
Tag = Annotated[str, Field(max_length=LONGEST), AfterValidator(_language)]
Address = Annotated[str, Field(max_length=LONGEST), AfterValidator(_web_address)]
Still = Annotated[str, Field(max_length=LONGEST), AfterValidator(_beat)]


class Head(BaseModel):
    """What stands in the file before the chapters' tables."""

    model_config = ConfigDict(strict=True, extra="forbid")
    title: Line
    author: Line
    language: Tag
    chapters: Annotated[list[Name], Field(min_length=1)]
    stills: list[Still] = []
    place: Line = ""
    date: Annotated[Line, WrapValidator(_date)] = ""
    site: Address = ""
    minutes: Any = None  # see slides.settings.minutes
    voice: Any = None  # see slides.speech.chosen


def misplaced(tables: Mapping[str, Table]) -> Iterator[tuple[str, str]]:
    """Yield where in the chapters' tables keys of the head stand.

    Whoever adds a line at the end of the file means the head, and is in a table.
    """
    for chapter, table in tables.items():
        for key in table:
            if key in Head.model_fields and key not in setting_names(chapter):
                yield chapter, key


def names_of_chapters(head: Table) -> list[Any]:
    """Return the list of chapters, whatever it holds."""
    names = head.get("chapters", [])
    return names if isinstance(names, list) else []


def head_faults(
    head: Table, known: Sequence[str], elsewhere: Collection[str]
) -> Iterator[Fault]:
    """Yield what is wrong before and between the tables.

    Keys that stand `elsewhere` are told of there, and are not missing.
    """
    for key in [key for key in head if key in known]:
        yield key, f"must be a table: write [{key}] on a line of its own"
    try:
        Head.model_validate({k: v for k, v in head.items() if k not in known})
    except ValidationError as error:
        for key, why in problems(error, "key or chapter", [*Head.model_fields, *known]):
            if key in head or key not in elsewhere:
                yield key, why
    before = set()
    for index, name in enumerate(names_of_chapters(head)):
        key = f"chapters.{index}"
        if not isinstance(name, str) or not name:
            continue
        if name in before:
            yield key, f"{shortened(name)} is listed twice"
        elif name not in known:
            yield key, unknown("chapter", name, known)
        else:
            yield from ((key, why) for why in _missing(name))
        before.add(name)


def _missing(chapter: str) -> Iterator[str]:
    """Yield what a chapter lacks."""
    for part in ("scene", "words"):
        if module_file(f"scenes.{chapter}.{part}") is None:
            file = f"scenes/{chapter}/{part}.py"
            yield f"chapter {chapter!r} has no {part}: {file} is missing"
