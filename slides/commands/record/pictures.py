"""How beats end, for whoever speaks: from what a build has drawn, if it has."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from slides.building.plan import Plan
from slides.engine.recorded import Rendering
from slides.engine.source_cache import remembered
from slides.engine.targets import Target, drawn, targets_of, there
from slides.settings.values import Lecture
from slides.settings.variants import STILL_THEMES, Variant

WIDTH = 1280  # pixels


@dataclass(frozen=True)
class Picture:
    """How a beat ends, and how long it is in the silent film."""

    read: Callable[[], bytes]
    kind: str  # its media type
    seconds: float | None  # None where no film of it was drawn


def pictures(
    plan: Plan, lecture: Lecture, chapters: Sequence[str]
) -> dict[str, dict[str, Picture]]:
    """Return the pictures of chapters as they are now, by chapter, by beat.

    A chapter of which nothing is drawn, or was before it changed, has none.
    """
    found: dict[str, dict[str, Picture]] = {}
    with remembered(plan.cache):
        for one in targets_of(lecture, chapters, Variant()):
            found[one.chapter] = dict(_pictures(plan, one))
    return found


def _pictures(plan: Plan, wanted: Target) -> Iterator[tuple[str, Picture]]:
    """Yield the pictures of a chapter: posters of a film, or else stills."""
    for _, film in drawn(plan.recordings, wanted):
        for beat in film.recording.beats:
            read = partial(_poster, film.held(beat))
            seconds = beat.motion + beat.hold
            yield beat.name, Picture(read, "image/jpeg", seconds)
        return
    for theme in STILL_THEMES:
        still = wanted.drawn_as(Variant("still", theme))
        if stills := there(plan.recordings, still):
            yield from _stills(stills)
            return


def _stills(stills: Rendering) -> Iterator[tuple[str, Picture]]:
    """Yield the stills of a chapter."""
    for beat in stills.recording.beats:
        file = stills.folder / f"{beat.name}.png"
        yield beat.name, Picture(file.read_bytes, "image/png", None)


def _poster(held: Path | str) -> bytes:
    """Return how a beat ends, out of its film."""
    from slides.footage.posters import first_picture  # loads the video library

    return first_picture(str(held), WIDTH)
