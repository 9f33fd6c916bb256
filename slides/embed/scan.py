"""Finds out which clips the notes of a site use; takes as long as reading them."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from slides.embed.texts import Text

LONGEST = 80  # letters of a name that are told
CODE = "is indented, so that Markdown shows it as code; begin it at the line's start"
FENCED = "stands in a block of code, which shows its HTML; write {% raw %} around it"
COMMENTED = (
    "stands in an HTML comment, where it takes style and script from the page's other "
    "clips; write {% comment %} and {% endcomment %} around it"
)
MARKED = (
    "the file begins with a byte order mark, so Jekyll copies it as it stands; "
    "save it without one"
)
READ_SO = {"_posts", "_drafts", "_includes", "_layouts"}  # with such a mark, too
_RAW = re.compile(r"-?\s*(end)?raw\s*-?")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})([^`]*)$")
_COMMENT_SIGN = re.compile("(?<!`)<!--|-->")
_POINT = re.compile(r" {0,3}([-*+:]|\d{1,9}[.)]|\[\^[^\]]*\]:)[ \t]")
# One name of a command and what it takes, as it stands between "{%" and "%}".
_COMMAND = re.compile(r"-?\s*(include(?:_\w+)?|render)\s+(.*)", re.DOTALL)
_FILE = re.compile(r"[\"']?(?:[^\s\"']*/)?lecture\.html[\"']?(?=[\s,-]|\Z)")
# One thing that a command is given: a name and a value, which may be quoted.
_GIVEN = re.compile(
    r"""(?<![\w-])([\w-]++)\s*+[=:]\s*+(?:"((?:[^"\\]|\\.)*+)"|'((?:[^'\\]|\\.)*+)'"""
    r"""|[“”‘’]([^“”‘’]*)|([^\s"'“”‘’]+))""",
    re.DOTALL,
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
        mark = MARKED if _is_marked(text) else ""
        for inner, line, is_comment in _tags(text.text):
            fault = mark or code.get(line, "") or (COMMENTED if is_comment else "")
            for use in _commands(inner, text.name, line):
                yield replace(use, fault=use.fault or fault)


def _tags(text: str) -> Iterator[tuple[str, int, bool]]:
    """Yield what stands between "{%" and "%}", its line, and if in an HTML comment."""
    line, is_raw, is_comment = 1, False, False
    before, *parts = text.split("{%")
    for part in parts:
        line += before.count("\n")
        if signs := _COMMENT_SIGN.findall(before):
            is_comment = signs[-1] == "<!--"
        is_text = before.rfind("{{") > before.rfind("}}")  # as in {{ "{% raw %}" }}
        before = part
        inner, end, _ = part.partition("%}")
        if (found := _RAW.fullmatch(inner)) and (is_raw or not is_text):
            is_raw = not found[1]
        if end and not is_raw:  # what is raw is shown as it stands
            yield inner, line, is_comment


def _is_marked(text: Text) -> bool:
    """Tell whether a byte order mark hides from Jekyll that this is a note."""
    return text.text.startswith("\ufeff---") and READ_SO.isdisjoint(
        text.name.split("/")
    )


def mentions(text: Text, known: Collection[str]) -> Iterator[str]:
    """Yield the clips that a text names anywhere, in a list of data say."""
    for found in _NAME.finditer(text.text):
        name = f"{found[1]}/{found[2]}"
        if name in known:
            yield name


def _code(text: Text) -> dict[int, str]:
    """Return why Markdown takes lines for code, by their numbers."""
    lines = [line.removesuffix("\r") for line in text.text.split("\n")]
    if not text.is_markdown:
        return {}
    lines[0] = lines[0].removeprefix("\ufeff")
    found = _fenced(lines)
    front = lines[0] == "---" and "---" in lines[1:]
    first = lines.index("---", 1) + 1 if front else 0
    in_list, after_gap = False, True
    for number, line in enumerate(lines[first:], first + 1):
        bare = line.strip()
        # What Liquid does without a word leaves an empty line.
        is_silent = (
            bare[:2] == "{%" and bare[-2:] == "%}" and "lecture.html" not in bare
        )
        if not bare or is_silent:
            after_gap = True
        elif not line.startswith(("    ", "\t")):
            goes_on = not after_gap or line.startswith("  ")
            in_list = bool(_POINT.match(line)) or (in_list and goes_on)
            after_gap = False
        elif after_gap and not in_list:
            found.setdefault(number, CODE)
        else:
            after_gap = False
    return found


def _fenced(lines: Sequence[str]) -> dict[int, str]:
    """Return why the lines between two fences are code, by their numbers."""
    found: dict[int, str] = {}
    fence, first = "", 0
    for number, line in enumerate(lines, 1):
        sign = _FENCE.match(line)
        if not fence and sign:
            fence, first = sign[1], number
        elif fence and sign and sign[1].startswith(fence) and not sign[2].strip():
            found |= dict.fromkeys(range(first, number), FENCED)
            fence = ""
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
    given = _clip(rest[file.end() :] if file else rest)
    if not file and not (rest.startswith("{{") and given):
        return
    if not given:
        yield Use("", place, 'names no clip; write clip="CHAPTER/BEAT"')
        return
    quoted = given[2] if given[2] is not None else given[3]
    bare = given[4] or given[5]
    if quoted is None and (given[4] is not None or "/" in bare):
        name = " ".join(bare.split())[:LONGEST]
        why = f'Jekyll stops at this line; write clip="{name}"'
        yield Use(name, place, why)
    elif command == "include_cached":
        why = "include_cached shows the first of equal clips again; write include"
        yield Use(quoted, place, why)
    else:
        yield Use(quoted, place)


def _clip(given: str) -> re.Match[str] | None:
    """Return the clip that a command is given: of several the last, as Jekyll does."""
    clips = [found for found in _GIVEN.finditer(given) if found[1] == "clip"]
    return clips[-1] if clips else None
