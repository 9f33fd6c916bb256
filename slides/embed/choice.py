"""Which clips to embed: those named, those that notes use, or all."""

from collections.abc import Iterable, Sequence

from nnsim.errors import unknown
from slides.base.beat_name import BeatName
from slides.base.errors import UsageError
from slides.embed.scan import Use
from slides.settings.outline import beats
from slides.settings.values import Lecture


def named(stems: Iterable[str], lecture: Lecture) -> list[str]:
    """Return the clips named on the command line.

    Raises
    ------
    UsageError
        With each name of a clip that there is not.
    """
    stems = list(stems)
    faults = [
        f"--clip {stem}: {why}" for stem in stems if (why := fault(stem, lecture))
    ]
    if faults:
        raise UsageError(*faults)
    return stems


def used(uses: Iterable[Use], lecture: Lecture) -> tuple[list[str], list[str]]:
    """Return the clips that notes use, and a line for each that there is not."""
    stems, wrong = [], []
    for use in uses:
        if why := fault(use.clip, lecture):
            wrong.append(f"{use.place}: {why}")
        else:
            stems.append(use.clip)
    return stems, wrong


def every(lecture: Lecture) -> list[str]:
    """Return all clips of the lecture."""
    return [str(BeatName(c, beat)) for c in lecture.chapters for beat in beats(c)]


def in_order(stems: Iterable[str], lecture: Lecture) -> tuple[str, ...]:
    """Return clips once each, in the order of the lecture."""
    order = {stem: n for n, stem in enumerate(every(lecture))}
    return tuple(sorted(set(stems), key=lambda s: (order.get(s, len(order)), s)))


def fault(stem: str, lecture: Lecture) -> str:
    """Say why there is no such clip; "" if there is one."""
    chapter, beat = BeatName.parse(stem)
    if not beat:
        return f"{stem!r} is no clip; write it as CHAPTER/BEAT"
    if chapter not in lecture.chapters:
        return unknown("chapter", chapter, lecture.chapters)
    names: Sequence[str] = beats(chapter)
    # Where the source does not tell all names, the recording will.
    return unknown("beat", beat, names) if names and beat not in names else ""
