"""Text as it is read becomes the words that are said; nothing vanishes unnoticed.

What is left of a text are letters, apostrophes, hyphens within numbers, and the marks
``.,:;?!``. Letters that are named one by one are capitals: "E S M two". Sources in
brackets, "(White et al. 1986)", are read and not said. A sign that no rule knows is a
fault; which words are known, :mod:`slides.speech.lexicon` tells.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from slides.speech.numerals import year
from slides.speech.pieces import NUMBER, Pieces, is_one
from slides.speech.table import READINGS
from slides.speech.units import unit

_ENDS = re.compile(r"(?P<open>[(“\"‘]*)(?P<core>.*?)(?P<stop>[).,:;?!…”\"]*)")
# What a unit stands behind: "−3", "1.0–2.5", "10⁻³".
_SIGNED = re.compile(rf"[-+−±≈<>≤≥×]?(?:{NUMBER}[–-][-−]?)?{NUMBER}[⁰¹²³⁴-⁹⁺⁻]*")
_YEAR = re.compile(r"1[1-9]\d\d|20\d\d")
_BEFORE_YEARS = ("in", "since", "until", "before", "after")
# A name and a year, or a number of arXiv.
_CITED = re.compile(rf"\([^()\d]*[^\W\d_]\.? (?:{_YEAR.pattern}|\d{{4}}\.\d{{4,5}})\)")


class Said(NamedTuple):
    """One word of the text, between spaces, and what is said for it."""

    shown: str  # as the viewer reads it: "0.281,"
    spoken: str  # "zero point two eight one,"; "" where nothing is said


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
        self.pieces = Pieces({**READINGS, **own})
        self.chunks = text.split()
        self.said: list[Said] = []

    def read(self) -> Spoken:
        cited = [m.span() for m in _CITED.finditer(" ".join(self.chunks))]
        place = 0
        for index, chunk in enumerate(self.chunks):
            if any(start <= place < end for start, end in cited):
                self._put_behind(_stop(chunk.partition(")")[2]))
                self.said.append(Said(chunk, ""))
            else:
                self.said.append(Said(chunk, self._say(index, chunk)))
            place += len(chunk) + 1
        return Spoken(tuple(self.said), tuple(dict.fromkeys(self.pieces.faults)))

    def _say(self, index: int, chunk: str) -> str:
        """Return what is said for what stands between two spaces."""
        ends = _ENDS.fullmatch(chunk)
        assert ends is not None
        core, stop = ends["core"], ends["stop"]
        if ends["open"].startswith("(") or core in ("–", "—"):
            self._put_behind(",")
        while stop and core + stop[0] in self.pieces.readings:  # "al."
            core, stop = core + stop[0], stop[1:]
        if core in ("–", "—"):
            return ""
        if stop.startswith(")") and core.count("(") > core.count(")"):  # f(z)
            core, stop = core + ")", stop[1:]
        goes_on = index + 1 < len(self.chunks) and self.chunks[index + 1][0].islower()
        if len(core) == 1 and core.isupper() and stop == "." and goes_on:
            stop = ""  # "C. elegans"
        words = self._core(index, core, stop)
        if not words:
            self._put_behind(_stop(stop))
        return words and words + _stop(stop)

    def _put_behind(self, mark: str) -> None:
        """Put a mark behind what was said last; a comma only if it has none."""
        said = [n for n, one in enumerate(self.said) if one.spoken]
        if mark and said:
            shown, words = self.said[said[-1]]
            if mark != "," or words[-1].isalpha():
                self.said[said[-1]] = Said(shown, words.rstrip(".,:;?!") + mark)

    def _core(self, index: int, core: str, stop: str) -> str:
        """Return what is said for a word without the marks around it."""
        before, after = self._word(index - 1), self._word(index + 1)
        if _SIGNED.fullmatch(before) and (name := unit(core, is_one=is_one(before))):
            return name
        if before == "per" and (name := unit(core, is_one=True)):
            return name
        if _YEAR.fullmatch(core) and before in _BEFORE_YEARS:
            return year(int(core))
        if core in ("a", "A") and core not in self.pieces.readings:
            is_first = not self.said or self.said[-1].spoken[-1:] in ("", *".?!")
            is_article = core == "a" or (is_first and not stop)
            return "a" if is_article and after not in ("=", "≈") else "A"
        return self.pieces.read(core)

    def _word(self, index: int) -> str:
        """Return a written word without its marks; "" outside of the text."""
        if not 0 <= index < len(self.chunks):
            return ""
        ends = _ENDS.fullmatch(self.chunks[index])
        return ends["core"] if ends else ""


def _stop(marks: str) -> str:
    """Return the mark that is heard of several: the strongest."""
    for mark in ".?!;:,":
        if mark in marks:
            return mark
    return "," if ")" in marks or "…" in marks else ""
