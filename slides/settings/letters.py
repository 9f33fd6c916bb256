"""Letters that no font here has: told when settings are read, not after a rendering."""

import json
import re
from collections.abc import Container, Iterator, Mapping
from typing import Any

from nnsim.texts import code_point
from slides.base.typst_pdf import FACE, typst_pdf
from slides.settings.schema import Fault

TEXTS = ("title", "author", "site")  # which papers show
# Our face has these, as is known without a look: Latin, Greek, Cyrillic, quotes.
_KNOWN = re.compile(r"[ -~\u00a0-\u017f\u0391-\u03a1\u03a3-\u03c9\u0410-\u044f‐-”…]*")
_TOLD = re.compile(r'text `"(?P<text>.+?)"` could not be displayed')
_DISALLOWED = re.compile(r'disallowed codepoint `"(?P<text>.+?)"`')
_ESCAPED = re.compile(r"\\u\{(?P<code>[0-9a-f]+)\}")
_MARKS = "\u0300-\u036f\u20d0-\u20ff\ufe00-\ufe0f\u200d"
_SHEET = """
#set document(title: "letters", date: none)
#set page(width: 9cm, height: auto)
#set text(font: "{face}", lang: "en", hyphenate: false)
#json("text.json")
// As titles are: what takes accents in one weight may not in another.
#text(weight: "semibold", json("text.json"))
"""
_PACKAGES = (  # of Debian, by ranges of code points
    (0x1100, 0x11FF, "fonts-noto-cjk"),
    (0x2E80, 0xD7FF, "fonts-noto-cjk"),
    (0xF900, 0xFAFF, "fonts-noto-cjk"),
    (0xFF00, 0xFFEF, "fonts-noto-cjk"),
    (0x20E3, 0x20E3, "fonts-noto-color-emoji"),  # around figures
    (0xFE0F, 0xFE0F, "fonts-noto-color-emoji"),  # behind what is meant as one
    (0x2600, 0x27BF, "fonts-noto-color-emoji"),
    (0x1F000, 0x1FAFF, "fonts-noto-color-emoji"),
    (0x20000, 0x3FFFF, "fonts-noto-cjk"),
)


def letter_faults(head: Mapping[str, Any], told: Container[str]) -> Iterator[Fault]:
    """Yield where the head of the settings holds a letter that cannot be printed.

    Keys of which something is `told` already are left out: they may hold anything.
    """
    for name in TEXTS:
        text = head.get(name)
        if name in told or not isinstance(text, str):
            continue
        if why := unprintable(text):
            yield name, why


def unprintable(text: str) -> str:
    """Say which letter of a text cannot be printed here, and what helps; else ""."""
    if _KNOWN.fullmatch(text):
        return ""
    import typst  # heavy

    sheet = {
        "main": _SHEET.format(face=FACE).encode(),
        "text.json": json.dumps(text).encode(),
    }
    try:
        typst_pdf(sheet)
    except typst.TypstError as error:
        return _in_words(str(error), text)
    return ""


def _in_words(error: str, text: str) -> str:
    """Say what Typst misses of a text."""
    if found := _TOLD.search(error):
        letter = _with_marks(_first(found["text"]), text)
        codes = " ".join(map(code_point, letter))
        remedy = f"install one (on Debian {_package(letter)}) or write it otherwise"
        return f"no font here has the letter {letter!r} ({codes}); {remedy}"
    if found := _DISALLOWED.search(error):
        code = code_point(_first(found["text"]))
        return f"should hold nothing that cannot be printed, as {code}"
    return ""  # whatever it is, the build tells


def _first(text: str) -> str:
    """Return the first letter of a text in which Typst escapes what has no shape."""
    escaped = _ESCAPED.match(text)
    return chr(int(escaped["code"], 16)) if escaped else text[0]


def _with_marks(letter: str, text: str) -> str:
    """Return a letter that is known alone with the marks by which it is another."""
    if not _KNOWN.fullmatch(letter):
        return letter
    marked = re.search(f"{re.escape(letter)}[{_MARKS}]+", text)
    return marked[0] if marked else letter


def _package(letter: str) -> str:
    """Return Debian's package of fonts that have a letter."""
    fits = (
        name
        for part in map(ord, letter)
        for low, high, name in _PACKAGES
        if low <= part <= high
    )
    return next(fits, "fonts-noto-core")
