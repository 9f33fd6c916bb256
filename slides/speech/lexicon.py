"""How words sound: a pronouncing dictionary, endings, and what the table adds.

The dictionary is that by which Kokoro was trained, of misaki (Apache-2.0), as the
package kokorog2p 0.6.7 carries it. It is read as a file; the package is not imported.
Sounds are written in its alphabet, `SOUNDS`: "A" is the vowel of "day", "ʤ" the
consonant of "jay"; ``ˈ`` and ``ˌ`` stand before stressed vowels.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from slides.speech.table import READINGS

PACKAGE = "kokorog2p"
SOUNDS = frozenset("AIOQWYabdfhijklmnpstuvwzæðŋɐɑɒɔəɛɜɡɪɹɾʃʊʌʒʤʧʔˈˌːθᵊᵻ")
DIALECTS = {"us": "American", "gb": "British"}
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_VOWELS = frozenset("AIOQWYaiuæɐɑɒɔəɛɜɪʊʌᵻ")
_HISSES = ("s", "z", "ʃ", "ʒ", "ʧ", "ʤ")
_VOICELESS = ("p", "t", "k", "f", "θ")
# Said another way in a sentence than alone; before a vowel, and before all else.
_WEAK = {
    "a": ("ɐ", "ɐ"), "an": ("ɐn", "ɐn"), "the": ("ði", "ðə"), "to": ("tʊ", "tə"),
    "i": ("ˌI", "ˌI"),
}  # fmt: skip
# Beginnings of words that the dictionary may only know without: "overfits", "picomole".
_BEGINNINGS = {
    "back": "bˌæk", "over": "ˌOvəɹ", "under": "ˌʌndəɹ", "re": "ɹˌi", "non": "nˌɑn",
    "un": "ʌn", "multi": "mˌʌlti", "pico": "pˌikO", "nano": "nˌænO",
    "micro": "mˌIkɹO", "milli": "mˌɪlə", "centi": "sˌɛntə", "deci": "dˌɛsə",
    "kilo": "kˌɪlə", "mega": "mˌɛɡə", "giga": "ɡˌɪɡə", "tera": "tˌɛɹə",
    "peta": "pˌɛtə",
}  # fmt: skip
_BEFORE_NOUNS = frozenset((
    "a", "an", "the", "this", "these", "its", "their", "our", "your", "his", "her",
    "no", "each", "every", "of",
))  # fmt: skip
_BEFORE_VERBS = frozenset((
    "to", "we", "you", "they", "i", "it", "which", "who", "cannot", "can", "will",
    "must",
))  # fmt: skip


@cache
def dialect_files(dialect: str) -> tuple[Path, ...]:
    """Return the dictionary's files, the best first; none if it is not installed.

    What the British one lacks is said as in America.
    """
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        return ()
    folder = Path(found.origin).parent / "en" / "data"
    names = dict.fromkeys((dialect, "us"))
    files = tuple(
        folder / f"{name}_{kind}.json" for name in names for kind in ("gold", "silver")
    )
    return files if all(file.is_file() for file in files) else ()


@cache
def _entries(dialect: str) -> dict[str, Any]:
    """Return the dictionary: sounds, or sounds by part of speech, of each word."""
    entries: dict[str, Any] = {}
    for file in reversed(dialect_files(dialect)):
        entries |= json.loads(file.read_bytes())
    return entries


@dataclass(frozen=True)
class Lexicon:
    """How the words of one dialect sound.

    Parameters
    ----------
    dialect
        One of `DIALECTS`.
    own
        Readings of one's own; those between slashes count here.
    """

    dialect: str
    own: Mapping[str, str]

    @cached_property
    def _given(self) -> dict[str, str]:
        """Sounds that are given, by words in small letters."""
        readings = {**READINGS, **self.own}
        return {
            word.replace("’", "'").lower(): reading.strip("/")
            for word, reading in readings.items()
            if reading.startswith("/")
        }

    def sounds(self, text: str) -> list[tuple[str, str]]:
        """Return each word of a spoken text, and how it sounds; "" if nobody knows."""
        words = WORD.findall(text)
        found = []
        after = ""  # the sounds of the next word
        for index in reversed(range(len(words))):
            before = words[index - 1].lower() if index else ""
            after = self._in_sentence(words[index], before, after)
            found.append((words[index], after))
        return found[::-1]

    def unknown(self, text: str) -> list[str]:
        """Return the words of a spoken text that are not known, each once."""
        return list(dict.fromkeys(w for w, heard in self.sounds(text) if not heard))

    def _in_sentence(self, word: str, before: str, after: str) -> str:
        """Return how a word sounds between its neighbours."""
        if word in _WEAK or word.lower() in ("the", "to", "an"):
            is_vowel = after.lstrip("ˈˌ")[:1] in _VOWELS and bool(after)
            return _WEAK[word.lower()][0 if is_vowel else 1]
        part = "NOUN" if before in _BEFORE_NOUNS else ""
        part = "VERB" if before in _BEFORE_VERBS else part
        return next(self._heard(word, part), "")

    def _heard(self, word: str, part: str = "") -> Iterator[str]:
        """Yield how a word may sound, the best first."""
        small = word.lower()
        if small in self._given:
            yield self._given[small]
        entries = _entries(self.dialect)
        for form in (word, small, small.capitalize(), small.upper()):
            # Letters are named by capitals; other words in capitals were spelled.
            entry = entries.get(form) if len(form) == 1 or form != small.upper() else ""
            match entry:
                case {"DEFAULT": str(usual), **others}:
                    yield str(others.get(part) or usual)
                case str(heard) if heard:
                    yield heard
        yield from self._ended(word, small)

    def _ended(self, word: str, small: str) -> Iterator[str]:
        """Yield how a word may sound, from that without its ending or beginning."""
        if small.endswith("s'"):
            yield from self._heard(word[:-1])
        if small.endswith("'s"):
            yield from (heard + _s(heard) for heard in self._heard(word[:-2]))
        for ending, (put, sound) in _ENDINGS.items():
            if small.endswith(ending) and len(small) > len(ending) + 2:
                stem = word[: -len(ending)]
                doubled = stem[:-1] if stem[-1:] == stem[-2:-1] else stem  # "stopped"
                for form in dict.fromkeys((stem + put, stem, doubled)):
                    yield from (h + sound(h) for h in self._heard(form))
        for beginning, said in _BEGINNINGS.items():
            if small.startswith(beginning) and len(small) > len(beginning) + 2:
                rest = self._heard(word[len(beginning) :])
                yield from (said + heard for heard in rest)
        if (bare := _without_accents(word)) != word:  # "naïve"
            yield from self._heard(bare)


def _without_accents(word: str) -> str:
    """Return a word in letters without marks."""
    parts = unicodedata.normalize("NFD", word)
    return "".join(part for part in parts if not unicodedata.combining(part))


def _s(heard: str) -> str:
    """Return the sound of an s behind a word."""
    if heard.endswith(_HISSES):
        return "ᵻz"
    return "s" if heard.endswith(_VOICELESS) else "z"


def _d(heard: str) -> str:
    """Return the sound of the ending -ed behind a word."""
    if heard.endswith(("t", "d")):
        return "ᵻd"
    return "t" if heard.endswith((*_VOICELESS, "s", "ʃ", "ʧ")) else "d"


def _ing(heard: str) -> str:
    """Return the sound of the ending -ing."""
    return "ɪŋ"


# What was put in its place before an ending, and how the ending sounds.
_ENDINGS = {
    "ies": ("y", _s), "es": ("e", _s), "s": ("", _s),
    "ied": ("y", _d), "ed": ("e", _d), "ing": ("e", _ing),
}  # fmt: skip
