"""Finds out which clips the notes of a site use; takes as long as reading them."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from slides.embed.texts import Text

LONGEST = 80  # letters of a name that are told
CODE = "is indented, so that Markdown shows it as code; begin it at the line's start"
_POINT = re.compile(r" {0,3}([-*+:]|\d{1,9}[.)]|\[\^[^\]]*\]:)[ \t]")
# One name of a command and what it takes, as it stands between "{%" and "%}".
_COMMAND = re.compile(r"-?\s*(include(?:_\w+)?|render)\s+(.*)", re.DOTALL)
_FILE = re.compile(r"[\"']?(?:[^\s\"']*/)?lecture\.html[\"']?(?=[\s,-]|\Z)")
_CLIP = re.compile(
    r"""(?<![\w-])clip\s*[=:]\s*(?:"([^"]*)"|'([^']*)'|[“”‘’]([^“”‘’]*)|([^\s"'“”‘’]+))"""
)
_NAME = re.compile(r"(?<!\w)(\w++)(?=/(\w++))")


@dataclass(frozen=True)
class Use:
    """One place where a note uses a clip."""

    clip: str | None  # "chapter/beat", as it stands there; None if only Jekyll knows
    place: str  # file and line
    fault: str = ""  # what is wrong with how it is written


def uses(text: Text) -> Iterator[Use]:
    """Yield all uses in a text, in the order of lines."""
    if text.why:
        yield Use(None, text.name, text.why)
    elif text.is_note:
        code = _code(text)
        line = 1
        before, *parts = text.text.split("{%")
        for part in parts:
            line += before.count("\n")
            before = part
            inner, end, _ = part.partition("%}")
            for use in _commands(inner, text.name, line) if end else ():
                yield replace(use, fault=use.fault or CODE) if line in code else use


def mentions(text: Text, known: Collection[str]) -> Iterator[str]:
    """Yield the clips that a text names anywhere, in a list of data say."""
    for found in _NAME.finditer(text.text):
        name = f"{found[1]}/{found[2]}"
        if name in known:
            yield name


def _code(text: Text) -> set[int]:
    """Return the numbers of the lines that Markdown takes for code, by their indent."""
    lines = text.text.splitlines()
    if not text.is_markdown:
        return set()
    front = lines[:1] == ["---"] and "---" in lines[1:]
    first = lines.index("---", 1) + 1 if front else 0
    found, in_list, after_gap = set(), False, True
    for number, line in enumerate(lines[first:], first + 1):
        bare = line.strip()
        # What Liquid does without a word leaves an empty line.
        is_silent = (
            bare[:2] == "{%" and bare[-2:] == "%}" and "lecture.html" not in bare
        )
        if not bare or is_silent:
            after_gap = True
        elif not line.startswith(("    ", "\t")):
            in_list = bool(_POINT.match(line)) or (in_list and not after_gap)
            after_gap = False
        elif after_gap and not in_list:
            found.add(number)
        else:
            after_gap = False
    return found


def _commands(inner: str, name: str, line: int) -> Iterator[Use]:
    """Yield the uses within one pair of "{%" and "%}"."""
    place = f"{name}:{line}"
    many = re.match(r"-?\s*liquid\s", inner)
    for command in inner[many.end() :].splitlines() if many else [inner]:
        if found := _COMMAND.match(command):
            yield from _command(found[1], found[2], place)


def _command(command: str, rest: str, place: str) -> Iterator[Use]:
    """Yield the use of one command, if it is one."""
    file = _FILE.match(rest)
    if not file and not (rest.startswith("{{") and _CLIP.search(rest)):
        return
    given = _CLIP.search(rest[file.end() :] if file else rest)
    if not given:
        yield Use("", place, 'names no clip; write clip="CHAPTER/BEAT"')
        return
    quoted = given[1] if given[1] is not None else given[2]
    bare = given[3] or given[4]
    if quoted is None and (given[3] is not None or "/" in bare):
        name = " ".join(bare.split())[:LONGEST]
        why = f'Jekyll stops at this line; write clip="{name}"'
        yield Use(name, place, why)
    elif command == "include_cached":
        why = "include_cached shows the first of equal clips again; write include"
        yield Use(quoted, place, why)
    else:
        yield Use(quoted, place)
