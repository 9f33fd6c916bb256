"""One written word, such as ``∂L/∂w``, ``ESM-2`` or ``5mm``, piece by piece."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from slides.speech.numerals import digits, number, power
from slides.speech.table import MARKS, SIGNS, SILENT
from slides.speech.units import unit

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"
_LOWERED = "₀₁₂₃₄₅₆₇₈₉"
_GREEK = "Α-Ωα-ωϕµ"
_LETTER = rf"[^\W\d_{_RAISED}{_LOWERED}{_GREEK}]"
NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d+)?"
_PIECE = re.compile(
    rf"(?P<number>{NUMBER})|(?P<raised>[{_RAISED}]+)|(?P<lowered>[{_LOWERED}]+)"
    rf"|(?P<greek>[{_GREEK}])|(?P<letters>{_LETTER}+(?:['’]{_LETTER}+)*)|(?P<sign>.)"
)
_BASES = re.compile(r"[ACGTUN]{4,}")  # a stretch of DNA or RNA, no abbreviation
_SPELLED = re.compile(r"[A-Z]{2,}s?")


@dataclass
class Pieces:
    """Reads written words without the marks around them.

    Parameters
    ----------
    readings
        Of the table, see :mod:`slides.speech.table`.
    """

    readings: Mapping[str, str]
    faults: list[str] = field(default_factory=list)  # what no rule knew

    def read(self, core: str) -> str:
        """Return what is said for a written word."""
        if core in self.readings:
            return self._given(core)
        return " ".join(self._read(core)).replace(" '", "'")

    def _given(self, word: str) -> str:
        """Return a reading; what is given by its sounds stays as it is written."""
        reading = self.readings[word]
        return word if reading.startswith("/") else reading

    def _read(self, core: str) -> Iterator[str]:
        """Yield what is said for each piece, in order."""
        place = 0
        while place < len(core):
            if core[place:] in ("'s", "’s"):  # "GPT-5's"
                yield "'s"
                return
            match = _PIECE.match(core, place)
            assert match is not None
            kind, piece, place = match.lastgroup, match[0], match.end()
            rest = core[place:]
            match kind:
                case "number":
                    yield self._number(piece)
                    symbol = rest.removeprefix("-")  # "a 5-mm bill"
                    if name := unit(symbol, is_one=is_one(piece) or symbol != rest):
                        yield name
                        return
                case "raised":
                    yield power(_plain(piece))
                case "lowered":
                    yield digits(_plain(piece))
                case "greek":
                    yield _greek(piece)
                case "letters":
                    yield self._letters(piece.replace("’", "'"))
                    if len(piece) == 1 and rest.startswith("("):  # f(z)
                        yield "of"
                case _:
                    yield from self._sign(piece, core[: place - 1], rest)

    def _number(self, text: str) -> str:
        try:
            return number(text)
        except ValueError as error:
            self.faults.append(str(error))
            return ""

    def _letters(self, word: str) -> str:
        """Return what is said for letters."""
        if word in self.readings:
            return self._given(word)
        stem, mark, ending = word.partition("'")
        if mark and stem in self.readings:
            return f"{self._given(stem)}'{ending}"
        if len(stem) == 1 and stem not in "aI":
            return f"{_letter(stem)}{mark}{ending}"
        if _BASES.fullmatch(stem):
            return ", ".join(stem) + mark + ending
        if _SPELLED.fullmatch(stem):
            named = " ".join(stem.rstrip("s"))
            return f"{named}'s" if stem.endswith("s") else f"{named}{mark}{ending}"
        return word

    def _sign(self, sign: str, before: str, after: str) -> Iterator[str]:
        """Yield what is said for a sign between what stands before and after it."""
        is_between = before[-1:].isdigit() and after[:1].isdigit()
        if sign in "-–" and not before and after[:1].isdigit():
            yield "minus"
        elif sign == "–" and is_between:
            yield "to"
        elif sign == "/" and is_between:
            yield "over"
        elif sign == "/" and before.startswith("∂") and after.startswith("∂"):
            yield "by"
        elif sign in SIGNS:
            yield SIGNS[sign]
        elif sign not in SILENT and not (sign in "–,;:" and before and after):
            name = unicodedata.name(sign, f"U+{ord(sign):04X}").lower()
            place = f" in {before + sign + after!r}" if before or after else ""
            self.faults.append(f"{sign!r} ({name}){place}: no rule says it")


def is_one(number: str) -> bool:
    """Tell whether what follows a number is one."""
    return number.lstrip("-+−") == "1"


def _plain(text: str) -> str:
    """Return raised or lowered digits as others are."""
    return unicodedata.normalize("NFKC", text).replace("−", "-")


def _letter(letter: str) -> str:
    """Return the name of a letter, with what stands above it."""
    parts = unicodedata.normalize("NFD", letter)
    bare, marks = parts[0], parts[1:]
    names = [MARKS[ord(mark)] for mark in marks if ord(mark) in MARKS]
    return " ".join([bare.upper(), *names]) if len(names) == len(marks) else letter


def _greek(letter: str) -> str:
    """Return the name of a Greek letter."""
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", letter))[0]
    name = unicodedata.name(plain).rsplit(" ", 1)[-1].lower()
    return name.replace("lamda", "lambda")
