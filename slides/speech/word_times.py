"""When each word is said: of the words as they are read, which captions show.

Three sources, the best first:

- The engine tells it, as Kokoro does: the model decides how long each sound lasts.
- The sound is aligned with its words.
- Neither: the time in which something is heard is shared out by characters, which is
  wrong by some tenths of a second.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import numpy as np

from slides.speech.lexicon import WORD
from slides.speech.sound import Heard, Sound
from slides.speech.spoken import Said

_FAINT = 0.02  # of the loudest: what is fainter is silence


def shown_times(said: Sequence[Said], sound: Sound) -> tuple[Heard, ...]:
    """Return when each word is said, as it is read: "0.281,".

    Parameters
    ----------
    said
        Each word as it is read and as it is spoken.
    sound
        What is heard of all of them. A word of which nothing is spoken begins and ends
        where the word before it ends.
    """
    spoken = [WORD.findall(one.spoken) for one in said]
    flat = [word for words in spoken for word in words]
    if not flat:
        return tuple(Heard(one.shown, 0.0, 0.0) for one in said)
    known = sound.words or tuple(shared(flat, *_audible(sound)))
    times = placed(flat, known)
    found: list[Heard] = []
    done, end = 0, times[0].start
    for one, words in zip(said, spoken, strict=True):
        own = times[done : (done := done + len(words))]
        start, end = (own[0].start, own[-1].end) if own else (end, end)
        found.append(Heard(one.shown, start, end))
    return tuple(found)


def as_read(text: str, heard: Sequence[Heard]) -> tuple[Heard, ...]:
    """Return when each word of a text is said, where it was said in other words.

    Parameters
    ----------
    text
        What the viewer reads.
    heard
        When each word is said of the text that stands for it.
    """
    return placed(text.split(), heard)


def placed(words: Sequence[str], heard: Sequence[Heard]) -> tuple[Heard, ...]:
    """Return when words are said, from the times of words that are nearly the same.

    Words that both have take their times. Others share, by characters, the time of
    those in whose place they stand; if they stand in no one's, they have none.
    """
    found: list[Heard] = []
    ours, theirs = [*map(_plain, words)], [_plain(word) for word, _, _ in heard]
    matcher = SequenceMatcher(None, theirs, ours, autojunk=False)
    end = heard[0].start if heard else 0.0
    for kind, a, b, first, last in matcher.get_opcodes():
        if kind == "equal":
            pairs = zip(words[first:last], heard[a:b], strict=True)
            found += [Heard(word, start, end) for word, (_, start, end) in pairs]
        elif first < last:
            start, stop = (heard[a].start, heard[b - 1].end) if a < b else (end, end)
            found += shared(words[first:last], start, stop)
        end = heard[b - 1].end if b else end
    return tuple(found)


def shared(words: Sequence[str], start: float, end: float) -> Iterator[Heard]:
    """Yield the words with shares of a time: by characters and the space behind."""
    total = sum(len(word) + 1 for word in words)
    done = 0
    for word in words:
        begin = start + (end - start) * done / total
        done += len(word) + 1
        yield Heard(word, begin, start + (end - start) * done / total)


def _plain(word: str) -> str:
    """Return a word by which others are compared with it."""
    letters = "".join(sign for sign in word.lower() if sign.isalnum())
    return letters or word


def _audible(sound: Sound) -> tuple[float, float]:
    """Return from when to when something is heard; s."""
    loud = np.abs(sound.samples)
    (places,) = np.nonzero(loud > _FAINT * loud.max(initial=0.0))
    if not len(places):
        return 0.0, sound.duration
    return float(places[0]) / sound.rate, float(places[-1] + 1) / sound.rate
