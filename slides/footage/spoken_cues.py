"""Captions that follow a voice: each stands while its words are said."""

from collections.abc import Sequence
from itertools import pairwise

from scenes.record import Beat
from slides.footage.captions import Cue, cues, cut
from slides.footage.lengths import LEAD_IN
from slides.speech.sound import Heard
from slides.speech.utterance import Utterance
from slides.speech.word_times import as_read

LEAD = 0.03  # s: a cue comes so long before its first word
TAIL = 0.3  # s: it stays so long behind its last, unless the next comes
SHORTEST = 0.8  # s: so long it stands, even if little or nothing is said of it


def clip_cues(beat: Beat, utterance: Utterance) -> list[Cue]:
    """Return the captions of a beat's clip."""
    return spoken_cues(beat.say, utterance, LEAD_IN)


def spoken_cues(text: str, utterance: Utterance, start: float) -> list[Cue]:
    """Cut a narration into cues that follow the voice.

    Parameters
    ----------
    text
        The narration as it is read.
    utterance
        What is said of it.
    start
        When its sound begins; s.
    """
    words = as_read(text, utterance.words)
    if not any(word.end > word.start for word in words):
        return cues(text, start, start + utterance.duration)
    blocks, spans = cut(text), []
    for block in blocks:
        n = sum(len(line.split()) for line in block)
        spans.append(_span(words[:n]))
        words = words[n:]
    begins = _begins([begin for begin, _ in spans], utterance.duration)
    ends = [
        min(max(end + TAIL, begin + SHORTEST), after)
        for (_, end), (begin, after) in zip(
            spans, pairwise([*begins, float("inf")]), strict=True
        )
    ]
    return [
        Cue(start + begin, start + end, block)
        for begin, end, block in zip(begins, ends, blocks, strict=True)
    ]


def _span(words: Sequence[Heard]) -> tuple[float, float]:
    """Return when the first word begins and the last ends, of those that are said."""
    said = [word for word in words if word.end > word.start] or words
    return said[0].start, said[-1].end


def _begins(times: Sequence[float], duration: float) -> list[float]:
    """Return when cues come, from the times of their first words.

    One that would be gone too soon comes earlier.
    """
    shortest = min(SHORTEST, duration / len(times))
    found: list[float] = []
    latest = duration - shortest
    for time in reversed(times):
        found.append(max(min(time - LEAD, latest), 0.0))
        latest = found[-1] - shortest
    return found[::-1]
