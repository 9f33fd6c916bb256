"""A finished recording as it lies on the disk: its notes, and whether it is whole."""

import os
from dataclasses import dataclass, replace
from pathlib import Path

from scenes.caching.checked import Damage, read_checked, read_sealed
from scenes.caching.traces import Trace, difference, trace
from scenes.record import Beat, Recording
from slides.base.paths import name_problem
from slides.engine.fingerprint import Ingredients

NOTES = "rendering.json"
RECORDING = "recording.json"


@dataclass(frozen=True)
class Rendering:
    """A finished rendering of a chapter."""

    key: str
    recording: Recording  # with absolute paths of its segments
    frames: tuple[int, ...]  # number of pictures in each segment
    fps: int
    folder: Path = Path()  # where it lies

    def held(self, beat: Beat) -> str:
        """Return the segment in which the end of a beat's motion stands."""
        return self.recording.segments[beat.settled]


@dataclass(frozen=True)
class Made:
    """What the renderer notes."""

    frames: tuple[int, ...]  # number of pictures in each segment
    duration: float  # s, of the video


@dataclass(frozen=True)
class Notes:
    """What is noted of a recording beside it."""

    key: str
    frames: tuple[int, ...]
    duration: float
    ingredients: Ingredients
    files: dict[str, Trace]  # all others of its folder
    made: float  # s since 1970


def traces(folder: Path) -> dict[str, Trace]:
    """Return what all files in a folder are like, by their paths in it."""
    return {
        file.relative_to(folder).as_posix(): trace(file)
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def look(
    place: Path, key: str, fps: int, *, wholly: bool = False
) -> Rendering | Damage | None:
    """Return the recording at a place, what is wrong with it, or None if none is.

    Parameters
    ----------
    place
        Its folder.
    key
        The key that it should have.
    fps
        Pictures a second that it should have.
    wholly
        Read all its files to their ends.
    """
    if not os.path.lexists(place):
        return None
    notes = read_sealed(place / NOTES, Notes)
    if not isinstance(notes, Notes):
        return notes or Damage(place / NOTES, "is missing")
    if notes.key != key:
        return Damage(place / NOTES, "belongs to another recording")
    for name, noted in notes.files.items():
        if why := name_problem(name) or difference(place / name, noted, wholly=wholly):
            return Damage(place / name, why)
    recording = read_checked(place / RECORDING, Recording)
    if not isinstance(recording, Recording):
        return recording or Damage(place / RECORDING, "is missing")
    if missing := {*recording.segments} - {*notes.files}:
        return Damage(place / sorted(missing)[0], "is missing")
    segments = tuple(str(place / name) for name in recording.segments)
    recording = replace(recording, segments=segments)
    return Rendering(key, recording, notes.frames, fps, place)
