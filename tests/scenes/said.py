"""What a chapter says of a result, beat by beat, and what no text may hold."""

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any, NamedTuple

from scenes.lookup import AGREEMENT, FIELD, fill, unmarked
from scenes.spelling import FIXED, MINUS
from scenes.words import Words, WordsError, words_of

PARTS = ("title", "say", "speak", "question", "left_out")
# How no text may look, whatever is filled in.
BAD = re.compile(
    r"\b(?:nan|inf|None|True|False|array)\b|[{}\[\]]|  | [.,;:]|(?<![\w-])-\d|^ | $",
    flags=re.ASCII,
)
ENDS = re.compile(r"[.?!]$")


class Said(NamedTuple):
    """What a chapter says of one result."""

    chosen: dict[str, Words]  # by beat; none where all are refused
    refused: dict[str, str]  # why a beat has no true wording


def say(chapter: str, result: Any) -> Said:
    """Choose the words of each beat, or find why there are none."""
    claims = getattr(import_module(f"nnsim.experiments.{chapter}"), "CLAIMS", {})
    beats = import_module(f"scenes.{chapter}.words").BEATS
    said = Said({}, {})
    for beat in beats:
        try:
            said.chosen[beat] = words_of(beat, beats, claims, result)
        except WordsError as error:
            said.refused[beat] = str(error)
    return said


def templates(words: Words) -> Iterator[str]:
    """Yield what is read of a wording."""
    yield from (str(words[part]) for part in PARTS if part in words)  # type: ignore[literal-required]
    yield from words.get("labels", {}).values()


def check_text(template: str, result: Any) -> str:
    """Fill a template; see that all is there and is what stands in the result."""
    text, filled = fill(template, result)
    bad = BAD.search(text)
    assert not bad, (text, bad)
    values = iter(filled)
    for field in FIELD.finditer(unmarked(template)):
        path, spec = field[1], field[2] or ""
        value = there(result, path)
        if agreement := AGREEMENT.fullmatch(spec):
            written, words = agreement.groups()
            assert written or int(value) == value >= 0, (path, value)
            if "," in words or "." not in words:
                continue
            pair = there(result, words)
            assert next(values).text == pair[int(value != 1)], (path, spec)
            continue
        shown = next(values)
        assert shown.value is value or shown.value == value, path
        assert is_as_shown(shown.text, value, spec), (path, shown.text)
    return text


def there(result: Any, path: str) -> Any:
    """Look a value up as Python does."""
    return eval(f"it.{path}", {"__builtins__": {}}, {"it": result})


def is_as_shown(text: str, value: Any, spec: str) -> bool:
    """Tell whether a text is a value as Python formats it, or comes nearer to it.

    The sign of a zero does not count; what reads as nothing or one has more decimals.
    """
    text = text.replace(MINUS, "-")
    if text.startswith(("over ", "under ")):
        bound = float(text.split()[1].rstrip("%")) / (100 if "%" in text else 1)
        return bool(value > bound if text[0] == "o" else value < bound)
    if (match := FIXED.fullmatch(spec)) and match["form"] in ("p", "x", "x%"):
        least, kind = match["n"], "%" if "%" in spec else "f"
        spec = f"{match['sign']}.{max(int(least), _decimals(text))}{kind}"
    elif match and _decimals(text) > int(match["n"]):
        rough = format(value, spec).strip("+-%")
        assert float(rough) in (0, 1, 100), (text, spec)
        spec = spec.replace(f".{match['n']}", f".{_decimals(text)}")
    plain = format(value, spec)
    plain = plain if any(d in plain for d in "123456789") else plain.lstrip("-")
    return text == plain


def _decimals(text: str) -> int:
    return len(text.rstrip("%").partition(".")[2])


def check_agreement(text: str) -> None:
    """See that nothing is one and several."""
    for several in re.finditer(r"(?<![\d.,–])1 ([a-z-]+s|are|were|have)\b", text):
        assert several[1] in ("is", "was", "has", "stays", "does", "times"), text
