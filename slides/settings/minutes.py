"""How long the speaker plans to stay at each slide: ``minutes`` of the settings."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Any

from nnsim.errors import unknown
from nnsim.texts import shortened
from slides.settings.toml_text import dotted

LONGEST = 1440  # minutes: a day
RANGE = f"a number above 0 and at most {LONGEST}"
FIRST = "it belongs before the first table"  # of a key of the head in a table
Minutes = float | Mapping[str, float] | None


def minutes_faults(
    minutes: Any, chapters: Sequence[str], head: Collection[str] = ()
) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the planned time: its place, why.

    Parameters
    ----------
    minutes
        What the settings file holds: a number for all that is presented, a table
        of chapters, or None.
    chapters
        The chapters of the lecture.
    head
        Keys that stand before all tables: in this one they are misplaced.
    """
    if isinstance(minutes, dict):
        for chapter, value in minutes.items():
            key = dotted(["minutes", chapter])
            if chapter in head and chapter not in chapters:
                yield key, f"unknown chapter {chapter!r}; {FIRST}"
            elif chapter not in chapters:
                yield key, unknown("chapter", chapter, chapters)
            elif not _is_length(value):
                yield key, f"must be {RANGE}, not {shortened(value)}"
    elif minutes is not None and not _is_length(minutes):
        rule = f"must be {RANGE}, or a table of chapters"
        yield "minutes", f"{rule}, not {shortened(minutes)}"


def _is_length(value: Any) -> bool:
    """Tell whether a value is a time that can be planned."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and 0 < value <= LONGEST


def planned(
    lengths: Mapping[str, Sequence[float]], minutes: Minutes
) -> dict[str, list[int]]:
    """Share the planned time out among the slides, as the film does.

    Parameters
    ----------
    lengths
        For each chapter presented, how long its beats last in the film, in s.
    minutes
        The plan. One number is for all chapters presented; of a table, each chapter
        takes its own. Where nothing is planned, the film's time stays.

    Returns
    -------
    dict
        For each chapter, whole seconds for each slide; their sum is the plan's.
    """
    scaled = list(_scaled(lengths, minutes))
    # Rounding where slides end, not how long they are, keeps the sum.
    ends = [0, *(round(end) for end in accumulate(scaled))]
    seconds = iter([end - start for start, end in pairwise(ends)])
    return {
        chapter: [next(seconds) for _ in beats] for chapter, beats in lengths.items()
    }


def _scaled(
    lengths: Mapping[str, Sequence[float]], minutes: Minutes
) -> Iterator[float]:
    """Yield for each slide in turn the time that the plan leaves it; s."""
    total = sum(sum(beats) for beats in lengths.values())
    for chapter, beats in lengths.items():
        if isinstance(minutes, Mapping):
            own = minutes.get(chapter)
            scale = own * 60 / sum(beats) if own else 1.0
        else:
            scale = minutes * 60 / total if minutes else 1.0
        yield from (seconds * scale for seconds in beats)
