"""Captions: narration cut into cues of at most two lines, timed by their length."""

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from slides.base.clock import timestamp

WIDTH = 42  # characters on a line
LINES = 2
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)]*$")
_CLAUSE_END = re.compile(r"[,;:–—)][\"'”’]*$")


@dataclass(frozen=True)
class Cue:
    """Words that stand on screen for a while."""

    start: float  # s
    end: float  # s
    lines: tuple[str, ...]


def cues(text: str, start: float, end: float) -> list[Cue]:
    """Cut a narration into cues that fill the time from `start` to `end`."""
    blocks = cut(text)
    total = sum(_length(block) for block in blocks)
    found, done = [], 0
    for block in blocks:
        begin = start + (end - start) * done / total
        done += _length(block)
        found.append(Cue(begin, start + (end - start) * done / total, block))
    return found


def cut(text: str) -> list[tuple[str, ...]]:
    """Cut a text into blocks of lines, at ends of sentences and clauses if it can.

    >>> cut("One number. " * 2)
    [('One number. One number.',)]
    """
    words = text.split()
    blocks = []
    while words:
        n = _break(words, _room(words))
        blocks.append(_wrap(words[:n]))
        words = words[n:]
    return blocks


def sentences(text: str) -> list[str]:
    """Cut a text into its sentences.

    >>> sentences("It is an Adelie. Is z = 5.9 enough?")
    ['It is an Adelie.', 'Is z = 5.9 enough?']
    """
    found: list[list[str]] = [[]]
    for word in text.split():
        if found[-1] and _SENTENCE_END.search(found[-1][-1]) and not word[0].islower():
            found.append([])
        found[-1].append(word)
    return [" ".join(words) for words in found if words]


def _room(words: Sequence[str]) -> int:
    """Count the words that go into one cue: as many as can be wrapped."""
    n = 1
    while n < len(words) and _fits(words[: n + 1]):
        n += 1
    return n


def _fits(words: Sequence[str]) -> bool:
    """Tell whether words can stand on the lines of one cue."""
    line, lines = 0, 1
    for word in words:
        if line and line + 1 + len(word) > WIDTH:
            lines, line = lines + 1, len(word)
        else:
            line += len(word) + (1 if line else 0)
    return lines <= LINES


def _break(words: Sequence[str], room: int) -> int:
    """Return how many words the next cue takes, of the `room` it could."""
    if room == len(words):
        return room
    for ending in (_SENTENCE_END, _CLAUSE_END):
        # Not so early that a cue of a word or two flashes by.
        for n in range(room, room // 3, -1):
            if ending.search(words[n - 1]):
                return n
    return room


def _wrap(words: Sequence[str]) -> tuple[str, ...]:
    """Lay out words on one line, or on two as even as possible."""
    whole = " ".join(words)
    if len(whole) <= WIDTH or len(words) == 1:
        return (whole,)
    splits = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    # A word longer than a line stays whole: better too wide than broken.
    return min(splits, key=lambda two: (max(WIDTH, *map(len, two)), _unevenness(two)))


def _unevenness(two: tuple[str, str]) -> int:
    """Measure by how much two lines differ in length."""
    return abs(len(two[0]) - len(two[1]))


def _length(block: tuple[str, ...]) -> int:
    """Count the characters of a block."""
    return sum(len(line) for line in block)


def vtt(items: Iterable[Cue]) -> str:
    """Write cues as WebVTT."""
    blocks = [
        f"{timestamp(cue.start)} --> {timestamp(cue.end)}\n"
        + "\n".join(html.escape(line, quote=False) for line in cue.lines)
        for cue in items
    ]
    return "\n\n".join(["WEBVTT", *blocks]) + "\n"


def srt(items: Iterable[Cue]) -> str:
    """Write cues as SubRip."""
    blocks = [
        f"{n}\n{timestamp(cue.start, ',')} --> {timestamp(cue.end, ',')}\n"
        + "\n".join(cue.lines)
        for n, cue in enumerate(items, 1)
    ]
    return "\n\n".join(blocks) + "\n"
