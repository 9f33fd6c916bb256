"""One take of a whole chapter, cut at its beats: ``narration/<chapter>.wav``."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from slides.base.errors import UsageError
from slides.speech.align import aligned
from slides.speech.lexicon import WORD
from slides.speech.recorded import FRAME, loud_frames
from slides.speech.sound import Heard, Sound

GAP = 1.2  # s: within a sentence, so long a rest is a slip
ELSE = 0.5  # s of speech that no word of the text covers
NEAR = 0.15  # s around a word that belong to it
SLOWEST, FASTEST = 8, 22  # characters a second
_ENDS = (".", "?", "!", ":", ";")  # after them, a speaker may rest
REMEDY = "read this beat anew, into a file of its own"
Part = tuple[float, float]  # s: from when on, until when


def cut(
    sound: Sound, texts: Mapping[str, str], readings: Mapping[str, str]
) -> tuple[dict[str, Part], dict[str, str]]:
    """Return the part of each beat in a take of them all, and at which it is wrong.

    Parameters
    ----------
    sound
        The take.
    texts
        What is said at each beat, in spoken words, in order.
    readings
        One's own, see :mod:`slides.speech.table`.

    Raises
    ------
    UsageError
        If the words are not heard in this order.
    """
    heard = aligned(sound, " ".join(texts.values()), readings)
    if not heard:
        raise UsageError(
            "the words of the chapter are not heard in their order; read them as "
            "they stand, or each beat into a file of its own"
        )
    loud = loud_frames(sound)
    own: dict[str, Sequence[Heard]] = {}
    done = 0
    for beat, text in texts.items():
        own[beat] = heard[done : (done := done + len(WORD.findall(text)))]
    parts, wrong = {}, {}
    for beat, start, end in _between(own, sound.duration):
        parts[beat] = start, end
        if why := next(_slips(own[beat], texts[beat], (start, end), loud), ""):
            wrong[beat] = f"{why}: {REMEDY}"
    return parts, wrong


def _between(
    own: Mapping[str, Sequence[Heard]], duration: float
) -> Iterator[tuple[str, float, float]]:
    """Yield from when to when each beat is said, cut amid the rests between them."""
    beats = [beat for beat in own if own[beat]]
    cuts = [
        (own[one][-1].end + own[other][0].start) / 2 for one, other in pairwise(beats)
    ]
    edges = [0.0, *cuts, duration]
    yield from zip(beats, edges, edges[1:], strict=False)


def _slips(
    heard: Sequence[Heard], text: str, part: Part, loud: NDArray[np.float64]
) -> Iterator[str]:
    """Yield what shows that a beat was not read as it stands."""
    may_rest = [
        token.endswith(_ENDS) and n == 1
        for token in text.split()
        for n in range(len(WORD.findall(token)), 0, -1)
    ]
    for (one, other), is_end in zip(pairwise(heard), may_rest, strict=False):
        if other.start - one.end > GAP and not is_end:
            rest = other.start - one.end
            yield f"a rest of {rest:.1f} s before {other.word!r}, within a sentence"
    inside = loud[(loud >= part[0]) & (loud < part[1])]
    for word in heard:
        inside = inside[(inside < word.start - NEAR) | (inside > word.end + NEAR)]
    if (more := len(inside) * FRAME) > ELSE:
        yield f"{more:.1f} s of speech that are not in its words"
    rate = len(text) / max(heard[-1].end - heard[0].start, 0.02)
    if not SLOWEST <= rate <= FASTEST:
        yield f"{rate:.0f} characters a second, which nobody reads"
