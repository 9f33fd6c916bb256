"""One written word, such as ``∂L/∂w``, ``ESM-2`` or ``5mm``, piece by piece."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from slides.speech.numerals import decade, digits, number, ordinal, power
from slides.speech.table import FUNCTIONS, MARKS, SIGNS, SILENT
from slides.speech.units import alone, unit

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"
_LOWERED = "₀₁₂₃₄₅₆₇₈₉"
_GREEK = "Α-Ωα-ωϕµ"
_LETTER = rf"[^\W\d_{_RAISED}{_LOWERED}{_GREEK}][\u0300-\u036f]*"
NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d+)?"
_PIECE = re.compile(
    rf"(?P<number>{NUMBER})|(?P<raised>[{_RAISED}]+)|(?P<lowered>[{_LOWERED}]+)"
    rf"|(?P<greek>[{_GREEK}])|(?P<letters>(?:{_LETTER})+(?:['’](?:{_LETTER})+)*)|(?P<sign>.)"
)
_BASES = re.compile(r"[ACGTUN]{4,}")  # a stretch of DNA or RNA, no abbreviation
_SEQUENCE = re.compile(r"[A-Z]{6,}")  # of amino acids: so long is no abbreviation
_SPELLED = re.compile(r"[A-Z]{2,}s?")
_PART = re.compile(r"[A-Z]{2,}s?(?![a-z])|[A-Z]?[a-z]+|[A-Z]")  # of "mRNA", "AlphaFold"
_PREFIX = re.compile(r"[a-z]{1,2}(?=[A-Z]{2})")
_MARKS = "".join(map(chr, MARKS))
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_DECADE = re.compile(r"(?:1[1-9]|20)\d0")


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
        return alone(core) or " ".join(self._read(core)).replace(" '", "'")

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
                    said, more = self._number(piece, rest)
                    yield said
                    place += more
                case "raised":
                    yield self._power(piece, core)
                case "lowered":
                    yield digits(_plain(piece))
                case "greek":
                    yield _greek(piece) + _of(piece, rest)
                case "letters":
                    yield self._letters(piece.replace("’", "'")) + _of(piece, rest)
                case _ if (
                    piece == "/" and place > 1 and (name := unit(rest, is_one=True))
                ):
                    yield f"per {name}"
                    return
                case _:
                    yield from self._sign(piece, core[: place - 1], rest)

    def _number(self, text: str, rest: str) -> tuple[str, int]:
        """Return what is said for a number and how much of the rest goes with it."""
        try:
            said = number(text)
        except ValueError as error:
            self.faults.append(str(error))
            return "", 0
        if text.isdigit() and (ending := _ORDINAL.match(rest)):
            return ordinal(said), ending.end()
        if rest == "s" and _DECADE.fullmatch(text):
            return decade(int(text)), 1
        symbol = rest.removeprefix("-")  # "a 5-mm bill"
        is_single = is_one(text) or symbol != rest
        if symbol != "K" and (name := unit(symbol, is_one=is_single)):
            return f"{said} {name}", len(rest)
        return said, 0

    def _power(self, raised: str, core: str) -> str:
        """Return what is said for a raised number or charge in a word."""
        try:
            return power(_plain(raised))
        except ValueError:
            self.faults.append(f"{raised!r} in {core!r}: no rule says it")
            return ""

    def _letters(self, word: str) -> str:
        """Return what is said for letters."""
        for end in ("", "s"):  # "ReLUs"
            if word.endswith(end) and word[: len(word) - len(end)] in self.readings:
                given = self._given(word[: len(word) - len(end)])
                return given + end
        stem, mark, ending = word.partition("'")
        if mark and stem in self.readings:
            return f"{self._given(stem)}'{ending}"
        if _is_letter(stem) and stem not in "aI":
            return f"{_letter(stem)}{mark}{ending}"
        if _BASES.fullmatch(stem) or _SEQUENCE.fullmatch(stem):
            return ", ".join(stem) + mark + ending
        if _SPELLED.fullmatch(stem):
            named = _spelled(stem)
            return named if stem.endswith("s") else f"{named}{mark}{ending}"
        return " ".join(_parted(stem)) + mark + ending

    def _sign(self, sign: str, before: str, after: str) -> Iterator[str]:
        """Yield what is said for a sign between what stands before and after it."""
        is_between = before[-1:].isdigit() and after[:1].isdigit()
        if sign in "-–" and not before and after[:1].isdigit():
            yield "minus"
        elif sign == "'" and before[-1:].isdigit():  # 5'
            yield "prime"
        elif sign in "–:" and is_between:  # 10–20, 1:100
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


def _of(word: str, rest: str) -> str:
    """Return what is said for the bracket behind the name of a function: f(z)."""
    is_function = rest.startswith("(") and (_is_letter(word) or word in FUNCTIONS)
    return " of" if is_function else ""


def _is_letter(word: str) -> bool:
    """Tell whether a word is one letter, with or without marks above."""
    return len(unicodedata.normalize("NFD", word).rstrip(_MARKS)) == 1


def _spelled(word: str) -> str:
    """Return the names of capital letters; of several, with the s that follows."""
    return " ".join(word.rstrip("s")) + ("'s" if word.endswith("s") else "")


def _parted(word: str) -> Iterator[str]:
    """Yield the parts of a word with capitals inside: "alpha", "fold"; "m", "RNA"."""
    parts = _PART.findall(word)
    if len(parts) < 2 or "".join(parts) != word or word.startswith("Mc"):
        yield word
        return
    is_short = all(len(part) <= 2 for part in parts)  # "NaCl", "PhD"
    for n, part in enumerate(parts):
        begins = "".join(parts[n : n + 2])
        if is_short or len(part) == 1 or _PREFIX.match(begins):
            yield " ".join(part.upper())
        else:
            yield _spelled(part) if _SPELLED.fullmatch(part) else part


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
