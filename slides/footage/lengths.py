"""For how many pictures each segment is shown: in silence, or as long as is spoken."""

import math
from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

from slides.engine.recorded import Rendering
from slides.footage.rests import rests
from slides.speech.utterance import Utterance

Speech: TypeAlias = Mapping[str, Utterance]  # what is said in a chapter, by beats
Film: TypeAlias = tuple[Rendering, Speech]  # a chapter, and what is said in it
SILENT: Speech = MappingProxyType({})
LEAD_IN = 0.25  # s, from the start of a beat until its voice starts
REST = 0.6  # s, from the last word until the next beat
THOUGHT = 1.9  # s, the same after a question
STAND = 0.4  # s, for which the end of a motion stands at least


def lengths(rendering: Rendering, speech: Speech = SILENT) -> tuple[int, ...]:
    """Return for how many pictures each segment of a chapter is shown.

    A beat that is spoken lasts as long as its motion or its words, whichever ends last,
    and some time more: motions keep their pace, and what stands still stands for longer
    or shorter than in silence.
    """
    found = [*rendering.frames]
    for beat in rendering.recording.beats:
        said = speech.get(beat.name)
        if said is None:
            continue
        for segment, n in rests(rendering, beat, said, LEAD_IN).items():
            found[segment] = n
        motion = sum(found[beat.first : beat.settled])
        rest = THOUGHT if beat.question else REST
        words = math.ceil((LEAD_IN + end_of_words(said) + rest) * rendering.fps)
        stand = math.ceil(STAND * rendering.fps)
        found[beat.settled] = max(words - motion, stand)
        for further in range(beat.settled + 1, beat.last):  # of the same picture
            found[further] = 0
    return tuple(found)


def end_of_words(said: Utterance) -> float:
    """Return when the last word ends, from where the sound starts; s."""
    ends = [word.end for word in said.words if word.end > word.start]
    return min(max(ends, default=said.duration), said.duration)
