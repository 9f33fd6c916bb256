"""Text as it is read becomes the words that are said; nothing vanishes unnoticed.

What is left of a text are letters, apostrophes, hyphens within numbers, and the marks
``.,:;?!``. Letters that are named one by one are capitals: "E S M two". A sign that no
rule knows is a fault; which words are known, :mod:`slides.speech.lexicon` tells.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from slides.speech.numerals import digits, number, power, year
from slides.speech.table import MARKS, READINGS, SIGNS, SILENT
from slides.speech.units import unit

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"
_LOWERED = "₀₁₂₃₄₅₆₇₈₉"
_LETTER = rf"[^\W\d_{_RAISED}{_LOWERED}Α-Ωα-ωϕµ]"
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d+)?"
_PIECE = re.compile(
    rf"(?P<number>{_NUMBER})|(?P<raised>[{_RAISED}]+)|(?P<lowered>[{_LOWERED}]+)"
    rf"|(?P<greek>[Α-Ωα-ωϕµ])|(?P<word>{_LETTER}+(?:['’]{_LETTER}+)*)|(?P<sign>.)"
)
_ENDS = re.compile(r"(?P<open>[(“\"‘]*)(?P<core>.*?)(?P<stop>[).,:;?!…”\"]*)")
_CITED = re.compile(r"\([^()]*[^\W\d_]{2}[^()]*?\b(1[1-9]\d\d|20\d\d)\)")
_SIGNED = re.compile(rf"[-+−±≈<>~]?{_NUMBER}")
_BASES = re.compile(r"[ACGTUN]{4,}")  # a stretch of DNA or RNA, no abbreviation
_SPELLED = re.compile(r"[A-Z]{2,}s?")


class Said(NamedTuple):
    """One word of the text, between spaces, and what is said for it."""

    shown: str  # as the viewer reads it: "0.281,"
    spoken: str  # "zero point two eight one,"; "" where a mark stands alone


class Spoken(NamedTuple):
    """A text as it is said."""

    said: tuple[Said, ...]
    faults: tuple[str, ...]  # what no rule knows, in words

    @property
    def text(self) -> str:
        """All that is said."""
        return " ".join(one.spoken for one in self.said if one.spoken)


def spoken(text: str, own: Mapping[str, str] | None = None) -> Spoken:
    """Say a text.

    Parameters
    ----------
    text
        What the viewer reads, filled in.
    own
        Readings that go before the project's, see :mod:`slides.speech.table`.

    >>> spoken("At z = −6.6, 84% are right.").text
    'At Z equals minus six point six, eighty-four percent are right.'
    """
    return _Reader(unicodedata.normalize("NFC", text), own or {}).read()


class _Reader:
    """Reads one text from its start to its end."""

    def __init__(self, text: str, own: Mapping[str, str]) -> None:
        self.readings = {**READINGS, **own}
        self.chunks = text.split()
        self.cited = {m.start(1): m[1] for m in _CITED.finditer(" ".join(self.chunks))}
        self.said: list[Said] = []
        self.faults: list[str] = []

    def read(self) -> Spoken:
        place = 0
        for index, chunk in enumerate(self.chunks):
            self._say(index, chunk, place)
            place += len(chunk) + 1
        return Spoken(tuple(self.said), tuple(dict.fromkeys(self.faults)))

    def _say(self, index: int, chunk: str, place: int) -> None:
        """Say what stands between two spaces."""
        ends = _ENDS.fullmatch(chunk)
        assert ends is not None
        core, stop = ends["core"], ends["stop"]
        if ends["open"].startswith("("):
            self._pause()
        while stop and core + stop[0] in self.readings:  # "al."
            core, stop = core + stop[0], stop[1:]
        if core in ("–", "—"):
            self._pause()
            words = ""
        elif (where := place + ends.start("core")) in self.cited:
            words = year(int(self.cited[where]))
        else:
            words = self._core(index, core, bool(stop))
        if words or not core:
            words += _stop(stop)
        self.said.append(Said(chunk, words))

    def _pause(self) -> None:
        """Put a comma behind what was said last, if it has no mark."""
        if self.said and self.said[-1].spoken[-1:].isalpha():
            shown, words = self.said[-1]
            self.said[-1] = Said(shown, f"{words},")

    def _core(self, index: int, core: str, is_stopped: bool) -> str:
        """Say a word with its marks taken off."""
        before = _core_of(self.chunks[index - 1]) if index else ""
        is_measured = _SIGNED.fullmatch(before) is not None
        if is_measured and (name := unit(core, is_one=_is_one(before))):
            return name
        if core in self.readings:
            return self._table(core)
        after = _core_of(self.chunks[index + 1]) if index + 1 < len(self.chunks) else ""
        if core in ("a", "A"):
            is_first = not self.said or self.said[-1].spoken[-1:] in ".?!"
            is_article = core == "a" or (is_first and not is_stopped)
            return "a" if is_article and after not in ("=", "≈") else "A"
        return " ".join(self._pieces(core)).replace(" '", "'")

    def _table(self, word: str) -> str:
        """Return a reading; what is given by its sounds stays as it is written."""
        reading = self.readings[word]
        return word if reading.startswith("/") else reading

    def _pieces(self, core: str) -> Iterator[str]:
        """Yield what is said for the parts of a word, in order."""
        place = 0
        while place < len(core):
            match = _PIECE.match(core, place)
            assert match is not None
            kind, piece = match.lastgroup, match[0]
            rest = core[match.end() :]
            if core[place:] in ("'s", "’s"):  # "GPT-5's"
                yield "'s"
                return
            place = match.end()
            if kind == "number":
                yield self._number(piece)
                symbol = rest.lstrip("-")
                if name := unit(symbol, is_one=_is_one(piece) or rest != symbol):
                    yield name
                    return
            elif kind == "raised":
                yield power(unicodedata.normalize("NFKC", piece).replace("−", "-"))
            elif kind == "lowered":
                yield digits(unicodedata.normalize("NFKC", piece))
            elif kind == "greek":
                yield _greek(piece)
            elif kind == "word":
                yield from self._word(piece, rest)
            else:
                yield from self._sign(piece, core, place)

    def _number(self, text: str) -> str:
        try:
            return number(text)
        except ValueError as error:
            self.faults.append(str(error))
            return ""

    def _word(self, word: str, rest: str) -> Iterator[str]:
        """Yield what is said for letters."""
        word = word.replace("’", "'")
        stem, mark, ending = word.partition("'")
        if word in self.readings:
            yield self._table(word)
        elif mark and stem in self.readings:
            yield f"{self._table(stem)}'{ending}"
        elif len(stem) == 1 and stem not in "aI":
            yield f"{_letter(stem)}{mark}{ending}"
        elif _BASES.fullmatch(stem):
            yield ", ".join(stem) + mark + ending
        elif _SPELLED.fullmatch(stem):
            named = " ".join(stem.rstrip("s"))
            yield f"{named}'s" if stem.endswith("s") else f"{named}{mark}{ending}"
        else:
            yield word
        if rest.startswith("(") and len(word) == 1:  # f(z)
            yield "of"

    def _sign(self, sign: str, core: str, end: int) -> Iterator[str]:
        """Yield what is said for a sign that ends at a place of a word."""
        before, after = core[: end - 1], core[end:]
        if sign in ("-", "–") and not before and after[:1].isdigit():
            yield "minus"
        elif sign == "–" and before[-1:].isdigit() and after[:1].isdigit():
            yield "to"
        elif sign == "/" and before[-1:].isdigit() and after[:1].isdigit():
            yield "over"
        elif sign == "/" and after.startswith("∂"):
            yield "by"
        elif sign in SIGNS:
            yield SIGNS[sign]
        elif sign not in SILENT and not (sign in "–," and before and after):
            name = unicodedata.name(sign, f"U+{ord(sign):04X}").lower()
            self.faults.append(f"{sign!r} ({name}) in {core!r}: no rule says it")


def _core_of(chunk: str) -> str:
    """Return what stands between two spaces without its marks."""
    ends = _ENDS.fullmatch(chunk)
    return ends["core"] if ends else ""


def _is_one(number: str) -> bool:
    """Tell whether what follows a number is one."""
    return number.lstrip("-+−") == "1"


def _stop(marks: str) -> str:
    """Return the mark that is heard of several: the strongest."""
    return next((mark for mark in ".?!;:," if mark in marks), "") or (
        "," if set(marks) & {")", "…"} else ""
    )


def _letter(letter: str) -> str:
    """Return the name of a letter, with what stands above it."""
    bare, *marks = unicodedata.normalize("NFD", letter)
    names = [MARKS[ord(mark)] for mark in marks if ord(mark) in MARKS]
    return " ".join([bare.upper(), *names]) if len(names) == len(marks) else letter


def _greek(letter: str) -> str:
    """Return the name of a Greek letter."""
    plain = unicodedata.normalize("NFKC", letter)
    name = unicodedata.name(plain).split(" WITH ")[0].rsplit(" ", 1)[-1].lower()
    return name.replace("lamda", "lambda")
